import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Progress } from "#server/platform/job-runs.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import type { GenerationDeps } from "./ports.ts";
import { createPoolProgress, seedLibrary } from "./service.ts";

let database: TestDatabase;
let deps: GenerationDeps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = {
    ...testDeps(database.db),
    verify: async () => {
      throw new Error("This test verifies nothing.");
    },
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.sql("truncate problem, job_run cascade");
  await database.db.sql("delete from graphile_worker._private_jobs");
});

const runs = () => database.db.sql<{ id: string; state: string }>("select id, state from job_run order by created_at");
const jobs = () =>
  database.db.sql<{ run: string }>(
    "select payload ->> 'jobRunId' as run from graphile_worker._private_jobs order by id",
  );

test("starting again queues no problem twice, and every queued job is one that people see", async () => {
  await seedLibrary(deps, ["bill-splitter", "palette-lab"]);
  await seedLibrary(deps, ["bill-splitter", "palette-lab"]);
  expect(await runs()).toMatchObject([{ state: "queued" }, { state: "queued" }]);
  expect((await jobs()).map(({ run }) => run).toSorted()).toEqual((await runs()).map(({ id }) => id).toSorted());
});

test("a job that was lost from the queue comes back under its own row", async () => {
  await seedLibrary(deps, ["bill-splitter"]);
  await database.db.sql("delete from graphile_worker._private_jobs");
  await seedLibrary(deps, ["bill-splitter"]);
  expect((await jobs()).map(({ run }) => run)).toEqual((await runs()).map(({ id }) => id));
});

test("a problem that is being prepared is left alone, and one that failed is tried anew", async () => {
  await seedLibrary(deps, ["bill-splitter"]);
  await database.db.sql("update job_run set state = 'running'");
  await database.db.sql("delete from graphile_worker._private_jobs");
  await seedLibrary(deps, ["bill-splitter"]);
  expect([await jobs(), (await runs()).length]).toEqual([[], 1]);
  await database.db.sql("update job_run set state = 'failed'");
  await seedLibrary(deps, ["bill-splitter"]);
  expect([(await jobs()).length, (await runs()).length]).toEqual([1, 2]);
});

test("progress counts places that are filled, not attempts, and is never complete before they all are", async () => {
  const steps: [number, number][] = [];
  const progress: Progress = { step: async (done, total) => void steps.push([done, total]) };
  const pool = createPoolProgress(progress, ["a", "b"]);
  for (let attempt = 0; attempt < 500; attempt++) {
    pool.add("a", attempt % 5 === 4 ? null : attempt % 4); // base a is found easily, b never
    await pool.report();
  }
  await pool.end();
  expect(steps.every(([done, total]) => done < total)).toBe(true);
  expect(steps.at(-1)).toEqual([20, 40]);
  for (let level = 0; level < 4; level++) for (let n = 0; n < 5; n++) pool.add("b", level);
  await pool.end();
  expect(steps.at(-1)).toEqual([40, 40]);
});
