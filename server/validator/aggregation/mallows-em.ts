import { DomainError } from "#server/errors.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";
import { tauForTheta } from "#server/validator/rankings/mallows.ts";
import { COMPLETIONS_PER_TASK, orderIndex } from "#server/validator/rankings/orders.ts";
import type { Ranking } from "#server/validator/rankings/ranking.ts";

import {
  dispersionAt,
  expectation,
  logPrior,
  maximisation,
  type PreparedTask,
  votesByLabeller,
} from "./mallows-em-steps.ts";
import { consensusOf, type OrderConsensus } from "./order-posterior.ts";
import { distancesToOrders } from "./ranking-distances.ts";

/** Stored with every consensus. Changes with any number or rule of the aggregation. */
export const AGGREGATION_VERSION = "mallows-em/1";

/** d₀: mean distance of a labeller nobody knows, pairs. 1.5 is τ = 0.5: better than chance, worse than a proven one. */
export const PRIOR_DISTANCE = 1.5;

/** a₀: votes that the prior is worth. From the fifth vote on, a labeller's own answers weigh more. */
export const PRIOR_VOTES = 4;

/** Stopping rule: no posterior probability moved by more than this in one iteration. */
export const POSTERIOR_TOLERANCE = 1e-9;

/** Iterations after which the result is returned as not converged. */
export const ITERATIONS_MAX = 1_000;

/** One labeller's ranking of one task. `weight`: 1 by default; members of a cluster of k carry 1/k each. */
export type MallowsVote = { readonly labellerId: string; readonly ranking: Ranking; readonly weight?: number };

/** A task with its votes; `trueRanks` only for control tasks, whose order is clamped. */
export type MallowsTask = {
  readonly taskId: string;
  readonly votes: readonly MallowsVote[];
  readonly trueRanks?: Ranking;
};

/** Numbers that may be varied in a study; production uses the defaults. */
export type MallowsOptions = {
  readonly priorDistance?: number;
  readonly priorVotes?: number;
  readonly tolerance?: number;
  readonly iterationsMax?: number;
};

/** What is known of a labeller afterwards: θ, the mean τ it stands for, and the weight of votes behind it. */
export type LabellerDispersion = { readonly theta: number; readonly tau: number; readonly votes: number };

/** Result of the aggregation. `objective`: log posterior up to a constant, by iteration; it never falls. */
export type MallowsResult = {
  readonly algorithmVersion: string;
  readonly tasks: ReadonlyMap<string, OrderConsensus>;
  readonly labellers: ReadonlyMap<string, LabellerDispersion>;
  readonly iterations: number;
  readonly converged: boolean;
  readonly objective: readonly number[];
};

/**
 * Consensus over tasks that share labellers: EM over the 24 true orders with one Mallows dispersion per labeller.
 *
 *   model  P(ranking r | truth m, labeller w) ∝ exp(−θ_w · d(r, m)) / Z(θ_w), truth uniform over 24 orders
 *   E      post_t(m) ∝ exp(−Σ_w weight · θ_w · d(r_tw, m))
 *   M      θ_w solves E_θ[d] = (Σ_t weight · E_post d + a₀·d₀) / (Σ_t weight + a₀), clamped to [0, THETA_MAX]
 *
 * d is the Kendall distance with ties counting ½, that is the *average* over the orders that a ranking with ties allows (a
 * ranking with k such orders counts as k votes of weight 1/k). Marginalising over them instead would make a tie cost
 * nothing: a labeller who ties whatever is hard would look more reliable than one who tries, and count more. Averaging
 * agrees with τ-a, by which labellers are scored. A vote that ties everything still says nothing about the truth.
 *
 * A labeller worse than chance gets θ = 0 and no say; it is never inverted. Control tasks are clamped to their truth, so that
 * reliability is anchored outside the crowd. The prior makes a single task with few labellers well defined.
 *
 * @param tasks    distinct `taskId`s; rankings of four completions, ties allowed; weights > 0.
 * @param options  defaults above.
 * @returns posteriors, consensus and dispersions; independent of the order of tasks and votes up to rounding.
 *   O(iterations · votes · 24).
 * @throws {DomainError} `mallows-em.bad-input` for malformed weights, repeated tasks or a truth of another size, `ranking.malformed`,
 *   `orders.not-strict`.
 * @source C. L. Mallows (1957); A. P. Dawid and A. M. Skene, Applied Statistics 28 (1979); statistics reference A.
 */
export function aggregateRankings(tasks: readonly MallowsTask[], options: MallowsOptions = {}): MallowsResult {
  const { tolerance = POSTERIOR_TOLERANCE, iterationsMax = ITERATIONS_MAX } = options;
  const prior = { distance: options.priorDistance ?? PRIOR_DISTANCE, votes: options.priorVotes ?? PRIOR_VOTES };
  const prepared = prepareTasks(tasks);
  const votes = votesByLabeller(prepared);
  const labellerIds = [...votes.keys()].toSorted();

  let dispersions = new Map(labellerIds.map((id) => [id, dispersionAt(prior.distance)]));
  let posteriors = prepared.map((task) => expectation(task, dispersions).posterior);
  const objective: number[] = [];
  let converged = false;
  while (!converged && objective.length < iterationsMax) {
    dispersions = maximisation(prepared, posteriors, labellerIds, prior);
    const next = prepared.map((task) => expectation(task, dispersions));
    objective.push(compensatedSum(next.map((task) => task.logLikelihood)) + logPrior(dispersions, prior));
    const moved = next.map((task) => task.posterior);
    converged = largestChange(posteriors, moved) <= tolerance;
    posteriors = moved;
  }
  return {
    algorithmVersion: AGGREGATION_VERSION,
    tasks: new Map(prepared.map((task, index) => [task.taskId, consensusOf(posteriors[index] ?? [])])),
    labellers: new Map(
      [...dispersions].map(([id, { theta }]) => [id, { theta, tau: tauForTheta(theta), votes: votes.get(id) ?? 0 }]),
    ),
    iterations: objective.length,
    converged,
    objective,
  };
}

function prepareTasks(tasks: readonly MallowsTask[]): PreparedTask[] {
  if (new Set(tasks.map((task) => task.taskId)).size !== tasks.length) {
    throw new DomainError("invalid", "mallows-em.bad-input", "a task occurs twice");
  }
  if (tasks.some(({ trueRanks }) => trueRanks && trueRanks.length !== COMPLETIONS_PER_TASK)) {
    throw new DomainError("invalid", "mallows-em.bad-input", `the truth of a task orders ${COMPLETIONS_PER_TASK}`);
  }
  const known = new Map<string, readonly number[]>();
  return tasks.map((task) => ({
    taskId: task.taskId,
    truth: task.trueRanks ? orderIndex(task.trueRanks) : null,
    votes: task.votes.map(({ labellerId, ranking, weight = 1 }) => {
      if (!(weight > 0 && weight < Infinity)) {
        throw new DomainError("invalid", "mallows-em.bad-input", `a vote of weight ${weight}`);
      }
      const distances = known.get(ranking.join()) ?? distancesToOrders(ranking);
      known.set(ranking.join(), distances);
      return { labellerId, weight, distances };
    }),
  }));
}

function largestChange(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number {
  const changes = after.map((posterior, task) =>
    posterior.reduce((most, p, order) => Math.max(most, Math.abs(p - (before[task]?.[order] ?? 0))), 0),
  );
  return changes.reduce((most, change) => Math.max(most, change), 0);
}
