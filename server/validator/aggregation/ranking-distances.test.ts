import { expect, test } from "vitest";

import { ORDERS_OF_FOUR, weakOrders } from "#server/validator/rankings/orders.ts";

import { distancesToOrders } from "./ranking-distances.ts";

test("an order is 0 from itself, 6 from its reverse, and 3 on average from all", () => {
  for (const [index, order] of ORDERS_OF_FOUR.entries()) {
    const distances = distancesToOrders(order);
    expect(distances[index]).toBe(0);
    expect(distances[23 - index]).toBe(6);
  }
  for (const ranking of weakOrders(4)) expect(distancesToOrders(ranking).reduce((sum, d) => sum + d, 0)).toBe(72);
});

test.each([[[0, 1, 2]], [[0, 1, 2, 4]], [[0, 1, 2, 3, 4]], [[0, 1, 2, Number.NaN]]])("refuses %j", (ranking) => {
  expect(() => distancesToOrders(ranking)).toThrow(expect.objectContaining({ code: "ranking.malformed" }));
});
