import { randomUUID } from "node:crypto";

import { only, type Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";
import { ALGORITHM_VERSION } from "#server/validator/scoring/control-score.ts";

/** Valid rows for tests of the pipeline, with overrides for what a test is about. */

export const SUBNET: Subnet = { network: "localnet", netuid: 52 };

export type TestLabeller = { accountId: string; minerId: string; level: number; locale: string; paused: boolean };

/** A team with a miner and one labeller. */
export async function makeLabeller(
  sql: Sql,
  over: { minerId?: string; locale?: string; level?: number } = {},
): Promise<TestLabeller> {
  const accountId = `test-${randomUUID()}`;
  await sql("insert into account (id, name, email) values ($1, $1, $1 || '@example.org')", [accountId]);
  const minerId = over.minerId ?? (await makeMiner(sql));
  const { teamId } = only(
    await sql<{ teamId: string }>('select team_id as "teamId" from miner where id = $1', [minerId]),
    "The miner",
  );
  await sql("insert into membership (team_id, account_id, role) values ($1, $2, 'labeller')", [teamId, accountId]);
  return { accountId, minerId, level: over.level ?? 1, locale: over.locale ?? "en", paused: false };
}

export async function makeMiner(sql: Sql): Promise<string> {
  const team = only(await sql<{ id: string }>("insert into team (name) values ('Team') returning id"), "The team");
  const miner = await sql<{ id: string }>(
    "insert into miner (network, netuid, hotkey, team_id) values ($1, $2, gen_random_uuid()::text, $3) returning id",
    [SUBNET.network, SUBNET.netuid, team.id],
  );
  return only(miner, "The miner").id;
}

export async function makeRound(sql: Sql, settings: Record<string, unknown> = {}): Promise<number> {
  const rows = await sql<{ id: number }>(
    `insert into round (network, netuid, number, secret_sealed, secret_hash, settings)
     select $1::text, $2::smallint, coalesce(max(number), 0) + 1, '', 'hash', $3::jsonb from round returning id`,
    [SUBNET.network, SUBNET.netuid, JSON.stringify(roundSettingsSchema.parse(settings))],
  );
  return only(rows, "The round").id;
}

export type TestTask = { taskId: string; roundId: number };

/** An open task with its places, and documents for the given miners. Position p shows base p at level `levels[p]`. */
export async function makeTask(
  sql: Sql,
  input: {
    roundId: number;
    minerIds: readonly string[];
    overlap?: number;
    kind?: "control" | "normal";
    levels?: readonly number[];
    languages?: readonly string[];
  },
): Promise<TestTask> {
  const { roundId, minerIds, overlap = 1, kind = "control", levels = [0, 1, 2, 3], languages = ["en"] } = input;
  const problem = only(
    await sql<{ id: string }>(
      `insert into problem (slug, kind, origin, persona, skill, prompts, checks, content_hash)
       values (gen_random_uuid()::text, 'tool', 'library', 'p', 's', '{"en": "Make a counter."}', '[]', 'x') returning id`,
    ),
    "The problem",
  );
  const { id: taskId } = only(
    await sql<{ id: string }>(
      `insert into task (network, netuid, round_id, problem_id, kind, state, overlap, languages, opened_at)
       values ($1, $2, $3, $4, $5, 'open', $6, $7::text[], now()) returning id`,
      [SUBNET.network, SUBNET.netuid, roundId, problem.id, kind, overlap, [...languages]],
    ),
    "The task",
  );
  await sql(
    "insert into slot (task_id, slot_no, network, netuid, round_id, kind) select $1, n, $2, $3, $4, $5 from generate_series(1, $6) n",
    [taskId, SUBNET.network, SUBNET.netuid, roundId, kind, overlap],
  );
  const variants = JSON.stringify(levels.map((level, position) => ({ base: position, level, realisation: 0 })));
  await sql(
    `insert into rendering (task_id, miner_id, documents, variants)
     select $1, m::uuid, array['a', 'b', 'c', 'd'], $3::jsonb from unnest($2::text[]) m`,
    [taskId, [...minerIds], variants],
  );
  return { taskId, roundId };
}

/** A score of the current algorithm; only its reward matters to what reads it. */
export async function makeScore(sql: Sql, score: { roundId: number; minerId: string; reward: number }): Promise<void> {
  await sql(
    `insert into score (round_id, network, netuid, miner_id, algorithm_version, seed, control_answers, answers, answers_paid,
       expired, skipped, mean_tau, shrunk_mean, lower_bound, baseline, reward, share)
     values ($1, $2, $3, $4, $5, '', 30, 60, 60, 0, 0, 0.9, 0.675, 0.52, 0.3, $6, 0)`,
    [score.roundId, SUBNET.network, SUBNET.netuid, score.minerId, ALGORITHM_VERSION, score.reward],
  );
}
