import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** A label with what its positions showed. */
export type Vote = {
  taskId: string;
  kind: "control" | "normal";
  labellerId: string;
  surplus: boolean;
  ranks: number[];
  /** Base by position. */
  bases: number[];
  /** Level by position. */
  levels: number[];
};

export async function listVotes(sql: Sql, subnet: Subnet, roundId: number): Promise<Vote[]> {
  return sql<Vote>(
    `select l.task_id as "taskId", t.kind, l.labeller_id as "labellerId", a.state = 'surplus' as surplus, l.ranks, v.bases, v.levels
     from label l
     join assignment a on a.id = l.assignment_id
     join task t on t.id = l.task_id and t.state <> 'quarantined'
     join rendering r on r.task_id = l.task_id and r.miner_id = l.miner_id
     cross join lateral (
       select array_agg((e.value ->> 'base')::int order by e.ordinality) as bases,
              array_agg((e.value ->> 'level')::int order by e.ordinality) as levels
       from jsonb_array_elements(r.variants) with ordinality e
     ) v
     where l.round_id = $1 and l.network = $2 and l.netuid = $3
     order by l.task_id, l.labeller_id`,
    [roundId, subnet.network, subnet.netuid],
  );
}

export type NewConsensus = { taskId: string; ranks: readonly number[]; posterior: readonly number[]; raters: number };

export async function insertConsensus(
  sql: Sql,
  input: { subnet: Subnet; roundId: number; algorithmVersion: string; consensus: readonly NewConsensus[] },
): Promise<void> {
  await sql(
    `insert into consensus (task_id, algorithm_version, network, netuid, round_id, ranks, posterior, raters)
     select c."taskId", $1, $2, $3, $4, array(select jsonb_array_elements_text(c.ranks)::smallint),
            array(select jsonb_array_elements_text(c.posterior)::float8), c.raters
     from jsonb_to_recordset($5::jsonb) as c("taskId" uuid, ranks jsonb, posterior jsonb, raters smallint)
     on conflict do nothing`,
    [input.algorithmVersion, input.subnet.network, input.subnet.netuid, input.roundId, JSON.stringify(input.consensus)],
  );
}
