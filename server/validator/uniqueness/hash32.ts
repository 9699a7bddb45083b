/**
 * Mixes a 32-bit word: one-to-one, and every input bit flips every output bit about half the time.
 *
 * The finaliser of MurmurHash3 (fmix32). Fast and well spread, not cryptography: whoever wants two words to meet can make
 * them meet, which only makes his own work look like a copy.
 *
 * @param word  any 32-bit integer.
 * @returns an integer in [0, 2³²).
 * @source A. Appleby, MurmurHash3 (public domain), `fmix32`.
 */
export function mix32(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The 32-bit hash of a text.
 *
 * FNV-1a over UTF-16 code units, finished by `mix32`: the last letters of short words would otherwise reach few bits.
 *
 * @param text  any length; O(length).
 * @param seed  a 32-bit integer that gives an independent hash.
 * @returns an integer in [0, 2³²).
 */
export function hashText(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
  return mix32(h);
}
