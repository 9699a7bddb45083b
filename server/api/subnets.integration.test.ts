import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { leaseNext } from "#server/pipeline/assignment/service.ts";
import { readTask, readTasks } from "#server/pipeline/generation/task-views.ts";
import { extendAssignment, readHistory, skipTask, submitLabel } from "#server/pipeline/labelling/service.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import type { Deps, Subnet } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeLabeller, makeMiner, makeRound, makeScore, makeTask, SUBNET } from "#server/testing/factories/market.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() => sql("truncate round, team, account, problem, assignment, slot cascade").then(() => undefined));

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

const OTHERS: [string, Subnet][] = [
  ["another network", { ...SUBNET, network: "mainnet" }],
  ["another netuid", { ...SUBNET, netuid: SUBNET.netuid + 1 }],
];

async function market() {
  const minerId = await makeMiner(sql);
  const roundId = await makeRound(sql);
  const labeller = await makeLabeller(sql, { minerId });
  const { taskId } = await makeTask(sql, { roundId, minerIds: [minerId] });
  return { minerId, roundId, labeller, taskId };
}

describe.each(OTHERS)("an installation for %s on the same database", (_name, subnet) => {
  const elsewhere = (): Deps => ({ ...deps, subnet });

  test("hands out no task, shows none, and knows no history", async () => {
    const { labeller, taskId } = await market();
    expect(await leaseNext(elsewhere(), labeller)).toMatchObject({ reason: "no-round" });
    expect((await readTasks(elsewhere(), { limit: 10 })).tasks).toEqual([]);
    await expect(readTask(elsewhere(), taskId)).rejects.toMatchObject({ kind: "not-found" });
    expect((await readTasks(deps, { limit: 10 })).tasks).toHaveLength(1);
    await leaseNext(deps, labeller);
    expect(await readHistory(elsewhere(), labeller)).toEqual([]);
    expect(await readHistory(deps, labeller)).toHaveLength(1);
  });

  test("does not find an assignment, whatever is asked of it", async () => {
    const { labeller } = await market();
    const next = await leaseNext(deps, labeller);
    if (next.status !== "assignment") throw new Error("nothing to do");
    const { assignment_id: assignmentId, lease_token: leaseToken } = next.task;
    const held = { assignmentId, leaseToken, labellerId: labeller.accountId };
    const answer = { ranking: completionIds(assignmentId).map((id) => [id]), unusable: [], ratings: {}, comment: "" };
    const unknown = { code: "assignment.unknown" };
    await expect(submitLabel(elsewhere(), { ...held, ...answer })).rejects.toMatchObject(unknown);
    await expect(extendAssignment(elsewhere(), held)).rejects.toMatchObject(unknown);
    await expect(skipTask(elsewhere(), { ...held, reason: "other", note: "" })).rejects.toMatchObject(unknown);
    expect(await submitLabel(deps, { ...held, ...answer })).toMatchObject({ outcome: "accepted" });
  });

  test("cannot have rows of a round of this one: the database itself refuses them", async () => {
    const { minerId, roundId, taskId } = await market();
    await makeScore(sql, { roundId, minerId, reward: 1 });
    const moved = (table: string) =>
      sql(`update ${table} set network = $1, netuid = $2 where round_id = $3`, [
        subnet.network,
        subnet.netuid,
        roundId,
      ]);
    await sql(
      `insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, unusable, ratings)
       values ($1, $2, $3, gen_random_uuid(), $4, 'a', $5, '{0,1,2,3}', '{}', '{}')`,
      [roundId, SUBNET.network, SUBNET.netuid, taskId, minerId],
    );
    for (const table of ["task", "label", "score"]) {
      await expect(moved(table)).rejects.toMatchObject({ code: "23503", constraint: `${table}_subnet_fkey` });
    }
  });
});
