import { expect, test } from "vitest";

import {
  AUDIT_PLACES_PER_MINER,
  type Candidate,
  eligibility,
  type Holder,
  type OfferedTask,
  PLACES_PER_MINER,
} from "./eligibility.ts";

function makeCandidate(overrides: Partial<Candidate> = {}): Candidate {
  return { labellerId: "l1", minerId: "m1", clusterId: null, languages: ["en", "ru"], level: 1, ...overrides };
}

function makeTask(overrides: Partial<OfferedTask> = {}): OfferedTask {
  return { languages: ["en"], minLevel: 1, audit: false, authorMinerIds: [], holders: [], ...overrides };
}

const holder = (labellerId: string, minerId: string, clusterId: string | null = null): Holder => ({
  labellerId,
  minerId,
  clusterId,
});

test.each<[string, Partial<Candidate>, Partial<OfferedTask>]>([
  ["a task in one of the labeller's languages", {}, { languages: ["vi", "ru"] }],
  ["a task held by strangers", {}, { holders: [holder("l2", "m2"), holder("l3", "m3")] }],
  ["a task held by a stranger of another cluster", { clusterId: "c1" }, { holders: [holder("l2", "m2", "c2")] }],
  ["a task held by a miner without cluster, to one without", {}, { holders: [holder("l2", "m2", null)] }],
  ["an audit task that a colleague holds", {}, { audit: true, holders: [holder("l2", "m1")] }],
  [
    "an audit task that a colleague of its cluster holds",
    { clusterId: "c" },
    { audit: true, holders: [holder("l2", "m1", "c")] },
  ],
])("%s may be given", (_name, candidate, task) => {
  expect(eligibility(makeCandidate(candidate), makeTask(task))).toEqual({ eligible: true });
});

test.each<[string, Partial<Candidate>, Partial<OfferedTask>]>([
  ["eligibility.language", { languages: ["vi"] }, {}],
  ["eligibility.language", {}, { languages: [] }],
  ["eligibility.level", { level: 0 }, {}],
  ["eligibility.seen", { minerId: "m9" }, { holders: [holder("l1", "m1")] }],
  ["eligibility.own-work", {}, { authorMinerIds: ["m1"] }],
  ["eligibility.team", {}, { holders: [holder("l2", "m1")] }],
  ["eligibility.team", {}, { audit: true, holders: [holder("l2", "m1"), holder("l3", "m1")] }],
  ["eligibility.cluster", { clusterId: "c1" }, { holders: [holder("l2", "m2", "c1")] }],
  ["eligibility.cluster", { clusterId: "c1" }, { audit: true, holders: [holder("l2", "m2", "c1")] }],
])("%s: %j, %j", (code, candidate, task) => {
  expect(eligibility(makeCandidate(candidate), makeTask(task))).toMatchObject({ eligible: false, code });
});

test("a team never gets more places of a task than it may hold, however it asks", () => {
  for (const audit of [false, true]) {
    const holders: Holder[] = [];
    for (let i = 0; i < 10; i++) {
      const candidate = makeCandidate({ labellerId: `l${i}` });
      if (eligibility(candidate, makeTask({ audit, holders })).eligible) holders.push(candidate);
    }
    expect(holders).toHaveLength(audit ? AUDIT_PLACES_PER_MINER : PLACES_PER_MINER);
  }
});
