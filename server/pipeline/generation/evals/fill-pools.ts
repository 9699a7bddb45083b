import { DomainError } from "#server/errors.ts";
import { createJobRun, findJobRun, requestCancel } from "#server/platform/job-runs.ts";

import { drawControlVariants, pickBases } from "../draw-task.ts";
import { keyedChance } from "../keyed-chance.ts";
import { listLibraryProblems } from "../library.ts";
import type { GenerationDeps } from "../ports.ts";
import { listProblems, listVariants } from "../repository.ts";
import { prepareProblem } from "../service.ts";

/**
 * Measures bundled problems until at least so many have a pool that serves control tasks, or the library ends. What was
 * measured before is kept, also when this is stopped halfway.
 */
export async function fillPools(
  deps: GenerationDeps,
  options: {
    problems: number;
    signal: AbortSignal;
    say(line: string): void;
    onProgress(line: string): void;
  },
): Promise<void> {
  const ready = await listReady(deps);
  for (const slug of listLibraryProblems().filter((each) => !ready.has(each))) {
    if (ready.size >= options.problems) return;
    if (options.signal.aborted) throw new DomainError("conflict", "evals.cancelled", "The evaluation was cancelled.");
    options.say(`Measuring “${slug}” (${ready.size} of ${options.problems} problems are ready) …`);
    const jobRunId = await createJobRun(deps.db.sql, { kind: "prepare-problem", subject: slug, startedBy: null });
    try {
      await prepareWatched(deps, { slug, jobRunId }, options);
    } catch (error) {
      // One design that does not stand up says nothing about the other problems.
      if (!(error instanceof DomainError) || error.kind === "unavailable") throw error;
      options.say(`“${slug}” is left out: ${error.message}`);
    }
    for (const each of await listReady(deps)) ready.add(each);
  }
}

const LOOK_EVERY_MS = 1_000;

/** Prepares a problem, says how far it is as the jobs page would, and stops it when asked to. */
async function prepareWatched(
  deps: GenerationDeps,
  job: { slug: string; jobRunId: string },
  { signal, onProgress }: { signal: AbortSignal; onProgress(line: string): void },
): Promise<void> {
  const { sql } = deps.db;
  const cancel = () => void requestCancel(sql, job.jobRunId).catch(() => undefined);
  const look = () =>
    void findJobRun(sql, job.jobRunId).then(
      (run) => run && onProgress(`  ${run.done} of ${run.total} places filled, ${run.message}`),
      () => undefined,
    );
  signal.addEventListener("abort", cancel, { once: true });
  const watch = setInterval(look, LOOK_EVERY_MS);
  try {
    await prepareProblem(deps, job);
  } finally {
    clearInterval(watch);
    signal.removeEventListener("abort", cancel);
  }
}

/** Problems whose measured variants serve a control task. */
async function listReady(deps: GenerationDeps): Promise<Set<string>> {
  const ready = new Set<string>();
  for (const { id, slug } of await listProblems(deps.db.sql)) {
    const pool = await listVariants(deps.db.sql, id);
    if (drawControlVariants(pool, pickBases(pool), keyedChance(slug).next)) ready.add(slug);
  }
  return ready;
}
