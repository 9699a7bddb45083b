import { type InteractionCheck, type Verification, type VerifyRequest, verificationSchema } from "#sandbox/contract.ts";
import type { Deps } from "#server/platform/deps.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { findVerification, saveVerification } from "./repository.ts";

export type VerifyDocument = {
  documentHash: string;
  checks: readonly InteractionCheck[];
  /** Screenshots of the base, by viewport, to measure the visual difference against. */
  compareWith?: Record<string, string>;
};

/**
 * The sandbox's verdict on a document, from the cache when the same bytes were judged under the same
 * policy and checks before. A fault of the sandbox is not stored: it says nothing about the document.
 */
export async function verifyDocument(deps: Pick<Deps, "db" | "sandbox">, input: VerifyDocument): Promise<Verification> {
  const request: VerifyRequest = { documentHash: input.documentHash, checks: [...input.checks] };
  if (input.compareWith) request.compareWith = input.compareWith;
  const { policyVersion } = await deps.sandbox.health();
  const key = {
    documentHash: input.documentHash,
    checksHash: sha256Hex(JSON.stringify([input.checks, input.compareWith ?? null])),
    policyVersion,
  };
  const known = await findVerification(deps.db, key);
  if (known) return verificationSchema.parse({ ...known, ...key, cpuMs: null });

  const verification = await deps.sandbox.verify(request);
  if (verification.verdict !== "sandbox-fault") await saveVerification(deps.db, key, verification);
  return verification;
}
