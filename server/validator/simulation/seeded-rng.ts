import { DomainError } from "#server/errors.ts";
import type { Rng } from "#server/validator/chance/rng.ts";

/**
 * A reproducible source of uniform numbers: the same seed gives the same numbers on every machine.
 *
 * xoshiro128** on 32-bit integer arithmetic, its state filled from the seed by `scrambled` words; a number takes 27 + 26
 * bits of two outputs, so all 2⁵³ floats k·2⁻⁵³ are reachable. For simulations and for draws whose seed is secret and used
 * once; its state can be computed from outputs, so nothing that people see may come from it while it must stay secret.
 *
 * @param seed  safe integer ≥ 0 (53 bits).
 * @returns numbers in [0, 1).
 * @throws {DomainError} `rng.bad-seed`.
 * @source D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47 (2021); public domain
 *   reference xoshiro128starstar.c 1.1.
 */
export function seededRng(seed: number): Rng {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new DomainError("invalid", "rng.bad-seed", `a seed is a safe integer ≥ 0, not ${seed}`);
  }
  const low = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32);
  // Each word depends on the whole seed, so that neighbouring seeds differ from their first number on. Only the words
  // low = high = 0x61c88647 give the all-zero state, which would never move; `high` stays below 2²¹.
  const a = scrambled(low);
  const b = scrambled(high ^ a);
  const c = scrambled(low ^ b);
  const d = scrambled(high ^ c);
  const next = xoshiro128([a, b, c, d]);
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/**
 * The 32-bit generator itself, for tests against its reference.
 *
 * @param state  four 32-bit words, not all 0.
 * @returns a function that gives the next output in [0, 2³²).
 * @source xoshiro128starstar.c 1.1.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result;
  };
}

/**
 * A seed of its own for every part of a simulation, so that drawing more in one place shifts nothing elsewhere.
 *
 * Two 32-bit FNV-1a hashes with different offsets over the parts, each finished by `scrambled`, joined to 53 bits.
 * Mixing, not cryptography.
 *
 * @param seed   the simulation's seed, a safe integer ≥ 0.
 * @param parts  what the seed is for, e.g. `"labeller", 17`.
 * @returns a safe integer ≥ 0.
 */
export function deriveSeed(seed: number, ...parts: readonly (string | number)[]): number {
  const text = JSON.stringify([seed, ...parts]);
  const hash = (offset: number) => {
    let h = offset;
    for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
    return scrambled(h);
  };
  return (hash(0x811c9dc5) & 0x1fffff) * 2 ** 32 + hash(0xc2b2ae35);
}

/** Finaliser of MurmurHash3, one-to-one on 32-bit words: every input bit flips every output bit half the time. */
function scrambled(word: number): number {
  let h = (word + 0x9e3779b9) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
