/** Price of a model, in US dollars per million tokens; which is micro-dollars per token. */
export type TokenPrice = { readonly input: number; readonly output: number };

/**
 * Price of a call.
 *
 * ceil(tokensIn · input + tokensOut · output): rounded up, so that many small calls never sum to more than was booked.
 *
 * @param usage  tokens of the prompt and of the answer, whole numbers ≥ 0. With upper bounds the result is an upper bound.
 * @param price  finite, ≥ 0.
 * @returns micro-dollars, a whole number ≥ 0.
 */
export function callPriceMicro(
  usage: { readonly tokensIn: number; readonly tokensOut: number },
  price: TokenPrice,
): number {
  // Prices such as 0.15 have no exact binary form: the epsilon keeps 20 × 0.15 from becoming 4.
  return Math.max(0, Math.ceil(usage.tokensIn * price.input + usage.tokensOut * price.output - PRICE_EPSILON));
}

/** Far below one micro-dollar, far above the rounding error of two products of this size. */
const PRICE_EPSILON = 1e-6;
