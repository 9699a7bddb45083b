import { expect, test } from "vitest";

import { castOf } from "./cast.ts";

const kinds = (labellers: number) => castOf(labellers).map((actor) => actor.strategy.kind);

test.each([6, 7, 8, 12, 24, 60])("a cast of %d has as many, and every strategy once there is room", (labellers) => {
  expect(castOf(labellers)).toHaveLength(labellers);
  if (labellers >= 7)
    expect(new Set(kinds(labellers))).toEqual(new Set(["honest", "noisy", "random", "constant", "replay", "absent"]));
  expect(new Set(castOf(labellers).map((actor) => actor.name)).size).toBe(labellers);
});

test("twenty-four labellers are mostly honest", () => {
  expect(kinds(24).filter((kind) => kind === "honest").length).toBeGreaterThanOrEqual(11);
});
