import { hashText, mix32 } from "./hash32.ts";

/**
 * The set of k-grams of a list of tokens, as hashes.
 *
 * A sequence shorter than k counts as one shingle, so that nothing that has tokens is without any. A set: what is repeated
 * counts once, so that repeating rows of a table changes nothing.
 *
 * @param parts  token lists that no shingle spans, such as the files of a source, in any order.
 * @param k      length of a shingle in tokens, ≥ 1.
 * @param seed   32-bit; sets with different seeds have nothing in common.
 * @returns distinct 32-bit hashes. Of 3,000 shingles about one in a million shares its hash. O(total tokens · k).
 * @source A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997, 21–29.
 */
export function shingleSet(parts: readonly (readonly string[])[], k: number, seed = 0): Set<number> {
  const shingles = new Set<number>();
  for (const tokens of parts) {
    const hashes = tokens.map((token) => hashText(token, seed));
    const last = Math.max(0, hashes.length - k);
    for (let start = 0; start <= last && hashes.length > 0; start++) {
      let hash = seed;
      for (let index = start; index < Math.min(start + k, hashes.length); index++) {
        // Rotated before the next is added: the order of tokens counts.
        hash = mix32(((hash << 5) | (hash >>> 27)) ^ (hashes[index] ?? 0));
      }
      shingles.add(hash);
    }
  }
  return shingles;
}
