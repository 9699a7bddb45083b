import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";
import { findJobRun, type JobRun, listJobRuns, requestCancel } from "#server/platform/job-runs.ts";
import { WEIGHTS_VERSION } from "#server/validator/weights/weight-vector.ts";
import { AGGREGATION_VERSION } from "#server/validator/aggregation/mallows-em.ts";
import { ALGORITHM_VERSION } from "#server/validator/scoring/control-score.ts";

import { readDatabaseFacts, readQueue } from "./repository.ts";
import type { HealthView } from "./schema.ts";

type OperationsDeps = Pick<Deps, "db" | "sandbox">;

const RECENT_JOBS = 50;

export async function readHealth(deps: OperationsDeps): Promise<HealthView> {
  const [database, queue, sandbox] = await Promise.all([
    readDatabaseFacts(deps.db.sql),
    readQueue(deps.db.sql),
    readSandbox(deps),
  ]);
  const failed = queue.some((row) => row.failed > 0);
  return {
    status: sandbox.ok && !failed ? "ok" : "degraded",
    database: { ok: true, ...database },
    sandbox: sandbox.view,
    queue,
    versions: {
      node: process.versions.node,
      postgresql: database.version,
      scoring: ALGORITHM_VERSION,
      aggregation: AGGREGATION_VERSION,
      weights: WEIGHTS_VERSION,
      sandbox: sandbox.policyVersion,
    },
  };
}

async function readSandbox(deps: OperationsDeps) {
  try {
    const { status, browser, queued, running, policyVersion } = await deps.sandbox.health();
    const ok = status === "ok";
    return {
      ok,
      policyVersion,
      view: { ok, browser, queued, running, detail: ok ? null : "No browser: interfaces cannot be verified." },
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return {
      ok: false,
      policyVersion: "unknown",
      view: { ok: false, browser: null, queued: 0, running: 0, detail: error.message },
    };
  }
}

export async function readJobRuns(deps: Pick<Deps, "db">): Promise<JobRun[]> {
  return listJobRuns(deps.db.sql, RECENT_JOBS);
}

export async function cancelJobRun(deps: Pick<Deps, "db">, id: string): Promise<void> {
  await requestCancel(deps.db.sql, id);
}

export async function readJobRun(deps: Pick<Deps, "db">, id: string): Promise<JobRun> {
  const run = await findJobRun(deps.db.sql, id);
  if (!run) throw new DomainError("not-found", "job.unknown", "There is no such job.");
  return run;
}
