import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { kendallDistance } from "#server/validator/agreement/kendall.ts";
import { shuffled } from "#server/validator/chance/rng.ts";
import { logNormaliser } from "#server/validator/rankings/mallows.ts";
import { ORDERS_OF_FOUR, orderIndex, weakOrders } from "#server/validator/rankings/orders.ts";
import { denseRanks, type Ranking } from "#server/validator/rankings/ranking.ts";
import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import { aggregateRankings, type MallowsTask, PRIOR_DISTANCE, PRIOR_VOTES } from "./mallows-em.ts";

const IDENTITY = [0, 1, 2, 3];
const rankings = fc.constantFrom(...weakOrders(4));
const smallTasks = fc
  .array(fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), rankings), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list): MallowsTask[] =>
    list.map((votes, t) => ({
      taskId: `t${t}`,
      votes: votes.map(([labellerId, ranking]) => ({ labellerId, ranking })),
    })),
  );

/** The objective written down from its definition, without any of the code under test but d and Z. */
function objectiveAt(tasks: readonly MallowsTask[], theta: (labellerId: string) => number): number {
  const logLikelihoods = tasks.map((task) => {
    const orders = task.trueRanks ? [task.trueRanks] : ORDERS_OF_FOUR;
    const likelihood = orders.reduce((sum, order) => {
      const logs = task.votes.map(({ labellerId, ranking, weight = 1 }) => {
        const t = theta(labellerId);
        return weight * (-t * kendallDistance(ranking, order) - logNormaliser(t, 4));
      });
      return sum + Math.exp(logs.reduce((a, b) => a + b, 0)) / orders.length;
    }, 0);
    return Math.log(likelihood);
  });
  const labellers = new Set(tasks.flatMap((task) => task.votes.map((vote) => vote.labellerId)));
  const priors = [...labellers].map((id) => -theta(id) * PRIOR_DISTANCE - logNormaliser(theta(id), 4));
  return [...logLikelihoods, ...priors.map((log) => PRIOR_VOTES * log)].reduce((a, b) => a + b, 0);
}

const largestDifference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] ?? Number.NaN))), 0);

const thetaOf = (result: ReturnType<typeof aggregateRankings>) => (id: string) => result.labellers.get(id)?.theta ?? 0;
const consensusOf = (result: ReturnType<typeof aggregateRankings>, taskId: string) => {
  const found = result.tasks.get(taskId);
  if (!found) throw new Error(`no consensus for ${taskId}`);
  return found;
};

function vote(labellerId: string, ranking: Ranking, weight = 1) {
  return { labellerId, ranking, weight };
}

