import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import {
  BAND_MARGIN_MILLI,
  type EffectInput,
  EFFECT_WEIGHTS,
  LEVEL_0_TO_MILLI,
  LEVEL_FROM_MILLI,
  levelBands,
  levelOf,
  measuredEffect,
} from "./effect.ts";

const check = (weight: number, passed: boolean) => ({ weight, passed });

function makeInput(overrides: Partial<EffectInput> = {}): EffectInput {
  return {
    checks: [check(5, true), check(3, true), check(2, true)],
    difference: [0, 0, 0],
    newErrors: 0,
    newAxe: 0,
    newOverflowPx: 0,
    ...overrides,
  };
}

describe("measuredEffect", () => {
  test("the shares of the scale sum to 1", () => {
    expect(Object.values(EFFECT_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test("is 0 for a variant that behaves and looks like its base", () => {
    expect(measuredEffect(makeInput()).total).toBe(0);
  });

  test("is exactly 1 when everything that can go wrong does", () => {
    const broken = makeInput({
      checks: [check(5, false), check(3, false), check(2, false)],
      difference: [1, 1, 1],
      newErrors: 50,
      newAxe: 90,
      newOverflowPx: 4000,
    });
    expect(measuredEffect(broken)).toMatchObject({ total: 1, totalMilli: 1000 });
  });

  test.each<[string, Partial<EffectInput>, number]>([
    ["a failed check by its weight", { checks: [check(5, false), check(3, true), check(2, true)] }, 310],
    ["difference as the mean over viewports", { difference: [0.35, 0.175, 0] }, 110],
    ["difference up to 0.35", { difference: [0.35, 0.35, 0.35] }, 220],
    ["errors up to three", { newErrors: 2 }, 53],
    ["axe elements up to six", { newAxe: 3 }, 25],
    ["overflow up to 125 px", { newOverflowPx: 25 }, 6],
  ])("counts %s", (_name, overrides, milli) => {
    expect(measuredEffect(makeInput(overrides)).totalMilli).toBe(milli);
  });

  test("ignores checks that the base fails as well", () => {
    const baseChecks = [check(5, false), check(3, true), check(2, true)];
    const input = makeInput({ checks: [check(5, false), check(3, false), check(2, true)], baseChecks });
    expect(measuredEffect(input).total).toBeCloseTo(0.62 * 0.6, 12);
  });

  test("never falls when something gets worse, and is the sum of its parts within [0, 1]", () => {
    const counts = fc.integer({ min: 0, max: 20 });
    const inputs = fc.record({
      failed: fc.integer({ min: 0, max: 7 }),
      difference: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
      newErrors: counts,
      newAxe: counts,
      newOverflowPx: counts,
    });
    const build = ({ failed, ...rest }: { failed: number } & Omit<EffectInput, "checks" | "baseChecks">) =>
      makeInput({ ...rest, checks: [check(5, failed < 4), check(3, failed % 4 < 2), check(2, failed % 2 < 1)] });
    fc.assert(
      fc.property(inputs, counts, (input, more) => {
        const { total, parts } = measuredEffect(build(input));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(1);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 12);
        const worse = { ...input, newErrors: input.newErrors + more, newOverflowPx: input.newOverflowPx + more };
        expect(measuredEffect(build(worse)).total).toBeGreaterThanOrEqual(total);
        expect(measuredEffect(build({ ...input, failed: 7 })).total).toBeGreaterThanOrEqual(total);
      }),
    );
  });

  test.each<[string, Partial<EffectInput>]>([
    ["effect.no-checks", { checks: [] }],
    ["effect.no-checks", { baseChecks: [check(5, false), check(3, false), check(2, false)] }],
    ["effect.checks-differ", { baseChecks: [check(5, true), check(3, true)] }],
    ["effect.checks-differ", { baseChecks: [check(5, true), check(2, true), check(3, true)] }],
    ["effect.bad-input", { difference: [] }],
    ["effect.bad-input", { difference: [1.1] }],
    ["effect.bad-input", { difference: [Number.NaN] }],
    ["effect.bad-input", { newErrors: -1 }],
    ["effect.bad-input", { newAxe: Number.NaN }],
    ["effect.bad-input", { newOverflowPx: Infinity }],
    ["effect.bad-input", { checks: [check(0, true)] }],
  ])("refuses with %s: %j", (code, overrides) => {
    expect(() => measuredEffect(makeInput(overrides))).toThrow(expect.objectContaining({ code }));
  });
});

describe("levelBands", () => {
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test("are four disjoint ascending bands with a margin, level 0 near nothing and level 3 far from it", () => {
    fc.assert(
      fc.property(draw, draw, draw, (a, b, c) => {
        const draws = [a, b, c];
        const bands = levelBands(() => draws.shift() ?? 0);
        expect(bands.map((band) => band.level)).toEqual([0, 1, 2, 3]);
        for (const [index, band] of bands.entries()) {
          expect([band.fromMilli, band.toMilli].every(Number.isInteger)).toBe(true);
          const previous = bands[index - 1];
          if (previous) expect(band.fromMilli - previous.toMilli).toBeGreaterThanOrEqual(BAND_MARGIN_MILLI);
          expect(band.toMilli - band.fromMilli).toBeGreaterThanOrEqual(30);
        }
        expect(bands[0]).toEqual({ level: 0, fromMilli: 0, toMilli: LEVEL_0_TO_MILLI });
        expect(bands[3]?.fromMilli).toBeGreaterThanOrEqual(LEVEL_FROM_MILLI[3].min);
        expect(bands[3]?.toMilli).toBe(1000);
      }),
    );
  });

  test("reach both ends of their ranges", () => {
    expect(levelBands(() => 0).map((band) => band.fromMilli)).toEqual([0, 70, 200, 340]);
    expect(levelBands(() => 1 - 2 ** -53).map((band) => band.fromMilli)).toEqual([0, 100, 260, 420]);
  });

  test("are spaced differently from task to task", () => {
    const rng = seededRng(1);
    const tasks = Array.from({ length: 1000 }, () => levelBands(rng).map((band) => band.fromMilli));
    const firstStepIsWider = tasks.filter(([, one = 0, two = 0, three = 0]) => two - one > three - two).length;
    expect(firstStepIsWider).toBeGreaterThan(300);
    expect(firstStepIsWider).toBeLessThan(700);
    expect(new Set(tasks.map(String)).size).toBeGreaterThan(990);
  });
});

test("levelOf includes both ends of a band and nothing between bands", () => {
  const bands = levelBands(() => 0);
  expect([0, 30, 70, 160, 200, 300, 340, 1000].map((milli) => levelOf(milli, bands))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect([31, 69, 161, 199, 301, 339, 1001, -1, Number.NaN].map((milli) => levelOf(milli, bands))).toEqual(
    Array.from({ length: 9 }, () => null),
  );
});
