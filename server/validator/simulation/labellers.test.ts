import { describe, expect, test } from "vitest";

import { kendallDistance, kendallTauA } from "#server/validator/agreement/kendall.ts";
import { distanceDistribution } from "#server/validator/rankings/mallows.ts";
import { ORDERS_OF_FOUR, orderIndex } from "#server/validator/rankings/orders.ts";
import { isRanking } from "#server/validator/rankings/ranking.ts";

import { type LabellerStrategy, mallowsSample, simulatedAnswer, type SimulatedView } from "./labellers.ts";
import { seededRng } from "./seeded-rng.ts";

const TRUTH = [2, 0, 3, 1];
const VIEW: SimulatedView = { trueRanks: TRUTH, copied: [3, 2, 1, 0] };
const ANSWERS = 5_000;

/** Mean τ over many answers with a fixed seed; standard error at most 0.007. */
function meanTau(strategy: LabellerStrategy, view = VIEW): number {
  const rng = seededRng(11);
  let sum = 0;
  for (let i = 0; i < ANSWERS; i++) sum += kendallTauA(simulatedAnswer(strategy, view, rng) ?? [0, 0, 0, 0], TRUTH);
  return sum / ANSWERS;
}

describe("mallowsSample", () => {
  test.each([0, 0.6, 1.3, 3])("at θ = %d draws each of the 24 orders as often as the model says", (theta) => {
    const rng = seededRng(3);
    const counts = Array.from({ length: 24 }, () => 0);
    for (let i = 0; i < 24_000; i++) {
      const index = orderIndex(mallowsSample(TRUTH, theta, rng));
      counts[index] = (counts[index] ?? 0) + 1;
    }
    const weights = ORDERS_OF_FOUR.map((order) => Math.exp(-theta * kendallDistance(order, TRUTH)));
    const z = weights.reduce((sum, w) => sum + w, 0);
    const chi = weights.reduce((sum, w, i) => sum + ((counts[i] ?? 0) - (24_000 * w) / z) ** 2 / ((24_000 * w) / z), 0);
    expect(chi).toBeLessThan(49.7); // 99.9 % at 23 degrees of freedom
  });

  test("follows the distance distribution for other numbers of completions", () => {
    const rng = seededRng(5);
    const truth = [4, 2, 0, 1, 3];
    const counts = Array.from({ length: 11 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const d = kendallDistance(mallowsSample(truth, 0.7, rng), truth);
      counts[d] = (counts[d] ?? 0) + 1;
    }
    for (const [d, p] of distanceDistribution(0.7, 5).entries()) {
      expect(Math.abs((counts[d] ?? 0) / 10_000 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 10_000) + 1e-4);
    }
  });
});

describe("simulatedAnswer", () => {
  test.each([0.4, 0.7, 0.9])("an honest labeller agrees with the truth by τ = %d on average", (tau) => {
    expect(Math.abs(meanTau({ kind: "honest", tau }) - tau)).toBeLessThan(0.02);
  });

  test("a noisy labeller loses the share it guesses and the pairs it ties", () => {
    expect(Math.abs(meanTau({ kind: "noisy", tau: 0.6, guessShare: 0.5, tieShare: 0 }) - 0.3)).toBeLessThan(0.02);
    expect(meanTau({ kind: "noisy", tau: 0.6, guessShare: 0, tieShare: 1 })).toBe(0);
    expect(meanTau({ kind: "noisy", tau: 0.6, guessShare: 0, tieShare: 0.3 })).toBeLessThan(0.55);
  });

  test("random answers have mean τ 0", () => {
    expect(Math.abs(meanTau({ kind: "random" }))).toBeLessThan(0.02);
  });

  test("a constant labeller names the same positions whatever is shown", () => {
    const strategy: LabellerStrategy = { kind: "constant", ranking: [0, 1, 2, 3] };
    const answers = ORDERS_OF_FOUR.map((trueRanks) => simulatedAnswer(strategy, { trueRanks, copied: null }, () => 0));
    expect(answers).toEqual(ORDERS_OF_FOUR.map(() => [0, 1, 2, 3]));
  });

  test("a replayer repeats what it finds, and guesses when it finds nothing", () => {
    expect(simulatedAnswer({ kind: "replay" }, VIEW, () => 0)).toEqual([3, 2, 1, 0]);
    expect(Math.abs(meanTau({ kind: "replay" }, { ...VIEW, copied: null }))).toBeLessThan(0.02);
  });

  test("an absent labeller does not answer", () => {
    expect(simulatedAnswer({ kind: "absent" }, VIEW, () => 0)).toBeNull();
  });

  test("every answer is a ranking of what is shown, and the same seed gives the same answers", () => {
    const strategies: LabellerStrategy[] = [
      { kind: "honest", tau: 0.5 },
      { kind: "noisy", tau: 0.4, guessShare: 0.2, tieShare: 0.3 },
      { kind: "random" },
      { kind: "replay" },
    ];
    for (const strategy of strategies) {
      const run = () => {
        const rng = seededRng(9);
        return Array.from({ length: 300 }, () => simulatedAnswer(strategy, VIEW, rng));
      };
      expect(run()).toEqual(run());
      expect(run().every((ranks) => ranks?.length === 4 && isRanking(ranks))).toBe(true);
    }
  });
});
