import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** One labeller per team, so that every claim of the benchmark competes with every other. */
export type BenchLabeller = { accountId: string; minerId: string };

const SETTINGS = JSON.stringify({
  controlShare: 0.5,
  overlap: 64,
  leaseSeconds: 900,
  labellerCap: 10_000,
  minDwellMs: 0,
});

/**
 * A round with `tasks` open tasks, each with a place for every labeller and documents for every
 * team. Written as sets: the benchmark measures claims and submissions, not this.
 */
export async function fillDatabase(
  sql: Sql,
  subnet: Subnet,
  size: { labellers: number; tasks: number },
): Promise<BenchLabeller[]> {
  const { network, netuid } = subnet;
  await sql(
    "insert into account (id, name, email) select 'bench-' || n, 'Bench ' || n, 'bench' || n || '@example.org' from generate_series(1, $1) n",
    [size.labellers],
  );
  await sql(
    "insert into team (id, name) select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Bench ' || n from generate_series(1, $1) n",
    [size.labellers],
  );
  await sql(
    `insert into membership (team_id, account_id, role)
     select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, 'labeller' from generate_series(1, $1) n`,
    [size.labellers],
  );
  await sql(
    `insert into miner (network, netuid, hotkey, team_id)
     select $2, $3, 'bench-' || n, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid from generate_series(1, $1) n`,
    [size.labellers, network, netuid],
  );
  const [problem] = await sql<{ id: string }>(
    `insert into problem (slug, kind, origin, persona, skill, prompts, checks, content_hash)
     values ('bench', 'tool', 'library', 'p', 's', $1::jsonb, '[]', 'x') returning id`,
    [JSON.stringify({ en: "A prompt of ordinary length. ".repeat(20) })],
  );
  const [round] = await sql<{ id: number }>(
    "insert into round (network, netuid, number, secret_sealed, secret_hash, settings) values ($1, $2, 1, '', '', $3::jsonb) returning id",
    [network, netuid, SETTINGS],
  );
  if (!problem || !round) throw new Error("the benchmark's rows were not stored");
  await sql(`create table label_r${round.id} partition of label for values in (${round.id})`);
  await sql(
    `insert into task (network, netuid, round_id, problem_id, kind, state, overlap, languages, opened_at)
     select $1, $2, $3, $4, case when n % 2 = 0 then 'control' else 'normal' end, 'open', $5, '{en}', now() from generate_series(1, $6) n`,
    [network, netuid, round.id, problem.id, size.labellers, size.tasks],
  );
  await sql(
    "insert into slot (task_id, slot_no, network, netuid, round_id, kind) select t.id, n, t.network, t.netuid, t.round_id, t.kind from task t, generate_series(1, $1) n",
    [size.labellers],
  );
  await sql(
    `insert into rendering (task_id, miner_id, documents, variants)
     select t.id, m.id, array_fill(repeat('a', 64), array[4]), '[]' from task t, miner m`,
  );
  await sql("analyze");
  return sql<BenchLabeller>(
    `select ms.account_id as "accountId", m.id as "minerId" from membership ms join miner m on m.team_id = ms.team_id order by ms.account_id`,
  );
}
