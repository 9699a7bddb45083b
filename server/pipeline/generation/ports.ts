import type { InteractionCheck, Verification } from "#sandbox/contract.ts";
import type { Deps } from "#server/platform/deps.ts";

/** Judges a document. Generation does not know the verification stage; composition introduces them. */
export type DocumentVerifier = (input: {
  documentHash: string;
  checks: readonly InteractionCheck[];
  compareWith?: Record<string, string>;
}) => Promise<Verification>;

export type GenerationDeps = Pick<Deps, "db" | "objects" | "sandbox" | "random" | "subnet" | "vault" | "logger"> & {
  readonly verify: DocumentVerifier;
};
