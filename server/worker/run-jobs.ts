import { Logger as JobLogger, type Runner, run } from "graphile-worker";

import type { Deps } from "#server/platform/deps.ts";

import type { Job } from "./job.ts";
import { JOBS } from "./registry.ts";

/** UTC. Sweeps are idempotent, so a missed minute needs no back-fill. */
const CRONTAB = [
  "* * * * * expire-leases",
  "* * * * * fill-buffer ?queue=fill-buffer&jobKey=fill-buffer",
  "* * * * * close-due-rounds",
].join("\n");

/** graphile-worker's own messages go to our log, without job payloads. */
const jobLogger = (deps: Deps) =>
  new JobLogger(() => (level, message) => {
    if (level === "error") deps.logger.error({ from: "queue" }, message);
    else if (level === "warning") deps.logger.warn({ from: "queue" }, message);
    else deps.logger.debug({ from: "queue" }, message);
  });

const taskOf = (deps: Deps, job: Job) => async (payload: unknown) => {
  try {
    await job.run(deps, payload);
  } catch (error) {
    deps.logger.error({ err: error, job: job.name }, "job failed; it will be tried again");
    throw error;
  }
};

/** Takes jobs from the queue in PostgreSQL until stopped. Any number of workers may share it. */
export async function runJobs(deps: Deps, options: { concurrency: number }): Promise<Runner> {
  return run({
    pgPool: deps.db.pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: jobLogger(deps),
    crontab: CRONTAB,
    taskList: Object.fromEntries(JOBS.map((job) => [job.name, taskOf(deps, job)])),
  });
}
