import { expect, test } from "vitest";

import { filterOf, isFiltered, queryOf, type TaskFilter } from "./task-filter.ts";

const everything: TaskFilter = { roundId: null, kind: null, state: null };

test("a filter survives its way through the address", () => {
  const filter: TaskFilter = { roundId: 7, kind: "control", state: "open" };
  expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
  expect(filterOf(new URLSearchParams(queryOf(everything)))).toEqual(everything);
});

test("nonsense in the address filters nothing", () => {
  expect(filterOf(new URLSearchParams("round=-1&kind=gold&state=lost"))).toEqual(everything);
  expect(filterOf(new URLSearchParams("round=1e9.5"))).toEqual(everything);
  expect(isFiltered(everything)).toBe(false);
});
