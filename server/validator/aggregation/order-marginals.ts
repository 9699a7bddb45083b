import { ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";

/** Sum of a quantity over the 24 orders, weighted by their posterior. */
function expectation(posterior: readonly number[], quantity: (ranks: readonly number[]) => number): number {
  return compensatedSum(ORDERS_OF_FOUR.map((ranks, order) => (posterior[order] ?? 0) * quantity(ranks)));
}

/**
 * Probability that one completion is better than another.
 *
 * P(i before j) = Σ over orders m with rank_m(i) < rank_m(j) of posterior(m): the confidence of a DPO pair.
 *
 * @param posterior  24 probabilities by order index, summing to 1.
 * @param better  completion index 0…3.
 * @param worse   completion index 0…3.
 * @returns a probability in [0, 1].
 * @source Sum over the orders of the Mallows posterior; see `mallows-em.ts`.
 */
export function pairProbability(posterior: readonly number[], better: number, worse: number): number {
  return expectation(posterior, (ranks) => ((ranks[better] ?? 0) < (ranks[worse] ?? 0) ? 1 : 0));
}

/**
 * Expected difference of two completions' ranks: the `margin` of a preference pair.
 *
 * E[rank(worse) − rank(better)] under the posterior. It grows with the distance of the two and shrinks with
 * the uncertainty of their order, and it is defined for every pair, which a trainer's margin must be.
 *
 * @param posterior  24 probabilities by order index, summing to 1.
 * @param better  completion index 0…3.
 * @param worse   completion index 0…3.
 * @returns ranks, in [−3, 3]; positive when `better` is expected to be better.
 */
export function expectedRankGap(posterior: readonly number[], better: number, worse: number): number {
  return expectation(posterior, (ranks) => (ranks[worse] ?? 0) - (ranks[better] ?? 0));
}

/**
 * Probability that a completion is the best of the four.
 *
 * @param posterior   24 probabilities by order index, summing to 1.
 * @param completion  completion index 0…3.
 * @returns a probability in [0, 1]; over the four completions they sum to 1.
 */
export function bestProbability(posterior: readonly number[], completion: number): number {
  return expectation(posterior, (ranks) => (ranks[completion] === 0 ? 1 : 0));
}

/**
 * Probability that a completion is the worst of the four.
 *
 * @param posterior   24 probabilities by order index, summing to 1.
 * @param completion  completion index 0…3.
 * @returns a probability in [0, 1]; over the four completions they sum to 1.
 */
export function worstProbability(posterior: readonly number[], completion: number): number {
  return expectation(posterior, (ranks) => (ranks[completion] === 3 ? 1 : 0));
}
