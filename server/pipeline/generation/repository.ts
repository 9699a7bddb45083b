import { type Database, only, type Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

import type { Edit, ProblemFile } from "./schema.ts";

/** Stores a problem, or what has changed of it. */
export async function upsertProblem(
  sql: Sql,
  problem: ProblemFile & { origin: string; contentHash: string },
): Promise<string> {
  const rows = await sql<{ id: string }>(
    `insert into problem (slug, kind, origin, persona, skill, prompts, checks, content_hash)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)
     on conflict (slug) do update set kind = excluded.kind, origin = excluded.origin, persona = excluded.persona,
       skill = excluded.skill, prompts = excluded.prompts, checks = excluded.checks, content_hash = excluded.content_hash
     returning id`,
    [
      problem.slug,
      problem.kind,
      problem.origin,
      problem.persona,
      problem.skill,
      JSON.stringify(problem.prompt),
      JSON.stringify(problem.checks),
      problem.contentHash,
    ],
  );
  return only(rows, "The problem").id;
}

export type NewCompletion = {
  problemId: string;
  baseId: string | null;
  origin: string;
  title: string;
  sourceHash: string;
  documentHash: string;
  checkSteps: Record<string, unknown>;
};

const INSERT_COMPLETION = `
  insert into completion (problem_id, base_id, origin, title, source_hash, document_hash, check_steps)
  values ($1, $2, $3, $4, $5, $6, $7::jsonb)
  on conflict (problem_id, source_hash) do update set document_hash = excluded.document_hash
  returning id`;

const completionValues = (c: NewCompletion) => [
  c.problemId,
  c.baseId,
  c.origin,
  c.title,
  c.sourceHash,
  c.documentHash,
  JSON.stringify(c.checkSteps),
];

/** Stores a completion; the same source of the same problem is the same completion. */
export async function insertCompletion(sql: Sql, completion: NewCompletion): Promise<string> {
  return only(await sql<{ id: string }>(INSERT_COMPLETION, completionValues(completion)), "The completion").id;
}

export type NewVariant = {
  completion: NewCompletion & { baseId: string };
  seed: string;
  aimedLevel: number;
  edits: readonly Edit[];
  effectMilli: number;
  parts: Record<string, number>;
};

/** Stores a measured variant: completion and measurement together or not at all. */
export async function insertVariant(db: Database, variant: NewVariant): Promise<void> {
  await db.withTransaction(async (sql) => {
    const { id } = only(
      await sql<{ id: string }>(INSERT_COMPLETION, completionValues(variant.completion)),
      "The variant",
    );
    await sql(
      `insert into degradation (completion_id, base_id, seed, aimed_level, edits, effect_milli, parts)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb) on conflict (completion_id) do nothing`,
      [
        id,
        variant.completion.baseId,
        variant.seed,
        variant.aimedLevel,
        JSON.stringify(variant.edits),
        variant.effectMilli,
        JSON.stringify(variant.parts),
      ],
    );
  });
}

export type MeasuredVariant = {
  completionId: string;
  baseId: string;
  baseSourceHash: string;
  effectMilli: number;
  edits: Edit[];
  sourceHash: string;
};

/** All measured variants of a problem's bases. */
export async function listVariants(sql: Sql, problemId: string): Promise<MeasuredVariant[]> {
  return sql<MeasuredVariant>(
    `select d.completion_id as "completionId", d.base_id as "baseId", d.effect_milli as "effectMilli", d.edits,
            c.source_hash as "sourceHash", b.source_hash as "baseSourceHash"
     from degradation d join completion c on c.id = d.completion_id join completion b on b.id = d.base_id
     where c.problem_id = $1 order by d.base_id, d.effect_milli, d.completion_id`,
    [problemId],
  );
}

export type OpenRound = { id: number; settings: unknown; secretSealed: Uint8Array; secretHash: string };

export async function findOpenRound(sql: Sql, subnet: Subnet): Promise<OpenRound | null> {
  const rows = await sql<OpenRound>(
    `select id, settings, secret_sealed as "secretSealed", secret_hash as "secretHash"
     from round where network = $1 and netuid = $2 and state = 'open'`,
    [subnet.network, subnet.netuid],
  );
  return rows[0] ?? null;
}

/**
 * The open round, which stays open until the transaction ends. Without this lock a round could close while a task is made for
 * it: the task would stay open in a closed round, be handed out, and its answers refused.
 */
export async function holdOpenRound(sql: Sql, subnet: Subnet): Promise<OpenRound | null> {
  const rows = await sql<OpenRound>(
    `select id, settings, secret_sealed as "secretSealed", secret_hash as "secretHash"
     from round where network = $1 and netuid = $2 and state = 'open' for share`,
    [subnet.network, subnet.netuid],
    "hold-open-round",
  );
  return rows[0] ?? null;
}

/** How many tasks of each kind and problem a round has. */
export async function countTasks(
  sql: Sql,
  roundId: number,
): Promise<{ problemId: string; kind: "control" | "normal"; count: number }[]> {
  return sql(
    `select problem_id as "problemId", kind, count(*)::int as count from task
     where round_id = $1 and state in ('draft', 'open') group by problem_id, kind`,
    [roundId],
  );
}

export type StoredProblem = { id: string; slug: string; checks: unknown; prompts: unknown };

export async function findProblem(sql: Sql, slug: string): Promise<StoredProblem | null> {
  const rows = await sql<StoredProblem>("select id, slug, checks, prompts from problem where slug = $1", [slug]);
  return rows[0] ?? null;
}

export type StoredBase = {
  completionId: string;
  origin: string;
  sourceHash: string;
  documentHash: string;
  checkSteps: Record<string, unknown>;
};

/** A problem's designs, oldest first. */
export async function listBases(sql: Sql, problemId: string): Promise<StoredBase[]> {
  return sql<StoredBase>(
    `select id as "completionId", origin, source_hash as "sourceHash", document_hash as "documentHash",
            check_steps as "checkSteps"
     from completion where problem_id = $1 and base_id is null order by created_at, id`,
    [problemId],
  );
}

export async function listProblems(sql: Sql): Promise<{ id: string; slug: string }[]> {
  return sql("select id, slug from problem order by slug");
}

export type NewTask = {
  taskId: string;
  subnet: Subnet;
  roundId: number;
  problemId: string;
  kind: "control" | "normal";
  overlap: number;
  languages: readonly string[];
  bands: unknown;
  variants: readonly { base: number; level: number; realisation: number; completionId: string }[];
  commitment: { digest: string; truth: string; salt: string } | null;
};

/** Stores a task, what it may show, its commitment and its slots: from this commit on it is open. */
export async function insertOpenTask(sql: Sql, task: NewTask): Promise<void> {
  await sql(
    `insert into task (id, network, netuid, round_id, problem_id, kind, state, overlap, languages, bands, opened_at)
     values ($1, $2, $3, $4, $5, $6, 'open', $7, $8::text[], $9::jsonb, now())`,
    [
      task.taskId,
      task.subnet.network,
      task.subnet.netuid,
      task.roundId,
      task.problemId,
      task.kind,
      task.overlap,
      [...task.languages],
      task.bands === null ? null : JSON.stringify(task.bands),
    ],
  );
  await sql(
    `insert into task_variant (task_id, base, level, realisation, completion_id)
     select $1, v.base, v.level, v.realisation, v."completionId"
     from jsonb_to_recordset($2::jsonb) as v(base smallint, level smallint, realisation smallint, "completionId" uuid)`,
    [task.taskId, JSON.stringify(task.variants)],
  );
  if (task.commitment) {
    await sql(
      `insert into commitment (task_id, network, netuid, round_id, digest, truth, salt) values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
      [
        task.taskId,
        task.subnet.network,
        task.subnet.netuid,
        task.roundId,
        task.commitment.digest,
        task.commitment.truth,
        task.commitment.salt,
      ],
    );
  }
  await sql(
    `insert into slot (task_id, slot_no, network, netuid, round_id, kind)
     select $1, n, $2, $3, $4, $5 from generate_series(1, $6) as n`,
    [task.taskId, task.subnet.network, task.subnet.netuid, task.roundId, task.kind, task.overlap],
  );
}
