import { mix32 } from "./hash32.ts";

/** Bits of one band: bits that two vectors must agree in to meet there. */
const BAND_BITS = 12;

/**
 * Bands of a vector. With p = 1 − acos(cosine)/π two vectors share one with probability 1 − (1 − p¹²)⁴⁸: 0.96 for a cosine of
 * 0.8, more than 0.999 for 0.93, and 0.03 for 0.12, the cosine of unrelated interfaces.
 */
export const VECTOR_BANDS = 48;

/** Signs that are kept of a vector: one for each hyperplane. */
export const VECTOR_SIGNS = BAND_BITS * VECTOR_BANDS;

const WORD_BITS = 32;

/**
 * On which side of each of 576 random hyperplanes through the origin a vector lies.
 *
 * Bit k is 1 when Σ rₖᵢ·vᵢ > 0, with rₖᵢ = ±1 from `mix32`, the same for everybody. Two vectors at the angle θ agree in a bit
 * with probability 1 − θ/π.
 *
 * @param vector  n finite numbers, any n.
 * @returns a string of 576 characters `0` and `1`. O(576 · n).
 * @source M. S. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002.
 */
export function hyperplaneSigns(vector: Float32Array): string {
  let signs = "";
  for (let word = 0; word < VECTOR_SIGNS / WORD_BITS; word++) {
    const sums = new Float64Array(WORD_BITS);
    for (let index = 0; index < vector.length; index++) {
      const normals = mix32(mix32(index + 1) + word);
      const value = vector[index] ?? 0;
      for (let bit = 0; bit < WORD_BITS; bit++) {
        // Without a branch, which a processor would guess wrong every other time: three times as fast.
        sums[bit] = (sums[bit] ?? 0) + value * (((normals >>> bit) & 1) * 2 - 1);
      }
    }
    for (const sum of sums) signs += sum > 0 ? "1" : "0";
  }
  return signs;
}

/**
 * Keys under which vectors that may be alike meet.
 *
 * @param signs  576 characters (`hyperplaneSigns`).
 * @param seed   32-bit; bands of different seeds never meet on purpose.
 * @returns 48 signed 32-bit integers.
 */
export function vectorBands(signs: string, seed: number): number[] {
  return Array.from({ length: VECTOR_BANDS }, (_, band) => {
    const bits = Number.parseInt(signs.slice(band * BAND_BITS, (band + 1) * BAND_BITS), 2);
    return mix32(mix32(seed + band) ^ bits) | 0;
  });
}
