import { expect, test } from "vitest";

import { beginClosing, labellingEnd } from "./round.ts";

test("only an open round begins to close", () => {
  expect(beginClosing("open")).toEqual({ kind: "moved", state: "closing" });
  for (const state of ["closing", "closed"] as const) {
    expect(beginClosing(state)).toMatchObject({ kind: "unchanged", code: "round.not-open" });
  }
});

test("labelling goes on while anybody is at work, but no longer than the grace", () => {
  const closing = { state: "closing", openLeases: 1, graceOver: false } as const;
  expect(labellingEnd(closing)).toMatchObject({ kind: "goes-on", code: "round.leases-open" });
  expect(labellingEnd({ ...closing, openLeases: 0 })).toEqual({ kind: "over" });
  expect(labellingEnd({ ...closing, graceOver: true })).toEqual({ kind: "over" });
});

test("labelling does not end in a round that has not stopped to lease", () => {
  for (const state of ["open", "closed"] as const) {
    const step = labellingEnd({ state, openLeases: 0, graceOver: true });
    expect(step).toMatchObject({ kind: "goes-on", code: "round.not-closing" });
  }
});
