import { expect, test } from "vitest";

import { linearScale, niceDomain, niceStep, ticksOf } from "./scale.ts";

test("ends of the domain stand at ends of the range, and the middle in the middle", () => {
  const scale = linearScale([-1, 1], [10, 110]);
  expect([scale.at(-1), scale.at(0), scale.at(1)]).toEqual([10, 60, 110]);
});

test("a domain without width does not divide by zero", () => {
  expect(linearScale([2, 2], [0, 100]).at(2)).toBe(0);
});

test("steps are 1, 2 or 5 times a power of ten", () => {
  expect([niceStep(1, 5), niceStep(1, 4), niceStep(0.9, 2), niceStep(30, 5)]).toEqual([0.2, 0.5, 0.5, 10]);
});

test("ticks are round and inside the domain", () => {
  expect(ticksOf([-0.3, 0.9], 6)).toEqual([-0.2, 0, 0.2, 0.4, 0.6, 0.8]);
  expect(ticksOf([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticksOf([3, 3], 5)).toEqual([3]);
});

test("a nice domain holds every value", () => {
  expect(niceDomain([-0.13, 0.71], 5)).toEqual([-0.2, 0.8]);
  expect(niceDomain([0.4], 5)).toEqual([0.4, 1.4]);
});
