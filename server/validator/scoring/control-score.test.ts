import { describe, expect, test } from "vitest";

import { kendallTauA } from "#server/validator/agreement/kendall.ts";
import { ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";

import {
  ALGORITHM_VERSION,
  ANSWERS_PER_CONTROL_MAX,
  BASELINE_TAU,
  CONFIDENCE_Z,
  type ControlResult,
  controlScore,
  freeSkips,
  PRIOR_ANSWERS,
  RANDOM_TAU_SD,
  REWARD_EXPONENT,
  SKIP_ALLOWANCE_PERCENT,
} from "./control-score.ts";

const answers = (count: number, tau: number): ControlResult[] =>
  Array.from({ length: count }, () => ({ kind: "answer", tau }));
const expired = (count: number): ControlResult[] => Array.from({ length: count }, () => ({ kind: "expired" }));
const rules = { baseline: BASELINE_TAU, controlShare: 0.5 };
const skips = (count: number): ControlResult[] => Array.from({ length: count }, () => ({ kind: "skip" }));

test("the numbers that shape pay are those of the design", () => {
  const constants = {
    PRIOR_ANSWERS,
    CONFIDENCE_Z,
    BASELINE_TAU,
    REWARD_EXPONENT,
    SKIP_ALLOWANCE_PERCENT,
    ANSWERS_PER_CONTROL_MAX,
  };
  expect(constants).toEqual({
    PRIOR_ANSWERS: 10,
    CONFIDENCE_Z: 2,
    BASELINE_TAU: 0.3,
    REWARD_EXPONENT: 1,
    SKIP_ALLOWANCE_PERCENT: 10,
    ANSWERS_PER_CONTROL_MAX: 10,
  });
  const taus = ORDERS_OF_FOUR.map((order) => kendallTauA(order, [0, 1, 2, 3]));
  expect(RANDOM_TAU_SD).toBeCloseTo(Math.sqrt(taus.reduce((sum, tau) => sum + tau ** 2, 0) / 24), 14);
});

describe("controlScore", () => {
  test("of 90 answers of τ = 0.7 and ten expired ones, in numbers worked out by hand", () => {
    const score = controlScore([...answers(90, 0.7), ...expired(10)], 180, rules);
    // m = 63 / 110, L = m − 2 · 0.490653 / √110, r = 180 · (L − 0.3)
    expect(score).toMatchObject({ answered: 90, expired: 10, skipped: 0, skipsFree: 0, counted: 100, answers: 180 });
    expect(score.sumTau).toBeCloseTo(63, 12);
    expect(score.shrunkMean).toBeCloseTo(0.5727272727, 9);
    expect(score.lowerBound).toBeCloseTo(0.479163344, 9);
    expect(score.reward).toBeCloseTo(32.2494019, 6);
    expect(score.algorithmVersion).toBe(ALGORITHM_VERSION);
  });

  test("of nobody is 0 and of nothing but absence too", () => {
    expect(controlScore([], 0, rules).reward).toBe(0);
    expect(controlScore(expired(50), 0, rules).reward).toBe(0);
    expect(controlScore([], 0, rules).lowerBound).toBeCloseTo((-2 * RANDOM_TAU_SD) / Math.sqrt(10), 14);
  });

  test("needs eleven faultless control answers before it pays anything", () => {
    expect(controlScore(answers(10, 1), 20, rules).reward).toBe(0);
    expect(controlScore(answers(11, 1), 22, rules).reward).toBeGreaterThan(0);
  });

  test("skips up to a tenth cost nothing, the next one counts as 0", () => {
    const skipped = (count: number) => controlScore([...answers(90, 0.7), ...skips(count)], 180, rules);
    expect(skipped(10)).toMatchObject({
      skipsFree: 10,
      counted: 90,
      reward: controlScore(answers(90, 0.7), 180, rules).reward,
    });
    expect(skipped(11)).toMatchObject({ skipsFree: 10, counted: 91 });
    expect(skipped(11).reward).toBe(controlScore([...answers(90, 0.7), ...expired(1)], 180, rules).reward);
  });

  test("the allowance is rounded down and exact where 0.1 · n is not", () => {
    expect([0, 9, 10, 19, 20, 30, 70, 110, 999, 1000].map(freeSkips)).toEqual([0, 0, 1, 1, 2, 3, 7, 11, 99, 100]);
  });

  test.each([
    ["a τ above 1", answers(1, 1.01), 1, 0.3],
    ["a τ that is not a number", answers(1, Number.NaN), 1, 0.3],
    ["fewer answers than control answers", answers(2, 0), 1, 0.3],
    ["a fraction of an answer", answers(1, 0), 1.5, 0.3],
    ["a negative baseline", answers(1, 0), 1, -0.1],
    ["a baseline nobody can reach", answers(1, 0), 1, 1],
    ["a share of control tasks above 1", answers(1, 0), 1, 0.3, 1.1],
    ["a share of control tasks that is not a number", answers(1, 0), 1, 0.3, Number.NaN],
  ])("refuses %s", (_name, results, total, baseline, controlShare = 0.5) => {
    expect(() => controlScore(results, total, { baseline, controlShare })).toThrow(
      expect.objectContaining({ code: "control-score.bad-input" }),
    );
  });
});

describe("answers that are paid", () => {
  const honest = controlScore(answers(30, 0.9), 60, rules);

  test("normal tasks answered at random after thirty careful control answers earn nothing more", () => {
    const attack = controlScore(answers(30, 0.9), 2_000, rules);
    expect(attack.answersPaid).toBe(60);
    expect(attack.reward).toBe(honest.reward);
    expect(honest.reward).toBeGreaterThan(0);
  });

  test("control tasks left to expire vouch for nothing", () => {
    expect(controlScore([...answers(30, 0.9), ...expired(5)], 2_000, rules).answersPaid).toBe(60);
  });

  test("are all of them for who meets the share that everybody is given, or more control tasks", () => {
    expect(honest.answersPaid).toBe(60);
    expect(controlScore(answers(30, 0.9), 45, rules).answersPaid).toBe(45);
    expect(controlScore(answers(7, 0.9), 10, { ...rules, controlShare: 0.7 }).answersPaid).toBe(10);
  });

  test.each([
    [0, 300],
    [0.05, 300],
    [0.1, 300],
    [0.25, 120],
    [1, 30],
  ])("with a control share of %d thirty control answers vouch for %d", (controlShare, paid) => {
    expect(controlScore(answers(30, 0.9), 5_000, { ...rules, controlShare }).answersPaid).toBeCloseTo(paid, 9);
  });
});
