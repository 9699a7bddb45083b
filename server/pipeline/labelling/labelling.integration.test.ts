import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { leaseNext } from "#server/pipeline/assignment/service.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeLabeller, makeMiner, makeRound, makeTask, type TestLabeller } from "#server/testing/factories/market.ts";

import type { LabelSubmission } from "./schema.ts";
import { extendAssignment, saveDraft, skipTask, submitLabel } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 70 });
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() =>
  database.db
    .sql("truncate round, team, account, problem, assignment, label, receipt, slot cascade")
    .then(() => undefined),
);

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

async function leased(labeller: TestLabeller) {
  const next = await leaseNext(deps, labeller);
  if (next.status !== "assignment") throw new Error(`nothing to do: ${next.reason}`);
  const { assignment_id: assignmentId, lease_token: leaseToken } = next.task;
  return { assignmentId, leaseToken };
}

function submission(held: { assignmentId: string; leaseToken: string }, over: Partial<LabelSubmission> = {}) {
  const ranking = completionIds(held.assignmentId).map((id) => [id]);
  return { ...held, ranking, unusable: [], ratings: {}, comment: "", ...over };
}

async function oneTask(settings = {}, overlap = 1) {
  const minerId = await makeMiner(database.db.sql);
  const roundId = await makeRound(sql, settings);
  const labeller = await makeLabeller(sql, { minerId });
  const { taskId } = await makeTask(sql, { roundId, minerIds: [minerId], overlap });
  return { labeller, minerId, roundId, taskId };
}
const expireNow = (assignmentId: string) =>
  sql("update assignment set expires_at = now() - interval '1 second' where id = $1", [assignmentId]);
const count = async (table: string) => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

describe("a submission", () => {
  test("is stored with its receipt and closes a task that has its answers", async () => {
    const { labeller, taskId } = await oneTask();
    const receipt = await submitLabel(deps, { ...submission(await leased(labeller)), labellerId: labeller.accountId });
    expect(receipt).toMatchObject({ outcome: "accepted" });
    const [task] = await sql("select state, submitted from task where id = $1", [taskId]);
    expect(task).toEqual({ state: "closed", submitted: 1 });
    expect(await count("label")).toBe(1);
  });

  test("that is repeated, even many times at once, is one label with one receipt", async () => {
    const { labeller } = await oneTask();
    const input = { ...submission(await leased(labeller)), labellerId: labeller.accountId };
    const receipts = await Promise.all(Array.from({ length: 20 }, () => submitLabel(deps, input)));
    expect(new Set(receipts.map((receipt) => receipt.digest)).size).toBe(1);
    expect(await count("label")).toBe(1);
  });

  test("after the lease takes its free place again", async () => {
    const { labeller } = await oneTask();
    const held = await leased(labeller);
    await expireNow(held.assignmentId);
    expect(await submitLabel(deps, { ...submission(held), labellerId: labeller.accountId })).toMatchObject({
      outcome: "late",
    });
  });

  test("after the lease and after somebody else took the place is stored as surplus, not refused", async () => {
    const { labeller, roundId, taskId } = await oneTask();
    const rivalMiner = await makeMiner(sql);
    const rival = await makeLabeller(sql, { minerId: rivalMiner });
    await sql(
      "insert into rendering (task_id, miner_id, documents, variants) select task_id, $1, documents, variants from rendering",
      [rivalMiner],
    );
    const held = await leased(labeller);
    await expireNow(held.assignmentId);
    // The sweeper frees the place, and the rival takes it and answers.
    await leaseNext(deps, { ...labeller, paused: true });
    await submitLabel(deps, { ...submission(await leased(rival)), labellerId: rival.accountId });
    expect(await submitLabel(deps, { ...submission(held), labellerId: labeller.accountId })).toMatchObject({
      outcome: "surplus",
    });
    const [task] = await sql("select submitted from task where id = $1", [taskId]);
    expect(task).toEqual({ submitted: 1 });
    expect(roundId).toBeGreaterThan(0);
  });

  test("of somebody else's assignment finds nothing", async () => {
    const { labeller, minerId } = await oneTask();
    const other = await makeLabeller(sql, { minerId });
    const attempt = submitLabel(deps, { ...submission(await leased(labeller)), labellerId: other.accountId });
    await expect(attempt).rejects.toMatchObject({ code: "assignment.unknown" });
  });

  test("with a stale lease token is refused", async () => {
    const { labeller } = await oneTask();
    const held = { ...(await leased(labeller)), leaseToken: "00000000-0000-4000-8000-000000000000" };
    const attempt = submitLabel(deps, { ...submission(held), labellerId: labeller.accountId });
    await expect(attempt).rejects.toMatchObject({ code: "assignment.stale-lease" });
    expect(await count("label")).toBe(0);
  });

  test.each([
    ["a missing completion", (ids: string[]) => ids.slice(1).map((id) => [id]), "ranking.missing"],
    ["a completion twice", (ids: string[]) => [...ids, ids[0] ?? ""].map((id) => [id]), "ranking.duplicate"],
    [
      "a foreign completion",
      (ids: string[]) => [...ids.slice(1), "c0123456789abcd"].map((id) => [id]),
      "ranking.foreign",
    ],
    ["an empty group", (ids: string[]) => [...ids.map((id) => [id]), []], "ranking.empty-group"],
    ["five ranks", (ids: string[]) => [...ids, "cffffffffffffff"].map((id) => [id]), "ranking.foreign"],
  ])("with %s is refused and stores nothing", async (_name, ranking, code) => {
    const { labeller } = await oneTask();
    const held = await leased(labeller);
    const input = {
      ...submission(held, { ranking: ranking(completionIds(held.assignmentId)) }),
      labellerId: labeller.accountId,
    };
    await expect(submitLabel(deps, input)).rejects.toMatchObject({ code });
    expect([await count("label"), await count("receipt")]).toEqual([0, 0]);
  });

  test("keeps SQL and HTML in a comment as the text it is", async () => {
    const { labeller } = await oneTask();
    const comment = "'); drop table label; -- <script>alert(1)</script> \u202E";
    await submitLabel(deps, { ...submission(await leased(labeller), { comment }), labellerId: labeller.accountId });
    expect(await sql("select comment from label")).toEqual([{ comment }]);
  });
});

