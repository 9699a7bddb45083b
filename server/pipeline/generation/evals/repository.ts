import { only, type Sql } from "#server/platform/db.ts";

import type { Edit } from "../schema.ts";
import type { EvaluationReport } from "./schema.ts";

export type EvaluatedVariant = {
  completionId: string;
  baseId: string;
  effectMilli: number;
  edits: Edit[];
  sourceHash: string;
  /** Of its latest verification. */
  signals: unknown;
  wallMs: number;
};

/** All measured variants of a problem with what the sandbox measured of them. */
export async function listEvaluatedVariants(sql: Sql, problemId: string): Promise<EvaluatedVariant[]> {
  return sql<EvaluatedVariant>(
    `select d.completion_id as "completionId", d.base_id as "baseId", d.effect_milli as "effectMilli", d.edits,
            c.source_hash as "sourceHash", v.signals, v.wall_ms as "wallMs"
     from degradation d join completion c on c.id = d.completion_id
     join lateral (select signals, wall_ms from verification v
                   where v.document_hash = c.document_hash and v.signals is not null
                   order by v.created_at desc limit 1) v on true
     where c.problem_id = $1 order by d.base_id, d.effect_milli, d.completion_id`,
    [problemId],
  );
}

export async function insertEvaluation(
  sql: Sql,
  evaluation: { configuration: Record<string, unknown>; report: EvaluationReport },
): Promise<string> {
  const { configuration, report } = evaluation;
  const rows = await sql<{ id: string }>(
    `insert into evaluation (source, seed, configuration, report, passed) values ($1, $2, $3::jsonb, $4::jsonb, $5) returning id`,
    [report.source, report.seed, JSON.stringify(configuration), JSON.stringify(report), report.passed],
  );
  return only(rows, "The evaluation").id;
}

export type EvaluationRow = { id: string; createdAt: Date; report: unknown };

export async function listEvaluations(sql: Sql, limit: number): Promise<EvaluationRow[]> {
  return sql<EvaluationRow>(
    `select id, created_at as "createdAt", report from evaluation order by created_at desc limit $1`,
    [limit],
  );
}
