import { DomainError } from "#server/errors.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";
import { COMPLETIONS_PER_TASK } from "#server/validator/rankings/orders.ts";
import { distanceDistribution, thetaForTau } from "#server/validator/rankings/mallows.ts";

import { CONFIDENCE_Z, PRIOR_ANSWERS, RANDOM_TAU_SD, REWARD_EXPONENT } from "./control-score.ts";

/** What a labeller of a given skill can expect of its control answers. */
export type EarningOutlook = {
  /** P(L > b): the chance of earning anything. */
  readonly probability: number;
  /** E max(0, L − b)^γ: the expected reward per answer. */
  readonly rewardPerAnswer: number;
};

/**
 * Chance and size of earnings of a labeller whose orders follow a Mallows model, exactly (no simulation).
 *
 * The Kendall distances of n answers add up to D, whose distribution is the n-fold convolution of that of one answer;
 * Σ s = n − D/3, and L follows from it as in `controlScore`. Answers whether a baseline, a round length or a qualification test
 * is fair before anybody labels.
 *
 * @param tau       mean τ of the labeller, in [0, 1].
 * @param answers   n ≥ 0 answered control tasks, none missing, at most 5,000.
 * @param baseline  b in [0, 1), τ.
 * @returns probability in [0, 1] and reward per answer in [0, 1). O(n²).
 * @throws {DomainError} `earning-outlook.bad-input`, `mallows.bad-tau`.
 * @source Design §6; model as in `distanceDistribution`.
 */
export function earningOutlook(tau: number, answers: number, baseline: number): EarningOutlook {
  if (!(Number.isInteger(answers) && answers >= 0 && answers <= 5_000) || !(baseline >= 0 && baseline < 1)) {
    throw new DomainError("invalid", "earning-outlook.bad-input", `${answers} answers against baseline ${baseline}`);
  }
  const perAnswer = distanceDistribution(thetaForTau(tau), COMPLETIONS_PER_TASK);
  const total = convolutionPower(perAnswer, answers);
  const margin = (CONFIDENCE_Z * RANDOM_TAU_SD) / Math.sqrt(answers + PRIOR_ANSWERS);
  const earning = [...total.entries()].flatMap(([distance, probability]) => {
    const excess = (answers - distance / 3) / (answers + PRIOR_ANSWERS) - margin - baseline;
    return excess > 0 ? [{ probability, excess }] : [];
  });
  return {
    probability: compensatedSum(earning.map((outcome) => outcome.probability)),
    rewardPerAnswer: compensatedSum(earning.map((outcome) => outcome.probability * outcome.excess ** REWARD_EXPONENT)),
  };
}

/** Distribution of the sum of n independent copies, by repeated squaring. */
function convolutionPower(distribution: readonly number[], n: number): number[] {
  if (n === 0) return [1];
  const half = convolutionPower(distribution, Math.floor(n / 2));
  const even = convolution(half, half);
  return n % 2 === 0 ? even : convolution(even, distribution);
}

function convolution(a: readonly number[], b: readonly number[]): number[] {
  const sum = Array.from({ length: a.length + b.length - 1 }, () => 0);
  for (const [i, p] of a.entries()) {
    for (let j = 0; j < b.length; j++) sum[i + j] = (sum[i + j] ?? 0) + p * (b[j] ?? 0);
  }
  return sum;
}
