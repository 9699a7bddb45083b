import type { QueryResultRow } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { assembleTask } from "#server/pipeline/generation/assemble-task.ts";
import { expireOverdueLeases, leaseNext } from "#server/pipeline/assignment/service.ts";
import { extendAssignment, skipTask, submitLabel } from "#server/pipeline/labelling/service.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import { only, type Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeLabeller, makeMiner, makeTask, SUBNET, type TestLabeller } from "#server/testing/factories/market.ts";
import { JOBS } from "#server/worker/registry.ts";

import { advanceRounds, closeRound, endLabelling, openNextRound, openRound, readRound } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql("truncate round, team, account, problem, assignment, label, receipt, slot, validator, observation cascade");
  await sql("delete from graphile_worker._private_jobs");
});

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

async function openRoundAtWork(settings: Parameters<typeof openRound>[1]["settings"] = {}, overlap = 2) {
  const { id: roundId } = await openRound(deps, { settings }, null);
  const minerId = await makeMiner(sql);
  const labeller = await makeLabeller(sql, { minerId });
  await makeTask(sql, { roundId, minerIds: [minerId], overlap });
  return { roundId, labeller, held: await lease(labeller) };
}

async function lease(labeller: TestLabeller) {
  const next = await leaseNext(deps, labeller);
  if (next.status !== "assignment") throw new Error(`nothing to do: ${next.reason}`);
  const { assignment_id: assignmentId, lease_token: leaseToken } = next.task;
  return { assignmentId, leaseToken, labellerId: labeller.accountId };
}

const submit = (held: Awaited<ReturnType<typeof lease>>, by: Deps = deps) =>
  submitLabel(by, {
    ...held,
    ranking: completionIds(held.assignmentId).map((id) => [id]),
    unusable: [],
    ratings: {},
    comment: "",
  });

const jobs = async (name: string) =>
  sql<{ key: string; in: number }>(
    `select key, round(extract(epoch from run_at - now()))::int as in from graphile_worker.jobs
     where task_identifier = $1`,
    [name],
  );

