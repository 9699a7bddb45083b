import { DomainError } from "#server/errors.ts";

/** Bytes a key must have at least: 32 is the output of HMAC-SHA-256, 64 that of HMAC-SHA-512. */
export const KEY_BYTES_MIN = 32;

/** log2 of the largest bound. With 256 key bits it keeps the chance of a rejected key below 2⁻¹²⁸. */
export const BOUND_BITS_MAX = 128;

/**
 * A uniform integer in [0, bound) from keyed bytes, without modulo bias.
 *
 * The bytes are one big-endian integer X in [0, 2^b). X is accepted when X < bound · ⌊2^b / bound⌋, and then
 * X mod bound is *exactly* uniform. One rejection step on the whole integer instead of one per byte: no
 * number of bytes can run out, nothing has to be stretched by a second generator, and anybody recomputes the
 * result with two lines of any language that has big integers.
 *
 * A rejected key has probability below bound / 2^b ≤ 2⁻¹²⁸ (2⁻³⁸⁴ for 64 bytes). It is rejected for everybody
 * who recomputes it, and the caller gives up that one use (a task is not offered to that miner).
 *
 * @param key    ≥ 32 uniformly random bytes, usually HMAC-SHA-512 of a canonical message.
 * @param bound  1 ≤ bound ≤ 2¹²⁸.
 * @returns an integer in [0, bound).
 * @throws {DomainError} `key.too-short`, `key.bad-bound`, `key.rejected` (kind `unavailable`).
 * @source Rejection sampling as in NIST SP 800-90A rev. 1, A.5.1 (simple discard method).
 */
export function uniformBelow(key: Uint8Array, bound: bigint): bigint {
  if (key.length < KEY_BYTES_MIN) {
    throw new DomainError("invalid", "key.too-short", `${key.length} key bytes, at least ${KEY_BYTES_MIN} are needed`);
  }
  if (bound < 1n || bound > 1n << BigInt(BOUND_BITS_MAX)) {
    throw new DomainError("invalid", "key.bad-bound", `no uniform integer below ${bound}`);
  }
  let x = 0n;
  for (const byte of key) x = (x << 8n) | BigInt(byte);
  const size = 1n << BigInt(8 * key.length);
  if (x >= size - (size % bound)) {
    throw new DomainError("unavailable", "key.rejected", "this key would give a biased draw");
  }
  return x % bound;
}

/**
 * Digits of an integer in a mixed radix, least significant first.
 *
 * digit₀ = x mod r₀, digit₁ = ⌊x / r₀⌋ mod r₁, … The map from [0, Π r) to digit tuples is one-to-one, so a
 * uniform x gives digits that are each uniform and mutually independent.
 *
 * @param x      0 ≤ x < Π radices.
 * @param radices  integers ≥ 1.
 * @returns one digit per radix, digitᵢ in [0, radixᵢ).
 */
export function mixedRadixDigits(x: bigint, radices: readonly number[]): number[] {
  let rest = x;
  return radices.map((radix) => {
    const digit = Number(rest % BigInt(radix));
    rest /= BigInt(radix);
    return digit;
  });
}

/**
 * Number of digit tuples of a mixed radix: the bound that goes with `mixedRadixDigits`.
 *
 * @param radices  integers ≥ 1.
 * @returns Π radices; 1 for none.
 */
export function mixedRadixSize(radices: readonly number[]): bigint {
  return radices.reduce((product, radix) => product * BigInt(radix), 1n);
}
