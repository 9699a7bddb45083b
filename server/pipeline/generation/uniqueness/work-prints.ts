import { DomainError } from "#server/errors.ts";
import { sha256Hex } from "#server/platform/hashing.ts";
import {
  bandSeed,
  FINGERPRINT_VERSION,
  type Fingerprint,
  fingerprintPrompt,
  fingerprintSource,
  type WorkKind,
} from "#server/validator/uniqueness/fingerprint.ts";
import { hyperplaneSigns, vectorBands } from "#server/validator/uniqueness/hyperplanes.ts";
import { normalised } from "#server/validator/uniqueness/local-embedding.ts";
import { signatureBands, signatureSketch } from "#server/validator/uniqueness/minhash.ts";
import type { SourceText } from "#server/validator/uniqueness/source-tokens.ts";

import type { Embedder, GenerationDeps } from "../ports.ts";
import { localEmbedder } from "./local-embedder.ts";

/** What may be a copy: a problem by its prompts per language, a completion by its source. */
export type Work =
  | { readonly kind: "problem"; readonly prompts: Readonly<Record<string, string>> }
  | { readonly kind: "completion"; readonly files: readonly SourceText[] };

/** A text as one embedder sees it, with the keys under which it is found. */
export type PrintedVector = {
  readonly space: string;
  readonly cosineCopy: number;
  readonly vector: Float32Array;
  readonly signs: string;
  readonly bands: readonly number[];
};

/** Everything by which one part of a work is compared. */
export type PrintedPart = Fingerprint & {
  readonly part: string;
  readonly contentHash: string;
  readonly sketch: { readonly low: string; readonly high: string };
  readonly bands: readonly number[];
  readonly vectors: readonly PrintedVector[];
};

/** A work as the index knows it. */
export type WorkPrint = { readonly kind: WorkKind; readonly parts: readonly PrintedPart[] };

export type PrintDeps = Pick<GenerationDeps, "embedder" | "logger">;

/**
 * Takes the fingerprints of a work. It may ask a model over the network, so it is done before the transaction that stores the
 * work, which only has to search and write.
 */
export async function printWork(deps: PrintDeps, work: Work): Promise<WorkPrint> {
  const parts = work.kind === "problem" ? promptParts(work.prompts) : [sourcePart(work.files)];
  const texts = parts.map(({ text }) => text);
  const vectors = await Promise.all([localEmbedder, ...remoteOf(deps)].map((e) => embed(deps, e, work.kind, texts)));
  return {
    kind: work.kind,
    parts: parts.map(({ text: _text, ...part }, index) => ({
      ...part,
      sketch: signatureSketch(part.signature),
      bands: signatureBands(part.signature, bandSeed(work.kind, FINGERPRINT_VERSION)),
      vectors: vectors.flatMap((ofEmbedder) => ofEmbedder[index] ?? []),
    })),
  };
}

const remoteOf = ({ embedder }: PrintDeps): Embedder[] => (embedder === undefined ? [] : [embedder]);

/** The same prompt under two languages is one part: a work is no copy of itself. */
function promptParts(prompts: Readonly<Record<string, string>>) {
  const parts = Object.entries(prompts).map(([part, text]) => ({
    part,
    text,
    contentHash: sha256Hex(text),
    ...fingerprintPrompt(text),
  }));
  return parts.filter(
    (part, index) => parts.findIndex(({ contentHash }) => contentHash === part.contentHash) === index,
  );
}

/** Files by what they hold: another name for a file makes no other work. */
function sourcePart(files: readonly SourceText[]) {
  const contents = files.map(({ content }) => content).toSorted();
  return { part: "source", contentHash: sha256Hex(JSON.stringify(contents)), ...fingerprintSource(files) };
}

async function embed(
  deps: PrintDeps,
  embedder: Embedder,
  kind: WorkKind,
  texts: readonly string[],
): Promise<(PrintedVector | null)[]> {
  const vectors = await embedder.embed(texts).catch((error: unknown) => {
    if (!(error instanceof DomainError && error.kind === "unavailable")) throw error;
    deps.logger.warn({ err: error, space: embedder.space }, "works are compared without this embedder");
    return null;
  });
  if (vectors === null) return [];
  if (vectors.length !== texts.length) {
    throw new Error(`${embedder.space} answered ${vectors.length} vectors for ${texts.length} texts`);
  }
  return vectors.map((given) => {
    const vector = normalised(given);
    if (vector === null) return null;
    const signs = hyperplaneSigns(vector);
    const bands = vectorBands(signs, bandSeed(kind, embedder.space));
    return { space: embedder.space, cosineCopy: embedder.cosineCopy[kind], vector, signs, bands };
  });
}
