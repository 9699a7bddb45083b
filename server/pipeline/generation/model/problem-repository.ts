import { only, type Sql } from "#server/platform/db.ts";

import type { ProblemFile } from "../schema.ts";

/** Stores a problem in the caller's transaction; the same slug is the same problem. */
export async function insertProblem(
  sql: Sql,
  problem: ProblemFile & { origin: string; contentHash: string },
): Promise<string> {
  const rows = await sql<{ id: string }>(
    `insert into problem (slug, kind, origin, persona, skill, prompts, checks, content_hash)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)
     on conflict (slug) do update set content_hash = excluded.content_hash returning id`,
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
