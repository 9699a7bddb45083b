import { describe, expect, test } from "vitest";

import { kendallTauA } from "#server/validator/agreement/kendall.ts";
import { shuffled } from "#server/validator/chance/rng.ts";
import { tauForTheta, THETA_MAX, thetaForTau } from "#server/validator/rankings/mallows.ts";
import { denseRanks, type Ranking } from "#server/validator/rankings/ranking.ts";
import { mallowsSample, randomOrder } from "#server/validator/simulation/labellers.ts";
import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import { aggregateRankings, type MallowsTask } from "./mallows-em.ts";

const IDENTITY = [0, 1, 2, 3];
const consensusOf = (result: ReturnType<typeof aggregateRankings>, taskId: string) => {
  const found = result.tasks.get(taskId);
  if (!found) throw new Error(`no consensus for ${taskId}`);
  return found;
};

function vote(labellerId: string, ranking: Ranking, weight = 1) {
  return { labellerId, ranking, weight };
}

describe("a single task", () => {
  const one = (...votes: ReturnType<typeof vote>[]) => {
    const result = aggregateRankings([{ taskId: "t", votes }]);
    return { ...consensusOf(result, "t"), converged: result.converged };
  };

  test("with one answer takes it, but is not sure", () => {
    const { consensus, probability, equallyProbable, converged } = one(vote("a", [2, 0, 1, 3]));
    expect({ consensus, equallyProbable, converged }).toEqual({
      consensus: [2, 0, 1, 3],
      equallyProbable: 1,
      converged: true,
    });
    expect(probability).toBeGreaterThan(1 / 24);
    expect(probability).toBeLessThan(0.5);
  });

  test("becomes surer with every labeller who agrees", () => {
    const sure = [1, 2, 3, 5, 8].map(
      (n) => one(...Array.from({ length: n }, (_, i) => vote(`l${i}`, IDENTITY))).probability,
    );
    expect(sure).toEqual(sure.toSorted((a, b) => a - b));
    expect(sure.at(-1)).toBeGreaterThan(0.95);
  });

  test("with no answer, or only answers that tie everything, knows nothing", () => {
    for (const known of [one(), one(vote("a", [0, 0, 0, 0]), vote("b", [0, 0, 0, 0]))]) {
      expect(known.equallyProbable).toBe(24);
      expect(known.consensus).toEqual(IDENTITY);
      for (const p of known.posterior) expect(p).toBeCloseTo(1 / 24, 12);
    }
  });

  test("with opposite answers is split evenly, and breaks the tie by the smallest order index", () => {
    const { consensus, equallyProbable, pairProbability } = one(vote("a", IDENTITY), vote("b", [3, 2, 1, 0]));
    expect({ consensus, equallyProbable }).toEqual({ consensus: IDENTITY, equallyProbable: 24 });
    expect(pairProbability[0]?.[3]).toBeCloseTo(0.5, 12);
  });

  test("keeps a pair open that everybody ties, and decides the others", () => {
    const { pairProbability, equallyProbable } = one(...["a", "b", "c"].map((id) => vote(id, [0, 1, 1, 2])));
    expect(pairProbability[1]?.[2]).toBeCloseTo(0.5, 12);
    expect(pairProbability[0]?.[3]).toBeGreaterThan(0.9);
    expect(equallyProbable).toBe(2);
  });
});

