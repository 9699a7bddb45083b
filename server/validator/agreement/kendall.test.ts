import { describe, expect, test } from "vitest";

import { ORDERS_OF_FOUR, weakOrders } from "#server/validator/rankings/orders.ts";

import { concordance, kendallDistance, kendallTauA } from "./kendall.ts";

describe("kendallTauA", () => {
  test.each([
    { ranks: [0, 1, 2, 3], trueRanks: [0, 1, 2, 3], tau: 1 },
    { ranks: [3, 2, 1, 0], trueRanks: [0, 1, 2, 3], tau: -1 },
    { ranks: [1, 0, 2, 3], trueRanks: [0, 1, 2, 3], tau: 4 / 6 },
    { ranks: [0, 0, 0, 0], trueRanks: [2, 0, 3, 1], tau: 0 },
    { ranks: [0, 0, 1, 1], trueRanks: [0, 1, 2, 3], tau: 4 / 6 },
    { ranks: [0, 0, 1, 1], trueRanks: [2, 3, 0, 1], tau: -4 / 6 },
    { ranks: [0, 1], trueRanks: [1, 0], tau: -1 },
  ])("of $ranks with $trueRanks is $tau", ({ ranks, trueRanks, tau }) => {
    expect(kendallTauA(ranks, trueRanks)).toBe(tau);
  });

  test("pays every answer exactly 0 on average over the 24 true orders, all 75 rankings with ties", () => {
    for (const answer of weakOrders(4)) {
      const total = ORDERS_OF_FOUR.reduce((sum, truth) => sum + concordance(answer, truth), 0);
      expect(total).toBe(0);
    }
  });

  test("a uniformly random order has standard deviation √(13/54)", () => {
    const taus = ORDERS_OF_FOUR.map((order) => kendallTauA(order, [0, 1, 2, 3]));
    expect(taus.reduce((sum, tau) => sum + tau ** 2, 0) / 24).toBeCloseTo(13 / 54, 14);
  });

  test.each([
    ["one completion", [0], [0]],
    ["different lengths", [0, 1], [0, 1, 2]],
    ["a rank that is not a number", [0, Number.NaN], [0, 1]],
    ["an infinite true rank", [0, 1], [0, Infinity]],
  ])("refuses %s", (_name, ranks, trueRanks) => {
    expect(() => kendallTauA(ranks, trueRanks)).toThrow(expect.objectContaining({ code: "agreement.bad-input" }));
  });
});

describe("kendallDistance", () => {
  test("of a ranking with ties is the mean over the orders that break its ties", () => {
    for (const ranking of weakOrders(4)) {
      const breaking = ORDERS_OF_FOUR.filter((order) =>
        order.every((a, i) => order.every((b, j) => !((ranking[i] ?? 0) < (ranking[j] ?? 0)) || a < b)),
      );
      for (const truth of ORDERS_OF_FOUR) {
        const mean = breaking.reduce((sum, order) => sum + kendallDistance(order, truth), 0) / breaking.length;
        expect(kendallDistance(ranking, truth)).toBeCloseTo(mean, 12);
      }
    }
  });

  test("counts the pairs that two orders arrange differently", () => {
    expect(kendallDistance([0, 1, 2, 3], [3, 2, 1, 0])).toBe(6);
    expect(kendallDistance([0, 1, 2, 3], [0, 2, 1, 3])).toBe(1);
    expect(kendallDistance([0, 0, 1, 2], [1, 0, 2, 3])).toBe(0.5);
  });
});
