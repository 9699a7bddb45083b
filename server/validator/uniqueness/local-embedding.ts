import { hashText } from "./hash32.ts";

/** Dimensions. With 512 the cosines of unrelated prompts were 0.04 lower; copies lie 0.3 higher either way. */
export const LOCAL_DIMENSIONS = 256;

/** Weight of a word's four-letter pieces beside the word itself: they let inflected and mistyped words count as alike. */
const PIECE_WEIGHT = 0.5;
const PIECE_LETTERS = 4;

/**
 * An embedding that needs no model: hashed words, pairs of words and pieces of words.
 *
 * v[h(f) mod 256] += s(f)·√tf(f) over features f, then v/‖v‖, with s(f) = ±1 from a second hash, so that collisions cancel on
 * average. The root keeps a word that is said often from deciding alone. It knows wording, not meaning: a paraphrase in other
 * words, or a translation, is far away.
 *
 * @param words  of a text (`proseTokens`), in order.
 * @returns 256 numbers of length 1, or null for a text without words. O(letters).
 * @source K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009.
 */
export function localEmbedding(words: readonly string[]): Float32Array | null {
  const frequencies = new Map<string, number>();
  const count = (feature: string, weight: number) => frequencies.set(feature, (frequencies.get(feature) ?? 0) + weight);
  for (const [index, word] of words.entries()) {
    count(`w${word}`, 1);
    if (index > 0) count(`p${words[index - 1]} ${word}`, 1);
    const framed = `^${word}$`;
    for (let start = 0; start + PIECE_LETTERS <= framed.length; start++) {
      count(`c${framed.slice(start, start + PIECE_LETTERS)}`, PIECE_WEIGHT);
    }
  }
  const vector = new Float32Array(LOCAL_DIMENSIONS);
  for (const [feature, frequency] of frequencies) {
    const dimension = hashText(feature) % LOCAL_DIMENSIONS;
    const sign = (hashText(feature, SIGN_SEED) & 1) === 1 ? 1 : -1;
    vector[dimension] = (vector[dimension] ?? 0) + sign * Math.sqrt(frequency);
  }
  return normalised(vector);
}

/** Any fixed number other than 0: the sign must not follow from the dimension. */
const SIGN_SEED = 0x5eed;

/**
 * A vector of length 1 in the same direction.
 *
 * @param vector  finite numbers.
 * @returns a new vector, or null when there is no direction: all 0, or something that is not finite.
 */
export function normalised(vector: Float32Array): Float32Array | null {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (!(length > 0 && length < Infinity)) return null;
  return vector.map((value) => value / length);
}

/**
 * The cosine of two vectors of length 1.
 *
 * @param a  n numbers.
 * @param b  n numbers; when the lengths differ the vectors are of different spaces and nothing is alike.
 * @returns Σ aᵢbᵢ in [−1, 1] up to rounding, 0 for different spaces.
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
