import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { leaseNext } from "#server/pipeline/assignment/service.ts";
import { submitLabel } from "#server/pipeline/labelling/service.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import type { Deps } from "#server/platform/deps.ts";
import { readRound } from "#server/rounds/service.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import {
  makeLabeller,
  makeMiner,
  makeRound,
  makeScore,
  makeTask,
  SUBNET,
  type TestLabeller,
} from "#server/testing/factories/market.ts";

import { explainScore, readScores, readScoresOfMiner } from "./explanation.ts";
import { scoreRound } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());
beforeEach(() => sql("truncate round, team, account, problem, assignment, slot, observation cascade").then(() => {}));

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);
const elsewhere = (): Deps => ({ ...deps, subnet: { ...SUBNET, network: "mainnet" } });

/** Takes and answers everything that is open, position by position: a perfect answer, as `makeTask` lays levels out. */
async function answerAll(labeller: TestLabeller): Promise<number> {
  for (let labels = 0; ; labels++) {
    const next = await leaseNext(deps, labeller);
    if (next.status === "nothing") return labels;
    const { assignment_id: assignmentId, lease_token: leaseToken } = next.task;
    const ranking = completionIds(assignmentId).map((id) => [id]);
    const answer = { assignmentId, leaseToken, ranking, unusable: [], ratings: {}, comment: "" };
    await submitLabel(deps, { ...answer, labellerId: labeller.accountId });
  }
}

async function workedRound(tasks: { control: number; normal: number }) {
  const minerId = await makeMiner(sql);
  const roundId = await makeRound(sql);
  const labeller = await makeLabeller(sql, { minerId });
  for (const kind of ["control", "normal"] as const)
    for (let i = 0; i < tasks[kind]; i++) await makeTask(sql, { roundId, minerIds: [minerId], kind, overlap: 2 });
  expect(await answerAll(labeller)).toBe(tasks.control + tasks.normal);
  return { minerId, roundId };
}

test("many normal answers behind few control answers are counted, and paid only as far as those vouch for them", async () => {
  const { minerId, roundId } = await workedRound({ control: 14, normal: 40 });
  await scoreRound(deps, roundId);
  const [score] = await readScores(deps, roundId);
  expect(score).toMatchObject({ minerId, controlAnswers: 14, answers: 54, answersPaid: 28, meanTau: 1 });
  expect(score?.reward).toBeCloseTo(28 * ((score?.lowerBound ?? 0) - 0.3), 9);
});

test("a round says how many tasks and labels it has", async () => {
  const { roundId } = await workedRound({ control: 2, normal: 1 });
  expect(await readRound(deps, roundId)).toMatchObject({ tasks: 3, labels: 3 });
});

test("a miner's scores are its own, of this subnet, newest round first", async () => {
  const minerId = await makeMiner(sql);
  const other = await makeMiner(sql);
  const rounds: number[] = [];
  for (let i = 0; i < 2; i++) {
    const roundId = await makeRound(sql);
    rounds.unshift(roundId);
    await makeScore(sql, { roundId, minerId, reward: i });
    await makeScore(sql, { roundId, minerId: other, reward: 9 });
    await sql("update round set state = 'closed', closed_at = now()");
  }
  const scores = await readScoresOfMiner(deps, minerId);
  expect(scores.map(({ roundId, roundNumber, score }) => [roundId, roundNumber, score.reward])).toEqual([
    [rounds[0], 2, 1],
    [rounds[1], 1, 0],
  ]);
  expect(await readScoresOfMiner(elsewhere(), minerId)).toEqual([]);
});

describe("an explanation", () => {
  const viewer = { memberships: [], validatorIds: ["v"], isOperator: false, locale: "en" };

  test("is not given while the round is open, to nobody", async () => {
    const { minerId, roundId } = await workedRound({ control: 1, normal: 0 });
    await scoreRound(deps, roundId);
    const early = explainScore(deps, { roundId, minerId }, { ...viewer, isOperator: true });
    await expect(early).rejects.toMatchObject({ code: "round.not-closed" });
    await sql("update round set state = 'closed'");
    await sql(
      `insert into commitment (task_id, network, netuid, round_id, digest, truth, salt)
       select id, network, netuid, round_id, 'd', '{}', '' from task`,
    );
    expect((await explainScore(deps, { roundId, minerId }, viewer)).answers).toMatchObject([{ tau: 1 }]);
  });

  test("does not exist on another network", async () => {
    const { minerId, roundId } = await workedRound({ control: 1, normal: 0 });
    const attempt = explainScore(elsewhere(), { roundId, minerId }, viewer);
    await expect(attempt).rejects.toMatchObject({ code: "round.unknown" });
  });

  test("is not for another team, nor for a labeller of the own one", async () => {
    const { minerId, roundId } = await workedRound({ control: 1, normal: 0 });
    const member = { teamId: "t", minerId, role: "labeller", state: "active" } as const;
    for (const memberships of [[], [member]]) {
      const attempt = explainScore(deps, { roundId, minerId }, { ...viewer, validatorIds: [], memberships });
      await expect(attempt).rejects.toMatchObject({ code: "score.not-yours" });
    }
  });
});