describe("against brute force on small cases", () => {
  test("the posterior of a task is the normalised product of its votes' likelihoods", () => {
    fc.assert(
      fc.property(smallTasks, (tasks) => {
        const result = aggregateRankings(tasks);
        for (const task of tasks) {
          const weights = ORDERS_OF_FOUR.map((order) =>
            task.votes.reduce(
              (p, v) => p * Math.exp(-thetaOf(result)(v.labellerId) * kendallDistance(v.ranking, order)),
              1,
            ),
          );
          const sum = weights.reduce((a, b) => a + b, 0);
          const { posterior } = consensusOf(result, task.taskId);
          expect(
            largestDifference(
              posterior,
              weights.map((w) => w / sum),
            ),
          ).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("the objective is what its definition says, and never falls", () => {
    fc.assert(
      fc.property(smallTasks, (tasks) => {
        const result = aggregateRankings(tasks);
        expect(result.converged).toBe(true);
        expect(result.objective.at(-1)).toBeCloseTo(objectiveAt(tasks, thetaOf(result)), 8);
        for (const [i, value] of result.objective.entries()) {
          expect(value).toBeGreaterThanOrEqual((result.objective[i - 1] ?? value) - 1e-9);
        }
      }),
    );
  });

  test("the objective is level in every dispersion, or falls from θ = 0", () => {
    fc.assert(
      fc.property(smallTasks, fc.constantFrom("a", "b", "c"), (tasks, id) => {
        const theta = thetaOf(aggregateRankings(tasks));
        const at = (value: number) => objectiveAt(tasks, (other) => (other === id ? value : theta(other)));
        const h = 1e-4;
        if (theta(id) < h) expect((at(h) - at(0)) / h).toBeLessThan(1e-2);
        else expect(Math.abs(at(theta(id) + h) - at(theta(id) - h)) / (2 * h)).toBeLessThan(1e-4);
      }),
    );
  });

  test("two labellers, one control and two normal tasks: the best point of a fine grid is found", () => {
    const tasks: MallowsTask[] = [
      { taskId: "c", trueRanks: IDENTITY, votes: [vote("a", [0, 1, 3, 2]), vote("b", [3, 1, 2, 0])] },
      { taskId: "n1", votes: [vote("a", [0, 2, 1, 3]), vote("b", [1, 0, 2, 3])] },
      { taskId: "n2", votes: [vote("a", [2, 0, 1, 3]), vote("b", [2, 0, 1, 1])] },
    ].map((task) => ({ ...task, votes: task.votes.map((v) => ({ ...v, ranking: denseRanks(v.ranking) })) }));
    const result = aggregateRankings(tasks);
    const grid = Array.from({ length: 41 }, (_, i) => i * 0.05);
    const best = grid
      .flatMap((a) => grid.map((b) => ({ a, b, value: objectiveAt(tasks, (id) => (id === "a" ? a : b)) })))
      .reduce((top, point) => (point.value > top.value ? point : top));
    expect(Math.abs(thetaOf(result)("a") - best.a)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(thetaOf(result)("b") - best.b)).toBeLessThanOrEqual(0.05);
    expect(result.objective.at(-1)).toBeGreaterThanOrEqual(best.value);
  });
});

test("posteriors and pair probabilities are probabilities", () => {
  fc.assert(
    fc.property(smallTasks, (tasks) => {
      for (const { posterior, pairProbability, consensus, probability } of aggregateRankings(tasks).tasks.values()) {
        expect(posterior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(posterior[orderIndex(consensus)]).toBeCloseTo(probability, 9);
        const bothWays = pairProbability.map((row, i) => row.map((p, j) => p + (pairProbability[j]?.[i] ?? 0)));
        const expected = IDENTITY.map((i) => IDENTITY.map((j) => (i === j ? 0 : 1)));
        expect(largestDifference(bothWays.flat(), expected.flat())).toBeLessThan(1e-12);
      }
    }),
  );
});

test("nothing depends on names, on the order of rows, or on how completions are numbered", () => {
  const permutation = fc.shuffledSubarray(IDENTITY, { minLength: 4 });
  fc.assert(
    fc.property(smallTasks, permutation, fc.nat(), (tasks, to, seed) => {
      const rng = seededRng(seed);
      const renumbered = (ranking: Ranking) => to.map((from) => ranking[from] ?? 0);
      const other = shuffled(rng, tasks).map((task) => ({
        taskId: task.taskId,
        votes: shuffled(rng, task.votes).map((v) => ({
          labellerId: `z-${v.labellerId}`,
          ranking: renumbered(v.ranking),
        })),
      }));
      const [before, after] = [aggregateRankings(tasks), aggregateRankings(other)];
      for (const [id, { theta }] of before.labellers) {
        expect(after.labellers.get(`z-${id}`)?.theta).toBeCloseTo(theta, 6);
      }
      for (const { taskId } of tasks) {
        const [a, b] = [consensusOf(before, taskId), consensusOf(after, taskId)];
        const moved = ORDERS_OF_FOUR.map((order) => b.posterior[orderIndex(renumbered(order))] ?? 0);
        expect(largestDifference(moved, a.posterior)).toBeLessThan(1e-6);
        // Where one order leads by more than the two computations may differ, both name it.
        const [first = 0, second = 0] = a.posterior.toSorted((x, y) => y - x);
        if (first - second > 1e-5) expect(b.consensus).toEqual(renumbered(a.consensus));
      }
    }),
  );
});
