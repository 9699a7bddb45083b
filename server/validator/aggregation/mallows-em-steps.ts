import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";
import { logNormaliser, thetaForDistance } from "#server/validator/rankings/mallows.ts";
import { COMPLETIONS_PER_TASK, ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";

/** A vote as the algorithm reads it: its 24 distances to the orders, by order index. */
export type PreparedVote = {
  readonly labellerId: string;
  readonly weight: number;
  readonly distances: readonly number[];
};

/** A task as the algorithm reads it; `truth` is the order index of a control task's truth. */
export type PreparedTask = {
  readonly taskId: string;
  readonly votes: readonly PreparedVote[];
  readonly truth: number | null;
};

/** a₀ imaginary votes of mean distance d₀ that every labeller starts with. */
export type DispersionPrior = { readonly distance: number; readonly votes: number };

/** θ of a labeller, with ln Z(θ) computed once per iteration instead of once per vote. */
export type Dispersion = { readonly theta: number; readonly logZ: number };

/**
 * The dispersion at which the mean distance has a given value.
 *
 * @param distance  mean distance, pairs, ≥ 0.
 * @returns θ in [0, THETA_MAX] and ln Z(θ).
 */
export function dispersionAt(distance: number): Dispersion {
  const theta = thetaForDistance(distance, COMPLETIONS_PER_TASK);
  return { theta, logZ: logNormaliser(theta, COMPLETIONS_PER_TASK) };
}

/**
 * E-step of one task: the posterior over its orders, and how well the votes are explained.
 *
 * post(m) ∝ exp(−Σ weight · θ_w · d(r_w, m)), by log-sum-exp: with hundreds of votes every plain product underflows.
 *
 * @param task         its votes.
 * @param dispersions  θ by labeller id.
 * @returns 24 probabilities by order index, all on the truth of a control task; and ln P(votes). O(votes · 24).
 */
export function expectation(
  task: PreparedTask,
  dispersions: ReadonlyMap<string, Dispersion>,
): { posterior: number[]; logLikelihood: number } {
  const logs = ORDERS_OF_FOUR.map(() => 0);
  let logZ = 0;
  for (const { labellerId, weight, distances } of task.votes) {
    const dispersion = dispersions.get(labellerId);
    if (!dispersion) continue;
    const { theta } = dispersion;
    logZ += weight * dispersion.logZ;
    for (const [order, distance] of distances.entries()) logs[order] = (logs[order] ?? 0) - weight * theta * distance;
  }
  if (task.truth !== null) {
    const posterior = logs.map((_log, order) => (order === task.truth ? 1 : 0));
    return { posterior, logLikelihood: (logs[task.truth] ?? 0) - logZ };
  }
  const largest = Math.max(...logs);
  const sum = compensatedSum(logs.map((log) => Math.exp(log - largest)));
  const posterior = logs.map((log) => Math.exp(log - largest) / sum);
  return { posterior, logLikelihood: largest + Math.log(sum / ORDERS_OF_FOUR.length) - logZ };
}

/**
 * M-step: the dispersion of every labeller under the current posteriors.
 *
 * θ_w solves E_θ[d] = (Σ_t weight · E_post d + a₀·d₀) / (Σ_t weight + a₀).
 *
 * @param tasks        all tasks.
 * @param posteriors   by task, as `expectation` gives them.
 * @param labellerIds  everybody who voted.
 * @param prior        d₀ and a₀.
 * @returns dispersions by labeller id. O(votes · 24 + labellers).
 */
export function maximisation(
  tasks: readonly PreparedTask[],
  posteriors: readonly (readonly number[])[],
  labellerIds: readonly string[],
  prior: DispersionPrior,
): Map<string, Dispersion> {
  const total = new Map(labellerIds.map((id) => [id, { distance: prior.distance * prior.votes, weight: prior.votes }]));
  for (const [index, task] of tasks.entries()) {
    const posterior = posteriors[index] ?? [];
    for (const { labellerId, weight, distances } of task.votes) {
      const sums = total.get(labellerId);
      if (!sums) continue;
      for (const [order, p] of posterior.entries()) sums.distance += weight * p * (distances[order] ?? 0);
      sums.weight += weight;
    }
  }
  return new Map([...total].map(([id, sums]) => [id, dispersionAt(sums.distance / sums.weight)]));
}

/**
 * Log density of the prior at given dispersions, up to a constant: a₀ · Σ_w (−θ_w·d₀ − ln Z(θ_w)).
 *
 * @param dispersions  by labeller id.
 * @param prior        d₀ and a₀.
 * @returns a finite number ≤ 0.
 */
export function logPrior(dispersions: ReadonlyMap<string, Dispersion>, prior: DispersionPrior): number {
  const logs = [...dispersions.values()].map(({ theta, logZ }) => -theta * prior.distance - logZ);
  return prior.votes * compensatedSum(logs);
}

/**
 * Weight of votes behind each labeller.
 *
 * @param tasks  all tasks.
 * @returns Σ weight by labeller id. O(votes).
 */
export function votesByLabeller(tasks: readonly PreparedTask[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { labellerId, weight } of tasks.flatMap((task) => task.votes)) {
    votes.set(labellerId, (votes.get(labellerId) ?? 0) + weight);
  }
  return votes;
}
