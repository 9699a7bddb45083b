import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createRestApp } from "#server/api/rest/app.ts";
import { command } from "#server/cli/commands/verify-commitment.ts";
import type { Deps } from "#server/platform/deps.ts";
import { blake2b256Hex } from "#server/platform/hashing.ts";
import { finishRound, openRound } from "#server/rounds/service.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeMiner, makeTask } from "#server/testing/factories/market.ts";
import { commitmentPreimage, type ControlTruth } from "#server/validator/ground-truth/commitment.ts";

let database: TestDatabase;
let deps: Deps;
let taskId: string;
const folder = mkdtempSync(join(tmpdir(), "dojo-reveal-"));

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);
const hash = (n: number) => n.toString(16).padStart(64, "0");
const SECRET = "5e".repeat(32);
const SALT = "00ff".repeat(16);
const MINER = "00000000-0000-4000-8000-000000000007";

function truthOf(roundId: number): ControlTruth {
  const variants = Array.from({ length: 48 }, (_, i) => {
    const level = Math.floor(i / 3) % 4;
    const effectMilli = [10, 150, 350, 700][level] ?? 0;
    return { base: Math.floor(i / 12), level, realisation: i % 3, sourceHash: hash(1000 + i), effectMilli };
  });
  return {
    version: 1,
    ...deps.subnet,
    roundId,
    taskId,
    roundSecretHash: blake2b256Hex(Buffer.from(SECRET, "hex")),
    bases: [hash(10), hash(11), hash(12), hash(13)],
    variants,
    bands: [
      { level: 0, fromMilli: 0, toMilli: 30 },
      { level: 1, fromMilli: 100, toMilli: 200 },
      { level: 2, fromMilli: 300, toMilli: 400 },
      { level: 3, fromMilli: 500, toMilli: 1000 },
    ],
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
  const round = await openRound(deps, { secret: SECRET }, null);
  ({ taskId } = await makeTask(sql, { roundId: round.id, minerIds: [await makeMiner(sql)] }));
  const truth = truthOf(round.id);
  await sql(
    `insert into commitment (task_id, network, netuid, round_id, digest, truth, salt) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      taskId,
      deps.subnet.network,
      deps.subnet.netuid,
      round.id,
      blake2b256Hex(commitmentPreimage(truth, SALT)),
      JSON.stringify(truth),
      SALT,
    ],
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
  await database.close();
});

/** What anybody gets from the REST API, checked by the command, as its exit code and its text. */
async function verified(args: readonly string[] = []): Promise<{ exitCode: number; text: string }> {
  const answer = await createRestApp(deps, async () => null).request(`/api/v1/commitments/${taskId}`);
  const file = join(folder, "commitment.json");
  writeFileSync(file, await answer.text());
  let text = "";
  process.exitCode = 0;
  await command.run(["--file", file, ...args], {
    json: false,
    result: (_value, printed) => (text = printed),
    say: () => {},
    progress: () => {},
    signal: new AbortController().signal,
  });
  const exitCode = Number(process.exitCode);
  process.exitCode = 0;
  return { exitCode, text };
}

describe("verify-commitment", () => {
  test("does not hold, and gets to see nothing, while the round is open", async () => {
    const answer = await createRestApp(deps, async () => null).request(`/api/v1/commitments/${taskId}`);
    expect(await answer.json()).toMatchObject({ truth: null, salt: null, roundSecret: null });
    expect(await verified()).toMatchObject({ exitCode: 1, text: expect.stringContaining("FAIL") });
  });

  test("holds once the round has closed, and names a miner's order", async () => {
    await sql("update round set state = 'closing'");
    for (const { id } of await sql<{ id: number }>("select id from round")) await finishRound(deps, id);
    const { exitCode, text } = await verified(["--miner", MINER]);
    expect(text).not.toContain("FAIL");
    expect(text).toMatch(/order for this miner, by position \(0 best\): [0-3] [0-3] [0-3] [0-3]$/);
    expect(exitCode).toBe(0);
  });

  test.each([
    ["a variant moved to another level", `truth = jsonb_set(truth, '{variants,0,effectMilli}', '11')`],
    ["another salt", `salt = '${"11".repeat(32)}'`],
    ["another digest", `digest = '${hash(5)}'`],
    ["the truth of another task", `truth = jsonb_set(truth, '{taskId}', '"${MINER}"')`],
  ])("fails when a row was tampered with: %s", async (_name, change) => {
    const [before] = await sql<{ truth: unknown; salt: string; digest: string }>(
      "select truth, salt, digest from commitment",
    );
    await sql(`update commitment set ${change}`);
    expect(await verified()).toMatchObject({ exitCode: 1, text: expect.stringContaining("FAIL") });
    await sql("update commitment set truth = $1, salt = $2, digest = $3", [
      JSON.stringify(before?.truth),
      before?.salt ?? "",
      before?.digest ?? "",
    ]);
    expect(await verified()).toMatchObject({ exitCode: 0 });
  });

  test("fails when the round's secret was exchanged afterwards", async () => {
    await sql("update round set secret_reveal = $1", [hash(3)]);
    expect(await verified()).toMatchObject({ exitCode: 1 });
    await sql("update round set secret_reveal = $1", [SECRET]);
  });

  test("of an unknown task, or one of another subnet, finds nothing", async () => {
    const unknown = await createRestApp(deps, async () => null).request(`/api/v1/commitments/${MINER}`);
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { type: "urn:dojo:commitment.unknown" }]);
    const elsewhere = testDeps(database.db, { subnet: { network: "testnet", netuid: 52 } });
    const foreign = await createRestApp(elsewhere, async () => null).request(`/api/v1/commitments/${taskId}`);
    expect(foreign.status).toBe(404);
  });
});
