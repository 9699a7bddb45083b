import { describe, expect, test } from "vitest";

import { publishTask, type TaskEvent, type TaskState, taskStep } from "./task.ts";

const STATES: TaskState[] = ["draft", "ready", "open", "closed", "quarantined"];
const EVENTS: TaskEvent[] = ["verify", "publish", "close", "quarantine", "release"];

const ALLOWED: Record<string, TaskState> = {
  "draft verify": "ready",
  "ready publish": "open",
  "open close": "closed",
  "draft quarantine": "quarantined",
  "ready quarantine": "quarantined",
  "open quarantine": "quarantined",
  "closed quarantine": "quarantined",
  "quarantined release": "draft",
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => ({ state, event }))))(
  "$state, $event",
  ({ state, event }) => {
    const next = ALLOWED[`${state} ${event}`];
    expect(taskStep(state, event)).toMatchObject(
      next ? { kind: "moved", state: next } : { kind: "refused", code: "task.bad-transition" },
    );
  },
);

describe("publishTask", () => {
  const ready = {
    state: "ready",
    kind: "control",
    documents: 4,
    documentsNeeded: 4,
    commitmentDigest: "ab",
  } as const;

  test("opens a verified and committed control task", () => {
    expect(publishTask(ready)).toEqual({ kind: "moved", state: "open" });
  });

  test("opens a normal task without commitment", () => {
    expect(publishTask({ ...ready, kind: "normal", commitmentDigest: null })).toEqual({ kind: "moved", state: "open" });
  });

  test("never opens a control task whose truth could still be chosen", () => {
    expect(publishTask({ ...ready, commitmentDigest: null })).toMatchObject({ code: "task.uncommitted" });
  });

  test("never opens a task with an unverified document", () => {
    expect(publishTask({ ...ready, documents: 3 })).toMatchObject({ code: "task.unverified" });
  });

  test("never opens a task twice", () => {
    expect(publishTask({ ...ready, state: "open" })).toMatchObject({ code: "task.bad-transition" });
  });
});
