import { describe, expect, it } from "vitest";

import { keyedChance } from "./keyed-chance.ts";

const draws = (chance: ReturnType<typeof keyedChance>, n: number) => Array.from({ length: n }, () => chance.next());

describe("keyed chance", () => {
  it("repeats itself for the same seed, as text or as bytes, and for no other", () => {
    expect(draws(keyedChance("a"), 20)).toEqual(draws(keyedChance("a"), 20));
    expect(draws(keyedChance("a"), 20)).toEqual(draws(keyedChance(new TextEncoder().encode("a")), 20));
    expect(draws(keyedChance("a"), 20)).not.toEqual(draws(keyedChance("b"), 20));
  });

  it("is uniform enough to choose by", () => {
    const counts = Array.from({ length: 8 }, () => 0);
    const chance = keyedChance("uniform");
    for (let n = 0; n < 8000; n += 1) {
      const drawn = chance.below(8);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("forks into streams that do not depend on what was drawn before", () => {
    const used = keyedChance("a");
    draws(used, 7);
    expect(draws(used.fork("x"), 5)).toEqual(draws(keyedChance("a").fork("x"), 5));
    expect(draws(used.fork("x"), 5)).not.toEqual(draws(used.fork("y"), 5));
  });

  it("shuffles without losing anything and refuses to pick from nothing", () => {
    expect(keyedChance("a").shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
    expect(() => keyedChance("a").pick([])).toThrow(RangeError);
  });
});
