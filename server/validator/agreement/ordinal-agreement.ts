import { DomainError } from "#server/errors.ts";

import { kendallTauA } from "./kendall.ts";

/** One completion of a task: the labeller's rating and its place in the ordinal ground truth. */
export type RatedCompletion = { readonly rating: number; readonly trueRank: number };

/**
 * Agreement between one labeller's ratings and a task's ordinal ground truth.
 *
 * τ-a (see `kendallTauA`) of the ratings, largest first, with the true ranks. For answers that are numbers, where
 * `kendallTauA` takes ranks; it also insists that the ground truth is a strict order.
 *
 * @param completions  n ≥ 2 entries in any order. `rating`: finite, any scale, larger is better. `trueRank`: each of
 *   0…n−1 exactly once, 0 is best.
 * @returns τ in [−1, 1], unitless: 1 for the true order, −1 for the reverse. O(n²), n = 4 in use.
 * @throws {DomainError} `agreement.bad-input` when a precondition above does not hold.
 * @source M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30 (1938), 81–93.
 */
export function ordinalAgreement(completions: readonly RatedCompletion[]): number {
  const trueRanks = completions.map((completion) => completion.trueRank);
  if (trueRanks.toSorted((a, b) => a - b).some((rank, index) => rank !== index)) {
    throw new DomainError("invalid", "agreement.bad-input", `malformed ground truth (n = ${completions.length})`);
  }
  return kendallTauA(
    completions.map((completion) => -completion.rating),
    trueRanks,
  );
}
