import type { PoolClient } from "pg";

import type { Database } from "#server/platform/db.ts";
import type { Logger } from "#server/platform/logger.ts";

/**
 * The queue cannot tell a worker that is busy from one that was killed, and gives its jobs to others
 * only after four hours. So each worker holds a session lock under its name: PostgreSQL lets go of
 * it when the process dies, however it dies.
 */
const PRESENCE = 6_150_118;

/** Between taking its first job and holding its lock a worker is not yet present. */
const GRACE = "5 seconds";
const RETRY_MS = 1_000;

export type Presence = { end(): void };

/** Holds the lock of a worker until `end`, on a connection of its own; a broken connection is replaced. */
export async function announcePresence(db: Database, logger: Logger, workerId: string): Promise<Presence> {
  let ended = false;
  let held: PoolClient | null = null;
  const hold = async () => {
    const client = await db.pool.connect();
    client.once("error", () => {
      held = null;
      client.release(true);
      retry();
    });
    await client.query("select pg_advisory_lock($1, hashtext($2))", [PRESENCE, workerId]);
    held = client;
  };
  const retry = () => {
    if (ended) return;
    hold().catch((error: unknown) => {
      logger.warn({ err: error }, "cannot announce this worker");
      setTimeout(retry, RETRY_MS).unref();
    });
  };
  await hold();
  return {
    end() {
      ended = true;
      // The connection is closed with its lock, not handed on.
      held?.release(true);
    },
  };
}

/**
 * Gives back the jobs and queues of workers that are gone.
 * @returns the names of those workers.
 */
export async function releaseAbandonedJobs(db: Database): Promise<string[]> {
  const gone = await db.sql<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker.jobs
     where locked_at < now() - $2::interval and not exists (
       select from pg_locks
       where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
         and classid = $1 and objid = (hashtext(locked_by)::bigint & 4294967295)::oid and objsubid = 2)`,
    [PRESENCE, GRACE],
  );
  const workers = gone.map(({ worker }) => worker);
  if (workers.length > 0) await releaseJobsOf(db, workers);
  return workers;
}

/** Gives back whatever these workers have in their hands. */
export async function releaseJobsOf(db: Database, workers: readonly string[]): Promise<void> {
  await db.sql("select graphile_worker.force_unlock_workers($1::text[])", [workers]);
}
