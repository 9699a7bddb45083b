import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Actor } from "#server/api/context.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { insertEvaluation } from "./repository.ts";
import { evaluationsRouter } from "./router.ts";
import type { EvaluationReport } from "./schema.ts";

const SOMEBODY = "00000000-0000-4000-8000-000000000001";
const nobodySpecial: Actor = {
  accountId: "somebody",
  sessionId: "s",
  name: "Somebody",
  locale: "en",
  level: 1,
  isOperator: false,
  memberships: [],
  validatorIds: [],
};
const labeller: Actor = {
  ...nobodySpecial,
  memberships: [{ teamId: SOMEBODY, minerId: SOMEBODY, role: "labeller", state: "active" }],
};
const validator: Actor = { ...nobodySpecial, validatorIds: [SOMEBODY] };

const reportOf = (seed: string): EvaluationReport => ({
  source: "library",
  seed,
  tasks: 2,
  problems: ["kanban-board"],
  acceptance: [{ step: "variants whose measured effect lies in a level", accepted: 40, of: 48 }],
  cost: { perTaskMicros: 0, secondsPerTask: 12.345 },
  diversity: { designs: 4, variants: 48, operators: 11, commonestOperator: 0.25 },
  separability: {
    ordered: 2,
    smallestGapMilli: 71,
    meanGapMilli: 90.5,
    spacingSdMilli: 22,
    levels: [{ level: 0, variants: 12, min: 0, quarter: 0, median: 3, threeQuarters: 9, max: 20 }],
  },
  probes: [{ name: "order: script length", auc: 0.531, ciLow: 0.48, ciHigh: 0.58, passed: true }],
  knownDesign: [{ name: "order, design known: file size", auc: 0.62, ciLow: 0.55, ciHigh: 0.7, passed: false }],
  passed: true,
});

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() => database.db.sql("truncate evaluation").then(() => undefined));

const listAs = (actor: Actor | null) =>
  createCallerFactory(evaluationsRouter)({
    deps,
    actor,
    setCookie: () => {},
    request: { ip: "10.0.0.1", headers: new Headers() },
  }).list();

test("stored reports come back whole, the newest first", async () => {
  const older = await insertEvaluation(database.db.sql, { configuration: { tasks: 2 }, report: reportOf("older") });
  await database.db.sql("update evaluation set created_at = created_at - interval '1 hour'");
  const newer = await insertEvaluation(database.db.sql, { configuration: { tasks: 2 }, report: reportOf("newer") });
  const listed = await listAs(validator);
  expect(listed.map(({ id, report }) => ({ id, report }))).toEqual([
    { id: newer, report: reportOf("newer") },
    { id: older, report: reportOf("older") },
  ]);
  expect(listed[0]?.createdAt).toBeInstanceOf(Date);
});

test("a labeller and a stranger are refused", async () => {
  await expect(listAs(labeller)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(listAs(null)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
