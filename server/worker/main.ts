import { composeDeps } from "#server/composition.ts";
import { env } from "#server/platform/env.ts";
import { announceReady, endInOrder } from "#server/platform/lifecycle.ts";

import { runJobs } from "./run-jobs.ts";

const deps = composeDeps();
const runner = await runJobs(deps, { concurrency: env.WORKER_CONCURRENCY });
endInOrder(deps.logger, async () => {
  await runner.stop();
  await deps.db.close();
});
announceReady();
