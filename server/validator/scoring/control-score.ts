import { DomainError } from "#server/errors.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";

/** Stored with every score. Changes with any number or rule of this file, so that old scores can be recomputed. */
export const ALGORITHM_VERSION = "control-score/2";

/** n₀: answers of τ = 0 that everybody starts with. Two lucky answers must not look like skill. */
export const PRIOR_ANSWERS = 10;

/** z, standard errors below the mean: the bound of a random labeller exceeds 0 in fewer than one history of 40. */
export const CONFIDENCE_Z = 2;

/** σ: standard deviation of τ of a uniformly random order of four, √(2(2n + 5) / (9n(n − 1))) = √(13/54) = 0.4907. */
export const RANDOM_TAU_SD = Math.sqrt(13 / 54);

/** b, τ that earns nothing: the best model judge plus 0.02. Below it, buying answers from a model would pay. */
export const BASELINE_TAU = 0.3;

/** γ. 1: twice the excess skill is twice the pay, and joining two earning histories never lowers it (tested). */
export const REWARD_EXPONENT = 1;

/**
 * Percent of control assignments that may be skipped with a reason at no cost, rounded down. Interfaces do break, so
 * some skips are honest; free ones without limit would pay for skipping whatever is hard.
 */
export const SKIP_ALLOWANCE_PERCENT = 10;

/**
 * Answers that one control answer vouches for, at most, in a round whose control share is below a tenth. A share of 0
 * would otherwise vouch for any number.
 */
export const ANSWERS_PER_CONTROL_MAX = 10;

/** The rules of a round that its score depends on. */
export type ScoreRules = {
  /** b in [0, 1): τ that earns nothing. */
  readonly baseline: number;
  /** c in [0, 1]: share of control tasks among the tasks that a labeller is given. */
  readonly controlShare: number;
};

/** What became of one assignment of a control task. An answer after its lease is `expired`. */
export type ControlResult =
  | { readonly kind: "answer"; readonly tau: number }
  | { readonly kind: "expired" }
  | { readonly kind: "skip" };

/** A score with every number behind it. Counts are of control assignments unless said otherwise. */
export type ControlScore = {
  readonly algorithmVersion: string;
  readonly answered: number;
  readonly expired: number;
  readonly skipped: number;
  /** Skips within the allowance: they count nowhere. */
  readonly skipsFree: number;
  /** n: answers, expired assignments and skips beyond the allowance, the latter two with s = 0. */
  readonly counted: number;
  /** Σ s. */
  readonly sumTau: number;
  /** m. */
  readonly shrunkMean: number;
  /** L. */
  readonly lowerBound: number;
  /** b. */
  readonly baseline: number;
  /** N: all answers of the round, control and normal. */
  readonly answers: number;
  /** N*: those of them that the control answers vouch for. */
  readonly answersPaid: number;
  /** r, in answers: the reward before clusters and shares. */
  readonly reward: number;
};

/**
 * A miner's score of a round, from control tasks alone.
 *
 *   m = Σ sᵢ / (n + n₀)            shrunk mean, n₀ = 10
 *   L = m − z·σ / √(n + n₀)        lower confidence bound, z = 2, σ = √(13/54)
 *   N* = min(N, a · min(1/c, 10))  answers that are paid, a answered control tasks, c the control share
 *   r = N* · max(0, L − b)^γ       reward, b = 0.30, γ = 1
 *
 * N is capped because only control tasks tell who works well. Without the cap a team could answer thirty control tasks with
 * care, and then, once they have run out, be paid at the same rate for any number of normal tasks answered at random.
 * Whoever meets the share that everybody is given loses nothing by it. Only answers raise the cap, and by the same amount
 * each, so neither absence nor splitting gains from it.
 *
 * sᵢ is τ-a; expired assignments and skips beyond ⌊10 %⌋ of the control assignments count as s = 0. The scale is absolute:
 * the result depends on this miner's rows only. With b ≥ 0 a further s = 0 never raises r: wherever L > 0, m exceeds
 * z·σ/√(n + n₀), so the mean falls faster than the bound tightens.
 *
 * @param results   one entry per control assignment of the miner, in any order; τ in [−1, 1].
 * @param answers   N ≥ number of answered control tasks, a count.
 * @param rules     of the round.
 * @returns the score with every intermediate number; the same bits for any order of `results`. O(n log n).
 * @throws {DomainError} `control-score.bad-input` when a number is out of range.
 * @source Design §6. Shrinkage: empirical Bayes with a prior mean of 0; bound: normal, variance of the null.
 */
export function controlScore(results: readonly ControlResult[], answers: number, rules: ScoreRules): ControlScore {
  const { baseline, controlShare } = rules;
  const taus = results.flatMap((result) => (result.kind === "answer" ? [result.tau] : []));
  requireInRange(taus, answers, rules);
  const expired = results.filter((result) => result.kind === "expired").length;
  const skipped = results.filter((result) => result.kind === "skip").length;
  const skipsFree = Math.min(skipped, freeSkips(results.length));

  const counted = results.length - skipsFree;
  // Sorted first: rows come from a database in no particular order, and the last bit must not depend on it.
  const sumTau = compensatedSum(taus.toSorted((a, b) => a - b));
  const shrunkMean = sumTau / (counted + PRIOR_ANSWERS);
  const lowerBound = shrunkMean - (CONFIDENCE_Z * RANDOM_TAU_SD) / Math.sqrt(counted + PRIOR_ANSWERS);
  const answersPaid = Math.min(answers, taus.length * answersPerControl(controlShare));
  const reward = answersPaid * Math.max(0, lowerBound - baseline) ** REWARD_EXPONENT;
  return {
    algorithmVersion: ALGORITHM_VERSION,
    answered: taus.length,
    expired,
    skipped,
    skipsFree,
    counted,
    sumTau,
    shrunkMean,
    lowerBound,
    baseline,
    answers,
    answersPaid,
    reward,
  };
}

/**
 * Skips with a reason that cost nothing.
 *
 * ⌊assignments · 10 / 100⌋, in whole numbers: 0.1 · 30 is not 3 in binary. Rounded down, so that ten identities with nine
 * assignments each have no allowance at all, and splitting never gains any.
 *
 * @param assignments  control assignments of the miner in the round, a count.
 * @returns a count.
 */
export function freeSkips(assignments: number): number {
  return Math.floor((assignments * SKIP_ALLOWANCE_PERCENT) / 100);
}

/** min(1/c, 10). */
const answersPerControl = (controlShare: number) =>
  controlShare * ANSWERS_PER_CONTROL_MAX <= 1 ? ANSWERS_PER_CONTROL_MAX : 1 / controlShare;

function requireInRange(taus: readonly number[], answers: number, { baseline, controlShare }: ScoreRules): void {
  const fault =
    (taus.some((tau) => !(tau >= -1 && tau <= 1)) && "an agreement lies outside [−1, 1]") ||
    (!(Number.isSafeInteger(answers) && answers >= taus.length) &&
      `${answers} answers, ${taus.length} of them control`) ||
    (!(baseline >= 0 && baseline < 1) && `baseline ${baseline} outside [0, 1)`) ||
    (!(controlShare >= 0 && controlShare <= 1) && `control share ${controlShare} outside [0, 1]`);
  if (fault) throw new DomainError("invalid", "control-score.bad-input", fault);
}
