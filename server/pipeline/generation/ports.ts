import type { InteractionCheck, Verification } from "#sandbox/contract.ts";
import type { Deps } from "#server/platform/deps.ts";
import type { WorkKind } from "#server/validator/uniqueness/fingerprint.ts";

/** Judges a document. Generation does not know the verification stage; composition introduces them. */
export type DocumentVerifier = (input: {
  documentHash: string;
  checks: readonly InteractionCheck[];
  compareWith?: Record<string, string>;
}) => Promise<Verification>;

/** Turns texts into vectors: a model behind an endpoint, or the local one that is always there. */
export type Embedder = {
  /** Names model, revision and dimensions. Vectors of two spaces are never compared. */
  readonly space: string;
  /** Cosine from which two works are copies; it has to be measured for every model. */
  readonly cosineCopy: Readonly<Record<WorkKind, number>>;
  /**
   * One vector per text, in order, of any length; all 0 for a text that says nothing.
   * @throws {DomainError} of kind `unavailable` when the model cannot be reached: the work is then compared without it.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
};

export type GenerationDeps = Pick<Deps, "db" | "objects" | "sandbox" | "random" | "subnet" | "vault" | "logger"> & {
  readonly verify: DocumentVerifier;
  /** Reads works beside the local embedder; without it that one reads alone. */
  readonly embedder?: Embedder;
};
