import { hashText } from "./hash32.ts";
import { minhashSignature } from "./minhash.ts";
import { proseTokens } from "./prose-tokens.ts";
import { shingleSet } from "./shingles.ts";
import { type SourceText, sourceTokens } from "./source-tokens.ts";

/** What can be a copy of another: what somebody asks for, or an interface. The two are never compared. */
export type WorkKind = "problem" | "completion";

/** Names the rules below and everything they use. Fingerprints of two versions are not comparable. */
export const FINGERPRINT_VERSION = "fingerprint/1";

/**
 * Tokens in a shingle of a source. Longer ones tell unrelated interfaces better apart, and every edit destroys more of them.
 * Measured over the library, the largest containment of two independent bases and the least of a re-rendered copy:
 * 0.47 and 0.66 for 5, 0.34 and 0.57 for 7, 0.26 and 0.48 for 9, 0.18 and 0.40 for 12.
 */
export const SOURCE_SHINGLE_TOKENS = 9;

/** Words in a shingle of a prompt. The largest containment of two library prompts in one language is 0.11 for 2 and 0.04 for 3. */
export const PROMPT_SHINGLE_WORDS = 3;

/** How a work is made: `shingles` is the size of the set behind the signature. */
export type Fingerprint = { readonly shingles: number; readonly signature: Uint32Array };

/**
 * The fingerprint of an interface's source, and what it says to people.
 *
 * @param files  in any order.
 * @returns the fingerprint of its tokens, and its texts, one per line, for an embedding. O(256 · tokens), about 6 ms for a
 *   library base.
 */
export function fingerprintSource(files: readonly SourceText[]): Fingerprint & { readonly text: string } {
  const parts = sourceTokens(files);
  const set = shingleSet(
    parts.map(({ tokens }) => tokens),
    SOURCE_SHINGLE_TOKENS,
  );
  const text = parts.flatMap(({ texts }) => texts).join("\n");
  return { shingles: set.size, signature: minhashSignature(set), text };
}

/**
 * The fingerprint of a prompt.
 *
 * @param prompt  in any language.
 * @returns the fingerprint of its words in order. O(256 · words).
 */
export function fingerprintPrompt(prompt: string): Fingerprint {
  const set = shingleSet([proseTokens(prompt)], PROMPT_SHINGLE_WORDS);
  return { shingles: set.size, signature: minhashSignature(set) };
}

/**
 * The seed of bands, so that only what may be compared can meet.
 *
 * @param kind   of the works.
 * @param space  what the bands are made of: a version of fingerprints, or an embedding's vector space.
 * @returns a 32-bit integer.
 */
export function bandSeed(kind: WorkKind, space: string): number {
  return hashText(`${kind}\n${space}`);
}
