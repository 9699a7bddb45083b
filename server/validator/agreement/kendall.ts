import { DomainError } from "#server/errors.ts";

/**
 * Concordant minus discordant pairs of two rankings of the same completions.
 *
 * Σ over unordered pairs {i, j} of sgn(aᵢ − aⱼ) · sgn(bᵢ − bⱼ). A pair that either ranking ties adds 0.
 * An integer, so sums over many answers stay exact; τ and the Kendall distance both derive from it.
 *
 * @param ranks       n ≥ 2 finite numbers, one per completion, smaller is better, ties share a value.
 * @param otherRanks  the same completions in the same places.
 * @returns an integer in [−n(n−1)/2, n(n−1)/2]. O(n²), n = 4 in use.
 * @throws {DomainError} `agreement.bad-input` when the lists differ in length, are too short or not finite.
 * @source M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30 (1938), 81–93.
 */
export function concordance(ranks: readonly number[], otherRanks: readonly number[]): number {
  const finite = ranks.every(Number.isFinite) && otherRanks.every(Number.isFinite);
  if (ranks.length < 2 || ranks.length !== otherRanks.length || !finite) {
    throw new DomainError(
      "invalid",
      "agreement.bad-input",
      `two rankings of the same n ≥ 2 completions are needed, not ${ranks.length} and ${otherRanks.length}`,
    );
  }
  let signedPairs = 0;
  for (const [i, rank] of ranks.entries()) {
    const other = otherRanks[i] ?? 0;
    for (let j = i + 1; j < ranks.length; j++) {
      signedPairs += Math.sign(rank - (ranks[j] ?? 0)) * Math.sign(other - (otherRanks[j] ?? 0));
    }
  }
  return signedPairs;
}

/**
 * Agreement of a ranking with the true one: Kendall's τ-a.
 *
 * τ = (concordant − discordant) / (n(n−1)/2). A tied pair counts 0 and stays in the denominator, so a constant
 * answer scores exactly 0 and a uniformly random order 0 in expectation. (τ-b divides ties out, which pays for
 * hedging; cosine similarity is not centred at all.)
 *
 * @param ranks      n ≥ 2 finite numbers, one per completion, smaller is better, ties share a value.
 * @param trueRanks  the same completions in the same places; usually each of 0…n−1 once.
 * @returns τ in [−1, 1], unitless: 1 for the true order, −1 for its reverse. O(n²), n = 4 in use.
 * @throws {DomainError} `agreement.bad-input` as `concordance`.
 * @source M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30 (1938), 81–93.
 */
export function kendallTauA(ranks: readonly number[], trueRanks: readonly number[]): number {
  return concordance(ranks, trueRanks) / pairCount(ranks.length);
}

/**
 * Kendall distance of two rankings: how many pairs they order differently, a tied pair counting one half.
 *
 * d = (n(n−1)/2 − concordance) / 2 = n(n−1)/4 · (1 − τ). For a ranking with ties it equals the mean distance over
 * all orders that break those ties, because each tied pair is broken either way equally often.
 *
 * @param ranks       as `concordance`.
 * @param otherRanks  as `concordance`.
 * @returns a multiple of ½ in [0, n(n−1)/2], in pairs.
 * @throws {DomainError} `agreement.bad-input` as `concordance`.
 * @source Kendall (1938); for ties R. Fagin et al., "Comparing Partial Rankings", SIAM J. Discrete Math. 20 (2006), p = ½.
 */
export function kendallDistance(ranks: readonly number[], otherRanks: readonly number[]): number {
  return (pairCount(ranks.length) - concordance(ranks, otherRanks)) / 2;
}

/**
 * Number of unordered pairs of n things.
 *
 * @param n  integer ≥ 0.
 * @returns n(n−1)/2.
 */
export function pairCount(n: number): number {
  return (n * (n - 1)) / 2;
}
