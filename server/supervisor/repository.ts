import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** Open tasks that at least one miner can be shown, and variants measured so far. */
export async function countReadyTasks(
  sql: Sql,
  subnet: Subnet,
): Promise<{ control: number; normal: number; variants: number }> {
  const rows = await sql<{ control: number; normal: number; variants: number }>(
    `select count(*) filter (where t.kind = 'control')::int as control,
            count(*) filter (where t.kind = 'normal')::int as normal,
            (select count(*)::int from degradation) as variants
     from task t
     where t.network = $1 and t.netuid = $2 and t.state = 'open' and exists (select 1 from rendering r where r.task_id = t.id)`,
    [subnet.network, subnet.netuid],
  );
  return rows[0] ?? { control: 0, normal: 0, variants: 0 };
}
