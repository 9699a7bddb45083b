import type { Sql } from "./db.ts";

/** Every background job by name. Its payload is parsed by the job itself (`worker/jobs/<name>.ts`). */
export type JobName =
  | "prepare-problem"
  | "generate-problems"
  | "fill-buffer"
  | "render-task"
  | "expire-leases"
  | "advance-rounds"
  | "end-labelling"
  | "aggregate-round"
  | "score-round"
  | "weigh-round"
  | "finish-round"
  | "open-next-round"
  | "export-dataset"
  | "prune-identity";

export type JobOptions = {
  /** Two jobs with one key are one job: the later replaces the earlier while it waits. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Lower runs first; 0 by default. */
  priority?: number;
  maxAttempts?: number;
  runAt?: Date;
};

/** Enqueues a job in the caller's transaction, so that it exists exactly if what it is for exists. */
export async function enqueue(
  sql: Sql,
  name: JobName,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  await sql(
    `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, priority => $7)`,
    [
      name,
      JSON.stringify(payload),
      options.queue ?? null,
      options.runAt ?? null,
      options.maxAttempts ?? 8,
      options.key ?? null,
      options.priority ?? 0,
    ],
    "enqueue-job",
  );
}
