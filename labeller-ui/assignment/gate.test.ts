import { describe, expect, test } from "vitest";

import { gateItems, isOpen, type PaneEvidence } from "./gate.ts";

const done: PaneEvidence = { ready: true, visibleMs: 5_000, interactions: 1 };
const options = { minDwellMs: 3_000, ranked: [0, 1, 2, 3], skipped: [] };
const missingOf = (panes: PaneEvidence[], id: string, over = {}) =>
  gateItems(panes, { ...options, ...over }).find((item) => item.id === id)?.missing;

describe("the gate", () => {
  test("opens when every interface was ready, seen, used and ranked", () => {
    expect(isOpen(gateItems([done, done, done, done], options))).toBe(true);
  });

  test("names what is missing, interface by interface", () => {
    const panes = [done, { ...done, interactions: 0 }, { ...done, visibleMs: 2_999 }, { ...done, ready: false }];
    expect(missingOf(panes, "used")).toEqual([1]);
    expect(missingOf(panes, "seen")).toEqual([2]);
    expect(missingOf(panes, "ready")).toEqual([3]);
    expect(missingOf(panes, "ranked", { ranked: [0, 2] })).toEqual([1, 3]);
  });

  test("does not ask for the use of an interface that cannot be used", () => {
    const panes = [done, done, done, { ready: false, visibleMs: 0, interactions: 0 }];
    expect(isOpen(gateItems(panes, { ...options, skipped: [3] }))).toBe(true);
  });
});