describe("on simulated labellers", () => {
  /** 10 % guess, 20 % have τ 0.4, the rest 0.5 … 0.9, as in the reference simulation. */
  function crowd(tasks: number, labellers: number, perTask: number, seed: number) {
    const rng = seededRng(seed);
    const taus = Array.from({ length: labellers }, (_, i) =>
      i < labellers * 0.1 ? 0 : i < labellers * 0.3 ? 0.4 : 0.5 + 0.4 * rng(),
    );
    const truths = Array.from({ length: tasks }, () => randomOrder(4, rng));
    const answered = truths.map(
      (truth, t): MallowsTask => ({
        taskId: `t${t}`,
        votes: shuffled(rng, [...taus.keys()])
          .slice(0, perTask)
          .map((i) => vote(`l${i}`, mallowsSample(truth, thetaForTau(taus[i] ?? 0), rng))),
      }),
    );
    return { taus, truths, tasks: answered };
  }
  const meanTau = (truths: readonly Ranking[], consensus: (t: number) => Ranking) =>
    truths.reduce((sum, truth, t) => sum + kendallTauA(consensus(t), truth), 0) / truths.length;

  test("finds each labeller's skill and orders better than the mean rank does", () => {
    const { taus, truths, tasks } = crowd(400, 40, 5, 6);
    const result = aggregateRankings(tasks);
    const errors = taus.map((tau, i) => (result.labellers.get(`l${i}`)?.tau ?? 0) - tau);
    expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)).toBeLessThan(0.08);

    const borda = (t: number) =>
      denseRanks(IDENTITY.map((i) => (tasks[t]?.votes ?? []).reduce((sum, v) => sum + (v.ranking[i] ?? 0), 0)));
    const [em, mean] = [meanTau(truths, (t) => consensusOf(result, `t${t}`).consensus), meanTau(truths, borda)];
    // Reference, r = 5: EM .873, Borda .798.
    expect(em).toBeGreaterThan(0.84);
    expect(em - mean).toBeGreaterThan(0.04);
    expect(result.converged).toBe(true);
  });

  test("a posterior of 0.9 is right nine times in ten", () => {
    const { truths, tasks } = crowd(600, 60, 3, 8);
    const result = aggregateRankings(tasks);
    const pairs = truths.flatMap((truth, t) =>
      consensusOf(result, `t${t}`).pairProbability.flatMap((row, i) =>
        row.flatMap((p, j) => (p >= 0.85 && p < 0.95 ? [(truth[i] ?? 0) < (truth[j] ?? 0)] : [])),
      ),
    );
    expect(pairs.length).toBeGreaterThan(300);
    expect(Math.abs(pairs.filter(Boolean).length / pairs.length - 0.9)).toBeLessThan(0.04);
  });

  test("control tasks keep a majority that answers in reverse from becoming the truth", () => {
    const rng = seededRng(2);
    const reversed = (ranking: Ranking) => ranking.map((rank) => 3 - rank);
    const truths = Array.from({ length: 60 }, () => randomOrder(4, rng));
    const tasks = truths.map((truth, t): MallowsTask => {
      const honest = ["h0", "h1"].map((id) => vote(id, mallowsSample(truth, thetaForTau(0.7), rng)));
      const liars = ["x0", "x1", "x2", "x3"].map((id) =>
        vote(id, mallowsSample(reversed(truth), thetaForTau(0.7), rng)),
      );
      const control = t % 3 === 0 ? { trueRanks: truth } : {};
      return { taskId: `t${t}`, votes: [...honest, ...liars], ...control };
    });
    const anchored = aggregateRankings(tasks);
    expect(meanTau(truths, (t) => consensusOf(anchored, `t${t}`).consensus)).toBeGreaterThan(0.7);
    for (const id of ["x0", "x1", "x2", "x3"]) expect(anchored.labellers.get(id)?.tau).toBeLessThan(0.1);

    const unanchored = aggregateRankings(tasks.map(({ taskId, votes }) => ({ taskId, votes })));
    expect(meanTau(truths, (t) => consensusOf(unanchored, `t${t}`).consensus)).toBeLessThan(0);
  });

  test("a cluster of nine copies with one vote together does not outvote three independent labellers", () => {
    const rng = seededRng(3);
    const truths = Array.from({ length: 80 }, () => randomOrder(4, rng));
    const tasks = (weight: number) => {
      const again = seededRng(4);
      return truths.map((truth, t): MallowsTask => {
        const copied = randomOrder(4, again);
        const copies = Array.from({ length: 9 }, (_, i) => vote(`c${i}`, copied, weight));
        const honest = Array.from({ length: 3 }, (_, i) =>
          vote(`h${i}`, mallowsSample(truth, thetaForTau(0.7), again)),
        );
        return { taskId: `t${t}`, votes: [...copies, ...honest] };
      });
    };
    const quality = (weight: number) => {
      const result = aggregateRankings(tasks(weight));
      return meanTau(truths, (t) => consensusOf(result, `t${t}`).consensus);
    };
    expect(quality(1)).toBeLessThan(0.3);
    expect(quality(1 / 9)).toBeGreaterThan(0.8);
  });
});

