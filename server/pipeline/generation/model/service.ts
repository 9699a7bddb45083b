import { DomainError } from "#server/errors.ts";
import { createJobRun, findJobRun, trackJobRun } from "#server/platform/job-runs.ts";
import { enqueue } from "#server/platform/jobs.ts";

import { readRunCost, type RunCost } from "./call-repository.ts";
import { generateProblem } from "./generate-problem.ts";
import type { ModelPathDeps } from "./ports.ts";

export { readRunCost };

/** How often a run looks whether somebody wants it to stop, while a model is writing. */
const CANCEL_POLL_MS = 1_000;

/** Refusals that are the same at the next attempt: the job ends, and is not repeated. */
const FINAL = ["model.over-budget", "model.rejected"];

/** Begins a run of the model path in the background. */
export async function startModelRun(deps: Pick<ModelPathDeps, "db">, input: { count: number }): Promise<string> {
  return deps.db.withTransaction(async (sql) => {
    const subject = `${input.count} problems by models`;
    const jobRunId = await createJobRun(sql, { kind: "generate-problems", subject, startedBy: null });
    await enqueue(sql, "generate-problems", { jobRunId, count: input.count }, { key: `generate-problems:${jobRunId}` });
    return jobRunId;
  });
}

/** Makes the problems of a run, one after the other. Repeated after a kill it buys nothing twice and stores nothing twice. */
export async function generateProblems(deps: ModelPathDeps, input: { jobRunId: string; count: number }): Promise<void> {
  const { jobRunId, count } = input;
  const stop = watchCancel(deps, jobRunId);
  try {
    await trackJobRun(deps.db, jobRunId, async (progress) => {
      const dropped: string[] = [];
      const report = async (done: number, doing: string) => {
        const cost = describeCost(await readRunCost(deps.db, jobRunId));
        await progress.step(done, count, [doing, ...dropped.slice(-1), cost].filter((part) => part !== "").join(" · "));
      };
      for (let index = 0; index < count; index++) {
        const generated = await generateProblem({
          deps,
          runId: jobRunId,
          index,
          signal: stop.signal,
          report: (doing) => report(index, `Problem ${index + 1} of ${count}: ${doing}`),
        });
        if (!generated.made) dropped.push(`Problem ${index + 1}: ${generated.reason}`);
      }
      await report(count, `${count - dropped.length} of ${count} problems written`);
    });
  } catch (error) {
    if (!(error instanceof DomainError && FINAL.includes(error.code))) throw error;
    deps.logger.warn({ runId: jobRunId, code: error.code }, error.message);
  } finally {
    stop.end();
  }
}

const MICRO = 1_000_000;

export function describeCost({ calls, tokensIn, tokensOut, priceMicro }: RunCost): string {
  return `${calls} calls, ${tokensIn} + ${tokensOut} tokens, $${(priceMicro / MICRO).toFixed(4)}`;
}

/** Aborts as soon as somebody asks the run to stop: a model may write for minutes between two steps. */
function watchCancel(deps: Pick<ModelPathDeps, "db">, jobRunId: string): { signal: AbortSignal; end(): void } {
  const abort = new AbortController();
  const look = async () => {
    const run = await findJobRun(deps.db.sql, jobRunId);
    if (run?.cancelRequested) abort.abort();
  };
  // A look that fails is followed by the next one.
  const timer = setInterval(() => void look().catch(() => {}), CANCEL_POLL_MS);
  return { signal: abort.signal, end: () => clearInterval(timer) };
}
