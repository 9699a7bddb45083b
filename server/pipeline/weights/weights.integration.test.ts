import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { only } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeMiner, makeRound, makeScore, SUBNET } from "#server/testing/factories/market.ts";

import { readVector, readVectors, weighRound } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() => sql("truncate round, team, validator, weight_vector, score cascade").then(() => undefined));

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

const makeValidator = async (name = "V") =>
  only(
    await sql<{ id: string }>(
      "insert into validator (network, netuid, hotkey, name) values ($1, $2, $3, $3) returning id",
      [SUBNET.network, SUBNET.netuid, name],
    ),
    "The validator",
  ).id;

/** A miner with a uid that was rewarded in a round. */
async function makeEarner(roundId: number, uid: number | null, reward: number): Promise<string> {
  const minerId = await makeMiner(sql);
  await sql("update miner set uid = $2 where id = $1", [minerId, uid]);
  await makeScore(sql, { roundId, minerId, reward });
  return minerId;
}

test("a round in which nobody earned gives everything to the burn uid", async () => {
  const validatorId = await makeValidator();
  const roundId = await makeRound(sql, { burnUid: 9 });
  await makeEarner(roundId, 1, 0);
  await weighRound(deps, roundId);
  const vector = await readVector(deps, validatorId, roundId);
  expect(vector).toMatchObject({ burn: 1, burnUid: 9, chain: [{ uid: 9, weightU16: 65_535 }] });
  expect(vector.entries).toMatchObject([{ weight: 0, weightU16: 0 }]);
});

test("the burnt share is a weight of the burn uid among those of the miners", async () => {
  const validatorId = await makeValidator();
  const roundId = await makeRound(sql, { burn: 0.2 });
  await makeEarner(roundId, 1, 1);
  await makeEarner(roundId, 2, 3);
  await weighRound(deps, roundId);
  const { chain, entries } = await readVector(deps, validatorId, roundId);
  expect(chain).toEqual([
    { uid: 0, weightU16: 21_845 },
    { uid: 1, weightU16: 21_845 },
    { uid: 2, weightU16: 65_535 },
  ]);
  expect(entries.map(({ uid, weightU16 }) => [uid, weightU16])).toEqual([
    [2, 65_535],
    [1, 21_845],
  ]);
});

test("the share of a miner that was struck off is burnt: its uid may be somebody else's by now", async () => {
  const validatorId = await makeValidator();
  const roundId = await makeRound(sql);
  const gone = await makeEarner(roundId, 1, 1);
  await makeEarner(roundId, 2, 1);
  await sql("update miner set state = 'deregistered' where id = $1", [gone]);
  await weighRound(deps, roundId);
  expect((await readVector(deps, validatorId, roundId)).chain.map(({ uid }) => uid)).toEqual([0, 2]);
});

test("a validator's list has its own vectors of this subnet, newest round first", async () => {
  const [validatorId, other] = [await makeValidator("V"), await makeValidator("W")];
  const rounds: number[] = [];
  for (let i = 0; i < 2; i++) {
    const roundId = await makeRound(sql);
    rounds.unshift(roundId);
    await makeEarner(roundId, i + 1, 1);
    await weighRound(deps, roundId);
    await sql("update round set state = 'closed'");
  }
  expect((await readVectors(deps, validatorId)).map((vector) => vector.roundId)).toEqual(rounds);
  expect(await readVectors(deps, other)).toHaveLength(2);
  const elsewhere = { ...deps, subnet: { ...SUBNET, netuid: 1 } };
  expect(await readVectors(elsewhere, validatorId)).toEqual([]);
  await expect(readVector(elsewhere, validatorId, rounds[0] ?? 0)).rejects.toMatchObject({ code: "weights.none" });
});

test("weighing a round twice makes one vector", async () => {
  const validatorId = await makeValidator();
  const roundId = await makeRound(sql);
  await makeEarner(roundId, 1, 1);
  await weighRound(deps, roundId);
  await weighRound(deps, roundId);
  expect(await readVectors(deps, validatorId)).toHaveLength(1);
});
