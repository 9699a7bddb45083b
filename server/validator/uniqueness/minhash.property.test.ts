import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { mix32 } from "./hash32.ts";
import {
  containment,
  estimatedJaccard,
  MINHASH_VALUES,
  minhashSignature,
  SIGNATURE_BANDS,
  signatureBands,
  signatureSketch,
} from "./minhash.ts";

const range = (from: number, to: number, salt: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => mix32((from + i) ^ salt));
const sets = fc
  .record({ a: fc.nat(400), both: fc.nat(400), b: fc.nat(400), salt: fc.integer() })
  .filter(({ a, both, b }) => a + both + b > 0)
  .map(({ a, both, b, salt }) => ({
    a: range(0, a + both, salt),
    b: range(a, a + both + b, salt),
    jaccard: both / (a + both + b),
    both,
  }));
const standardError = (j: number) => Math.sqrt((j * (1 - j)) / MINHASH_VALUES);

test("the estimate lies within five standard errors of the exact resemblance", () => {
  fc.assert(
    fc.property(sets, ({ a, b, jaccard }) => {
      const estimate = estimatedJaccard(minhashSignature(a), minhashSignature(b));
      // A resemblance of one in some hundred is not normally distributed; 0.02 is five positions of 256.
      expect(Math.abs(estimate - jaccard)).toBeLessThanOrEqual(Math.max(0.02, 5 * standardError(jaccard)));
    }),
  );
});

test("on average the estimate is the exact resemblance", () => {
  const errors = Array.from({ length: 60 }, (_, salt) => {
    const a = minhashSignature(range(0, 300, salt * 7_919));
    const b = minhashSignature(range(200, 500, salt * 7_919));
    return estimatedJaccard(a, b) - 0.2;
  });
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  expect(Math.abs(mean)).toBeLessThan((4 * standardError(0.2)) / Math.sqrt(errors.length));
  const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  expect(spread).toBeGreaterThan(0.5 * standardError(0.2));
  expect(spread).toBeLessThan(1.6 * standardError(0.2));
});

test("the order and repetition of members change nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 50 }), (members) => {
      const twice = [...members.toReversed(), ...members];
      expect(minhashSignature(twice)).toEqual(minhashSignature(members));
    }),
  );
});

test("the signature of a union is the lesser of both in every position", () => {
  fc.assert(
    fc.property(sets, ({ a, b }) => {
      const [one, other] = [minhashSignature(a), minhashSignature(b)];
      expect(minhashSignature([...a, ...b])).toEqual(one.map((value, index) => Math.min(value, other[index] ?? 0)));
    }),
    { numRuns: 30 },
  );
});

test("containment follows exactly from an exact resemblance", () => {
  fc.assert(
    fc.property(sets, ({ a, b, jaccard, both }) => {
      const smaller = Math.min(a.length, b.length);
      expect(containment(jaccard, a.length, b.length)).toBeCloseTo(smaller === 0 ? 0 : both / smaller, 10);
    }),
  );
});

test("padding a copy with code of its own does not lower its containment", () => {
  const original = range(0, 300, 1);
  const padded = range(0, 900, 1);
  const jaccard = estimatedJaccard(minhashSignature(original), minhashSignature(padded));
  expect(jaccard).toBeLessThan(0.45);
  expect(containment(jaccard, 300, 900)).toBeGreaterThan(0.85);
});

describe("bands", () => {
  const shared = (a: readonly number[], b: readonly number[]) => a.filter((key) => b.includes(key)).length;
  const bandsOf = (set: readonly number[], seed = 1) => signatureBands(minhashSignature(set), seed);

  test("the same set has the same bands, and under another seed none of them", () => {
    const set = range(0, 100, 5);
    expect(shared(bandsOf(set), bandsOf(set))).toBe(SIGNATURE_BANDS);
    expect(shared(bandsOf(set, 1), bandsOf(set, 2))).toBe(0);
  });

  test("as many are shared as the resemblance says", () => {
    const counts = Array.from({ length: 40 }, (_, salt) =>
      shared(bandsOf(range(0, 300, salt * 101)), bandsOf(range(100, 400, salt * 101))),
    );
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    // J = 1/2: 64 bands of two positions share 16, with a standard error of the mean of 0.55.
    expect(Math.abs(mean - SIGNATURE_BANDS / 4)).toBeLessThan(2.5);
  });

  test("they are what a PostgreSQL integer holds", () => {
    expect(bandsOf([1, 2, 3]).every((key) => Number.isInteger(key) && Math.abs(key) <= 2 ** 31)).toBe(true);
  });
});

test("the sketch keeps the two lowest bits of every value", () => {
  const sketch = signatureSketch(Uint32Array.of(0, 1, 2, 3, 0xffffffff));
  expect(sketch).toEqual({ low: "01011", high: "00111" });
});

test("signatures of two lengths are refused", () => {
  expect(() => estimatedJaccard(new Uint32Array(2), new Uint32Array(3))).toThrow(
    expect.objectContaining({ code: "uniqueness.signature-length" }),
  );
});