test("a control task has its truth as posterior whatever is answered", () => {
  const result = aggregateRankings([{ taskId: "c", trueRanks: [1, 0, 3, 2], votes: [vote("a", IDENTITY)] }]);
  expect(consensusOf(result, "c")).toMatchObject({ consensus: [1, 0, 3, 2], probability: 1, equallyProbable: 1 });
});

test("a labeller who is always wrong gets no say, and one who is always right all that the prior leaves", () => {
  const control = (n: number, answer: Ranking) =>
    Array.from(
      { length: n },
      (_, t): MallowsTask => ({ taskId: `c${t}`, trueRanks: IDENTITY, votes: [vote("a", answer)] }),
    );
  expect(aggregateRankings(control(50, [3, 2, 1, 0])).labellers.get("a")).toEqual({ theta: 0, tau: 0, votes: 50 });
  const right = aggregateRankings(control(50, IDENTITY)).labellers.get("a");
  // E d = 4 · 1.5 / 54
  expect(right?.tau).toBeCloseTo(1 - (4 * 1.5) / 54 / 3, 12);
  expect(right?.theta).toBeLessThan(THETA_MAX);
  expect(tauForTheta(right?.theta ?? 0)).toBe(right?.tau);
});

test("says so when it is stopped before it has converged", () => {
  const tasks = [{ taskId: "t", votes: [vote("a", IDENTITY), vote("b", [1, 0, 2, 3])] }];
  expect(aggregateRankings(tasks, { iterationsMax: 1 })).toMatchObject({ iterations: 1, converged: false });
  expect(aggregateRankings(tasks).converged).toBe(true);
  expect(aggregateRankings([])).toMatchObject({ iterations: 1, converged: true });
});

test("hundreds of votes on one task do not underflow", () => {
  const votes = Array.from({ length: 2_000 }, (_, i) => vote(`l${i}`, IDENTITY));
  const { probability, posterior } = consensusOf(aggregateRankings([{ taskId: "t", votes }]), "t");
  expect(probability).toBeCloseTo(1, 12);
  expect(posterior.every((p) => p >= 0)).toBe(true);
});

test.each<[string, MallowsTask[]]>([
  ["mallows-em.bad-input", [{ taskId: "t", votes: [vote("a", IDENTITY, 0)] }]],
  ["mallows-em.bad-input", [{ taskId: "t", votes: [vote("a", IDENTITY, Number.NaN)] }]],
  [
    "mallows-em.bad-input",
    [
      { taskId: "t", votes: [] },
      { taskId: "t", votes: [] },
    ],
  ],
  ["ranking.malformed", [{ taskId: "t", votes: [vote("a", [0, 1, 2])] }]],
  ["ranking.malformed", [{ taskId: "t", votes: [vote("a", [0, 1, 2, 4])] }]],
  ["mallows-em.bad-input", [{ taskId: "t", trueRanks: [0, 1, 2], votes: [] }]],
  ["orders.not-strict", [{ taskId: "t", trueRanks: [0, 0, 1, 2], votes: [] }]],
])("refuses with %s", (code, tasks) => {
  expect(() => aggregateRankings(tasks)).toThrow(expect.objectContaining({ code }));
});
