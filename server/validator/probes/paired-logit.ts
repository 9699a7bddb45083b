import { DomainError } from "#server/errors.ts";

import type { Comparison } from "./probe-auc.ts";

/**
 * Strength of the ridge, in comparisons: as if so many had been seen that say nothing. Keeps weights finite when a feature
 * separates the training comparisons, and small when there are few of them.
 */
export const RIDGE = 1;

/** Newton's method converges in about six steps from 0; more means that numbers are not finite. */
const STEPS_MAX = 50;
const CONVERGED = 1e-9;

/**
 * A logistic model of which of two things is the one asked for, from all features at once: P = 1/(1 + e^(−w·d)) for the
 * difference d of standardised features. There is no intercept, because the two have no order; that makes it the conditional
 * logit of one choice among two.
 *
 * Maximises Σ ln P − (RIDGE/2)·|w|² by Newton's method; the function is strictly concave, so the maximum is unique.
 *
 * @param comparisons  differences of equal length; none gives all weights 0.
 * @returns one weight per feature, for raw (not standardised) differences. O(n·k² + k³) per step.
 * @throws {DomainError} `probe.bad-features` when lengths differ or a number is not finite.
 * @source D. McFadden, "Conditional logit analysis of qualitative choice behavior" (1974).
 */
export function fitPairedLogit(comparisons: readonly Comparison[]): number[] {
  const features = comparisons[0]?.difference.length ?? 0;
  requireWellFormed(comparisons, features);
  const scales = scalesOf(comparisons, features);
  const rows = comparisons.map(({ difference }) =>
    Float64Array.from(difference, (value, index) => value / (scales[index] ?? 1)),
  );
  let weights = Array.from({ length: features }, () => 0);
  for (let step = 0; step < STEPS_MAX; step++) {
    const { gradient, information } = derivatives(rows, weights);
    const move = solve(information, gradient);
    weights = weights.map((weight, index) => weight + (move[index] ?? 0));
    if (Math.max(0, ...move.map(Math.abs)) < CONVERGED) break;
  }
  return weights.map((weight, index) => weight / (scales[index] ?? 1));
}

/**
 * The score of each comparison by a model that has seen nothing of its cluster: clusters are dealt into folds in the order of
 * their names, and each fold is scored by a model of the others.
 *
 * @param comparisons  at least two clusters, else every score is 0.
 * @param folds  at least 2; as many as there are clusters leaves one cluster out at a time.
 * @returns scores in the order of the comparisons; positive says that the first is the one asked for.
 */
export function crossValidatedScores(comparisons: readonly Comparison[], folds: number): number[] {
  const clusters = [...new Set(comparisons.map(({ cluster }) => cluster))].toSorted();
  if (clusters.length < 2) return comparisons.map(() => 0);
  const foldOf = new Map(clusters.map((cluster, index) => [cluster, index % Math.min(folds, clusters.length)]));
  const weightsOf = new Map(
    [...new Set(foldOf.values())].map((fold) => [
      fold,
      fitPairedLogit(comparisons.filter(({ cluster }) => foldOf.get(cluster) !== fold)),
    ]),
  );
  return comparisons.map(({ cluster, difference }) => {
    const weights = weightsOf.get(foldOf.get(cluster) ?? 0) ?? [];
    return weights.reduce((sum, weight, index) => sum + weight * (difference[index] ?? 0), 0);
  });
}

function requireWellFormed(comparisons: readonly Comparison[], features: number): void {
  const wellFormed = comparisons.every(
    ({ difference }) => difference.length === features && difference.every(Number.isFinite),
  );
  if (wellFormed) return;
  throw new DomainError("invalid", "probe.bad-features", "differences have the same length and finite numbers");
}

/** Root mean square of each feature's differences, 1 for one that never differs. Their mean is no centre: signs are arbitrary. */
function scalesOf(comparisons: readonly Comparison[], features: number): number[] {
  return Array.from({ length: features }, (_, index) => {
    const squares = comparisons.reduce((sum, { difference }) => sum + (difference[index] ?? 0) ** 2, 0);
    return squares === 0 ? 1 : Math.sqrt(squares / comparisons.length);
  });
}

/**
 * Gradient of the penalised likelihood, and minus its second derivative. Plain indices over typed arrays: this is where an
 * evaluation spends its time, and iterators made it eight times as slow.
 */
function derivatives(rows: readonly Float64Array[], weights: readonly number[]) {
  const size = weights.length;
  const gradient = Float64Array.from(weights, (weight) => -RIDGE * weight);
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) information[i * size + i] = RIDGE;
  for (const row of rows) {
    let score = 0;
    for (let i = 0; i < size; i++) score += at(row, i) * (weights[i] ?? 0);
    const wrong = 1 / (1 + Math.exp(score));
    const spread = wrong * (1 - wrong);
    for (let i = 0; i < size; i++) {
      const value = at(row, i);
      gradient[i] = at(gradient, i) + wrong * value;
      const scaled = spread * value;
      for (let j = i; j < size; j++) information[i * size + j] = at(information, i * size + j) + scaled * at(row, j);
    }
  }
  const line = (i: number) =>
    Array.from({ length: size }, (_, j) => at(information, Math.min(i, j) * size + Math.max(i, j)));
  return { gradient: [...gradient], information: Array.from({ length: size }, (_, i) => line(i)) };
}

const at = (values: Float64Array, index: number) => values[index] ?? 0;

/** Gaussian elimination; the matrix is positive definite, so no pivoting is needed. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (const [i, pivotRow] of rows.entries()) {
    const pivot = pivotRow[i] ?? 1;
    for (const row of rows.slice(i + 1)) {
      const factor = (row[i] ?? 0) / pivot;
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = solution.reduce((sum, value, j) => (j > i ? sum + (row[j] ?? 0) * value : sum), 0);
    solution[i] = ((row[size] ?? 0) - known) / (row[i] ?? 1);
  }
  return solution;
}
