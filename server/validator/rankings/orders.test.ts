import { expect, test } from "vitest";

import { ORDERS_OF_FOUR, orderIndex, strictOrders, weakOrders } from "./orders.ts";
import { isRanking } from "./ranking.ts";

test("the 24 orders of four are distinct strict rankings in lexicographic order", () => {
  expect(ORDERS_OF_FOUR).toHaveLength(24);
  const names = ORDERS_OF_FOUR.map((order) => order.join(""));
  expect(names).toEqual([...new Set(names)].toSorted());
  expect(ORDERS_OF_FOUR.every((order) => isRanking(order) && new Set(order).size === 4)).toBe(true);
});

test("orderIndex is the place in the list, for every n up to 6", () => {
  for (let n = 0; n <= 6; n++) {
    for (const [index, order] of strictOrders(n).entries()) expect(orderIndex(order)).toBe(index);
  }
});

test("rankings with ties are counted by the ordered Bell numbers", () => {
  expect([0, 1, 2, 3, 4, 5].map((n) => weakOrders(n).length)).toEqual([1, 1, 3, 13, 75, 541]);
  expect(weakOrders(4).every(isRanking)).toBe(true);
});

test.each([[[0, 0, 1, 2]], [[1, 2, 3, 4]], [[0, 1, 3]]])("orderIndex refuses %j", (ranks) => {
  expect(() => orderIndex(ranks)).toThrow(expect.objectContaining({ code: "orders.not-strict" }));
});

test("enumerations too large to be meant are refused", () => {
  for (const enumerate of [() => strictOrders(9), () => weakOrders(7), () => strictOrders(1.5)]) {
    expect(enumerate).toThrow(expect.objectContaining({ code: "orders.too-many" }));
  }
});
