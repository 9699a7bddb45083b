/** Why a labeller has nothing to do. */
export type NothingReason =
  | "none-eligible"
  | "all-leased"
  | "preparing"
  | "daily-cap"
  | "paused"
  | "level"
  | "no-round"
  | "miner-paused"
  | "miner-deregistered";

/** What is true of the open tasks, and of those that this labeller's team has not seen. */
export type QueueSummary = {
  /** Open tasks, seen or not. */
  readonly open: number;
  /** Free places on them. */
  readonly free: number;
  /** Places that somebody else holds now and may give back. */
  readonly leased: number;
  /** Tasks whose documents are not made for this team yet. */
  readonly unrendered: number;
  /** Tasks of a higher level or another language. */
  readonly otherLevelOrLanguage: number;
};

/**
 * The first reason that applies, most hopeful first, and when asking again makes sense.
 *
 * @param queue  counts, all ≥ 0.
 * @returns a reason of the closed vocabulary and seconds until the next look, 2 … 600.
 */
export function nothingReason(queue: QueueSummary): { reason: NothingReason; retryAfterSeconds: number } {
  if (queue.open === 0) return { reason: "preparing", retryAfterSeconds: 10 };
  if (queue.unrendered > 0) return { reason: "preparing", retryAfterSeconds: 3 };
  if (queue.free > queue.otherLevelOrLanguage && queue.free > 0) return { reason: "preparing", retryAfterSeconds: 2 };
  if (queue.otherLevelOrLanguage > 0 && queue.free > 0) return { reason: "level", retryAfterSeconds: 600 };
  if (queue.leased > 0) return { reason: "all-leased", retryAfterSeconds: 30 };
  return { reason: "none-eligible", retryAfterSeconds: 60 };
}
