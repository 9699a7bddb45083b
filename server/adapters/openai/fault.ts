import type { ModelOutcome, ModelUsage } from "#server/pipeline/generation/model/ports.ts";

import type { WireError } from "./wire.ts";

/**
 * One request that did not bring an answer. Made of our own words: no header, no body and no error of the HTTP client
 * gets into it, because any of them may hold the key.
 */
export class CallFault extends Error {
  readonly outcome: Exclude<ModelOutcome, "ok">;
  readonly errorCode: string;
  readonly retryable: boolean;
  /** Zero when the server did no work; null when nobody said how much it did. */
  readonly usage: ModelUsage | null;
  readonly retryAfterMs: number | null;
  readonly wireError: WireError | null;

  constructor(
    outcome: Exclude<ModelOutcome, "ok">,
    errorCode: string,
    more: {
      retryable?: boolean;
      usage?: ModelUsage | null;
      retryAfterMs?: number | null;
      wireError?: WireError | null;
    } = {},
  ) {
    super(`${outcome} (${errorCode})`);
    this.name = "CallFault";
    this.outcome = outcome;
    this.errorCode = errorCode;
    this.retryable = more.retryable ?? false;
    this.usage = more.usage ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.wireError = more.wireError ?? null;
  }
}

export const NOTHING_USED: ModelUsage = { tokensIn: 0, tokensOut: 0 };
