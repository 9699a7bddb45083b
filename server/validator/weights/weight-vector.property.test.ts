import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  chainWeights,
  MOVING_AVERAGE_ALPHA,
  movingAverages,
  toU16MaxUpscale,
  U16_MAX,
  weightVector,
} from "./weight-vector.ts";

const amount = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 1e300, noNaN: true }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const amounts = fc.array(amount, { maxLength: 256, size: "max" });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("weightVector", () => {
  test("is non-negative and sums to 1 with the burn share", () => {
    fc.assert(
      fc.property(amounts, share, (averages, burnShare) => {
        const { weights, burn } = weightVector(averages, burnShare);
        expect(weights).toHaveLength(averages.length);
        expect([...weights, burn].every((weight) => weight >= 0 && weight <= 1)).toBe(true);
        expect(Math.abs(weights.reduce((sum, weight) => sum + weight, burn) - 1)).toBeLessThan(1e-12);
        expect(burn).toBeGreaterThanOrEqual(burnShare);
      }),
    );
  });

  test("burns everything when nobody earned", () => {
    expect(weightVector([])).toEqual({ weights: [], burn: 1 });
    expect(weightVector([0, 0, 0], 0.1)).toEqual({ weights: [0, 0, 0], burn: 1 });
    expect(weightVector([3, 5], 1)).toEqual({ weights: [0, 0], burn: 1 });
  });

  test("gives each miner its part of what is not burnt", () => {
    expect(weightVector([1, 0, 3])).toEqual({ weights: [0.25, 0, 0.75], burn: 0 });
    expect(weightVector([1, 0, 3], 0.5)).toEqual({ weights: [0.125, 0, 0.375], burn: 0.5 });
  });

  test("does not depend on the unit of pay, and gives whoever earned nothing nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 30 }), (averages) => {
        const { weights } = weightVector(averages);
        const doubled = weightVector(averages.map((average) => 2 * average)).weights;
        expect(doubled).toEqual(weights);
        for (const [i, average] of averages.entries()) if (average === 0) expect(weights[i]).toBe(0);
      }),
    );
  });
});

describe("toU16MaxUpscale", () => {
  test("keeps order and zeros, and scales the largest to 65,535", () => {
    fc.assert(
      fc.property(
        amounts.filter((list) => list.some((x) => x > 0)),
        (averages) => {
          const { weights } = weightVector(averages);
          const scaled = toU16MaxUpscale(weights);
          expect(Math.max(...scaled)).toBe(U16_MAX);
          expect(scaled.every((u) => Number.isInteger(u) && u >= 0 && u <= U16_MAX)).toBe(true);
          const ascending = [...weights.keys()].toSorted((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
          for (const [place, i] of ascending.entries()) {
            const previous = ascending[place - 1];
            if (previous !== undefined) expect(scaled[previous]).toBeLessThanOrEqual(scaled[i] ?? 0);
            if (weights[i] === 0) expect(scaled[i]).toBe(0);
          }
        },
      ),
    );
  });

  test.each([
    [
      [0.5, 0.25, 0.25],
      [65535, 32768, 32768],
    ],
    [
      [1, 0, 1 / 131_071],
      [65535, 0, 0],
    ],
    [
      [1, 1 / 131_069],
      [65535, 1],
    ],
    [
      [20_000, 65_535, 100],
      [20_000, 65_535, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ])("of %j is %j", (weights, scaled) => {
    expect(toU16MaxUpscale(weights)).toEqual(scaled);
  });

  test("changes nothing the second time, as the chain applies it again", () => {
    fc.assert(
      fc.property(amounts, (averages) => {
        const once = toU16MaxUpscale(weightVector(averages).weights);
        expect(toU16MaxUpscale(once)).toEqual(once);
      }),
    );
  });
});

describe("chainWeights", () => {
  const BURN_UID = 0;
  const ofMiners = (averages: readonly number[], burnShare = 0, uids: readonly (number | null)[] = []) => {
    const { weights, burn } = weightVector(averages, burnShare);
    const shares = weights.map((weight, index) => ({
      uid: uids[index] === undefined ? index + 1 : uids[index],
      weight,
    }));
    return chainWeights(shares, { uid: BURN_UID, share: burn });
  };

  test("gives everything to the burn uid when nobody earned", () => {
    expect(ofMiners([0, 0, 0])).toEqual([{ uid: BURN_UID, weightU16: U16_MAX }]);
    expect(ofMiners([])).toEqual([{ uid: BURN_UID, weightU16: U16_MAX }]);
  });

  test("gives the burnt share to the burn uid, as a weight among the others", () => {
    expect(ofMiners([1, 0, 3], 0.2)).toEqual([
      { uid: BURN_UID, weightU16: 21_845 },
      { uid: 1, weightU16: 21_845 },
      { uid: 3, weightU16: 65_535 },
    ]);
    expect(ofMiners([1, 1]).map(({ uid }) => uid)).toEqual([1, 2]);
  });

  test("burns the share of a miner that has no uid instead of handing it to the others", () => {
    expect(ofMiners([1, 1], 0, [null, 7])).toEqual([
      { uid: BURN_UID, weightU16: 65_535 },
      { uid: 7, weightU16: 65_535 },
    ]);
  });

  test("names every uid once, though a miner has the burn uid", () => {
    expect(ofMiners([1, 1], 0.5, [BURN_UID, 3])).toEqual([
      { uid: BURN_UID, weightU16: 65_535 },
      { uid: 3, weightU16: 21_845 },
    ]);
  });

  test("what the chain makes of it is what was decided, within the precision of 16 bits", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 }), share, (averages, b) => {
        const { weights, burn } = weightVector(averages, b);
        const vector = ofMiners(averages, b);
        const sum = vector.reduce((total, { weightU16 }) => total + weightU16, 0);
        const onChain = new Map(vector.map(({ uid, weightU16 }) => [uid, weightU16 / sum]));
        const precision = (weights.length + 1) / U16_MAX;
        expect(Math.abs((onChain.get(BURN_UID) ?? 0) - burn)).toBeLessThan(precision);
        for (const [i, weight] of weights.entries())
          expect(Math.abs((onChain.get(i + 1) ?? 0) - weight)).toBeLessThan(precision);
      }),
    );
  });
});

