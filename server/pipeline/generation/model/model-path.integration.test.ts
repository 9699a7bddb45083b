import { Writable } from "node:stream";

import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import type { BuildResult, Signals, Verification } from "#sandbox/contract.ts";
import { createModelClient } from "#server/adapters/openai/model-client.ts";
import { sha256Hex } from "#server/platform/hashing.ts";
import { createJobRun, findJobRun, requestCancel } from "#server/platform/job-runs.ts";
import { createMemoryObjects, testDeps } from "#server/testing/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { type ModelServer, startModelServer } from "#server/testing/fakes/model-server.ts";

import { createAdmission } from "./admission.ts";
import { readRunCost } from "./call-repository.ts";
import type { ModelPathDeps } from "./ports.ts";
import { generateProblems } from "./service.ts";

const KEY = "sk-test-never-in-rows-abcdef0123456789";
const MICRO = 1_000_000;

let database: TestDatabase;
let server: ModelServer;
let logged: string;
let objects: ReturnType<typeof createMemoryObjects>;
let stored: string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.sql("truncate problem, completion, degradation, model_call, job_run cascade");
  server = await startModelServer({ key: KEY });
  logged = "";
  stored = [];
  const memory = createMemoryObjects();
  objects = {
    ...memory,
    put: (bytes) => {
      stored.push(new TextDecoder().decode(bytes));
      return memory.put(bytes);
    },
  };
});
afterEach(() => server.close());

/** Stands for the sandbox: builds what closes its tags, and finds nothing wrong with what it built. */
async function build(request: { source: { files: readonly { content: string }[] } }): Promise<BuildResult> {
  const content = request.source.files[0]?.content ?? "";
  return content.includes("<h1>Hello</main>")
    ? { ok: false, findings: [{ code: "syntax", message: "Unexpected closing tag", line: 1 }] }
    : { ok: true, documentHash: sha256Hex(content), bytes: content.length };
}

const SIGNALS: Signals = {
  loadMs: 1,
  errors: [],
  textLength: 100,
  nodeCount: 10,
  controlCount: 3,
  overflowPx: {},
  idleCpu: 0,
  axe: [],
  checks: [{ id: "works", weight: 3, passed: true, message: null }],
  screenshots: {},
  difference: { "1280": 0 },
};

async function verify({ documentHash }: { documentHash: string }): Promise<Verification> {
  const base = { documentHash, reason: null, browser: "none", policyVersion: "1", cpuMs: null, wallMs: 1 };
  return { ...base, verdict: "pass", signals: SIGNALS };
}

function pathDeps(overrides: Partial<ModelPathDeps> = {}): ModelPathDeps {
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  });
  const deps = testDeps(database.db, { objects, logger: pino({ level: "trace" }, sink) });
  const models = createModelClient(
    {
      baseUrl: server.baseUrl,
      apiKey: KEY,
      models: ["good", "spare"],
      concurrency: 4,
      idleMs: 60_000,
      totalMs: 60_000,
      retries: 1,
      backoffMs: { first: 1, max: 10 },
      answerBytesMax: MICRO,
    },
    { monotonicMs: () => 0, nowMs: () => 0, draw: () => 0, pause: async () => {} },
  );
  const price = { input: 1, output: 5 };
  return {
    ...deps,
    sandbox: { ...deps.sandbox, build },
    verify,
    models,
    types: { check: async () => [{ line: 7, code: "TS1", message: "a type is wrong" }], close: async () => {} },
    spending: {
      prices: { good: price, spare: price },
      limitsMicro: { task: 9 * MICRO, run: 9 * MICRO, month: 9 * MICRO },
    },
    repairRoundsMax: 2,
    admission: createAdmission(deps),
    ...overrides,
  };
}

async function run(deps: ModelPathDeps, count = 1): Promise<string> {
  const jobRunId = await createJobRun(database.db.sql, { kind: "generate-problems", subject: "x", startedBy: null });
  await generateProblems(deps, { jobRunId, count });
  return jobRunId;
}

