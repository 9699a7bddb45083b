import { describe, expect, it } from "vitest";

import { parseInterface, printInterface } from "../../interface-tree.ts";
import { keyedChance } from "../../../keyed-chance.ts";
import { looksDisabled } from "./looks-disabled.ts";
import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  { operator: "name-removed", in: "reading-list", at: "Pages", was: 'aria-label="Pages"' },
  { operator: "name-removed", in: "market-stall", at: "Goods", was: 'aria-label="Goods"' },
  { operator: "label-detached", in: "reading-list", at: "Title of the book", was: 'htmlFor="title"' },
  { operator: "label-detached", in: "market-stall", at: "Your name", was: 'for="name"' },
  {
    operator: "focus-ring-removed",
    in: "reading-list",
    at: "focus style",
    was: "focus-visible:outline-2",
    is: "outline-none",
  },
  {
    operator: "focus-ring-removed",
    in: "market-stall",
    at: "focus-visible",
    was: "outline: 3px solid #7a2e12",
    is: "outline: none",
  },
  {
    operator: "button-to-div",
    in: "reading-list",
    at: "Start over",
    was: '<button type="button" onClick={startOver}',
    is: "<div onClick={startOver}",
  },
  {
    operator: "button-to-div",
    in: "market-stall",
    at: "More apples",
    was: '<button type="button" class="button" id="more">',
    is: '<div class="button" id="more">',
  },
  {
    operator: "keyboard-skipped",
    in: "reading-list",
    at: "Start over",
    was: 'px-3 py-2"> Start over',
    is: "tabIndex={-1}",
  },
  {
    operator: "keyboard-skipped",
    in: "market-stall",
    at: "More apples",
    was: 'id="more">',
    is: 'id="more" tabindex="-1">',
  },
  { operator: "state-unannounced", in: "reading-list", at: "aria-pressed", was: "aria-pressed={openOnly}" },
  { operator: "state-unannounced", in: "market-stall", at: "role", was: 'role="status"' },
  { operator: "heading-flattened", in: "reading-list", at: "h2", was: "<h2", is: "<div" },
  { operator: "heading-flattened", in: "market-stall", at: "h1", was: "<h1>", is: "<div>" },
  {
    operator: "label-invisible",
    in: "reading-list",
    at: "Title of the book",
    was: 'className="font-medium">',
    is: "font-medium opacity-0",
  },
  { operator: "label-invisible", in: "market-stall", at: "Your name", was: 'for="name">', is: 'style="opacity: 0"' },
  { operator: "looks-disabled", in: "reading-list", at: "Start over", was: 'px-3 py-2"> Start over', is: "opacity-35" },
  { operator: "looks-disabled", in: "market-stall", at: "More apples", was: 'id="more">', is: "opacity: 0.35" },
  { operator: "target-shrunk", in: "reading-list", at: "Start over", was: 'px-3 py-2"> Start over', is: "scale-40" },
  { operator: "target-shrunk", in: "market-stall", at: "More apples", was: 'id="more">', is: "scale(0.4)" },
];

describe("a mistake in accessibility changes the element it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("keeps a style that an element has", () => {
    const source = '<!doctype html><button style="color: red">Go</button>';
    const tree = parseInterface({ entry: "index.html", files: [{ path: "index.html", content: source }] });
    looksDisabled.sites(tree)[0]?.editInPlace(keyedChance("a"));
    expect(printInterface(tree).files[0]?.content).toContain('style="color: red; cursor: not-allowed');
  });

  it("closes a renamed element with its new name", () => {
    const { after } = effectOf({ operator: "heading-flattened", in: "reading-list", at: "h2", was: "" });
    expect(after).not.toContain("</h2>");
  });
});
