import { expect, test } from "vitest";

import { beginClosing, finishClosing, leasesTasks } from "./round.ts";

test("a round goes open → closing → closed and never back", () => {
  expect(beginClosing("open")).toEqual({ kind: "moved", state: "closing" });
  expect(finishClosing({ state: "closing", openLeases: 0 })).toEqual({ kind: "moved", state: "closed" });
  for (const state of ["closing", "closed"] as const) {
    expect(beginClosing(state)).toMatchObject({ kind: "unchanged", code: "round.already-closing" });
  }
});

test("truth is not published while anybody is labelling", () => {
  expect(finishClosing({ state: "closing", openLeases: 1 })).toMatchObject({ code: "round.leases-open" });
});

test("a round cannot close without having stopped to lease", () => {
  expect(finishClosing({ state: "open", openLeases: 0 })).toMatchObject({ code: "round.not-closing" });
  expect(finishClosing({ state: "closed", openLeases: 0 })).toMatchObject({ code: "round.closed" });
});

test("only an open round leases tasks", () => {
  expect((["open", "closing", "closed"] as const).map(leasesTasks)).toEqual([true, false, false]);
});
