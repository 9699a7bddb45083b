import { createHash } from "node:crypto";

const OPEN = "<!--";
const CLOSE = "-->";

/**
 * Fills a document up to a multiple of `padToBytes`, so that its size says nothing about what is in
 * it: a degraded interface is often a shorter one. The filling is a comment after the document
 * (it takes no part in layout) of pseudo-random hex, because a run of one character would vanish in
 * compression and show the size again. It is drawn from the document's own hash, so the same
 * document always has the same bytes.
 *
 * @param padToBytes 0 leaves the document as it is.
 */
export function padDocument(html: string, padToBytes: number): Uint8Array {
  const bytes = Buffer.from(html, "utf8");
  if (padToBytes === 0 || bytes.length % padToBytes === 0) return bytes;
  // A remainder too short for an empty comment is filled with spaces, which HTML ignores there.
  const room = padToBytes - (bytes.length % padToBytes);
  const hexLength = room - OPEN.length - CLOSE.length;
  if (hexLength < 0) return Buffer.concat([bytes, Buffer.alloc(room, " ")]);
  // SHA-256 of the megabyte first: the processor has instructions for it, for SHAKE it has none.
  const seed = createHash("sha256").update(bytes).digest();
  const hex = createHash("shake256", { outputLength: Math.ceil((hexLength + 1) / 2) })
    .update(seed)
    .digest("hex")
    .slice(0, hexLength);
  return Buffer.concat([bytes, Buffer.from(`${OPEN}${hex}${CLOSE}`, "latin1")]);
}
