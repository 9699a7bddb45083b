import { only, type Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

import type { Edit } from "./schema.ts";
import type { TaskRow } from "./task-schema.ts";

const ROW = `t.id, t.round_id as "roundId", rd.number as "roundNumber", p.slug as problem, t.kind, t.state, t.overlap, t.submitted,
  (select count(*)::int from slot s where s.task_id = t.id and s.state = 'leased') as leased,
  (select count(*)::int from rendering r where r.task_id = t.id) as rendered,
  t.opened_at as "openedAt", c.digest as commitment`;
const FROM = `task t join round rd on rd.id = t.round_id join problem p on p.id = t.problem_id left join commitment c on c.task_id = t.id`;

export type TaskFilter = {
  roundId: number | null;
  state: string | null;
  kind: string | null;
  after: { createdAt: string; id: string } | null;
  limit: number;
};

/** Newest first, by keyset: a page costs the same at the millionth task. `createdAt` keeps its microseconds as text. */
export async function listTasks(
  sql: Sql,
  subnet: Subnet,
  filter: TaskFilter,
): Promise<(TaskRow & { createdAt: string })[]> {
  return sql(
    `select ${ROW}, t.created_at::text as "createdAt" from ${FROM}
     where t.network = $1 and t.netuid = $2
       and ($3::int is null or t.round_id = $3) and ($4::text is null or t.state = $4) and ($5::text is null or t.kind = $5)
       and ($6::timestamptz is null or (t.created_at, t.id) < ($6, $7::uuid))
     order by t.created_at desc, t.id desc limit $8`,
    [
      subnet.network,
      subnet.netuid,
      filter.roundId,
      filter.state,
      filter.kind,
      filter.after?.createdAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
}

export type TaskDetailRow = TaskRow & {
  prompts: Record<string, string>;
  bands: { level: number; fromMilli: number; toMilli: number }[] | null;
};

export async function findTaskDetail(sql: Sql, subnet: Subnet, taskId: string): Promise<TaskDetailRow> {
  const rows = await sql<TaskDetailRow>(
    `select ${ROW}, p.prompts, t.bands from ${FROM} where t.id = $1 and t.network = $2 and t.netuid = $3`,
    [taskId, subnet.network, subnet.netuid],
  );
  return only(rows, "The task");
}

export type TaskVariantRow = {
  base: number;
  level: number;
  realisation: number;
  completionId: string;
  title: string;
  effectMilli: number | null;
  edits: Edit[] | null;
  documentHash: string;
};

export async function listTaskVariants(sql: Sql, taskId: string): Promise<TaskVariantRow[]> {
  return sql<TaskVariantRow>(
    `select v.base, v.level, v.realisation, v.completion_id as "completionId", b.title, d.effect_milli as "effectMilli", d.edits, c.document_hash as "documentHash"
     from task_variant v join completion c on c.id = v.completion_id join completion b on b.id = coalesce(c.base_id, c.id)
     left join degradation d on d.completion_id = c.id
     where v.task_id = $1 order by v.base, v.level, v.realisation`,
    [taskId],
  );
}

export type RenderingRow = { minerId: string; minerName: string; documents: string[]; levels: number[] };

export async function listRenderings(sql: Sql, taskId: string, limit: number): Promise<RenderingRow[]> {
  return sql<RenderingRow>(
    `select r.miner_id as "minerId", tm.name as "minerName", r.documents,
            (select array_agg((v.value ->> 'level')::int order by v.ordinality)
             from jsonb_array_elements(r.variants) with ordinality v) as levels
     from rendering r join miner m on m.id = r.miner_id join team tm on tm.id = m.team_id
     where r.task_id = $1 order by tm.name limit $2`,
    [taskId, limit],
  );
}

export async function listRoundAssignments(sql: Sql, subnet: Subnet, roundId: number) {
  return sql<{ assignmentId: string; taskId: string; minerId: string; state: string }>(
    `select id as "assignmentId", task_id as "taskId", miner_id as "minerId", state from assignment
     where round_id = $1 and network = $2 and netuid = $3 order by leased_at`,
    [roundId, subnet.network, subnet.netuid],
  );
}

export async function findAssignmentAudit(sql: Sql, subnet: Subnet, assignmentId: string) {
  const rows = await sql<{ assignmentId: string; taskId: string; minerId: string; state: string }>(
    `select id as "assignmentId", task_id as "taskId", miner_id as "minerId", state from assignment
     where id = $1 and network = $2 and netuid = $3`,
    [assignmentId, subnet.network, subnet.netuid],
  );
  return only(rows, "The assignment");
}
