import { describe, expect, test } from "vitest";

import { keyByName, keyForCharacter } from "./keys.ts";

describe("keys by name", () => {
  test.each([
    ["Enter", { key: "Enter", code: "Enter", keyCode: 13, text: "\r", modifiers: 0 }],
    ["Esc", { key: "Escape", code: "Escape", keyCode: 27, text: "", modifiers: 0 }],
    ["Space", { key: " ", code: "Space", keyCode: 32, text: " ", modifiers: 0 }],
    ["a", { key: "a", code: "KeyA", keyCode: 65, text: "a", modifiers: 0 }],
    ["Shift+Tab", { key: "Tab", code: "Tab", keyCode: 9, text: "", modifiers: 8 }],
    ["Control+z", { key: "z", code: "KeyZ", keyCode: 90, text: "", modifiers: 2 }],
    ["Ctrl+Enter", { key: "Enter", code: "Enter", keyCode: 13, text: "", modifiers: 2 }],
    ["Control++", { key: "+", code: "Equal", keyCode: 187, text: "", modifiers: 10 }],
    ["+", { key: "+", code: "Equal", keyCode: 187, text: "+", modifiers: 8 }],
    ["F5", { key: "F5", code: "F5", keyCode: 116, text: "", modifiers: 0 }],
  ])("%s", (name, press) => {
    expect(keyByName(name)).toEqual(press);
  });

  test("a name that no key has is refused", () => {
    expect(keyByName("Entre")).toBeNull();
    expect(keyByName("Hyper+a")).toBeNull();
  });
});

describe("characters", () => {
  test("capital letters and signs are written with Shift", () => {
    expect(keyForCharacter("A")).toMatchObject({ key: "A", code: "KeyA", modifiers: 8 });
    expect(keyForCharacter("?")).toMatchObject({ key: "?", code: "Slash", modifiers: 8 });
    expect(keyForCharacter("@")).toMatchObject({ key: "@", code: "Digit2", modifiers: 8 });
  });

  test("a line break is the Enter key", () => {
    expect(keyForCharacter("\n")).toMatchObject({ key: "Enter" });
  });

  test.each(["é", "世", "🙂", "ы"])("%s is on no key and has to be inserted", (character) => {
    expect(keyForCharacter(character)).toBeNull();
  });
});
