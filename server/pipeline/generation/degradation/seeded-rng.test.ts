import { describe, expect, it } from "vitest";

import { seededRng } from "./seeded-rng.ts";

const draws = (rng: ReturnType<typeof seededRng>, n: number) => Array.from({ length: n }, () => rng.next());

describe("seeded chance", () => {
  it("repeats itself for the same seed, as text or as bytes, and for no other", () => {
    expect(draws(seededRng("a"), 20)).toEqual(draws(seededRng("a"), 20));
    expect(draws(seededRng("a"), 20)).toEqual(draws(seededRng(new TextEncoder().encode("a")), 20));
    expect(draws(seededRng("a"), 20)).not.toEqual(draws(seededRng("b"), 20));
  });

  it("is uniform enough to choose by", () => {
    const counts = Array.from({ length: 8 }, () => 0);
    const rng = seededRng("uniform");
    for (let n = 0; n < 8000; n += 1) {
      const drawn = rng.below(8);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("forks into streams that do not depend on what was drawn before", () => {
    const used = seededRng("a");
    draws(used, 7);
    expect(draws(used.fork("x"), 5)).toEqual(draws(seededRng("a").fork("x"), 5));
    expect(draws(used.fork("x"), 5)).not.toEqual(draws(used.fork("y"), 5));
  });

  it("shuffles without losing anything and refuses to pick from nothing", () => {
    expect(seededRng("a").shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
    expect(() => seededRng("a").pick([])).toThrow(RangeError);
  });
});
