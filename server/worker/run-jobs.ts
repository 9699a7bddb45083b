import { EventEmitter } from "node:events";

import { Logger as JobLogger, run, type WorkerEvents } from "graphile-worker";

import type { Deps } from "#server/platform/deps.ts";

import type { Job } from "./job.ts";
import { announcePresence, releaseAbandonedJobs, releaseJobsOf } from "./presence.ts";
import { JOBS } from "./registry.ts";

/** UTC. Sweeps are idempotent, so a missed minute needs no back-fill; what happens once a day is made up for. */
export const CRONTAB = [
  "* * * * * expire-leases",
  "* * * * * fill-buffer ?queue=fill-buffer&jobKey=fill-buffer",
  "* * * * * advance-rounds",
  "17 3 * * * prune-identity ?fill=1d",
].join("\n");

/** graphile-worker's own messages go to our log, without job payloads. */
const jobLogger = (deps: Deps) =>
  new JobLogger(() => (level, message) => {
    // A failed job has been logged with its error by then (`taskOf`).
    if (level === "error" && !message.startsWith("Failed task")) deps.logger.error({ from: "queue" }, message);
    else if (level === "warning") deps.logger.warn({ from: "queue" }, message);
    else deps.logger.debug({ from: "queue" }, message);
  });

/** How long a job may go on once the worker has been asked to stop; then it is given back and starts again elsewhere. */
const FINISH_MS = 1_500;
const SWEEP_MS = 30_000;

const taskOf =
  (deps: Deps, job: Job) =>
  async (
    payload: unknown,
    { abortPromise, abortSignal }: { abortPromise: Promise<void>; abortSignal: AbortSignal },
  ) => {
    try {
      await Promise.race([job.run(deps, payload), abortPromise]);
    } catch (error) {
      if (abortSignal.aborted) deps.logger.info({ job: job.name }, "job given back: this worker stops");
      else deps.logger.error({ err: error, job: job.name }, "job failed; it will be tried again");
      throw error;
    }
  };

export type JobRunner = { stop(): Promise<void> };

/** Takes jobs from the queue in PostgreSQL until stopped. Any number of workers may share it. */
export async function runJobs(deps: Deps, options: { concurrency: number; jobs?: readonly Job[] }): Promise<JobRunner> {
  const events: WorkerEvents = new EventEmitter();
  const named = new Promise<string>((resolve) =>
    events.once("pool:create", ({ workerPool }) => resolve(workerPool.id)),
  );
  await sweep(deps);
  const runner = await run({
    pgPool: deps.db.pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: FINISH_MS,
    logger: jobLogger(deps),
    events,
    crontab: CRONTAB,
    taskList: Object.fromEntries((options.jobs ?? JOBS).map((job) => [job.name, taskOf(deps, job)])),
  });
  const workerId = await named;
  const presence = await announcePresence(deps.db, deps.logger, workerId);
  const sweeping = setInterval(() => void sweep(deps), SWEEP_MS);
  return {
    async stop() {
      clearInterval(sweeping);
      await runner.stop();
      await releaseJobsOf(deps.db, [workerId]);
      presence.end();
    },
  };
}

async function sweep(deps: Deps): Promise<void> {
  try {
    const workers = await releaseAbandonedJobs(deps.db);
    if (workers.length > 0) deps.logger.warn({ workers }, "took back the jobs of workers that are gone");
  } catch (error) {
    deps.logger.warn({ err: error }, "cannot look for workers that are gone");
  }
}
