import { parseCrontab } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Deps } from "#server/platform/deps.ts";
import { openRound, readRounds } from "#server/rounds/service.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { JOBS } from "./registry.ts";
import { CRONTAB, runJobs } from "./run-jobs.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

test("every line of the crontab is a job that exists, and nothing that has to recur is missing", () => {
  const scheduled = parseCrontab(CRONTAB).map((item) => item.task);
  const known = JOBS.map((job): string => job.name);
  expect(scheduled.filter((task) => !known.includes(task))).toEqual([]);
  expect(scheduled.toSorted()).toEqual(["advance-rounds", "expire-leases", "fill-buffer", "prune-identity"]);
});

test("the daily job deletes sessions that have expired, and no others", async () => {
  await sql("insert into account (id, name, email) values ('a', 'A', 'a@example.org')");
  await sql(
    `insert into session (id, token, account_id, expires_at)
     values ('old', 'old', 'a', now() - interval '1 minute'), ('new', 'new', 'a', now() + interval '1 minute')`,
  );
  await JOBS.find((job) => job.name === "prune-identity")?.run(deps, {});
  expect(await sql("select id from session")).toEqual([{ id: "new" }]);
});

test("a worker takes a round from its end to the start of the next, over a restart", async () => {
  const { id } = await openRound(deps, { settings: { targetTasks: { control: 0, normal: 0 } } }, null);
  await sql("update round set closes_at = now() - interval '1 hour'");
  await sql("select graphile_worker.add_job('advance-rounds')");
  const closing = await runJobs(deps, { concurrency: 1 });
  const isOpen = async () => (await readRounds(deps)).some((round) => round.id === id && round.state === "open");
  await expect.poll(isOpen, { timeout: 60_000 }).toBe(false);
  await closing.stop();

  const restarted = await runJobs(deps, { concurrency: 1 });
  await expect.poll(async () => (await readRounds(deps)).length, { timeout: 60_000 }).toBe(2);
  await restarted.stop();
  expect((await readRounds(deps)).map((round) => round.state)).toEqual(["open", "closed"]);
});
