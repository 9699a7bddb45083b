import { DomainError } from "#server/errors.ts";

import type { Database, Sql } from "./db.ts";

/** Progress of a long job, for people who watch it; every change is announced on the channel `job_run`. */
export type JobRunState = "queued" | "running" | "done" | "failed" | "cancelled";
export type JobRun = {
  id: string;
  kind: string;
  state: JobRunState;
  done: number;
  total: number;
  message: string;
  subject: string | null;
  /** Somebody has asked it to stop; it does so at its next step. */
  cancelRequested: boolean;
  createdAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
};

export const JOB_RUN_CHANNEL = "job_run";

const COLUMNS = `id, kind, state, done, total, message, subject, cancel_requested as "cancelRequested",
  created_at as "createdAt", updated_at as "updatedAt", ended_at as "endedAt"`;

export async function createJobRun(
  sql: Sql,
  input: { kind: string; subject: string; startedBy: string | null },
): Promise<string> {
  const rows = await sql<{ id: string }>(
    "insert into job_run (kind, subject, started_by) values ($1, $2, $3) returning id, pg_notify('job_run', id::text)",
    [input.kind, input.subject, input.startedBy],
  );
  const [row] = rows;
  if (!row) throw new Error("job_run was not stored");
  return row.id;
}

/** The job of this kind and subject that has not ended; null when there is none. */
export async function findLiveJobRun(sql: Sql, kind: string, subject: string): Promise<JobRun | null> {
  const rows = await sql<JobRun>(
    `select ${COLUMNS} from job_run where kind = $1 and subject = $2 and state in ('queued', 'running')
     order by created_at limit 1`,
    [kind, subject],
  );
  return rows[0] ?? null;
}

/** Whether there ever was a job of this kind and subject, whatever became of it. */
export async function wasJobRunCreated(sql: Sql, kind: string, subject: string): Promise<boolean> {
  const rows = await sql("select from job_run where kind = $1 and subject = $2 limit 1", [kind, subject]);
  return rows.length > 0;
}

export async function listJobRuns(sql: Sql, limit: number): Promise<JobRun[]> {
  return sql<JobRun>(`select ${COLUMNS} from job_run order by created_at desc limit $1`, [limit]);
}

export async function findJobRun(sql: Sql, id: string): Promise<JobRun | null> {
  const rows = await sql<JobRun>(`select ${COLUMNS} from job_run where id = $1`, [id]);
  return rows[0] ?? null;
}

/** Asks a job to stop at its next step. */
export async function requestCancel(sql: Sql, id: string): Promise<void> {
  const rows = await sql(
    `update job_run set cancel_requested = true, updated_at = now() where id = $1 and state in ('queued', 'running')
     returning pg_notify('job_run', id::text)`,
    [id],
  );
  if (rows.length === 0) throw new DomainError("conflict", "job.not-running", "This job has ended already.");
}

/** What a running job may do with its own row. */
export type Progress = {
  /** Stores how far the job is. Throws `job.cancelled` once somebody has asked it to stop. */
  step(done: number, total: number, message: string): Promise<void>;
};

const isCancelled = (error: unknown) => error instanceof DomainError && error.code === "job.cancelled";

/** Runs work under a job row: running → done, cancelled or failed, whatever happens in between. */
export async function trackJobRun<T>(
  db: Database,
  id: string,
  work: (progress: Progress) => Promise<T>,
): Promise<T | null> {
  const end = async (state: JobRunState, message: string | null) => {
    await db.sql(
      `update job_run set state = $2, message = coalesce($3, message), ended_at = now(), updated_at = now()
       where id = $1 returning pg_notify('job_run', id::text)`,
      [id, state, message],
    );
  };
  await db.sql(
    "update job_run set state = 'running', updated_at = now() where id = $1 returning pg_notify('job_run', id::text)",
    [id],
  );
  try {
    const result = await work({
      async step(done, total, message) {
        const rows = await db.sql<{ cancel_requested: boolean }>(
          `update job_run set done = $2, total = $3, message = $4, updated_at = now() where id = $1
           returning cancel_requested, pg_notify('job_run', id::text)`,
          [id, done, total, message],
          "job-run-step",
        );
        if (rows[0]?.cancel_requested) throw new DomainError("conflict", "job.cancelled", "Stopped on request.");
      },
    });
    await end("done", null);
    return result;
  } catch (error) {
    if (isCancelled(error)) {
      await end("cancelled", "Stopped on request.");
      return null;
    }
    await end("failed", error instanceof DomainError ? error.message : "Failed; the log has the details.");
    throw error;
  }
}
