import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ordinalAgreement, type RatedCompletion } from "./ordinal-agreement.ts";

const order = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });

const ratedTask = fc
  .integer({ min: 2, max: 7 })
  .chain((n) =>
    fc
      .tuple(order(n), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n }))
      .map(([ranks, ratings]): RatedCompletion[] =>
        ranks.map((trueRank, i) => ({ trueRank, rating: ratings[i] ?? 0 })),
      ),
  );

const withRatings = (task: readonly RatedCompletion[], rate: (c: RatedCompletion) => number) =>
  task.map((c) => ({ ...c, rating: rate(c) }));

describe("ordinalAgreement", () => {
  test("is 1 for the true order and −1 for its reverse", () => {
    fc.assert(
      fc.property(ratedTask, (task) => {
        expect(ordinalAgreement(withRatings(task, (c) => -c.trueRank))).toBe(1);
        expect(ordinalAgreement(withRatings(task, (c) => c.trueRank))).toBe(-1);
      }),
    );
  });

  test("pays nothing for a constant answer", () => {
    fc.assert(
      fc.property(ratedTask, fc.integer(), (task, constant) => {
        expect(ordinalAgreement(withRatings(task, () => constant))).toBe(0);
      }),
    );
  });

  test("does not depend on the order in which completions are listed", () => {
    const taskAndShuffle = ratedTask.chain((task) =>
      fc.tuple(fc.constant(task), fc.shuffledSubarray(task, { minLength: task.length })),
    );
    fc.assert(
      fc.property(taskAndShuffle, ([task, shuffled]) => {
        expect(ordinalAgreement(shuffled)).toBe(ordinalAgreement(task));
      }),
    );
  });

  test("does not depend on the rating scale", () => {
    fc.assert(
      fc.property(ratedTask, fc.integer({ min: 1, max: 9 }), fc.integer(), (task, scale, shift) => {
        expect(ordinalAgreement(withRatings(task, (c) => scale * c.rating + shift))).toBe(ordinalAgreement(task));
      }),
    );
  });

  test.each([
    ["one completion", [{ rating: 1, trueRank: 0 }]],
    [
      "a tied ground truth",
      [
        { rating: 1, trueRank: 0 },
        { rating: 2, trueRank: 0 },
      ],
    ],
    [
      "a gap in the ground truth",
      [
        { rating: 1, trueRank: 0 },
        { rating: 2, trueRank: 2 },
      ],
    ],
    [
      "a rating that is not a number",
      [
        { rating: Number.NaN, trueRank: 0 },
        { rating: 2, trueRank: 1 },
      ],
    ],
  ])("refuses %s", (_name, task) => {
    expect(() => ordinalAgreement(task)).toThrow(expect.objectContaining({ code: "agreement.bad-input" }));
  });
});
