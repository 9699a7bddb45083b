import { describe, expect, test } from "vitest";

import { newSession, retryDelayMs, type SessionEvent, sessionReducer } from "./session.ts";

const after = (...events: SessionEvent[]) => events.reduce(sessionReducer, newSession(3));

describe("a labelling session", () => {
  test("is saved only when nothing changed while it was being saved", () => {
    expect(after({ type: "changed" }, { type: "save-started" }, { type: "saved", revision: 4, change: 1 }).save).toBe(
      "saved",
    );
    const changedMeanwhile = after(
      { type: "changed" },
      { type: "save-started" },
      { type: "changed" },
      { type: "saved", revision: 4, change: 1 },
    );
    expect(changedMeanwhile).toMatchObject({ save: "dirty", revision: 4 });
  });

  test("keeps sending until it is answered", () => {
    const sending = after({ type: "submit" }, { type: "send-failed" }, { type: "send-failed" });
    expect(sending).toMatchObject({ phase: "submitting", sendFailures: 2 });
    expect(sessionReducer(sending, { type: "receipt" }).phase).toBe("submitted");
  });

  test("returns to editing with the reason when the server refuses", () => {
    expect(after({ type: "submit" }, { type: "refused", code: "ranking.missing", message: "x" })).toMatchObject({
      phase: "editing",
      refusal: { code: "ranking.missing" },
    });
  });

  test("a device that is behind says so until it is told otherwise", () => {
    expect(after({ type: "changed" }, { type: "save-failed", reason: "behind" }, { type: "changed" }).save).toBe(
      "behind",
    );
  });

  test("a submitted label is not submitted again", () => {
    expect(after({ type: "submit" }, { type: "receipt" }, { type: "submit" }).phase).toBe("submitted");
  });

  test("waits longer between attempts, but never long", () => {
    expect([0, 1, 2, 3, 20].map(retryDelayMs)).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });
});
