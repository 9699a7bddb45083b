import { expect, test } from "vitest";

import type { CheckStep } from "#sandbox/contract.ts";

import { stepWords } from "./step-words.ts";

const CASES: Array<[string, CheckStep]> = [
  ['click button "Add" 3 times', { do: "click", on: { role: "button", name: "Add" }, times: 3 }],
  ['type "Milk" into field with placeholder "New"', { do: "type", on: { placeholder: "New" }, text: "Milk" }],
  ["press Enter", { do: "press", key: "Enter" }],
  ["click at 0.5, 0.25 of canvas (number 2)", { do: "clickAt", on: { tag: "canvas", nth: 1 }, x: 0.5, y: 0.25 }],
  ['expected text "Milk" within 600 ms', { do: "expectText", contains: "Milk" }],
  [
    'expected no text "Milk" in list "Shopping" within 50 ms',
    { do: "expectText", on: { role: "list", name: "Shopping" }, contains: "Milk", not: true, withinMs: 50 },
  ],
  [
    'expected 3 × listitem with text "a" within 600 ms',
    { do: "expectCount", on: { role: "listitem", text: "a" }, equals: 3 },
  ],
  ['expected text "Done" not to be visible within 600 ms', { do: "expectVisible", on: { text: "Done" }, not: true }],
];

test.each(CASES)("a failed step is named in words: %s", (words, step) => {
  expect(stepWords(step)).toBe(words);
});
