import { expect, test } from "vitest";

import { groupsOf, letterOf, orderText, pairsOf } from "./positions.ts";

test("interfaces are called A, B, C, D by position", () => {
  expect([0, 1, 2, 3].map(letterOf).join("")).toBe("ABCD");
});

test("an order is read best first, ties together", () => {
  expect(groupsOf([2, 0, 1, 0])).toEqual([[1, 3], [2], [0]]);
  expect(orderText([2, 0, 1, 0])).toBe("B = D > C > A");
  expect(orderText([0, 1, 2, 3])).toBe("A > B > C > D");
});

const sums = (trueRanks: number[], ranks: number[]) => {
  const pairs = pairsOf(trueRanks, ranks);
  const count = (verdict: string) => pairs.filter((pair) => pair.verdict === verdict).length;
  return [count("concordant"), count("discordant"), count("tied")];
};

test("four interfaces make six pairs, and every pair is judged once", () => {
  expect(sums([0, 1, 2, 3], [0, 1, 2, 3])).toEqual([6, 0, 0]);
  expect(sums([0, 1, 2, 3], [3, 2, 1, 0])).toEqual([0, 6, 0]);
  expect(sums([0, 1, 2, 3], [0, 0, 0, 0])).toEqual([0, 0, 6]);
  expect(sums([2, 0, 3, 1], [1, 0, 3, 2])).toEqual([5, 1, 0]);
});

test("pairs come in true order, the better interface first", () => {
  expect(pairsOf([1, 0, 2], [1, 2, 0]).map(({ better, worse }) => letterOf(better) + letterOf(worse))).toEqual([
    "BA",
    "BC",
    "AC",
  ]);
});
