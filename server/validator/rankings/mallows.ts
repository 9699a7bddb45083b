import { DomainError } from "#server/errors.ts";

import { pairCount } from "#server/validator/agreement/kendall.ts";

/**
 * Largest dispersion in use, unitless. At θ = 12 an order of four is wrong once in 54,000 answers; beyond it nothing
 * observable changes and e^(−θd) leaves the range in which logarithms are comfortable.
 */
export const THETA_MAX = 12;

/**
 * Distribution of the Kendall distance between a Mallows labeller's order and the truth.
 *
 * P(order r | truth m) = q^d(r,m) / Z(q), q = e^(−θ), Z = Π_{j=1…n} (1 + q + … + q^(j−1)); the distance is a sum of n
 * independent truncated geometric variables, one per inserted completion.
 *
 * @param theta  dispersion θ in [0, ∞): 0 answers at random, large answers the truth.
 * @param n      number of completions, n ≥ 2.
 * @returns P(d = 0 … n(n−1)/2), summing to 1. O(n³).
 * @throws {DomainError} `mallows.bad-theta` when θ is negative or not a number.
 * @source C. L. Mallows, "Non-null ranking models I", Biometrika 44 (1957); generating function: M. Fligner and
 *   J. Verducci, "Distance based ranking models", JRSS B 48 (1986).
 */
export function distanceDistribution(theta: number, n: number): number[] {
  const q = Math.exp(-checkedTheta(theta));
  let distribution = [1];
  for (let choices = 2; choices <= n; choices++) {
    const powers = Array.from({ length: choices }, (_, power) => q ** power);
    const normaliser = powers.reduce((sum, p) => sum + p, 0);
    const next = Array.from({ length: distribution.length + choices - 1 }, () => 0);
    for (const [d, p] of distribution.entries()) {
      for (const [power, weight] of powers.entries()) {
        next[d + power] = (next[d + power] ?? 0) + (p * weight) / normaliser;
      }
    }
    distribution = next;
  }
  return distribution;
}

/**
 * Logarithm of the Mallows normaliser.
 *
 * ln Z(θ) = Σ_{j=1…n} ln(1 + q + … + q^(j−1)), q = e^(−θ).
 *
 * @param theta  θ in [0, ∞).
 * @param n      number of completions, n ≥ 2.
 * @returns a number in [0, ln n!]: ln n! at θ = 0, 0 in the limit.
 * @throws {DomainError} `mallows.bad-theta`.
 */
export function logNormaliser(theta: number, n: number): number {
  const q = Math.exp(-checkedTheta(theta));
  let logZ = 0;
  let sum = 1;
  for (let j = 2; j <= n; j++) {
    sum += q ** (j - 1);
    logZ += Math.log(sum);
  }
  return logZ;
}

/**
 * Mean Kendall distance of a Mallows labeller from the truth.
 *
 * E d = Σ_{j=2…n} (Σ_i i·qⁱ) / (Σ_i qⁱ), i = 0…j−1. Strictly decreasing in θ. (The closed form with 1 − q in the
 * denominator loses all digits near θ = 0.)
 *
 * @param theta  θ in [0, ∞).
 * @param n      number of completions, n ≥ 2.
 * @returns pairs, in (0, n(n−1)/4].
 * @throws {DomainError} `mallows.bad-theta`.
 */
export function expectedDistance(theta: number, n: number): number {
  const q = Math.exp(-checkedTheta(theta));
  let expected = 0;
  let sum = 1;
  let weighted = 0;
  for (let j = 2; j <= n; j++) {
    sum += q ** (j - 1);
    weighted += (j - 1) * q ** (j - 1);
    expected += weighted / sum;
  }
  return expected;
}

/**
 * The dispersion at which the mean distance has a given value: the inverse of `expectedDistance`.
 *
 * Bisection on [0, THETA_MAX] until the interval no longer shrinks: the same bits on every run.
 *
 * @param distance  wanted mean distance, pairs. At or above n(n−1)/4 (chance) the result is 0: a labeller worse than
 *   chance is ignored, never inverted, since inverting would let an adversary vote by lying.
 * @param n         number of completions, n ≥ 2.
 * @returns θ in [0, THETA_MAX]. About 55 evaluations of O(n).
 * @throws {DomainError} `mallows.bad-distance` when the distance is negative or not a number.
 */
export function thetaForDistance(distance: number, n: number): number {
  if (!(distance >= 0)) {
    throw new DomainError("invalid", "mallows.bad-distance", `no dispersion has mean distance ${distance}`);
  }
  if (distance >= pairCount(n) / 2) return 0;
  let low = 0;
  let high = THETA_MAX;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (expectedDistance(middle, n) > distance) low = middle;
    else high = middle;
  }
}

/**
 * The dispersion of a labeller whose mean agreement with the truth is τ.
 *
 * E τ = 1 − 4·E d / (n(n−1)).
 *
 * @param tau  wanted mean τ-a, in [0, 1]; above 0.99999 it is met up to THETA_MAX.
 * @param n    number of completions, default 4.
 * @returns θ in [0, THETA_MAX].
 * @throws {DomainError} `mallows.bad-tau` when τ is outside [0, 1].
 */
export function thetaForTau(tau: number, n = 4): number {
  if (!(tau >= 0 && tau <= 1)) throw new DomainError("invalid", "mallows.bad-tau", `no labeller has mean τ ${tau}`);
  return thetaForDistance(((1 - tau) * pairCount(n)) / 2, n);
}

/**
 * Mean agreement of a Mallows labeller with the truth: the inverse of `thetaForTau`.
 *
 * @param theta  θ in [0, ∞).
 * @param n      number of completions, default 4.
 * @returns mean τ-a in [0, 1).
 * @throws {DomainError} `mallows.bad-theta`.
 */
export function tauForTheta(theta: number, n = 4): number {
  return 1 - (2 * expectedDistance(theta, n)) / pairCount(n);
}

function checkedTheta(theta: number): number {
  if (theta >= 0) return theta;
  throw new DomainError("invalid", "mallows.bad-theta", `a dispersion is at least 0, not ${theta}`);
}
