import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Deps } from "#server/platform/deps.ts";
import type { NothingReason } from "#server/validator/assignment/nothing-reason.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import {
  makeLabeller,
  makeMiner,
  makeRound,
  makeTask,
  SUBNET,
  type TestLabeller,
} from "#server/testing/factories/market.ts";

import { claimSlot } from "./repository.ts";
import { NOTHING_REASONS } from "./schema.ts";
import { leaseNext } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() => sql("truncate round, team, account, problem, assignment, slot cascade").then(() => undefined));

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

type Market = { labeller: TestLabeller; minerId: string; roundId: number };

/** A labeller who would get a task, and one thing that stands in the way. */
const OBSTACLES: Record<NothingReason, (market: Market) => Promise<Partial<TestLabeller> | void>> = {
  "no-round": async () => void (await sql("update round set state = 'closing'")),
  "miner-paused": async ({ minerId }) => void (await sql("update miner set state = 'paused' where id = $1", [minerId])),
  "miner-deregistered": async ({ minerId }) =>
    void (await sql("update miner set state = 'deregistered' where id = $1", [minerId])),
  paused: async () => ({ paused: true }),
  "daily-cap": async ({ labeller }) => {
    await leaseNext(deps, labeller);
    await sql("update assignment set state = 'submitted'");
    await sql(`update round set settings = settings || '{"labellerCap": 1}'`);
  },
  preparing: async () => void (await sql("delete from rendering")),
  level: async () => void (await sql("update task set min_level = 2")),
  "all-leased": async () => {
    const rival = await makeLabeller(sql);
    await sql("insert into rendering select task_id, $1, documents, variants from rendering", [rival.minerId]);
    expect(await leaseNext(deps, rival)).toMatchObject({ status: "assignment" });
  },
  "none-eligible": async ({ labeller }) => {
    await leaseNext(deps, labeller);
    await sql("update assignment set state = 'submitted'");
    await sql("update slot set state = 'submitted'");
  },
};

test("the labeller of the next test would get a task", async () => {
  expect(await leaseNext(deps, (await market()).labeller)).toMatchObject({ status: "assignment" });
});

test.each(NOTHING_REASONS)("says %s when that is why", async (reason) => {
  const made = await market();
  const over = await OBSTACLES[reason](made);
  const answer = await leaseNext(deps, { ...made.labeller, ...over });
  expect(answer).toMatchObject({ status: "nothing", reason });
});

test("a miner that is struck off while one of its labellers asks gets no place", async () => {
  const { labeller, minerId } = await market();
  await sql("update miner set state = 'deregistered' where id = $1", [minerId]);
  const claim = { subnet: SUBNET, labellerId: labeller.accountId, minerId, level: 1, locale: "en", leaseSeconds: 60 };
  expect(await claimSlot(sql, { ...claim, kind: "control", startKey: 0 })).toBeNull();
  await sql("update miner set state = 'active' where id = $1", [minerId]);
  expect(await claimSlot(sql, { ...claim, kind: "control", startKey: 0 })).not.toBeNull();
});

async function market(): Promise<Market> {
  const minerId = await makeMiner(sql);
  const roundId = await makeRound(sql);
  const labeller = await makeLabeller(sql, { minerId });
  await makeTask(sql, { roundId, minerIds: [minerId] });
  return { labeller, minerId, roundId };
}
