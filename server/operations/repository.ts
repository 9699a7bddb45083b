import type { Sql } from "#server/platform/db.ts";

export async function readDatabaseFacts(sql: Sql): Promise<{ version: string; sizeMb: number; connections: number }> {
  const rows = await sql<{ version: string; sizeMb: number; connections: number }>(
    `select current_setting('server_version') as version,
            (pg_database_size(current_database()) / 1048576)::int as "sizeMb",
            (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`,
  );
  const [row] = rows;
  if (!row) throw new Error("PostgreSQL answered nothing about itself");
  return row;
}

export type QueueRow = { job: string; waiting: number; running: number; failed: number; oldestSeconds: number };

/** The queue by job name. `failed` counts jobs that used up their attempts. */
export async function readQueue(sql: Sql): Promise<QueueRow[]> {
  return sql<QueueRow>(
    `select task_identifier as job,
            count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
            count(*) filter (where locked_at is not null)::int as running,
            count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
            coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and run_at <= now())), 0)::float8 as "oldestSeconds"
     from graphile_worker.jobs group by 1 order by 1`,
  );
}
