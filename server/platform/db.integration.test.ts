import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";

import { isUniqueViolation } from "./db.ts";

describe("the database", () => {
  let test_: TestDatabase;
  beforeAll(async () => {
    test_ = await createTestDatabase();
  });
  afterAll(() => test_.close());

  test("stores nothing of a transaction that throws", async () => {
    const attempt = test_.db.withTransaction(async (sql) => {
      await sql("insert into team (name) values ('half')");
      throw new Error("stop");
    });
    await expect(attempt).rejects.toThrow("stop");
    expect(await test_.db.prisma.team.count()).toBe(0);
  });

  test("keeps a label of a round that has no partition", async () => {
    const [round] = await test_.db.sql<{ id: number }>(
      "insert into round (network, netuid, number, secret_sealed, secret_hash, settings) values ('localnet', 1, 1, '', '', '{}') returning id",
    );
    await test_.db.sql(
      `insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, unusable, ratings)
       values ($1, 'localnet', 1, gen_random_uuid(), gen_random_uuid(), 'a', gen_random_uuid(), '{0,1,2,3}', '{}', '{}')`,
      [round?.id ?? 0],
    );
    expect(await test_.db.prisma.label.count()).toBe(1);
  });

  test("refuses a label of another network than its round's", async () => {
    const [round] = await test_.db.sql<{ id: number }>("select id from round limit 1");
    const mixed = test_.db.sql(
      `insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, unusable, ratings)
       values ($1, 'mainnet', 1, gen_random_uuid(), gen_random_uuid(), 'a', gen_random_uuid(), '{0,1,2,3}', '{}', '{}')`,
      [round?.id ?? 0],
    );
    await expect(mixed).rejects.toMatchObject({ code: "23503" });
  });

  test("names a unique violation", async () => {
    const insert = () => test_.db.sql("insert into account (id, name, email) values ('x', 'x', 'x@example.org')");
    await insert();
    const again = await insert().catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
  });

  test.each([
    "slot_free_idx",
    "assignment_open_idx",
    "assignment_one_open_per_labeller_idx",
    "assignment_slot_idx",
    "outbox_waiting_idx",
    "round_one_open_idx",
  ])("has the hand-written index %s", async (name) => {
    expect(await test_.db.sql("select 1 from pg_indexes where indexname = $1", [name])).toHaveLength(1);
  });

  test.each(["fingerprint_bands_idx", "embedding_bands_idx"])(
    "keeps no list of pending entries in %s",
    async (name) => {
      const rows = await test_.db.sql("select reloptions from pg_class where relname = $1", [name]);
      expect(rows).toEqual([{ reloptions: ["fastupdate=off"] }]);
    },
  );
});
