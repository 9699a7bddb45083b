import type { Fingerprint, WorkKind } from "./fingerprint.ts";
import { containment, estimatedJaccard } from "./minhash.ts";

/** How a likeness was found: equal content, the same construction, or the same wording. */
export type Measure = "exact" | "fingerprint" | "embedding";

/**
 * Containment (share of the smaller work's shingles that the larger one has) from which a work is a copy, unitless.
 *
 * Completions: of 7,140 pairs of independently written library bases the highest has 0.33, and 0.23 across problems; the lowest
 * of 240 re-rendered copies has 0.39. 0.37 lies between them, nearer to the copies: an honest author who is refused is
 * the worse mistake. Prompts:
 * two library prompts have at most 0.13, one with every fifth word replaced at least 0.41. The distributions stand in
 * docs/decisions/019.
 */
export const CONTAINMENT_COPY: Readonly<Record<WorkKind, number>> = { completion: 0.37, problem: 0.35 };

/**
 * Shingles below which containment decides nothing, a count. A page of thirty tokens is made of what every page has; only
 * equal content and equal wording count there.
 */
export const SHINGLES_MIN = 20;

/**
 * Cosine of local embeddings from which a work is a copy, unitless.
 *
 * Completions of one problem have to use its words: independent library bases reach 0.87, and a tail beyond that is certain in a
 * larger collection, while re-rendered ones have 0.90 and mostly above 0.98. So only practically the same wording counts.
 * Prompts of different library problems reach 0.56 in one language; with a fifth of the words replaced and the sentences in
 * another order they keep 0.69 to 0.86. 0.75 leaves room for problems that are closer to each other than ours.
 */
export const LOCAL_COSINE_COPY: Readonly<Record<WorkKind, number>> = { completion: 0.93, problem: 0.75 };

/** One comparison with another work: it is a copy when `similarity` reaches `limit`. Both in [0, 1]. */
export type Comparison = { readonly measure: Measure; readonly similarity: number; readonly limit: number };

/**
 * Compares two works of one kind by their construction.
 *
 * @param kind  of both.
 * @param a     one fingerprint.
 * @param b     the other.
 * @returns the estimated containment (0 when one of them has fewer than `SHINGLES_MIN` shingles) and its limit.
 * @throws {DomainError} `uniqueness.signature-length`.
 */
export function compareFingerprints(kind: WorkKind, a: Fingerprint, b: Fingerprint): Comparison {
  const enough = Math.min(a.shingles, b.shingles) >= SHINGLES_MIN;
  const similarity = enough ? containment(estimatedJaccard(a.signature, b.signature), a.shingles, b.shingles) : 0;
  return { measure: "fingerprint", similarity, limit: CONTAINMENT_COPY[kind] };
}

/**
 * The decision: whether a comparison makes a work a copy.
 *
 * @param comparison  a similarity and its limit.
 * @returns true when the similarity reaches the limit.
 */
export function isCopy({ similarity, limit }: Comparison): boolean {
  return similarity >= limit;
}

const ORDER: readonly Measure[] = ["exact", "fingerprint", "embedding"];

/**
 * The strongest of several comparisons: the one to name.
 *
 * Equal content before everything; then the highest similarity as a multiple of its limit, since two measures have different
 * scales; of equals the more certain measure, then the first.
 *
 * @param comparisons  of one work with any number of others.
 * @returns one of them, or null when there is none.
 */
export function strongest<C extends Comparison>(comparisons: readonly C[]): C | null {
  const weight = ({ measure, similarity, limit }: C) => (measure === "exact" ? Infinity : similarity / limit);
  const [first] = comparisons.toSorted(
    (a, b) => compareDescending(weight(a), weight(b)) || ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure),
  );
  return first ?? null;
}

/** Infinity less Infinity is no number. */
const compareDescending = (a: number, b: number) => (a === b ? 0 : b > a ? 1 : -1);
