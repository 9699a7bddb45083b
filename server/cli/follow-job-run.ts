import { setTimeout as pause } from "node:timers/promises";

import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";
import { findJobRun, type JobRun, requestCancel } from "#server/platform/job-runs.ts";

import type { CommandContext } from "./command.ts";

const POLL_MS = 500;
const LIVE = ["queued", "running"];

/** Shows how far a background job is until it has ended. Ctrl-C asks it to stop, and waits until it has. */
export async function followJobRun(
  deps: Pick<Deps, "db">,
  jobRunId: string,
  context: Pick<CommandContext, "progress" | "say" | "signal">,
): Promise<JobRun> {
  let asked = false;
  for (;;) {
    const run = await findJobRun(deps.db.sql, jobRunId);
    if (!run) throw new DomainError("not-found", "job.unknown", "The run is gone.");
    if (!LIVE.includes(run.state)) return run;
    context.progress(`${run.state} ${run.done}/${run.total} ${run.message}`);
    if (context.signal.aborted && !asked) {
      asked = true;
      context.say("Stopping …");
      await requestCancel(deps.db.sql, jobRunId);
    }
    await pause(POLL_MS);
  }
}
