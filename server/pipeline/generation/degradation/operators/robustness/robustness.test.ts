import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  { operator: "trim-dropped", in: "reading-list", at: "title.trim()", was: "title.trim()", is: "const clean = title;" },
  { operator: "trim-dropped", in: "market-stall", at: "trim()", was: ".value.trim()", is: '.value || "somebody"' },
  {
    operator: "fallback-dropped",
    in: "reading-list",
    at: "|| 1",
    was: "Number(event.target.value) || 1",
    is: "Math.max(1, Number(event.target.value))",
  },
  { operator: "fallback-dropped", in: "market-stall", at: "somebody", was: '|| "somebody"' },
  {
    operator: "clamp-removed",
    in: "reading-list",
    at: "Math.max",
    was: "Math.max(1, ",
    is: "setPages(Number(event.target.value) || 1)",
  },
  {
    operator: "clamp-removed",
    in: "market-stall",
    at: "Math.max",
    was: "Math.max(0, state.count - 1)",
    is: "state.count = state.count - 1;",
  },
  {
    operator: "zero-guard-dropped",
    in: "reading-list",
    at: "books.length",
    was: "books.length === 0 ? 0 : ",
    is: "const share = Math.round(",
  },
  {
    operator: "zero-guard-dropped",
    in: "reading-list",
    at: '"page"',
    was: 'book.pages === 1 ? "page" : "pages"',
    is: '${"pages"}',
  },
  { operator: "cleanup-dropped", in: "reading-list", at: "cleanup", was: "return () => clearInterval(timer);" },
  { operator: "cleanup-dropped", in: "market-stall", at: "cancelAnimationFrame", was: "cancelAnimationFrame(frame);" },
  { operator: "default-kept", in: "reading-list", at: "stopPropagation", was: "event.stopPropagation();" },
];

describe("a mistake in robustness removes the care it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("never lets a form leave the document", () => {
    const { after } = effectOf({ operator: "default-kept", in: "reading-list", at: "stopPropagation", was: "" });
    expect(after).toContain("event.preventDefault()");
    expect(() => effectOf({ operator: "default-kept", in: "reading-list", at: "preventDefault", was: "" })).toThrow(
      "no site",
    );
  });
});
