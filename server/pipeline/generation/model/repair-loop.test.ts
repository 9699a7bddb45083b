import { expect, test } from "vitest";

import { type Judgement, repairUntilAccepted } from "./repair-loop.ts";

/** A draft is its weight; 0 is accepted. Repairs come from a list. */
async function run(first: number, repairs: (number | null)[], roundsMax: number) {
  const told: string[] = [];
  const judge = async (draft: number): Promise<Judgement<string>> =>
    draft === 0 ? { ok: true, accepted: "good" } : { ok: false, weight: draft, faults: [`fault ${draft}`] };
  const repair = async (_draft: number, faults: readonly string[]) => {
    told.push(...faults);
    return repairs.shift() ?? null;
  };
  return { ...(await repairUntilAccepted(first, { roundsMax, judge, repair })), told };
}

test.each([
  ["a good draft is not repaired", 0, [1], 3, { accepted: "good", rounds: 0, faults: [], told: [] }],
  [
    "repaired in the second round",
    9,
    [4, 0],
    3,
    { accepted: "good", rounds: 2, faults: [], told: ["fault 9", "fault 4"] },
  ],
  ["at most k rounds", 9, [8, 7, 6, 5, 0], 3, { accepted: null, rounds: 3, faults: ["fault 6"] }],
  ["no rounds at all", 9, [0], 0, { accepted: null, rounds: 0, faults: ["fault 9"], told: [] }],
  ["stops when nothing improves", 9, [9, 0], 3, { accepted: null, rounds: 1, faults: ["fault 9"] }],
  [
    "keeps the better draft when a repair makes it worse",
    4,
    [7, 0],
    3,
    { accepted: null, rounds: 1, faults: ["fault 4"] },
  ],
  ["stops when the author gives up", 9, [null, 0], 3, { accepted: null, rounds: 1, faults: ["fault 9"] }],
])("%s", async (_name, first, repairs, roundsMax, expected) => {
  expect(await run(first, repairs, roundsMax)).toMatchObject(expected);
});