/** Runs what the queue holds, as a worker would, until nothing is due. */
async function work(): Promise<void> {
  for (;;) {
    const rows = await sql<{ id: string; name: string; payload: unknown }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and j.run_at <= now() and t.identifier not in ('fill-buffer', 'render-task')
       returning j.id::text as id, t.identifier as name, j.payload`,
    );
    if (rows.length === 0) return;
    for (const row of rows) await JOBS.find((job) => job.name === row.name)?.run(deps, row.payload);
  }
}

const stateOf = async (roundId: number) => (await readRound(deps, roundId)).state;
const runOut = (assignmentId: string) =>
  sql("update assignment set expires_at = now() - interval '1 second' where id = $1", [assignmentId]);

describe("a closing round", () => {
  test("waits for the lease in flight, takes its label, and then is scored and closed", async () => {
    const { roundId, labeller, held } = await openRoundAtWork();
    await closeRound(deps, { roundId, opensNext: false }, null);
    await work();
    expect(await stateOf(roundId)).toBe("closing");
    expect(await jobs("aggregate-round")).toEqual([]);
    // The labeller who reloads the page gets the task again.
    expect(await leaseNext(deps, labeller)).toMatchObject({ task: { assignment_id: held.assignmentId } });

    expect(await submit(held)).toMatchObject({ outcome: "accepted" });
    await work();
    expect(await stateOf(roundId)).toBe("closed");
    expect(await sql("select control_answers, answers from score")).toEqual([{ control_answers: 1, answers: 1 }]);
  });

  test("leases nothing new", async () => {
    const { roundId } = await openRoundAtWork();
    const second = await makeLabeller(sql);
    await makeTask(sql, { roundId, minerIds: [second.minerId], overlap: 5 });
    await closeRound(deps, { roundId, opensNext: false }, null);
    expect(await leaseNext(deps, second)).toMatchObject({ status: "nothing", reason: "no-round" });
    expect(await sql("select 1 from slot where state = 'free'")).toEqual([]);
  });

  test("goes on at once when the last labeller gives the task back", async () => {
    const { roundId, held } = await openRoundAtWork();
    await closeRound(deps, { roundId, opensNext: false }, null);
    await work();
    await skipTask(deps, { ...held, reason: "unclear", note: "" });
    await work();
    expect(await stateOf(roundId)).toBe("closed");
  });

  test("looks again when the lease in flight ends, and counts it as expired", async () => {
    const { roundId, held } = await openRoundAtWork({ leaseSeconds: 600 });
    await closeRound(deps, { roundId, opensNext: false }, null);
    await work();
    expect(only(await jobs("end-labelling"), "The job").in).toBeGreaterThan(590);
    await runOut(held.assignmentId);
    await advanceRounds(deps); // the sweep, should that job be lost
    await work();
    expect(await stateOf(roundId)).toBe("closed");
    expect(await sql("select metric from observation where metric <> 'answers'")).toEqual([{ metric: "expired" }]);
  });

  test("ends with its grace at the latest, and what that cuts short says nothing", async () => {
    const { roundId, held } = await openRoundAtWork();
    await closeRound(deps, { roundId, graceSeconds: 0, opensNext: false }, null);
    await work();
    expect(await stateOf(roundId)).toBe("closed");
    expect(await sql("select metric from observation")).toEqual([]);
    await expect(submit(held)).rejects.toMatchObject({ code: "round.closed" });
  });

  test("promises nobody more time than its grace", async () => {
    const { roundId, held } = await openRoundAtWork({ leaseSeconds: 60, closingGraceSeconds: 100 });
    await closeRound(deps, { roundId, opensNext: false }, null);
    const { graceEndsAt } = await readRound(deps, roundId);
    expect((await extendAssignment(deps, held)).expiresAt).toEqual(graceEndsAt);
  });

  test("takes a late label until its labelling is over, and none after", async () => {
    const { roundId, held } = await openRoundAtWork();
    const rival = await makeLabeller(sql);
    await sql("insert into rendering select task_id, $1, documents, variants from rendering", [rival.minerId]);
    const late = await lease(rival);
    await runOut(late.assignmentId);
    await closeRound(deps, { roundId, opensNext: false }, null);
    expect(await submit(late)).toMatchObject({ outcome: "late" });
    await runOut(held.assignmentId);
    await endLabelling(deps, roundId);
    await expect(submit(held)).rejects.toMatchObject({ code: "round.closed" });
    expect(await stateOf(roundId)).toBe("closing");
  });

  test("takes no late label when its labelling ends between the label's decision and its storing", async () => {
    const { roundId, held } = await openRoundAtWork();
    await runOut(held.assignmentId);
    await expireOverdueLeases(deps);
    await closeRound(deps, { roundId, opensNext: false }, null);
    const withTransaction: Deps["db"]["withTransaction"] = (run) =>
      deps.db.withTransaction((inner) =>
        run(async <Row extends QueryResultRow>(...statement: Parameters<Sql>) => {
          const rows = await inner<Row>(...statement);
          if (statement[2] === "lock-own-assignment") await endLabelling(deps, roundId);
          return rows;
        }),
      );
    const attempt = submit(held, { ...deps, db: { ...deps.db, withTransaction } });
    await expect(attempt).rejects.toMatchObject({ code: "round.closed" });
    expect(await sql("select 1 from label")).toEqual([]);
  });

  test("cannot begin to close twice", async () => {
    const { roundId } = await openRoundAtWork();
    await closeRound(deps, { roundId }, null);
    await expect(closeRound(deps, { roundId }, null)).rejects.toMatchObject({ code: "round.not-open" });
  });
});

describe("a round that closes while a task is made for it", () => {
  /** One problem whose pool serves a normal task: four bases with a variant of every level. */
  async function makePool(): Promise<string> {
    const [problem] = await sql<{ id: string }>(
      `insert into problem (slug, kind, origin, persona, skill, prompts, checks, content_hash)
       values ('pool', 'tool', 'library', 'p', 's', '{"en":"x"}', '[]', 'x') returning id`,
    );
    await sql(
      `with base as (
         insert into completion (problem_id, origin, title, source_hash, document_hash)
         select $1, 'library', 'b', 'base' || b, 'd' from generate_series(1, 4) b returning id, source_hash
       ), variant as (
         insert into completion (problem_id, base_id, origin, title, source_hash, document_hash)
         select $1, base.id, 'library', '', base.source_hash || '/' || effect, 'd'
         from base, unnest(array[10, 130, 275, 600]) effect returning id, base_id, source_hash
       )
       insert into degradation (completion_id, base_id, seed, aimed_level, edits, effect_milli, parts)
       select id, base_id, 's', 0, '[]', split_part(source_hash, '/', 2)::int, '{}' from variant`,
      [problem?.id ?? null],
    );
    return problem?.id ?? "";
  }

  test("leaves no task open", async () => {
    const { id: roundId } = await openRound(deps, { settings: {} }, null);
    const problemId = await makePool();
    const closing: Promise<void>[] = [];
    let closed = false;
    const isWaiting = async () =>
      closed ||
      (await sql("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"))
        .length > 0;
    const withTransaction: Deps["db"]["withTransaction"] = (run) =>
      deps.db.withTransaction((inner) =>
        run(async <Row extends QueryResultRow>(...statement: Parameters<Sql>) => {
          const rows = await inner<Row>(...statement);
          if (closing.length === 0) {
            // The round was just read: somebody closes it now, and gets as far as he can.
            closing.push(closeRound(deps, { roundId, opensNext: false }, null).then(() => void (closed = true)));
            await expect.poll(isWaiting, { timeout: 30_000 }).toBe(true);
          }
          return rows;
        }),
      );
    const making = {
      ...deps,
      db: { ...deps.db, withTransaction },
      verify: () => Promise.reject(new Error("verifies nothing")),
    };
    await assembleTask(making, { problemId, kind: "normal" });
    await Promise.all(closing);
    expect(await stateOf(roundId)).toBe("closing");
    expect(await sql("select id from task where state = 'open'")).toEqual([]);
  });
});

describe("rounds on schedule", () => {
  test("a round closes when its hours are over and the next opens with the same settings", async () => {
    const settings = { durationHours: 0.5, overlap: 3, closingGraceSeconds: 0 };
    const first = await openRound(deps, { settings }, null);
    expect(first.closesAt?.getTime()).toBe(first.openedAt.getTime() + 1_800_000);
    await advanceRounds(deps);
    expect(await stateOf(first.id)).toBe("open");

    await sql("update round set closes_at = now() - interval '1 second'");
    await advanceRounds(deps);
    await work();
    const [next, before] = await sql<{ id: number; state: string; settings: unknown }>(
      "select id, state, settings from round order by number desc",
    );
    expect(before).toMatchObject({ id: first.id, state: "closed" });
    expect(next).toMatchObject({ state: "open", settings: { ...roundSettingsSchema.parse(settings) } });
  });

  test("the next round opens though the worker stopped right after the last one closed, and only once", async () => {
    const { id } = await openRound(deps, { settings: { closingGraceSeconds: 0 } }, null);
    await closeRound(deps, { roundId: id }, null);
    await work();
    await sql("delete from round where id <> $1", [id]); // as if `open-next-round` had not run
    await Promise.all([advanceRounds(deps), advanceRounds(deps)]);
    expect(await sql("select state from round order by number")).toEqual([{ state: "closed" }, { state: "open" }]);
  });

  test("of many who open a round at once one does, and the others are told", async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => openRound(deps, {}, null)));
    const refusals = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
    expect(refusals).toHaveLength(7);
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: "round.already-open" });
    expect(await openNextRound(deps)).toBeNull();
  });

  test("a round that was closed as the last one is not followed", async () => {
    const { id } = await openRound(deps, { settings: { closingGraceSeconds: 0 } }, null);
    await closeRound(deps, { roundId: id, opensNext: false }, null);
    await work();
    await advanceRounds(deps);
    expect(await sql("select state from round")).toEqual([{ state: "closed" }]);
  });

  test("a round without hours closes by command only", async () => {
    expect(await openRound(deps, { settings: { durationHours: null } }, null)).toMatchObject({ closesAt: null });
  });

  test("rounds of another subnet are left alone", async () => {
    const elsewhere = testDeps(database.db, { subnet: { ...SUBNET, netuid: SUBNET.netuid + 1 } });
    const { id } = await openRound(deps, { settings: {} }, null);
    await sql("update round set closes_at = now() - interval '1 second'");
    await advanceRounds(elsewhere);
    expect(await stateOf(id)).toBe("open");
    await expect(closeRound(elsewhere, { roundId: id }, null)).rejects.toMatchObject({ code: "round.unknown" });
    await expect(readRound(elsewhere, id)).rejects.toMatchObject({ code: "round.unknown" });
  });
});
