import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { weakOrders } from "./orders.ts";
import { denseRanks, isRanking, parseRanking, rankingGroups } from "./ranking.ts";

const IDS = ["a", "b", "c", "d"];

describe("parseRanking", () => {
  test.each([
    { groups: [["a"], ["b"], ["c"], ["d"]], ranks: [0, 1, 2, 3] },
    { groups: [["d"], ["b", "a"], ["c"]], ranks: [1, 1, 2, 0] },
    { groups: [["a", "b", "c", "d"]], ranks: [0, 0, 0, 0] },
  ])("$groups gives $ranks", ({ groups, ranks }) => {
    expect(parseRanking(groups, IDS)).toEqual(ranks);
  });

  test.each([
    { code: "ranking.missing", groups: [["a"], ["b"], ["c"]] },
    { code: "ranking.missing", groups: [] },
    { code: "ranking.duplicate", groups: [["a"], ["b", "a"], ["c"], ["d"]] },
    { code: "ranking.duplicate", groups: [["a", "a", "b", "c", "d"]] },
    { code: "ranking.foreign", groups: [["a"], ["b"], ["c"], ["d"], ["e"]] },
    { code: "ranking.foreign", groups: [["__proto__", "a", "b", "c", "d"]] },
    { code: "ranking.empty-group", groups: [["a"], [], ["b"], ["c"], ["d"]] },
  ])("refuses $groups with $code", ({ groups, code }) => {
    expect(() => parseRanking(groups, IDS)).toThrow(expect.objectContaining({ code, kind: "invalid" }));
  });

  test("refuses a task that names one completion twice", () => {
    expect(() => parseRanking([["a", "b"]], ["a", "b", "a"])).toThrow(
      expect.objectContaining({ code: "ranking.duplicate" }),
    );
  });

  test("and rankingGroups are inverses on all 75 rankings of four", () => {
    for (const ranking of weakOrders(4)) expect(parseRanking(rankingGroups(ranking, IDS), IDS)).toEqual(ranking);
  });
});

test("isRanking accepts exactly the dense ranks", () => {
  expect([[], [0], [0, 0], [1, 0, 1, 2]].every(isRanking)).toBe(true);
  expect([[1], [0, 2], [-1, 0], [0.5, 0], [Number.NaN]].some(isRanking)).toBe(false);
});

test("rankingGroups refuses what is not a ranking of these ids", () => {
  for (const ranks of [
    [0, 2, 1, 4],
    [0, 1, 2],
  ]) {
    expect(() => rankingGroups(ranks, IDS)).toThrow(expect.objectContaining({ code: "ranking.malformed" }));
  }
});

test("denseRanks keeps the order and the ties of any numbers", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 8 }), (values) => {
      const ranks = denseRanks(values);
      expect(isRanking(ranks)).toBe(true);
      for (const [i, a] of values.entries()) {
        for (const [j, b] of values.entries()) {
          expect(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0))).toBe(Math.sign(a - b));
        }
      }
    }),
  );
});
