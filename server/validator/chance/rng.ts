/** A source of uniform numbers in [0, 1). Whoever calls decides whether it is seeded or cryptographic. */
export type Rng = () => number;

/**
 * A uniform integer between two bounds, both included.
 *
 * ⌊from + u·(to − from + 1)⌋ with u from the source. With 53-bit floats the bias is below 2⁻⁵³ per value.
 *
 * @param rng   uniform in [0, 1).
 * @param from  smallest result, an integer.
 * @param to    largest result, an integer ≥ `from`.
 * @returns an integer in [from, to].
 */
export function randomInteger(rng: Rng, from: number, to: number): number {
  return from + Math.floor(rng() * (to - from + 1));
}

/**
 * A uniformly random arrangement of a list.
 *
 * Fisher–Yates from the last place down: each of the n! arrangements is equally likely.
 *
 * @param rng   uniform in [0, 1); n − 1 draws are taken.
 * @param list  n ≥ 0 items; it is not changed.
 * @returns a new list with the same items.
 * @source R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7 (1964), 420.
 */
export function shuffled<T>(rng: Rng, list: readonly T[]): T[] {
  const rest = [...list];
  const result: T[] = [];
  while (rest.length > 0) {
    result.push(...rest.splice(randomInteger(rng, 0, rest.length - 1), 1));
  }
  return result;
}

/**
 * An index drawn with given chances.
 *
 * @param rng      uniform in [0, 1); one draw is taken.
 * @param weights  n ≥ 1 numbers ≥ 0, not all 0; index i has probability weightᵢ / Σ weights.
 * @returns an index in [0, n).
 */
export function weightedIndex(rng: Rng, weights: readonly number[]): number {
  let left = rng() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  // Rounding can leave one bit after the last weight: that draw belongs to the last index of positive weight.
  return weights.findLastIndex((weight) => weight > 0);
}
