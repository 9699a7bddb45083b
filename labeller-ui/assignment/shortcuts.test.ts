import { describe, expect, test } from "vitest";

import { shortcutOf } from "./shortcuts.ts";

const key = (code: string, over = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...over,
});
const here = { inField: false, completions: 4, focused: null };

describe("shortcuts", () => {
  test("digits place by position on the keyboard, whatever letter is printed there", () => {
    expect(shortcutOf(key("Digit3"), here)).toEqual({ type: "toggle", position: 2 });
    expect(shortcutOf(key("Numpad1"), here)).toEqual({ type: "toggle", position: 0 });
    expect(shortcutOf(key("Digit5"), here)).toBeNull();
  });

  test("nothing happens while a word is composed, in a field, or with a modifier", () => {
    expect(shortcutOf(key("Digit1", { isComposing: true }), here)).toBeNull();
    expect(shortcutOf(key("Digit1"), { ...here, inField: true })).toBeNull();
    expect(shortcutOf(key("Digit1", { ctrlKey: true }), here)).toBeNull();
    expect(shortcutOf(key("Digit1", { repeat: true }), here)).toBeNull();
  });

  test("control and enter submit even from the comment", () => {
    expect(shortcutOf(key("Enter", { ctrlKey: true }), { ...here, inField: true })).toEqual({ type: "submit" });
  });

  test("zero flags the pane in focus, and nothing without one", () => {
    expect(shortcutOf(key("Digit0"), here)).toBeNull();
    expect(shortcutOf(key("Digit0"), { ...here, focused: 2 })).toEqual({ type: "flag", position: 2 });
  });
});
