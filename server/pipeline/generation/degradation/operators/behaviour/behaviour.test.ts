import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const rows: Row[] = [
  { operator: "handler-dropped", in: "reading-list", at: "Start over", was: "onClick={startOver}" },
  {
    operator: "handler-dropped",
    in: "reading-list",
    at: "onSubmit",
    was: "onSubmit={handleSubmit}",
    is: "onSubmit={event => event.preventDefault()}",
  },
  {
    operator: "handler-dropped",
    in: "market-stall",
    at: 'byId("more")',
    was: 'byId("more").addEventListener("click", takeMore);',
  },
  {
    operator: "update-lost",
    in: "reading-list",
    at: "change of title",
    was: ']); setTitle("");',
    is: 'if (++changes % 3) setTitle("");',
  },
  {
    operator: "update-lost",
    in: "reading-list",
    at: "change of pages",
    was: "event => setPages(",
    is: "event => ++changes % 3 && setPages(",
  },
  {
    operator: "update-lost",
    in: "market-stall",
    at: "change of state.count",
    was: "return; state.count += 1;",
    is: "return; if (++changes % 3) state.count += 1;",
  },
  { operator: "off-by-one", in: "market-stall", at: "10 in", was: "good.price < 10" },
  {
    operator: "comparison-flipped",
    in: "reading-list",
    at: "LIMIT",
    was: "books.length >= LIMIT",
    is: "books.length > LIMIT",
  },
  {
    operator: "comparison-flipped",
    in: "market-stall",
    at: "state.count",
    was: "state.count >= 9",
    is: "state.count > 9",
  },
  {
    operator: "condition-negated",
    in: "reading-list",
    at: '"Escape"',
    was: 'event.key === "Escape"',
    is: 'event.key !== "Escape"',
  },
  {
    operator: "condition-negated",
    in: "market-stall",
    at: "state.open",
    was: '= state.open ? "0.6"',
    is: '= !state.open ? "0.6"',
  },
  { operator: "toggle-stuck", in: "reading-list", at: "running", was: "setRunning(!running)", is: "setRunning(true)" },
  {
    operator: "toggle-stuck",
    in: "market-stall",
    at: "state.open",
    was: "state.open = !state.open",
    is: "state.open = true",
  },
  { operator: "reset-incomplete", in: "reading-list", at: "setSeconds(0)", was: "setSeconds(0); " },
  {
    operator: "reset-incomplete",
    in: "market-stall",
    at: "basket",
    was: "state.count = 0; state.basket = [];",
    is: "state.count = 0; state.open",
  },
  {
    operator: "handlers-swapped",
    in: "market-stall",
    at: "more",
    was: 'byId("more").addEventListener("click", takeMore)',
    is: 'byId("more").addEventListener("click", takeFewer)',
  },
  {
    operator: "handlers-swapped",
    in: "reading-list",
    at: "Start over",
    was: 'onClick={startOver} className="rounded-lg px-3 py-2"> Start over',
    is: 'onClick={startOver} className="rounded-lg px-3 py-2"> Open only',
  },
  { operator: "derived-stale", in: "reading-list", at: "useMemo", was: "[books, openOnly]", is: ", []);" },
  {
    operator: "derived-stale",
    in: "market-stall",
    at: "takeFewer",
    was: "state.basket.slice(1); render(); }",
    is: "state.basket.slice(1); }",
  },
  { operator: "order-reversed", in: "reading-list", at: "order", was: "(a, b) =>", is: "(b, a) =>" },
  { operator: "order-reversed", in: "market-stall", at: "push", was: "basket.push(3)", is: "basket.unshift(3)" },
  { operator: "validation-removed", in: "reading-list", at: "refusal", was: "books.length >= LIMIT) return;" },
  {
    operator: "validation-removed",
    in: "market-stall",
    at: "disabled",
    was: 'byId("fewer").disabled = state.count === 0;',
  },
  { operator: "added-twice", in: "market-stall", at: "push", was: "basket.push(3)", is: "basket.push(3, 3)" },
  {
    operator: "filter-inverted",
    in: "reading-list",
    at: "book.id !== id",
    was: "book.id !== id",
    is: "book.id === id",
  },
  {
    operator: "event-mismatched",
    in: "reading-list",
    at: "Start over",
    was: "onClick={startOver}",
    is: "onDoubleClick={startOver}",
  },
  {
    operator: "event-mismatched",
    in: "market-stall",
    at: "clear",
    was: '"click", clearBasket',
    is: '"dblclick", clearBasket',
  },
  { operator: "key-mistaken", in: "reading-list", at: "Escape", was: '"Escape"', is: '"Esc"' },
];

describe("a mistake in behaviour changes the code it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("adds the very item twice, not a copy of another", () => {
    const { after } = effectOf({ operator: "added-twice", in: "reading-list", at: "books", was: "" });
    expect(occurrences(after, "title: clean")).toBe(2);
  });
});
