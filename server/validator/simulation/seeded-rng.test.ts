import { describe, expect, test } from "vitest";

import { deriveSeed, seededRng, xoshiro128 } from "./seeded-rng.ts";

const take = (n: number, next: () => number) => Array.from({ length: n }, next);

/** Pearson's statistic of numbers in [0, 1) against the uniform distribution over equal cells. */
function chiSquare(numbers: readonly number[], cells: number): number {
  const counts = Array.from({ length: cells }, () => 0);
  for (const x of numbers) counts[Math.floor(x * cells)] = (counts[Math.floor(x * cells)] ?? 0) + 1;
  const expected = numbers.length / cells;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

test("xoshiro128 gives the outputs of the reference program", () => {
  expect(take(10, xoshiro128([1, 2, 3, 4]))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

describe("seededRng", () => {
  test.each([
    // Computed by an independent Python program.
    { seed: 0, numbers: [0.011667879721498298, 0.38517527499101045, 0.5464066734972723] },
    { seed: 42, numbers: [0.4690228066454545, 0.9186078826045952, 0.6554995152017972] },
    { seed: 9007199254740991, numbers: [0.014720604231386214, 0.9203145672848804, 0.9032266881549279] },
  ])("of seed $seed always begins with the same numbers", ({ seed, numbers }) => {
    expect(take(3, seededRng(seed))).toEqual(numbers);
  });

  test("gives uniform numbers in [0, 1) with 53 bits", () => {
    const numbers = take(100_000, seededRng(7));
    expect(numbers.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true);
    expect(numbers.some((x) => !Number.isInteger(x * 2 ** 52))).toBe(true);
    expect(chiSquare(numbers, 100)).toBeLessThan(149); // 99.9 % at 99 degrees of freedom
  });

  test("neighbouring seeds are unrelated from their first number on", () => {
    const firsts = Array.from({ length: 20_000 }, (_, seed) => seededRng(seed)());
    expect(chiSquare(firsts, 100)).toBeLessThan(149);
    const products = firsts.slice(1).map((x, i) => (x - 0.5) * ((firsts[i] ?? 0) - 0.5) * 12);
    expect(Math.abs(products.reduce((sum, p) => sum + p, 0) / Math.sqrt(products.length))).toBeLessThan(3.3);
  });

  test.each([-1, 0.5, 2 ** 53, Number.NaN])("refuses the seed %d", (seed) => {
    expect(() => seededRng(seed)).toThrow(expect.objectContaining({ code: "rng.bad-seed" }));
  });
});

describe("deriveSeed", () => {
  test("gives every part of a simulation a seed of its own that seededRng takes", () => {
    const seeds = Array.from({ length: 20_000 }, (_, i) => deriveSeed(1, "labeller", i));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
    expect(
      chiSquare(
        seeds.map((seed) => seed / 2 ** 53),
        100,
      ),
    ).toBeLessThan(149);
  });

  test("depends on the seed, on every part, on their order and kind", () => {
    const seeds = [
      deriveSeed(1, "a", 2),
      deriveSeed(2, "a", 2),
      deriveSeed(1, "b", 2),
      deriveSeed(1, 2, "a"),
      deriveSeed(1, "a", "2"),
      deriveSeed(1, "a"),
      deriveSeed(1, "a2"),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(deriveSeed(1, "a", 2)).toBe(seeds[0]);
  });
});