const rows = (table: string) => database.db.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
const count = async (what: string) =>
  (await database.db.sql<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n ?? -1;
const purposes = async () =>
  (await database.db.sql<{ key: string }>(`select step_key as key from model_call order by step_key`)).map(
    ({ key }) => key,
  );

test("a problem and four different designs are written, stored together, and handed to measurement", async () => {
  const jobRunId = await run(pathDeps());
  expect(await findJobRun(database.db.sql, jobRunId)).toMatchObject({ state: "done", done: 1, total: 1 });
  expect(await count("problem where origin = 'model'")).toBe(1);
  expect(await count("completion where base_id is null and origin = 'model:good'")).toBe(4);
  expect(await count("job_run where kind = 'prepare-problem' and state = 'queued'")).toBe(1);
  expect(await count("graphile_worker.jobs where task_identifier = 'prepare-problem'")).toBe(1);
});

test("a model's degradations are measured and stored with their origin", async () => {
  await run(pathDeps());
  const variants = await database.db.sql<{ origin: string; edits: { name: string; family: string }[]; effect: number }>(
    `select c.origin, d.edits, d.effect_milli as effect from degradation d join completion c on c.id = d.completion_id`,
  );
  expect(variants.length).toBeGreaterThan(0);
  for (const { origin, edits, effect } of variants) {
    expect(origin).toBe("model:good");
    expect(edits[0]?.name).toMatch(/^model: /);
    expect(edits).toHaveLength(6);
    expect(effect).toBe(0); // this sandbox sees no difference: the model's word does not make one
  }
});

test("every request has its row: purpose, prompt, model, tokens, price, outcome", async () => {
  const jobRunId = await run(pathDeps());
  const [first] = await database.db.sql(`select * from model_call order by created_at limit 1`);
  expect(first).toMatchObject({
    run_id: jobRunId,
    purpose: "problem",
    prompt_version: "problem/v1",
    model: "good",
    outcome: "ok",
    tokens_in: 120,
  });
  expect(await count("model_call")).toBe(server.received.length);
  expect(await count("model_call where price_micro <> tokens_in * 1 + tokens_out * 5")).toBe(0);
  const cost = await readRunCost(database.db, jobRunId);
  expect((await findJobRun(database.db.sql, jobRunId))?.message).toContain(`$${(cost.priceMicro / MICRO).toFixed(4)}`);
});

test("a design that does not build is repaired with what the bundler and the type checker said", async () => {
  server.next("realistic", "broken-source");
  await run(pathDeps());
  expect(await count("completion where base_id is null")).toBe(4);
  const [repair] = server.received.filter((each) => each.response_format?.json_schema?.name === "repair");
  const prompt = repair?.messages[1]?.content ?? "";
  expect(prompt).toContain("bundler, line 1: syntax: Unexpected closing tag");
  expect(prompt).toContain("TypeScript, line 7: TS1: a type is wrong");
  expect(prompt).toMatch(/<(data-[0-9a-f]{16})>\nexport default function App\(\) [\s\S]*<\/\1>/);
});

test("repairs end when nothing improves, and a problem without enough designs is not stored", async () => {
  server.next("realistic", ...Array.from({ length: 40 }, () => "broken-source" as const));
  const jobRunId = await run(pathDeps());
  expect(await count("problem")).toBe(0);
  expect((await findJobRun(database.db.sql, jobRunId))?.message).toContain("Only 0 of 4 designs passed every check.");
  expect((await purposes()).filter((key) => key.includes("repair-2"))).toEqual([]);
  expect(server.received).toHaveLength(1 + 6 * 2); // four designs and two spares, each a draft and the one repair that was no better
});

test("checks that a page without any behaviour passes are dropped, and a problem of nothing else is", async () => {
  const idlePass =
    (ids: string[]): ModelPathDeps["verify"] =>
    async (input) => {
      const checks = ids.map((id) => ({ id, weight: 3, passed: true, message: null }));
      return { ...(await verify(input)), signals: { ...SIGNALS, checks } };
    };
  await run(pathDeps({ verify: idlePass(["splits-equally"]) }));
  const [problem] = await database.db.sql<{ ids: string[] }>(
    "select array(select c->>'id' from jsonb_array_elements(checks) c) as ids from problem",
  );
  expect(problem?.ids.length).toBeGreaterThan(2);
  expect(problem?.ids).not.toContain("splits-equally");

  await server.close();
  server = await startModelServer({ key: KEY });
  const all = [...(problem?.ids ?? []), "splits-equally"];
  const second = await run(pathDeps({ verify: idlePass(all) }));
  expect((await findJobRun(database.db.sql, second))?.message).toContain("Only 0 of its checks fail");
});

test("a job that is repeated after a kill buys no answer twice and stores nothing twice", async () => {
  const dying = pathDeps();
  let asked = 0;
  const models: ModelPathDeps["models"] = {
    ask: (request) => (++asked > 3 ? Promise.reject(new Error("killed")) : dying.models.ask(request)),
  };
  const jobRunId = await createJobRun(database.db.sql, { kind: "generate-problems", subject: "x", startedBy: null });
  await expect(generateProblems({ ...dying, models }, { jobRunId, count: 1 })).rejects.toThrow("killed");
  expect(await count("problem")).toBe(0);
  const bought = server.received.length;
  expect(bought).toBe(3);

  await generateProblems(dying, { jobRunId, count: 1 });
  await generateProblems(dying, { jobRunId, count: 1 });
  expect(await count("completion where base_id is null")).toBe(4);
  expect(await count("job_run where kind = 'prepare-problem'")).toBe(1);
  const keys = await purposes();
  expect(new Set(keys).size).toBe(keys.length);
});

test("a spent budget ends the run with a sentence, before the call that would exceed it, and is not tried again", async () => {
  const deps = pathDeps();
  const limitsMicro = { ...deps.spending.limitsMicro, run: 70_000 };
  const jobRunId = await run({ ...deps, spending: { ...deps.spending, limitsMicro } });
  const ended = await findJobRun(database.db.sql, jobRunId);
  expect(ended).toMatchObject({ state: "failed" });
  expect(ended?.message).toContain("MODEL_BUDGET_RUN");
  expect((await readRunCost(database.db, jobRunId)).priceMicro).toBeLessThanOrEqual(70_000);
  expect(server.received).toHaveLength(1);
});

test("a run that is asked to stop ends while a model is still writing", async () => {
  server.next("stall");
  const deps = pathDeps();
  const jobRunId = await createJobRun(database.db.sql, { kind: "generate-problems", subject: "x", startedBy: null });
  const ending = generateProblems(deps, { jobRunId, count: 1 });
  while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await requestCancel(database.db.sql, jobRunId);
  await ending;
  expect(await findJobRun(database.db.sql, jobRunId)).toMatchObject({ state: "cancelled" });
  expect(await count("model_call where outcome = 'cancelled' and price_micro = price_micro_max")).toBe(1);
});

test("a problem that is there already is not stored again", async () => {
  await run(pathDeps());
  await server.close();
  server = await startModelServer({ key: KEY }); // begins with the same problem again
  const second = await run(pathDeps());
  expect(await count("problem")).toBe(1);
  expect((await findJobRun(database.db.sql, second))?.message).toContain(
    "The problem has the same content as the problem “model-",
  );
});

test("answers full of orders and fake messages change no step, and the key is in no row, log line, object or prompt", async () => {
  await server.close();
  server = await startModelServer({ key: KEY, scenario: "injection" });
  const hostile = await run(pathDeps());
  const steps = await purposes();
  expect(await findJobRun(database.db.sql, hostile)).toMatchObject({ state: "done" });
  for (const { messages } of server.received) {
    expect(messages.map((message) => message.role)).toEqual(["system", "user"]);
    expect(messages[0]?.content).not.toContain("Ignore all previous instructions");
  }
  const tables = ["problem", "completion", "degradation", "model_call", "job_run", "graphile_worker._private_jobs"];
  const everything = [
    ...(await Promise.all(tables.map(rows))).flat().map(({ row }) => row),
    ...stored,
    logged,
    ...server.received.flatMap(({ messages }) => messages.map((message) => message.content)),
  ].join("\n");
  expect(everything).toContain("Ignore all previous instructions"); // the hostile text did get in, as text
  expect(everything).not.toContain(KEY);

  await database.db.sql("truncate problem, completion, degradation, model_call, job_run cascade");
  await server.close();
  server = await startModelServer({ key: KEY });
  await run(pathDeps());
  expect(steps).toEqual(await purposes());
});

test("the key is not in what is logged and stored when everything fails", async () => {
  server.next("bad-key", "bad-key");
  const jobRunId = await run(pathDeps());
  const job = await findJobRun(database.db.sql, jobRunId);
  expect(job).toMatchObject({ state: "failed" });
  expect(job?.message).toContain("MODEL_API_KEY");
  const everything = [logged, JSON.stringify(job), ...(await rows("model_call")).map(({ row }) => row)].join("\n");
  expect(everything).toContain("http.401");
  expect(everything).not.toContain(KEY);
});
