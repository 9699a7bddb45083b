import { LOCAL_COSINE_COPY } from "#server/validator/uniqueness/decision.ts";
import { LOCAL_DIMENSIONS, localEmbedding } from "#server/validator/uniqueness/local-embedding.ts";
import { proseTokens } from "#server/validator/uniqueness/prose-tokens.ts";

import type { Embedder } from "../ports.ts";

/** Needs no model, no key and no network; every work is read by it, whatever else is configured. */
export const localEmbedder: Embedder = {
  space: `local/1/${LOCAL_DIMENSIONS}`,
  cosineCopy: LOCAL_COSINE_COPY,
  embed: async (texts) => texts.map((text) => localEmbedding(proseTokens(text)) ?? new Float32Array(LOCAL_DIMENSIONS)),
};
