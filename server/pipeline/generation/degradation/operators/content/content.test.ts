import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  { operator: "text-cut", in: "reading-list", at: "“Still to read”", was: "Still to read<" },
  { operator: "text-cut", in: "market-stall", at: "“Send order”", was: "Send order<" },
  {
    operator: "labels-swapped",
    in: "market-stall",
    at: "“More apples”",
    was: 'class="button">Send order<',
    is: 'class="button">More apples<',
  },
  {
    operator: "labels-swapped",
    in: "reading-list",
    at: "“Winter notes” and",
    was: 'id: 1, title: "Winter notes"',
    is: 'id: 1, title: "Harbour stories"',
  },
  { operator: "unit-wrong", in: "reading-list", at: "seconds", was: "seconds read", is: "minutes read" },
  { operator: "unit-wrong", in: "market-stall", at: "€", was: "€ for", is: "£ for" },
  { operator: "filler-text", in: "reading-list", at: "“Still to read”", was: "Still to read", is: "Lorem ipsum" },
  {
    operator: "filler-text",
    in: "market-stall",
    at: "Fresh",
    was: "Fresh from the garden",
    is: "Lorem ipsum dolor sit amet",
  },
  { operator: "heading-removed", in: "reading-list", at: "h2", was: "<h2" },
  { operator: "heading-removed", in: "market-stall", at: "h1", was: "<h1>" },
  {
    operator: "empty-state-missing",
    in: "reading-list",
    at: "sorted.length",
    was: "Nothing here yet",
    is: "sorted.length === 0 ? null",
  },
  { operator: "label-generic", in: "reading-list", at: "(h1)", was: ">Reading list<", is: ">Untitled<" },
  { operator: "label-generic", in: "market-stall", at: "“Clear basket”", was: "Clear basket" },
];

describe("a mistake in content changes the text it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("repeats an entry in place of another and keeps the ids apart", () => {
    const { after } = effectOf({ operator: "entry-repeated", in: "market-stall", at: "3 entries", was: "" });
    const names = ["Apples", "Pears", "Plums"].map((name) => occurrences(after, `name: "${name}"`));
    expect(names.toSorted()).toEqual([0, 1, 2]);
    for (const id of ["apple", "pear", "plum"]) expect(occurrences(after, `id: "${id}"`)).toBe(1);
  });
});
