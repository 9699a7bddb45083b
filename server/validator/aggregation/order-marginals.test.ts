import { describe, expect, test } from "vitest";

import { ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";

import { bestProbability, expectedRankGap, pairProbability, worstProbability } from "./order-marginals.ts";

const certain = (ranks: readonly number[]) =>
  ORDERS_OF_FOUR.map((order) => (order.every((rank, index) => rank === ranks[index]) ? 1 : 0));
const uniform = ORDERS_OF_FOUR.map(() => 1 / 24);

describe("marginals of a posterior over orders", () => {
  test("of a certain order say that order", () => {
    const posterior = certain([2, 0, 3, 1]);
    expect(pairProbability(posterior, 1, 0)).toBe(1);
    expect(pairProbability(posterior, 2, 3)).toBe(0);
    expect(expectedRankGap(posterior, 1, 2)).toBe(3);
    expect(bestProbability(posterior, 1)).toBe(1);
    expect(worstProbability(posterior, 2)).toBe(1);
  });

  test("of complete ignorance say nothing", () => {
    expect(pairProbability(uniform, 0, 3)).toBeCloseTo(0.5, 12);
    expect(expectedRankGap(uniform, 0, 3)).toBeCloseTo(0, 12);
    expect(bestProbability(uniform, 2)).toBeCloseTo(0.25, 12);
  });

  test("of both directions of a pair sum to 1", () => {
    const posterior = ORDERS_OF_FOUR.map((_, index) => (index + 1) / 300);
    expect(pairProbability(posterior, 0, 2) + pairProbability(posterior, 2, 0)).toBeCloseTo(1, 12);
    expect([0, 1, 2, 3].reduce((sum, i) => sum + worstProbability(posterior, i), 0)).toBeCloseTo(1, 12);
  });
});
