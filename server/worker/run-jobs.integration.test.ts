import { Writable } from "node:stream";

import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { enqueue } from "#server/platform/jobs.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { defineJob } from "./job.ts";
import { announcePresence, releaseAbandonedJobs } from "./presence.ts";
import { runJobs } from "./run-jobs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const lockedJobs = () =>
  database.db.sql<{ key: string; locked_by: string | null }>("select key, locked_by from graphile_worker.jobs");

/** A job as a worker of that name would have it in its hands. */
async function lockJob(key: string, worker: string, ageSeconds: number): Promise<void> {
  await enqueue(database.db.sql, "expire-leases", {}, { key });
  await database.db.sql(
    "update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3) where key = $1",
    [key, worker, ageSeconds],
  );
}

describe("a worker that is asked to stop", () => {
  test("gives back a job that takes long, and ends at once", async () => {
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const endless = defineJob("render-task", z.unknown(), () => {
      started();
      return new Promise(() => {});
    });
    await enqueue(database.db.sql, "render-task", { taskId: crypto.randomUUID() }, { key: "endless" });
    const complaints: string[] = [];
    const sink = new Writable({
      write(line, _encoding, done) {
        complaints.push(String(line));
        done();
      },
    });
    const deps = testDeps(database.db, { logger: pino({ level: "error" }, sink) });
    const runner = await runJobs(deps, { concurrency: 1, jobs: [endless] });
    await running;
    const before = performance.now();
    await runner.stop();
    expect(performance.now() - before).toBeLessThan(5_000);
    // Beside it may stand what the timetable has put there.
    expect(await lockedJobs()).toContainEqual({ key: "endless", locked_by: null });
    expect(complaints).toEqual([]);
    await database.db.sql("delete from graphile_worker._private_jobs");
  });
});

describe("a worker that was killed", () => {
  test("loses its jobs; one that is at work keeps them", async () => {
    const presence = await announcePresence(database.db, testDeps(database.db).logger, "pool-alive");
    await lockJob("of-the-dead", "pool-dead", 60);
    await lockJob("of-the-living", "pool-alive", 3_600);
    await lockJob("just-begun", "pool-new", 1);
    expect(await releaseAbandonedJobs(database.db)).toEqual(["pool-dead"]);
    const owners = Object.fromEntries((await lockedJobs()).map(({ key, locked_by }) => [key, locked_by]));
    expect(owners).toEqual({ "of-the-dead": null, "of-the-living": "pool-alive", "just-begun": "pool-new" });
    presence.end();
    await expect.poll(() => releaseAbandonedJobs(database.db)).toEqual(["pool-alive"]);
  });
});
