import { describe, expect, it } from "vitest";

import { effectOf, occurrences, type Row } from "../../fixtures/sample-interfaces.ts";

const BUSY_150 = "const settled = performance.now() + 150; while (performance.now() < settled) {}";
const BUSY_90 = "const settled = performance.now() + 90; while (performance.now() < settled) {}";

const rows: Row[] = [
  {
    operator: "handler-slow",
    in: "reading-list",
    at: "Start over",
    was: "const startOver = () => { setBooks",
    is: BUSY_150,
  },
  { operator: "handler-slow", in: "market-stall", at: 'byId("more")', was: "function takeMore() { if", is: BUSY_150 },
  {
    operator: "render-slow",
    in: "reading-list",
    at: "ReadingList",
    was: "function ReadingList() { const [books",
    is: BUSY_90,
  },
  { operator: "render-slow", in: "market-stall", at: "render", was: "function render() { byId", is: BUSY_90 },
  { operator: "timer-drifts", in: "reading-list", at: "setInterval", was: ", 1000)", is: ", 2500)" },
  {
    operator: "timer-drifts",
    in: "market-stall",
    at: "animation frame",
    was: "requestAnimationFrame(pulse)",
    is: "setTimeout(() => pulse(performance.now()), 140)",
  },
  {
    operator: "response-delayed",
    in: "reading-list",
    at: "Start over",
    was: "onClick={startOver}",
    is: "onClick={event => setTimeout(() => startOver(event), 1200)}",
  },
  {
    operator: "response-delayed",
    in: "reading-list",
    at: "Open only",
    was: "onClick={() => setOpenOnly(!openOnly)}",
    is: "}, 1200); }}",
  },
  {
    operator: "response-delayed",
    in: "market-stall",
    at: "clear",
    was: '"click", clearBasket)',
    is: "setTimeout(() => clearBasket(event), 1200)",
  },
  {
    operator: "transition-sluggish",
    in: "reading-list",
    at: "transition-colors",
    was: 'transition-colors"',
    is: "transition-colors duration-[1800ms]",
  },
  {
    operator: "transition-sluggish",
    in: "market-stall",
    at: "transition",
    was: "background 0.2s",
    is: "background 1.6s",
  },
  {
    operator: "clicks-throttled",
    in: "reading-list",
    at: "Start over",
    was: "const startOver = () => { setBooks",
    is: "if (performance.now() - latest < 700) return; latest = performance.now(); setBooks",
  },
  {
    operator: "clicks-throttled",
    in: "market-stall",
    at: 'byId("more")',
    was: "<script> const goods",
    is: "<script> let latest = -700; const goods",
  },
];

describe("a mistake in performance slows down what it is about", () => {
  it.each(rows)("$operator in $in at “$at”", (row) => {
    const { before, after } = effectOf(row);
    expect(occurrences(after, row.was)).toBeLessThan(occurrences(before, row.was));
    if (row.is !== undefined) expect(occurrences(after, row.is)).toBeGreaterThan(occurrences(before, row.is));
  });

  it("stops a slowed animation by the timer that now drives it", () => {
    const { after } = effectOf({ operator: "timer-drifts", in: "market-stall", at: "animation frame", was: "" });
    expect(after).toContain("clearTimeout(frame)");
    expect(after).not.toContain("AnimationFrame");
  });
});
