import fc from "fast-check";
import { expect, test } from "vitest";

import { randomInteger, shuffled, weightedIndex } from "./rng.ts";

/** Every value of a grid once: makes "uniform" exact instead of statistical. */
const grid = (steps: number) => Array.from({ length: steps }, (_, i) => (i + 0.5) / steps);

test("randomInteger reaches both bounds and every value equally often", () => {
  const drawn = grid(700).map((u) => randomInteger(() => u, -3, 3));
  for (let value = -3; value <= 3; value++) expect(drawn.filter((x) => x === value)).toHaveLength(100);
});

test("every arrangement of a list is equally likely", () => {
  const counts = new Map<string, number>();
  for (const a of grid(12)) {
    for (const b of grid(12)) {
      for (const c of grid(12)) {
        const draws = [a, b, c, 0];
        const name = shuffled(() => draws.shift() ?? 0, ["w", "x", "y", "z"]).join("");
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 24 }, () => 12 ** 3 / 24));
});

test("shuffling neither loses nor changes anything", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer()),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (list, draws) => {
        const before = [...list];
        const after = shuffled(() => draws.next().value, list);
        expect(list).toEqual(before);
        expect(after.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
      },
    ),
  );
});

test("an index is drawn in proportion to its weight, and never one of weight 0", () => {
  const drawn = grid(1000).map((u) => weightedIndex(() => u, [0, 1, 0, 3, 0]));
  expect([0, 1, 2, 3, 4].map((index) => drawn.filter((x) => x === index).length)).toEqual([0, 250, 0, 750, 0]);
  // 0.1 + 0.2 leaves a remainder: the draw must not fall off the end.
  expect(weightedIndex(() => 1, [0.1, 0.2, 0])).toBe(1);
});
