/**
 * Decides when a frame has to go. Pure: time comes with each event, so that every rule is a row of
 * a test. Armed at mount, not at the handshake: a document that never answers is caught as well.
 */
export type StopReason = "unresponsive" | "navigated" | "flooding" | "focus-theft";

export type Watch = {
  readonly mountedAtMs: number;
  /** Silence since the last sign of life, as far as the page was there to hear one. */
  readonly silentMs: number;
  readonly tickedAtMs: number;
  readonly loads: number;
  /** Takings of the keyboard from somebody who was writing. */
  readonly thefts: number;
  /** Takings of a keyboard that nobody was using: a bucket of `TAKINGS_MAX`, refilled once a second. */
  readonly takings: number;
  readonly takingsAtMs: number;
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
  | { type: "focus-taken"; nowMs: number; fromWriter: boolean };

/** Silence after which a document counts as hanging. The page removes it within a ping of that. */
export const SILENCE_MAX_MS = 3_000;
export const PING_INTERVAL_MS = 250;
/** Between two ticks no more silence than this counts: a page that slept, or was busy itself, heard nobody. */
export const TICK_GAP_MAX_MS = 500;
/** No honest document comes near; a flood of them freezes the page. */
export const MESSAGES_PER_SECOND_MAX = 500;
export const TOKENS_PER_SECOND = 20;
export const TOKENS_MAX = 40;
/** Taking the keyboard from somebody who writes is forgiven once: an autofocus can come at any time. */
export const THEFTS_MAX = 1;
/**
 * Taking it from nobody is forgiven as often as an honest game does it, which focuses its board at
 * every move; a document that holds on to it stays far above.
 */
export const TAKINGS_MAX = 10;
export const TAKINGS_PER_SECOND = 1;

export function newWatch(nowMs: number): Watch {
  return {
    mountedAtMs: nowMs,
    silentMs: 0,
    tickedAtMs: nowMs,
    loads: 0,
    thefts: 0,
    takings: 0,
    takingsAtMs: nowMs,
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
    case "tick":
      return countSilence(watch, event);
    case "pong":
      return { ...watch, silentMs: 0 };
    case "load":
      return watch.loads >= 1 ? { ...watch, stopped: "navigated" } : { ...watch, loads: 1 };
    case "focus-taken":
      return event.fromWriter ? countTheft(watch) : countTaking(watch, event.nowMs);
    case "message":
      return countMessage(watch, event.nowMs);
  }
}

function countSilence(watch: Watch, { nowMs, visible }: { nowMs: number; visible: boolean }): Watch {
  // A hidden tab gets no timers worth trusting: silence counts only while somebody could see it.
  const heardMs = visible ? Math.min(nowMs - watch.tickedAtMs, TICK_GAP_MAX_MS) : 0;
  const silentMs = visible ? watch.silentMs + heardMs : 0;
  return { ...watch, silentMs, tickedAtMs: nowMs, stopped: silentMs > SILENCE_MAX_MS ? "unresponsive" : null };
}

function countTheft(watch: Watch): Watch {
  return watch.thefts >= THEFTS_MAX ? { ...watch, stopped: "focus-theft" } : { ...watch, thefts: watch.thefts + 1 };
}

function countTaking(watch: Watch, nowMs: number): Watch {
  const forgotten = ((nowMs - watch.takingsAtMs) / 1_000) * TAKINGS_PER_SECOND;
  const takings = Math.max(0, watch.takings - forgotten) + 1;
  return { ...watch, takings, takingsAtMs: nowMs, stopped: takings > TAKINGS_MAX ? "focus-theft" : null };
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
