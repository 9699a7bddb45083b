import { describe, expect, test } from "vitest";

import { type FocusFacts, isWriting, judgeFocus } from "./focus-rules.ts";

const NOW = 100_000;
/** The focus has just arrived in a frame; nobody has touched anything for long. */
const quiet: FocusFacts = {
  nowMs: NOW,
  arrivedMs: NOW,
  tabMs: -Infinity,
  keyMs: -Infinity,
  pointerMs: -Infinity,
  isHovered: false,
  canHover: true,
};
const later = (ms: number): Partial<FocusFacts> => ({ nowMs: NOW + ms });

describe("the focus arrives in a frame", () => {
  test.each<[string, Partial<FocusFacts>, ReturnType<typeof judgeFocus>]>([
    ["after Tab", { tabMs: NOW - 50 }, "invited"],
    ["under the pointer", { isHovered: true, pointerMs: NOW - 50 }, "invited"],
    ["under a pointer that rests there while somebody types", { isHovered: true, keyMs: NOW - 100 }, "taken"],
    [
      "under a pointer that moved after the last key",
      { isHovered: true, keyMs: NOW - 100, pointerMs: NOW - 20 },
      "invited",
    ],
    ["under a pointer at rest, long after the last key", { isHovered: true, keyMs: NOW - 900 }, "invited"],
    ["before the page knows where the pointer is", {}, "unclear"],
    ["before the page knows, and then it knows", { ...later(60), isHovered: true }, "invited"],
    ["and the pointer never comes", later(250), "taken"],
    ["while somebody types", { keyMs: NOW - 100 }, "taken"],
    ["on a device without a hovering pointer", { canHover: false }, "invited"],
    ["on such a device, in the middle of a sentence", { canHover: false, keyMs: NOW - 700 }, "taken"],
  ])("%s", (_, facts, verdict) => {
    expect(judgeFocus({ ...quiet, ...facts })).toBe(verdict);
  });

  test("somebody counts as writing for two seconds after a key", () => {
    expect(isWriting({ ...quiet, keyMs: NOW - 1_900 })).toBe(true);
    expect(isWriting({ ...quiet, keyMs: NOW - 2_100 })).toBe(false);
  });
});
