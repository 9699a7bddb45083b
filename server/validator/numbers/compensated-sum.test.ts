import { expect, test } from "vitest";

import { compensatedSum } from "./compensated-sum.ts";

test("recovers what plain addition loses", () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
});

test("a million tenths are a hundred thousand to the last bit", () => {
  function* tenths() {
    for (let i = 0; i < 1e6; i++) yield 0.1;
  }
  expect(compensatedSum(tenths())).toBe(1e5);
});

test("the sum of nothing is 0", () => {
  expect(compensatedSum([])).toBe(0);
});
