import { describe, expect, test } from "vitest";

import { mallowsSample } from "#server/validator/simulation/labellers.ts";
import { thetaForTau } from "#server/validator/rankings/mallows.ts";
import { seededRng } from "#server/validator/simulation/seeded-rng.ts";
import { kendallTauA } from "#server/validator/agreement/kendall.ts";

import { BASELINE_TAU, controlScore } from "./control-score.ts";
import { earningOutlook } from "./earning-outlook.ts";

/** Expected reward of `answers` control answers among twice as many. */
const expectedReward = (tau: number, answers: number, baseline = BASELINE_TAU) =>
  2 * answers * earningOutlook(tau, answers, baseline).rewardPerAnswer;

describe("control answers after which a labeller earns with probability 0.99", () => {
  // An independent Python program gives the same numbers.
  test.each([
    [0.5, 0.3, 127],
    [0.6, 0.3, 61],
    [0.7, 0.3, 37],
    [0.8, 0.3, 24],
    [0.9, 0.3, 17],
    [0.6, 0.4, 129],
    [0.7, 0.4, 62],
    [0.8, 0.4, 37],
    [0.9, 0.4, 24],
  ])("τ %d, baseline %d: %d", (tau, baseline, needed) => {
    expect(earningOutlook(tau, needed - 1, baseline).probability).toBeLessThan(0.99);
    for (let n = needed; n < needed + 15; n++) {
      expect(earningOutlook(tau, n, baseline).probability).toBeGreaterThanOrEqual(0.99);
    }
  });
});

describe("relative to an honest labeller of τ = 0.7 with 100 control answers", () => {
  const share = (tau: number, baseline = BASELINE_TAU) =>
    expectedReward(tau, 100, baseline) / expectedReward(0.7, 100, baseline);

  test.each([
    ["a random labeller", 0, 0.3, 0, 1e-20],
    ["a model of τ = 0.4", 0.4, 0.3, 0.0212, 0.0001],
    ["a labeller of τ = 0.6", 0.6, 0.3, 0.6256, 0.0001],
    ["a labeller of τ = 0.8", 0.8, 0.3, 1.3744, 0.0001],
    ["a random labeller against no baseline", 0, 0, 5.3e-4, 1e-5],
    ["a model of τ = 0.4 against its own baseline", 0.4, 0.4, 2.7e-5, 1e-6],
  ])("%s earns as computed elsewhere", (_name, tau, baseline, expected, tolerance) => {
    expect(Math.abs(share(tau, baseline) - expected)).toBeLessThan(tolerance);
  });
});

describe("splitting one labeller's stream into k identities before it answers", () => {
  const cases = [60, 120].flatMap((n) => [2, 3, 5, 6].map((k) => ({ n, k })));

  test.each(cases)("n = $n, k = $k: lowers the expected pay of everybody who is above the baseline", ({ n, k }) => {
    for (const tau of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      expect(k * expectedReward(tau, n / k)).toBeLessThan(expectedReward(tau, n));
    }
  });

  test.each(cases)(
    "n = $n, k = $k: below the baseline gains less than a millionth of honest pay by luck",
    ({ n, k }) => {
      for (const tau of [0, 0.1, 0.2, 0.3, 0.35]) {
        const gain = k * expectedReward(tau, n / k) - expectedReward(tau, n);
        expect(gain).toBeLessThan(1e-6 * expectedReward(0.7, n));
      }
    },
  );

  test("keeps a share of pay that is known: 300 answers in ten parts", () => {
    const kept = [0.6, 0.7, 0.8].map((tau) => (10 * expectedReward(tau, 30)) / expectedReward(tau, 300));
    for (const [i, share] of [0.0789, 0.2213, 0.3461].entries()) expect(kept[i]).toBeCloseTo(share, 4);
  });
});

test("agrees with scores of simulated labellers", () => {
  const rng = seededRng(4);
  const histories = 2_000;
  const trueRanks = [0, 1, 2, 3];
  const theta = thetaForTau(0.65);
  let earning = 0;
  let total = 0;
  for (let i = 0; i < histories; i++) {
    const results = Array.from({ length: 30 }, () => {
      return { kind: "answer" as const, tau: kendallTauA(mallowsSample(trueRanks, theta, rng), trueRanks) };
    });
    const { reward } = controlScore(results, 30, { baseline: BASELINE_TAU, controlShare: 1 });
    earning += reward > 0 ? 1 : 0;
    total += reward / 30;
  }
  const outlook = earningOutlook(0.65, 30, BASELINE_TAU);
  expect(Math.abs(earning / histories - outlook.probability)).toBeLessThan(0.03);
  expect(Math.abs(total / histories / outlook.rewardPerAnswer - 1)).toBeLessThan(0.06);
});

test("a score of nothing earns nothing, and nonsense is refused", () => {
  expect(earningOutlook(0.9, 0, 0)).toEqual({ probability: 0, rewardPerAnswer: 0 });
  for (const [answers, baseline] of [
    [-1, 0],
    [1.5, 0],
    [5_001, 0],
    [10, 1],
    [10, -0.1],
  ] as const) {
    expect(() => earningOutlook(0.5, answers, baseline)).toThrow(
      expect.objectContaining({ code: "earning-outlook.bad-input" }),
    );
  }
});
