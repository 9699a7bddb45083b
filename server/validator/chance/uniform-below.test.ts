import { describe, expect, test } from "vitest";

import { mixedRadixDigits, mixedRadixSize, uniformBelow } from "./uniform-below.ts";

/** 32 bytes whose big-endian value is `top` · 2^128 + `low`. */
function key(low: bigint, top = 0n): Uint8Array {
  const x = (top << 128n) | low;
  return Uint8Array.from({ length: 32 }, (_, i) => Number((x >> BigInt(8 * (31 - i))) & 255n));
}

describe("uniformBelow", () => {
  test("is the key's big-endian value modulo the bound", () => {
    expect(uniformBelow(key(1_000_003n), 1_000_000n)).toBe(3n);
    expect(uniformBelow(key(0n, 1n), 1n << 128n)).toBe(0n);
  });

  test("rejects exactly the keys above the last full multiple of the bound", () => {
    const size = 1n << 256n;
    const accepted = size - (size % 24n);
    const last = (x: bigint) => key(x & ((1n << 128n) - 1n), x >> 128n);
    expect(uniformBelow(last(accepted - 1n), 24n)).toBe(23n);
    expect(() => uniformBelow(last(accepted), 24n)).toThrow(
      expect.objectContaining({ code: "key.rejected", kind: "unavailable" }),
    );
    expect(() => uniformBelow(last(size - 1n), 24n)).toThrow(expect.objectContaining({ code: "key.rejected" }));
    // A power of two divides the size: nothing is ever rejected.
    expect(uniformBelow(last(size - 1n), 16n)).toBe(15n);
  });

  test.each([
    ["key.too-short", new Uint8Array(31), 24n],
    ["key.bad-bound", new Uint8Array(32), 0n],
    ["key.bad-bound", new Uint8Array(64), (1n << 128n) + 1n],
  ])("refuses with %s", (code, bytes, bound) => {
    expect(() => uniformBelow(bytes, bound)).toThrow(expect.objectContaining({ code }));
  });
});

test("mixed-radix digits are one-to-one", () => {
  const radices = [4, 1, 3, 5];
  const size = mixedRadixSize(radices);
  expect(size).toBe(60n);
  const tuples = Array.from({ length: 60 }, (_, x) => mixedRadixDigits(BigInt(x), radices));
  expect(new Set(tuples.map((digits) => digits.join())).size).toBe(60);
  expect(tuples.every((digits) => digits.every((digit, i) => digit >= 0 && digit < (radices[i] ?? 0)))).toBe(true);
  expect(mixedRadixDigits(7n, radices)).toEqual([3, 0, 1, 0]);
});
