import { on } from "node:events";

import type { Deps } from "#server/platform/deps.ts";
import { findJobRun, JOB_RUN_CHANNEL, type JobRun } from "#server/platform/job-runs.ts";

/**
 * Every change of a long job as it happens. Each watcher holds one connection that listens; watchers
 * are the few people who have the page open.
 */
export async function* watchJobRuns(deps: Pick<Deps, "db">, signal: AbortSignal | undefined): AsyncGenerator<JobRun> {
  const client = await deps.db.pool.connect();
  try {
    await client.query(`listen ${JOB_RUN_CHANNEL}`);
    for await (const event of on(client, "notification", signal ? { signal } : {})) {
      const id = payloadOf(event);
      const run = id === null ? null : await findJobRun(deps.db.sql, id);
      if (run) yield run;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    // The connection goes back without a past.
    await client.query("unlisten *").catch(() => {});
    client.release();
  }
}

function payloadOf(event: unknown): string | null {
  const [message] = Array.isArray(event) ? event : [];
  const payload: unknown =
    typeof message === "object" && message !== null && "payload" in message ? message.payload : null;
  return typeof payload === "string" && payload !== "" ? payload : null;
}
