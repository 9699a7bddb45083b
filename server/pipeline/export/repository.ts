import { only, type Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** A normal task with its consensus, completions by base, and votes. */
export type ExportTask = {
  taskId: string;
  problemSlug: string;
  prompt: string;
  ranks: number[];
  posterior: number[];
  raters: number;
  createdAt: Date;
  completions: { id: string; base: number; origin: string; sourceHash: string; documentHash: string }[];
  votes: {
    labellerId: string;
    ranks: number[];
    bases: number[];
    ratings: Record<string, number[]>;
    activeMs: number;
  }[];
};

/** Closed rounds of the subnet; all of them when none is named. */
export async function listClosedRounds(sql: Sql, subnet: Subnet, roundIds: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    `select id from round where network = $1 and netuid = $2 and state = 'closed' and (cardinality($3::int[]) = 0 or id = any ($3)) order by id`,
    [subnet.network, subnet.netuid, [...roundIds]],
  );
  return rows.map((row) => row.id);
}

export async function countTasks(sql: Sql, roundIds: readonly number[]): Promise<{ normal: number; control: number }> {
  const rows = await sql<{ normal: number; control: number }>(
    `select count(*) filter (where kind = 'normal')::int as normal, count(*) filter (where kind = 'control')::int as control
     from task where round_id = any ($1::int[])`,
    [[...roundIds]],
  );
  return rows[0] ?? { normal: 0, control: 0 };
}

/** Tasks after a key, in key order: an export reads page by page and never holds more than one. */
export async function listExportTasks(
  sql: Sql,
  input: { roundIds: readonly number[]; algorithmVersion: string; afterTaskId: string | null; limit: number },
): Promise<ExportTask[]> {
  return sql<ExportTask>(
    `select t.id as "taskId", p.slug as "problemSlug", p.prompts ->> 'en' as prompt, c.ranks, c.posterior, c.raters, c.created_at as "createdAt",
       (select jsonb_agg(jsonb_build_object('id', k.id, 'base', v.base, 'origin', k.origin, 'sourceHash', k.source_hash,
                                            'documentHash', k.document_hash) order by v.base)
        from task_variant v join completion k on k.id = v.completion_id where v.task_id = t.id) as completions,
       (select jsonb_agg(jsonb_build_object('labellerId', l.labeller_id, 'ranks', l.ranks, 'ratings', l.ratings, 'activeMs', l.active_ms,
                  'bases', (select jsonb_agg((e.value ->> 'base')::int order by e.ordinality)
                            from jsonb_array_elements(r.variants) with ordinality e)) order by l.id)
        from label l join rendering r on r.task_id = l.task_id and r.miner_id = l.miner_id
        where l.task_id = t.id and l.round_id = t.round_id) as votes
     from task t join problem p on p.id = t.problem_id
     join consensus c on c.task_id = t.id and c.algorithm_version = $2
     where t.round_id = any ($1::int[]) and t.kind = 'normal' and t.state <> 'quarantined'
       and ($3::uuid is null or t.id > $3)
     order by t.id limit $4`,
    [[...input.roundIds], input.algorithmVersion, input.afterTaskId, input.limit],
  );
}

export type DatasetRow = {
  id: string;
  version: number;
  state: "queued" | "running" | "ready" | "failed" | "cancelled";
  request: unknown;
  manifest: unknown;
  message: string | null;
  /** The job that makes it. */
  jobRunId: string | null;
  createdAt: Date;
  readyAt: Date | null;
};

const COLUMNS = `id, version, state, request, manifest, message, job_run_id as "jobRunId", created_at as "createdAt", ready_at as "readyAt"`;

export async function insertDataset(sql: Sql, subnet: Subnet, request: string, createdBy: string): Promise<DatasetRow> {
  const rows = await sql<DatasetRow>(
    `insert into dataset (network, netuid, version, state, request, created_by)
     select $1::text, $2::smallint, coalesce(max(version), 0) + 1, 'queued', $3::jsonb, $4 from dataset where network = $1 and netuid = $2
     returning ${COLUMNS}`,
    [subnet.network, subnet.netuid, request, createdBy],
  );
  return only(rows, "The dataset");
}

export async function findDataset(sql: Sql, subnet: Subnet, datasetId: string): Promise<DatasetRow> {
  const rows = await sql<DatasetRow>(`select ${COLUMNS} from dataset where id = $1 and network = $2 and netuid = $3`, [
    datasetId,
    subnet.network,
    subnet.netuid,
  ]);
  return only(rows, "The dataset");
}

export async function listDatasets(sql: Sql, subnet: Subnet): Promise<DatasetRow[]> {
  return sql<DatasetRow>(
    `select ${COLUMNS} from dataset where network = $1 and netuid = $2 order by version desc limit 100`,
    [subnet.network, subnet.netuid],
  );
}

export async function setJobRun(sql: Sql, datasetId: string, jobRunId: string): Promise<void> {
  await sql("update dataset set job_run_id = $2 where id = $1", [datasetId, jobRunId]);
}

export async function updateDataset(
  sql: Sql,
  datasetId: string,
  change: { state: DatasetRow["state"]; message?: string; manifest?: string },
): Promise<void> {
  await sql(
    `update dataset set state = $2, message = coalesce($3, message), manifest = coalesce($4::jsonb, manifest),
       ready_at = case when $2 = 'ready' then now() else ready_at end
     where id = $1`,
    [datasetId, change.state, change.message ?? null, change.manifest ?? null],
  );
}
