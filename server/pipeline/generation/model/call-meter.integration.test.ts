import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";

import { createCallMeter } from "./call-meter.ts";
import { readRunCost } from "./call-repository.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.sql("delete from model_call"));

const RUN = "00000000-0000-4000-8000-000000000001";
const PLENTY = 1_000_000;
// A call of 10 tokens in and 10 out costs at most 20 + 80 = 100 micro-dollars.
const CALL = { model: "m", tokensInMax: 10, tokensOutMax: 10 };

const meterFor = (limits: Partial<Record<"task" | "run" | "month", number>>, runId = RUN, taskKey = "0") =>
  createCallMeter(
    { db: database.db },
    { limitsMicro: { task: PLENTY, run: PLENTY, month: PLENTY, ...limits }, prices: { m: { input: 2, output: 8 } } },
    { runId, taskKey, stepKey: `${taskKey}/problem`, purpose: "problem", promptVersion: "v1", promptHash: "h" },
  );

test("calls that are opened at the same time never book more than the budget together", async () => {
  const results = await Promise.all(Array.from({ length: 30 }, () => meterFor({ month: 750 }).open(CALL)));
  expect(results.filter((result) => "callId" in result)).toHaveLength(7);
  expect((await readRunCost(database.db, RUN)).priceMicro).toBe(700);
});

test.each(["task", "run", "month"] as const)(
  "the %s's budget stops the call before it would be exceeded",
  async (scope) => {
    const meter = meterFor({ [scope]: 199 });
    expect(await meter.open(CALL)).toHaveProperty("callId");
    expect(await meter.open(CALL)).toHaveProperty("refused");
  },
);

test("budgets count what they are for: another problem, another run, another month", async () => {
  await meterFor({}).open(CALL);
  expect(await meterFor({ task: 100 }).open(CALL)).toHaveProperty("refused");
  expect(await meterFor({ task: 100, run: 200 }, RUN, "1").open(CALL)).toHaveProperty("callId");
  const other = "00000000-0000-4000-8000-000000000002";
  expect(await meterFor({ run: 100, month: 299 }, other).open(CALL)).toHaveProperty("refused");
  await database.db.sql("update model_call set created_at = now() - interval '40 days'");
  expect(await meterFor({ run: 100, month: 100 }, other).open(CALL)).toHaveProperty("callId");
});

test("an ended call frees what it did not use; one whose tokens nobody counted stays booked in full", async () => {
  const meter = meterFor({ run: 150 });
  const first = await meter.open(CALL);
  if (!("callId" in first)) throw new Error("refused");
  await meter.close(first.callId, {
    outcome: "ok",
    errorCode: null,
    usage: { tokensIn: 5, tokensOut: 5 },
    latencyMs: 3,
  });
  const second = await meter.open(CALL);
  if (!("callId" in second)) throw new Error("refused");
  await meter.close(second.callId, { outcome: "timeout", errorCode: "stream.idle", usage: null, latencyMs: 3 });
  expect(await readRunCost(database.db, RUN)).toEqual({ calls: 2, tokensIn: 5, tokensOut: 5, priceMicro: 150 });
  expect(await meter.open(CALL)).toHaveProperty("refused");
});

test("a call is settled once, and a model without a price is not called", async () => {
  const meter = meterFor({});
  const opened = await meter.open(CALL);
  if (!("callId" in opened)) throw new Error("refused");
  const ended = { outcome: "ok", errorCode: null, usage: { tokensIn: 1, tokensOut: 1 }, latencyMs: 1 } as const;
  await meter.close(opened.callId, ended);
  await meter.close(opened.callId, { ...ended, usage: { tokensIn: 9, tokensOut: 9 } });
  expect((await readRunCost(database.db, RUN)).priceMicro).toBe(10);
  expect(await meter.open({ ...CALL, model: "unknown" })).toEqual({
    refused: "MODEL_PRICES says nothing about unknown.",
  });
});
