import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  {
    operator: "contrast-lowered",
    in: "reading-list",
    at: "text-stone-600",
    was: 'text-stone-600"',
    is: "text-stone-600/40",
  },
  { operator: "contrast-lowered", in: "market-stall", at: "“.note”", was: "color: #6b5a42;", is: "color: #6b5a4266;" },
  {
    operator: "contrast-lowered",
    in: "market-stall",
    at: "“body”",
    was: "color: var(--ink);",
    is: "color: color-mix(in srgb, var(--ink) 40%, transparent);",
  },
  { operator: "font-shrunk", in: "reading-list", at: "text-2xl", was: "text-2xl", is: "text-base" },
  {
    operator: "font-shrunk",
    in: "market-stall",
    at: "font-size of “.note”",
    was: "font-size: 14px",
    is: "font-size: 8.68px",
  },
  { operator: "font-shrunk", in: "market-stall", at: "font of “body”", was: "font: 16px/1.5", is: "font: 9.92px/1.5" },
  { operator: "colours-clash", in: "reading-list", at: "bg-indigo-700", was: "bg-indigo-700" },
  { operator: "colours-clash", in: "market-stall", at: "--leaf", was: "--leaf: #2f7d32", is: "--leaf: #322f7d" },
  { operator: "emphasis-lost", in: "reading-list", at: "font-bold", was: "font-bold", is: "font-light" },
  { operator: "emphasis-lost", in: "market-stall", at: ".card h2", was: "font-weight: 700", is: "font-weight: 300" },
  { operator: "surface-flattened", in: "reading-list", at: "shadow-md", was: "shadow-md", is: "shadow-none" },
  {
    operator: "surface-flattened",
    in: "market-stall",
    at: "box-shadow",
    was: "0 2px 6px #00000022",
    is: "box-shadow: none",
  },
  { operator: "corners-mixed", in: "reading-list", at: "rounded-xl", was: "rounded-xl", is: "rounded-none" },
  {
    operator: "corners-mixed",
    in: "market-stall",
    at: "border-radius",
    was: "border-radius: 6px",
    is: "border-radius: 28px",
  },
  { operator: "icon-missized", in: "reading-list", at: "BookOpen", was: "size={18}", is: "size={45}" },
  { operator: "icon-missized", in: "market-stall", at: "width of “.icon”", was: "width: 18px", is: "width: 45px" },
];

describe("a visual mistake changes the style it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("changes a decision of the design everywhere it is taken", () => {
    const { after } = effectOf({ operator: "colours-clash", in: "reading-list", at: "bg-indigo-700", was: "" });
    expect(after).not.toContain("bg-indigo-700");
  });
});
