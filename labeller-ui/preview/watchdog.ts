/**
 * Decides when a frame has to go. Pure: time comes with each event, so that every rule is a row of
 * a test. Armed at mount, not at the handshake: a document that never answers is caught as well.
 */
export type StopReason = "unresponsive" | "navigated" | "flooding" | "focus-theft";

export type Watch = {
  readonly mountedAtMs: number;
  /** Last sign of life, or the moment the page became visible again. */
  readonly aliveAtMs: number;
  readonly loads: number;
  readonly thefts: number;
  /** Messages in the current second. */
  readonly secondStartMs: number;
  readonly messagesInSecond: number;
  /** Accepted telemetry: a bucket of `TOKENS_MAX`, refilled with `TOKENS_PER_SECOND`. */
  readonly tokens: number;
  readonly tokensAtMs: number;
  /** Whether the message just counted may be read. */
  readonly readable: boolean;
  readonly stopped: StopReason | null;
};

export type WatchEvent =
  | { type: "tick"; nowMs: number; visible: boolean }
  | { type: "message"; nowMs: number }
  | { type: "pong"; nowMs: number }
  | { type: "load"; nowMs: number }
  | { type: "focus-theft"; nowMs: number };

/** Silence after which a document counts as hanging. The page removes it within a ping of that. */
export const SILENCE_MAX_MS = 3_000;
export const PING_INTERVAL_MS = 250;
/** No honest document comes near; a flood of them freezes the page. */
export const MESSAGES_PER_SECOND_MAX = 500;
export const TOKENS_PER_SECOND = 20;
export const TOKENS_MAX = 40;
/** One autofocus is forgiven. */
export const THEFTS_MAX = 1;

export function newWatch(nowMs: number): Watch {
  return {
    mountedAtMs: nowMs,
    aliveAtMs: nowMs,
    loads: 0,
    thefts: 0,
    secondStartMs: nowMs,
    messagesInSecond: 0,
    tokens: TOKENS_MAX,
    tokensAtMs: nowMs,
    readable: false,
    stopped: null,
  };
}

export function watchReducer(watch: Watch, event: WatchEvent): Watch {
  if (watch.stopped) return watch;
  switch (event.type) {
    case "tick": {
      // A hidden tab gets no timers worth trusting: silence counts only while somebody could see it.
      if (!event.visible) return { ...watch, aliveAtMs: event.nowMs };
      return event.nowMs - watch.aliveAtMs > SILENCE_MAX_MS ? { ...watch, stopped: "unresponsive" } : watch;
    }
    case "pong":
      return { ...watch, aliveAtMs: event.nowMs };
    case "load":
      return watch.loads >= 1 ? { ...watch, stopped: "navigated" } : { ...watch, loads: 1 };
    case "focus-theft":
      return watch.thefts >= THEFTS_MAX ? { ...watch, stopped: "focus-theft" } : { ...watch, thefts: watch.thefts + 1 };
    case "message":
      return countMessage(watch, event.nowMs);
  }
}

function countMessage(watch: Watch, nowMs: number): Watch {
  const sameSecond = nowMs - watch.secondStartMs < 1_000;
  const messagesInSecond = sameSecond ? watch.messagesInSecond + 1 : 1;
  if (messagesInSecond > MESSAGES_PER_SECOND_MAX) return { ...watch, stopped: "flooding" };
  const refilled = Math.min(TOKENS_MAX, watch.tokens + ((nowMs - watch.tokensAtMs) / 1_000) * TOKENS_PER_SECOND);
  return {
    ...watch,
    messagesInSecond,
    secondStartMs: sameSecond ? watch.secondStartMs : nowMs,
    tokens: refilled >= 1 ? refilled - 1 : refilled,
    tokensAtMs: nowMs,
    readable: refilled >= 1,
  };
}
