import type { ModelOutcome } from "#server/pipeline/generation/model/ports.ts";

/** What a status that is not 2xx means, and whether it may pass by itself. */
export function classifyStatus(status: number): { outcome: ModelOutcome; retryable: boolean } {
  if (status === 429) return { outcome: "rate-limited", retryable: true };
  if (status === 408 || status === 409) return { outcome: "unavailable", retryable: true };
  if (status >= 500) return { outcome: "unavailable", retryable: true };
  return { outcome: "rejected", retryable: false };
}

/** Seconds or an HTTP date, in ms from `nowMs`; null when the header is missing or says nothing. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/**
 * The pause before repetition `n` (0-based): full jitter, so that many callers that failed together do not come
 * back together, but never less than the server asked for.
 * @param draw uniform in [0, 1).
 */
export function pauseMs(
  n: number,
  backoff: { readonly first: number; readonly max: number },
  draw: number,
  askedMs: number | null,
): number {
  const jittered = draw * Math.min(backoff.max, backoff.first * 2 ** n);
  return Math.max(askedMs ?? 0, jittered);
}
