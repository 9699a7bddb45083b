import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  { operator: "spacing-collapsed", in: "reading-list", at: "“gap-6”", was: "gap-6", is: "gap-px" },
  { operator: "spacing-collapsed", in: "market-stall", at: "gap of “.goods”", was: "gap: 18px", is: "gap: 1.8px" },
  {
    operator: "alignment-broken",
    in: "reading-list",
    at: "justify-between",
    was: "justify-between",
    is: "justify-start",
  },
  {
    operator: "alignment-broken",
    in: "market-stall",
    at: "align-items",
    was: "align-items: center",
    is: "align-items: flex-start",
  },
  { operator: "direction-flipped", in: "reading-list", at: "flex-col", was: "flex-col", is: "flex-row" },
  {
    operator: "direction-flipped",
    in: "market-stall",
    at: ".goods",
    was: "repeat(3, 1fr)",
    is: "columns: 1fr; gap: 18px",
  },
  { operator: "container-squeezed", in: "reading-list", at: "max-w-3xl", was: "max-w-3xl", is: "max-w-52" },
  {
    operator: "container-squeezed",
    in: "market-stall",
    at: "max-width",
    was: "max-width: 960px",
    is: "max-width: 210px",
  },
  { operator: "breakpoint-dropped", in: "reading-list", at: "sm:", was: " sm:p-8" },
  {
    operator: "breakpoint-dropped",
    in: "market-stall",
    at: "700px",
    was: "(max-width: 700px)",
    is: "(max-width: 240px)",
  },
  { operator: "wide-minimum", in: "reading-list", at: "section", was: 'transition-colors"', is: "min-w-[720px]" },
  { operator: "wide-minimum", in: "market-stall", at: ".goods", was: "padding: 12px; }", is: "min-width: 720px" },
  { operator: "elements-overlap", in: "reading-list", at: "header", was: 'gap-4"> <h1', is: " -mb-" },
  { operator: "elements-overlap", in: "market-stall", at: ".bar", was: "gap: 16px; }", is: "margin-bottom: -" },
  { operator: "text-clipped", in: "reading-list", at: "h1", was: 'text-indigo-900"', is: "max-w-[7ch] truncate" },
  {
    operator: "text-clipped",
    in: "market-stall",
    at: ".note",
    was: "color: #6b5a42; }",
    is: "max-width: 7ch; overflow: hidden; white-space: nowrap",
  },
  { operator: "height-fixed", in: "reading-list", at: "section", was: 'transition-colors"', is: "overflow-hidden" },
  { operator: "height-fixed", in: "market-stall", at: ".goods", was: "padding: 12px; }", is: "overflow: hidden" },
];

describe("a mistake in layout changes the box it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });
});
