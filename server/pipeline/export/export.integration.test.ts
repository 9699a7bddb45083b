import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { only } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeLabeller, makeRound, makeTask, SUBNET } from "#server/testing/factories/market.ts";
import { AGGREGATION_VERSION } from "#server/validator/aggregation/mallows-em.ts";
import { ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";

import { exportRequestSchema } from "./schema.ts";
import { exportDataset, readDataset, readDatasetFile, requestDataset } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() =>
  sql("truncate round, team, account, problem, completion, label, assignment, consensus, dataset cascade").then(
    () => {},
  ),
);

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

/** P of the order 0 < 1 < 2 < 3, the rest spread evenly over the other 23. */
const posteriorOf = (best: number) =>
  ORDERS_OF_FOUR.map((ranks) => (ranks.every((rank, index) => rank === index) ? best : (1 - best) / 23));

/** A task with four completions, one label and a consensus. */
async function makeAggregated(roundId: number, options: { kind: "control" | "normal"; best?: number }) {
  const labeller = await makeLabeller(sql);
  const { taskId } = await makeTask(sql, { roundId, minerIds: [labeller.minerId], kind: options.kind });
  for (let base = 0; base < 4; base++) {
    const source = { files: [{ content: `<p>${taskId} ${base}</p>` }] };
    const sourceHash = await deps.objects.put(new TextEncoder().encode(JSON.stringify(source)));
    await sql(
      `with made as (
         insert into completion (problem_id, origin, title, source_hash, document_hash)
         select problem_id, 'library', 'T', $2, $2 from task where id = $1 returning id
       ) insert into task_variant (task_id, base, level, realisation, completion_id) select $1, $3, $3, 0, id from made`,
      [taskId, sourceHash, base],
    );
  }
  await sql(
    `insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, unusable, ratings)
     values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, '{0,1,2,3}', '{}', '{}')`,
    [roundId, SUBNET.network, SUBNET.netuid, taskId, labeller.accountId, labeller.minerId],
  );
  await sql(
    `insert into consensus (task_id, algorithm_version, network, netuid, round_id, ranks, posterior, raters)
     values ($1, $2, $3, $4, $5, '{0,1,2,3}', $6, 1)`,
    [taskId, AGGREGATION_VERSION, SUBNET.network, SUBNET.netuid, roundId, posteriorOf(options.best ?? 1)],
  );
  return taskId;
}

const closedRound = async () => {
  const roundId = await makeRound(sql);
  await sql("update round set state = 'closed' where id = $1", [roundId]);
  return roundId;
};

async function exported(request: Parameters<typeof exportRequestSchema.parse>[0], by: Deps = deps) {
  const given = exportRequestSchema.parse(request);
  const { datasetId, jobRunId } = await requestDataset(by, given, "validator");
  await exportDataset(by, { datasetId, jobRunId });
  return readDataset(by, datasetId);
}

async function rowsOf(datasetId: string, config: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const file of (await readDataset(deps, datasetId)).files.filter((one) => one.config === config)) {
    const { bytes } = await readDatasetFile(deps, datasetId, file.path);
    for (const line of new TextDecoder().decode(bytes).trim().split("\n")) rows.push(JSON.parse(line));
  }
  return rows;
}

const JSONL = { formats: ["jsonl"], configs: ["dpo", "sft", "kto", "rankings"] };

describe("an export", () => {
  test("never holds a control task, without being asked, in any config", async () => {
    const roundId = await closedRound();
    const control = await makeAggregated(roundId, { kind: "control" });
    const normal = await makeAggregated(roundId, { kind: "normal" });
    const dataset = await exported(JSONL);
    expect(dataset.state).toBe("ready");
    for (const config of JSONL.configs) {
      const rows = await rowsOf(dataset.id, config);
      expect(new Set(rows.map((row) => row.task_id))).toEqual(new Set([normal]));
      expect(JSON.stringify(rows)).not.toContain(control);
    }
    const manifest = await readDatasetFile(deps, dataset.id, "manifest.json");
    expect(JSON.parse(new TextDecoder().decode(manifest.bytes))).toMatchObject({ controlTasksExcluded: 1 });
  });

  test("holds a pair exactly when its order is at least as probable as was asked for", async () => {
    const roundId = await closedRound();
    await makeAggregated(roundId, { kind: "normal", best: 0.6 });
    // Neighbours: 0.6 + 0.4 · 11/23 = 0.791; with this consensus every other pair has the same probability.
    const probability = 0.6 + (0.4 * 11) / 23;
    expect(await rowsOf((await exported({ ...JSONL })).id, "dpo")).toEqual([]); // 0.8 unless said otherwise
    expect(await rowsOf((await exported({ ...JSONL, posteriorMin: probability - 1e-9 })).id, "dpo")).toHaveLength(6);
    expect(await rowsOf((await exported({ ...JSONL, posteriorMin: probability + 1e-9 })).id, "dpo")).toEqual([]);
  });

  test("names the better completion as chosen", async () => {
    const roundId = await closedRound();
    const taskId = await makeAggregated(roundId, { kind: "normal" });
    const rows = await rowsOf((await exported(JSONL)).id, "dpo");
    const texts = rows.map(({ chosen, rejected }) => `${JSON.stringify(chosen)} > ${JSON.stringify(rejected)}`);
    expect(texts).toHaveLength(6);
    const place = (text: string | undefined) => Number(new RegExp(`${taskId} (\\d)`).exec(text ?? "")?.[1]);
    for (const [chosen, rejected] of texts.map((text) => text.split(" > "))) {
      expect(place(chosen)).toBeLessThan(place(rejected));
    }
  });

  test("holds nothing of a round that has not closed, a quarantined task, or another subnet", async () => {
    const roundId = await closedRound();
    const taskId = await makeAggregated(roundId, { kind: "normal" });
    await sql("update task set state = 'quarantined' where id = $1", [taskId]);
    expect(await rowsOf((await exported(JSONL)).id, "rankings")).toEqual([]);

    await sql("update round set state = 'closing'");
    expect(await exported(JSONL)).toMatchObject({ state: "failed", message: expect.stringContaining("has closed") });
    await sql("update round set state = 'closed'");
    const elsewhere = testDeps(database.db, { subnet: { ...SUBNET, netuid: 1 }, objects: deps.objects });
    expect(await exported({ ...JSONL, roundIds: [roundId] }, elsewhere)).toMatchObject({ state: "failed" });
  });

  test("names the job that makes it", async () => {
    await closedRound();
    const { datasetId, jobRunId } = await requestDataset(deps, exportRequestSchema.parse(JSONL), "validator");
    expect(await readDataset(deps, datasetId)).toMatchObject({ state: "queued", jobRunId });
    expect(only(await sql("select kind from job_run where id = $1", [jobRunId]), "The job")).toEqual({
      kind: "export-dataset",
    });
  });

  test("refuses a threshold below a half: such a pair says the opposite", () => {
    expect(exportRequestSchema.safeParse({ posteriorMin: 0.49 }).success).toBe(false);
    expect(exportRequestSchema.safeParse({ posteriorMin: 1.01 }).success).toBe(false);
  });
});
