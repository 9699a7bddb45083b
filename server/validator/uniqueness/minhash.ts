import { DomainError } from "#server/errors.ts";

import { mix32 } from "./hash32.ts";

/**
 * Values of a signature. The standard error of an estimated resemblance J is √(J(1 − J)/256), at most 0.031; with 128 values
 * it would be 0.044, half of the distance between unrelated works and re-rendered ones (docs/decisions/019).
 */
export const MINHASH_VALUES = 256;

/** Odd multiplier and offset of each hash function; drawn by mixing their number, so that everybody has the same ones. */
const MULTIPLIERS = Uint32Array.from({ length: MINHASH_VALUES }, (_, n) => mix32(2 * n + 1) | 1);
const OFFSETS = Uint32Array.from({ length: MINHASH_VALUES }, (_, n) => mix32(2 * n + 2));

/**
 * The MinHash signature of a set: for each of 256 hash functions the least hash of any member.
 *
 * sig_i(S) = min over x in S of mix32(a_i·x + b_i mod 2³²). P(sig_i(A) = sig_i(B)) = J(A, B) = |A ∩ B| / |A ∪ B|.
 *
 * @param set  32-bit hashes (`shingleSet`).
 * @returns 256 values in [0, 2³²); all 2³² − 1 for the empty set. O(256 · |set|), about 2 ms for 1,500 members.
 * @source A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997, 21–29.
 */
export function minhashSignature(set: Iterable<number>): Uint32Array {
  const signature = new Uint32Array(MINHASH_VALUES).fill(0xffffffff);
  for (const member of set) {
    for (let index = 0; index < MINHASH_VALUES; index++) {
      const hash = mix32(Math.imul(member, MULTIPLIERS[index] ?? 1) + (OFFSETS[index] ?? 0));
      if (hash < (signature[index] ?? 0)) signature[index] = hash;
    }
  }
  return signature;
}

/**
 * The estimated resemblance of two sets.
 *
 * J ≈ the share of positions in which their signatures agree; unbiased, standard error √(J(1 − J)/256).
 *
 * @param a  256 values.
 * @param b  256 values.
 * @returns J in [0, 1].
 * @throws {DomainError} `uniqueness.signature-length` when they are not of one length.
 */
export function estimatedJaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) {
    throw new DomainError("invalid", "uniqueness.signature-length", `signatures of ${a.length} and ${b.length} values`);
  }
  let equal = 0;
  for (let index = 0; index < a.length; index++) if (a[index] === b[index]) equal++;
  return a.length === 0 ? 0 : equal / a.length;
}

/**
 * The share of the smaller set that lies in the larger one, from their resemblance.
 *
 * |A ∩ B| = J(|A| + |B|)/(1 + J), so C = J(|A| + |B|)/((1 + J)·min(|A|, |B|)). Resemblance falls when a copy is padded with
 * code of its own; containment does not.
 *
 * @param jaccard  J in [0, 1].
 * @param sizeA    members of one set, ≥ 0.
 * @param sizeB    members of the other, ≥ 0.
 * @returns C in [0, 1]; 0 when a set is empty. An estimated J gives an estimate, cut off at 1.
 */
export function containment(jaccard: number, sizeA: number, sizeB: number): number {
  const smaller = Math.min(sizeA, sizeB);
  if (smaller === 0) return 0;
  return Math.min(1, (jaccard * (sizeA + sizeB)) / ((1 + jaccard) * smaller));
}

/** Positions of a signature that make one band. */
const BAND_ROWS = 2;

/**
 * Bands of a signature. Two sets share at least one with probability 1 − (1 − J²)⁶⁴: 0.998 for J = 0.3, 0.93 for J = 0.2 (a
 * re-rendered copy padded with as much code again), and 0.02 for J = 0.02, the resemblance of unrelated interfaces. With
 * three positions per band unrelated works would hardly ever meet, but the padded copy would be missed twice in three times.
 */
export const SIGNATURE_BANDS = 64;

/**
 * Keys under which works that may be alike meet.
 *
 * @param signature  256 values; the first 128 are used, two for each band.
 * @param seed       32-bit; bands of different seeds never meet on purpose.
 * @returns 64 signed 32-bit integers.
 * @source P. Indyk and R. Motwani, "Approximate nearest neighbors", STOC 1998; J. Leskovec, A. Rajaraman and J. Ullman,
 *   "Mining of Massive Datasets", 3.4.
 */
export function signatureBands(signature: Uint32Array, seed: number): number[] {
  return Array.from({ length: SIGNATURE_BANDS }, (_, band) => {
    let key = mix32(seed + band);
    for (let row = 0; row < BAND_ROWS; row++) key = mix32(key ^ (signature[band * BAND_ROWS + row] ?? 0));
    return key | 0;
  });
}

/**
 * The two lowest bits of each value, as two bit strings: enough to put candidates in order inside the database.
 *
 * Both bits of a position agree with probability 1/4 + 3J/4.
 *
 * @param signature  256 values.
 * @returns two strings of 256 characters `0` and `1`.
 * @source P. Li and A. C. König, "b-bit minwise hashing", WWW 2010.
 */
export function signatureSketch(signature: Uint32Array): { low: string; high: string } {
  let low = "";
  let high = "";
  for (const value of signature) {
    low += value & 1;
    high += (value >>> 1) & 1;
  }
  return { low, high };
}