describe("a draft", () => {
  const state = { ranking: [], unusable: [], ratings: {}, comment: "so far" };

  test("is given back with the assignment", async () => {
    const { labeller } = await oneTask();
    const held = await leased(labeller);
    expect(await saveDraft(deps, { ...held, labellerId: labeller.accountId, baseRevision: 0, state })).toMatchObject({
      revision: 1,
    });
    const next = await leaseNext(deps, labeller);
    expect(next).toMatchObject({ status: "assignment", task: { draft_revision: 1, draft_state: state } });
  });

  test("of a device that is behind is refused and changes nothing", async () => {
    const { labeller } = await oneTask();
    const held = { ...(await leased(labeller)), labellerId: labeller.accountId };
    await saveDraft(deps, { ...held, baseRevision: 0, state });
    const behind = saveDraft(deps, { ...held, baseRevision: 0, state: { ...state, comment: "older" } });
    await expect(behind).rejects.toMatchObject({ code: "draft.behind" });
    expect(await sql("select state ->> 'comment' as comment from draft")).toEqual([{ comment: "so far" }]);
  });
});

describe("an assignment", () => {
  test("is the same however often one asks", async () => {
    const { labeller } = await oneTask();
    const answers = await Promise.all(Array.from({ length: 10 }, () => leased(labeller)));
    expect(new Set(answers.map((answer) => answer.assignmentId)).size).toBe(1);
    expect(await count("assignment")).toBe(1);
  });

  test("that was skipped never returns to this team, and its place goes to another", async () => {
    const { labeller } = await oneTask();
    const held = await leased(labeller);
    await skipTask(deps, { ...held, labellerId: labeller.accountId, reason: "unclear", note: "" });
    expect(await leaseNext(deps, labeller)).toMatchObject({ status: "nothing" });
    expect(await sql("select state from slot")).toEqual([{ state: "free" }]);
  });

  test("can be extended, but not for ever", async () => {
    const { labeller } = await oneTask();
    const held = { ...(await leased(labeller)), labellerId: labeller.accountId };
    let left = Number.POSITIVE_INFINITY;
    while (left > 0) left = (await extendAssignment(deps, held)).extensionsLeft;
    await expect(extendAssignment(deps, held)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is not handed out in a language the labeller does not read", async () => {
    const minerId = await makeMiner(sql);
    const roundId = await makeRound(sql);
    const labeller = await makeLabeller(sql, { minerId, locale: "vi" });
    await makeTask(sql, { roundId, minerIds: [minerId], languages: ["en", "ru"] });
    expect(await leaseNext(deps, labeller)).toMatchObject({ status: "nothing", reason: "level" });
  });

  test("is not handed out before its documents are made", async () => {
    const minerId = await makeMiner(sql);
    const roundId = await makeRound(sql);
    const labeller = await makeLabeller(sql, { minerId });
    await makeTask(sql, { roundId, minerIds: [] });
    expect(await leaseNext(deps, labeller)).toMatchObject({ status: "nothing", reason: "preparing" });
  });

  test("is not handed out to a paused labeller or without an open round", async () => {
    const { labeller, roundId } = await oneTask();
    expect(await leaseNext(deps, { ...labeller, paused: true })).toMatchObject({ reason: "paused" });
    await sql("update round set state = 'closed' where id = $1", [roundId]);
    expect(await leaseNext(deps, labeller)).toMatchObject({ reason: "no-round" });
  });
});

describe("sixty-four labellers at once", () => {
  test("never overshoot a task, never share a lease, and lose no place", async () => {
    const CLIENTS = 64;
    const TASKS = 60;
    const OVERLAP = 3;
    const roundId = await makeRound(sql, { labellerCap: 1_000 });
    const labellers: TestLabeller[] = [];
    for (let i = 0; i < CLIENTS; i++) labellers.push(await makeLabeller(sql));
    const minerIds = labellers.map((labeller) => labeller.minerId);
    for (let i = 0; i < TASKS; i++) {
      await makeTask(sql, { roundId, minerIds, overlap: OVERLAP, kind: i % 2 === 0 ? "control" : "normal" });
    }

    await Promise.all(
      labellers.map(async (labeller) => {
        for (;;) {
          const next = await leaseNext(deps, labeller);
          if (next.status !== "assignment") return;
          const held = { assignmentId: next.task.assignment_id, leaseToken: next.task.lease_token };
          const receipt = await submitLabel(deps, { ...submission(held), labellerId: labeller.accountId });
          expect(receipt.outcome).toBe("accepted");
        }
      }),
    );

    expect(await sql("select submitted, overlap from task where submitted <> overlap")).toEqual([]);
    expect(await sql("select state, count(*)::int as n from slot group by state")).toEqual([
      { state: "submitted", n: TASKS * OVERLAP },
    ]);
    expect(await sql("select slot_id from assignment group by slot_id having count(*) > 1")).toEqual([]);
    expect(await sql("select lease_token from assignment group by lease_token having count(*) > 1")).toEqual([]);
    expect(await sql("select task_id from assignment group by task_id, miner_id having count(*) > 1")).toEqual([]);
    expect(await count("label")).toBe(TASKS * OVERLAP);
    expect(await count("receipt")).toBe(TASKS * OVERLAP);
  });
});
