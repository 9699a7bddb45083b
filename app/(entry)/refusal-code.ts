import { TRPCClientError } from "@trpc/client";

import type { AppRouter } from "#server/api/root.ts";

/** A ceremony that did not succeed, with a code of ours (messages: entry.refusal). */
export class CeremonyError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "CeremonyError";
    this.code = code;
  }
}

const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** The stable code of whatever went wrong; null when nothing did. */
export function refusalCode(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  if (error instanceof CeremonyError) return error.code;
  // Without an answer there is no data: the request never arrived.
  if (isApiError(error)) return error.data ? error.data.refusal.code : "network.down";
  return "other";
}

/** A link that is no link at all is, to the person who opened it, one that does not exist. */
export function linkRefusalCode(error: unknown, unknown: string): string | null {
  const code = refusalCode(error);
  return code === "input.malformed" ? unknown : code;
}
