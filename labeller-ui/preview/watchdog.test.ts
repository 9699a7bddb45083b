import { describe, expect, test } from "vitest";

import { newWatch, PING_INTERVAL_MS, type Watch, type WatchEvent, watchReducer } from "./watchdog.ts";

const after = (...events: WatchEvent[]): Watch => events.reduce(watchReducer, newWatch(0));
const tick = (nowMs: number, visible = true): WatchEvent => ({ type: "tick", nowMs, visible });
/** As the page ticks: every quarter of a second after `fromMs`, up to `toMs`. */
const ticks = (fromMs: number, toMs: number): WatchEvent[] =>
  Array.from({ length: (toMs - fromMs) / PING_INTERVAL_MS }, (_, n) => tick(fromMs + (n + 1) * PING_INTERVAL_MS));
const pong = (nowMs: number): WatchEvent => ({ type: "pong", nowMs });
const messages = (count: number, nowMs: number): WatchEvent[] =>
  Array.from({ length: count }, () => ({ type: "message", nowMs }));

describe("the watchdog", () => {
  test("stops a document that has never answered, although no handshake happened", () => {
    expect(after(...ticks(0, 3_000)).stopped).toBeNull();
    expect(after(...ticks(0, 3_250)).stopped).toBe("unresponsive");
  });

  test("stops a document three seconds after its last answer", () => {
    expect(after(...ticks(0, 1_000), pong(1_000), ...ticks(1_000, 4_000)).stopped).toBeNull();
    expect(after(...ticks(0, 1_000), pong(1_000), ...ticks(1_000, 4_250)).stopped).toBe("unresponsive");
  });

  test("does not count silence while nobody sees the page", () => {
    expect(after(...ticks(0, 1_000), tick(60_000, false), ...ticks(60_000, 61_000)).stopped).toBeNull();
  });

  test("blames no document for the time in which the computer slept", () => {
    expect(after(...ticks(0, 1_000), tick(900_000), ...ticks(900_000, 901_000)).stopped).toBeNull();
  });

  test("stops a document that loads a second time", () => {
    expect(after({ type: "load", nowMs: 1 }).stopped).toBeNull();
    expect(after({ type: "load", nowMs: 1 }, { type: "load", nowMs: 2 }).stopped).toBe("navigated");
  });

  test("forgives one taking of the keyboard from somebody who writes, not two", () => {
    const theft: WatchEvent = { type: "focus-taken", nowMs: 1, fromWriter: true };
    expect(after(theft).stopped).toBeNull();
    expect(after(theft, theft).stopped).toBe("focus-theft");
  });

  test("lets a game focus its board every second, and stops what holds on to the keyboard", () => {
    const takings = (count: number, everyMs: number): WatchEvent[] =>
      Array.from({ length: count }, (_, n) => ({ type: "focus-taken", nowMs: n * everyMs, fromWriter: false }));
    expect(after(...takings(600, 1_000)).stopped).toBeNull();
    expect(after(...takings(12, 100)).stopped).toBe("focus-theft");
  });

  test("stops a flood, and counts each second anew", () => {
    expect(after(...messages(501, 10)).stopped).toBe("flooding");
    expect(after(...messages(400, 10), ...messages(400, 1_200)).stopped).toBeNull();
  });

  test("reads forty messages at once and twenty a second after that", () => {
    const burst = after(...messages(40, 0));
    expect(burst.readable).toBe(true);
    expect(watchReducer(burst, { type: "message", nowMs: 0 }).readable).toBe(false);
    expect(watchReducer(burst, { type: "message", nowMs: 60 }).readable).toBe(true);
  });

  test("a stopped frame stays stopped", () => {
    expect(after(...ticks(0, 3_250), pong(3_300)).stopped).toBe("unresponsive");
  });
});