describe("movingAverages", () => {
  test("one bad round is forgiven, and after two silent ones half is gone", () => {
    expect(MOVING_AVERAGE_ALPHA).toBe(0.3);
    const after = (rewards: number[]) =>
      rewards.reduce((averages, r) => movingAverages(averages, new Map([["m", r]])), new Map([["m", 100]])).get("m");
    expect(after([0])).toBeCloseTo(70, 12);
    expect(after([0, 0])).toBeCloseTo(49, 12);
    expect(after([100, 100])).toBeCloseTo(100, 12);
  });

  test("whoever is silent decays, whoever is new starts from nothing", () => {
    const averages = movingAverages(
      new Map([
        ["old", 10],
        ["silent", 10],
      ]),
      new Map([
        ["new", 10],
        ["old", 10],
      ]),
    );
    expect([...averages]).toEqual([
      ["new", 3],
      ["old", 10],
      ["silent", 7],
    ]);
  });

  test("a fresh identity never has more than an old one with the same rewards", () => {
    const rewards = fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(rewards, fc.double({ min: 0, max: 1e3, noNaN: true }), (list, before) => {
        const averages = list.reduce(
          (state, r) =>
            movingAverages(
              state,
              new Map([
                ["old", r],
                ["new", r],
              ]),
            ),
          new Map([["old", before]]),
        );
        expect(averages.get("new")).toBeLessThanOrEqual(averages.get("old") ?? 0);
      }),
    );
  });

  test("does not depend on the order in which miners are listed", () => {
    const rewards = new Map([
      ["b", 2],
      ["a", 1],
      ["c", 3],
    ]);
    const reversed = new Map([...rewards].toReversed());
    expect([...movingAverages(new Map(), rewards)]).toEqual([...movingAverages(new Map(), reversed)]);
  });
});

test.each([[-1], [Number.NaN], [Infinity]])("an amount of %d is refused everywhere", (bad) => {
  const refused = expect.objectContaining({ code: "weights.bad-input" });
  expect(() => weightVector([1, bad])).toThrow(refused);
  expect(() => weightVector([1], bad)).toThrow(refused);
  expect(() => toU16MaxUpscale([1, bad])).toThrow(refused);
  expect(() => movingAverages(new Map([["m", bad]]), new Map())).toThrow(refused);
  expect(() => movingAverages(new Map(), new Map([["m", bad]]))).toThrow(refused);
  expect(() => movingAverages(new Map(), new Map(), bad)).toThrow(refused);
});
