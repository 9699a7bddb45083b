import { describe, expect, test } from "vitest";

import { contains, mayContain, readable } from "./text-match.ts";

describe("texts are compared as a reader would", () => {
  test.each([
    ["case", "ADD CARD", "add card"],
    ["white space and line breaks", "Add\n   card", "Add card"],
    ["narrow and no-break spaces", "12\u202f500\u00a0kr", "12 500 kr"],
    ["typographic quotes", "Don’t say “no”", `Don't say "no"`],
    ["dashes and the minus sign", "−5 – 3", "-5 - 3"],
    ["soft hyphens and zero-width spaces", "Ver\u00adwal\u200btung", "verwaltung"],
    ["composed and decomposed letters", "Cafe\u0301", "Café"],
  ])("%s do not matter", (_name, one, other) => {
    expect(readable(one)).toBe(readable(other));
  });

  test("other words do", () => {
    expect(contains("Add card", "Add cart")).toBe(false);
  });

  test("an empty part is contained in everything", () => {
    expect(contains("", "")).toBe(true);
  });
});

test("what a layout contains is never excluded by its textContent", () => {
  // `textContent` of <b>Add</b><br><i>card</i> has no space where a reader sees one, and the other way round.
  expect(mayContain("Addcard", "add card")).toBe(true);
  expect(mayContain("Add  \n card", "addcard")).toBe(true);
  expect(mayContain("Add", "add card")).toBe(false);
});
