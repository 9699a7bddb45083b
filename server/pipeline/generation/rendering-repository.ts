import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

export type TaskToRender = {
  taskId: string;
  roundId: number;
  kind: "control" | "normal";
  secretSealed: Uint8Array;
  variants: { base: number; level: number; realisation: number; sourceHash: string }[];
};

export async function findTaskToRender(sql: Sql, taskId: string): Promise<TaskToRender | null> {
  const rows = await sql<TaskToRender>(
    `select t.id as "taskId", t.round_id as "roundId", t.kind, r.secret_sealed as "secretSealed",
            (select jsonb_agg(jsonb_build_object('base', v.base, 'level', v.level, 'realisation', v.realisation, 'sourceHash', c.source_hash))
             from task_variant v join completion c on c.id = v.completion_id where v.task_id = t.id) as variants
     from task t join round r on r.id = t.round_id
     where t.id = $1 and t.state = 'open'`,
    [taskId],
  );
  return rows[0] ?? null;
}

/** Active miners of the subnet for which this task has no documents yet. */
export async function listUnrenderedMiners(sql: Sql, taskId: string, subnet: Subnet): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select m.id from miner m
     where m.network = $2 and m.netuid = $3 and m.state = 'active'
       and not exists (select 1 from rendering r where r.task_id = $1 and r.miner_id = m.id)
     order by m.id`,
    [taskId, subnet.network, subnet.netuid],
  );
  return rows.map((row) => row.id);
}

/** Stores a miner's documents; the first of two workers that made them together stays. */
export async function insertRendering(
  sql: Sql,
  rendering: { taskId: string; minerId: string; documents: readonly string[]; variants: readonly unknown[] },
): Promise<void> {
  await sql(
    `insert into rendering (task_id, miner_id, documents, variants) values ($1, $2, $3::text[], $4::jsonb) on conflict do nothing`,
    [rendering.taskId, rendering.minerId, [...rendering.documents], JSON.stringify(rendering.variants)],
  );
}

/** Open tasks that some active miner cannot see yet. */
export async function listTasksToRender(sql: Sql, subnet: Subnet): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select t.id from task t
     where t.network = $1 and t.netuid = $2 and t.state = 'open'
       and exists (select 1 from miner m where m.network = $1 and m.netuid = $2 and m.state = 'active'
                   and not exists (select 1 from rendering r where r.task_id = t.id and r.miner_id = m.id))
     order by t.opened_at`,
    [subnet.network, subnet.netuid],
  );
  return rows.map((row) => row.id);
}
