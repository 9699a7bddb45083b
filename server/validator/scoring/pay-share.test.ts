import { expect, test } from "vitest";

import { effectiveMembers, payPoints } from "./pay-share.ts";

test.each([
  [1, 0, 1],
  [1, 1, 1],
  [10, 0, 10],
  [10, 1, 1],
  [10, 0.9, 10 / 9.1],
  [10, 0.5, 10 / 5.5],
])("%d members with correlation %d are worth %d", (members, correlation, worth) => {
  expect(effectiveMembers(members, correlation)).toBe(worth);
});

test("ten identities with ρ = 0.9 still get a tenth more than one: ρ must be the one found in copies, 1", () => {
  expect(10 * payPoints(100, 10, 0.9)).toBeCloseTo(109.89, 2);
  expect(10 * payPoints(100, 10, 1)).toBeCloseTo(100, 9);
});

test("a miner of its own keeps its reward", () => {
  expect(payPoints(42, 1, 0)).toBe(42);
  expect(payPoints(0, 5, 0.5)).toBe(0);
});

test.each([
  [1, 0, 0],
  [1, 1.5, 0],
  [1, 2, -0.1],
  [1, 2, 1.1],
  [1, 2, Number.NaN],
  [-1, 2, 0],
  [Infinity, 2, 0],
])("refuses reward %d, %d members, correlation %d", (reward, members, correlation) => {
  expect(() => payPoints(reward, members, correlation)).toThrow(
    expect.objectContaining({ code: "pay-share.bad-input" }),
  );
});
