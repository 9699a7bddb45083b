import { DomainError } from "#server/errors.ts";
import { createJobRun, wasJobRunCreated } from "#server/platform/job-runs.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { BASES_PER_TASK } from "../draw-task.ts";
import { loadStoredProblem } from "../load-stored-problem.ts";
import { findProblem, insertCompletion } from "../repository.ts";
import type { ProblemFile } from "../schema.ts";
import { indexSubject } from "../uniqueness/service.ts";
import { printWork } from "../uniqueness/work-prints.ts";
import { askStep, type ProblemRun } from "./ask-step.ts";
import { drawBrief, drawDirections } from "./briefs.ts";
import { insertProblem } from "./problem-repository.ts";
import { problemDraftSchema } from "./schema.ts";
import { telling } from "./telling-checks.ts";
import { writeCompletion, type WrittenCompletion } from "./write-completion.ts";
import { type AimedSeverity, writeDegradation } from "./write-degradation.ts";

const PROBLEM_TOKENS_MAX = 10_000;
/** As many as a bundled problem has at least. */
const CHECKS_MIN = 3;
/** Designs that are begun at most, to get as many as a task needs. */
const COMPLETIONS_MAX = BASES_PER_TASK + 2;

export type GeneratedProblem =
  | { readonly made: true; readonly slug: string }
  | { readonly made: false; readonly reason: string };

export const slugOf = (runId: string, index: number): string => `model-${runId.slice(0, 8)}-${index + 1}`;

/**
 * One problem of a run, with enough designs that pass everything a bundled one must pass; then variants by the model,
 * and the job that measures variants by operators and opens tasks. Repeated, it goes on where it was.
 */
export async function generateProblem(run: ProblemRun): Promise<GeneratedProblem> {
  const { deps } = run;
  const slug = slugOf(run.runId, run.index);
  if (!(await findProblem(deps.db.sql, slug))) {
    const reason = await writeProblem(run, slug);
    if (reason !== null) return { made: false, reason };
  }
  await degradeBases(run, slug);
  await deps.db.withTransaction(async (sql) => {
    // The row was stored with its job: a repeated run finds it and leaves both alone.
    if (await wasJobRunCreated(sql, "prepare-problem", slug)) return;
    const jobRunId = await createJobRun(sql, { kind: "prepare-problem", subject: slug, startedBy: null });
    await enqueue(
      sql,
      "prepare-problem",
      { slug, jobRunId },
      { key: `prepare-problem:${slug}`, queue: "prepare-problem" },
    );
  });
  return { made: true, slug };
}

/** @returns why there is none, or null once problem and designs are stored. */
async function writeProblem(run: ProblemRun, slug: string): Promise<string | null> {
  const { deps } = run;
  await run.report("writing it");
  const brief = drawBrief(run.runId, run.index);
  const answer = await askStep(run, {
    key: "problem",
    prompt: "problem",
    values: brief,
    schema: problemDraftSchema,
    maxOutputTokens: PROBLEM_TOKENS_MAX,
  });
  if (!answer) return "No model wrote a usable problem.";
  const checks = await telling(run, answer.value.checks);
  if (checks.length < CHECKS_MIN) return `Only ${checks.length} of its checks fail on a page that does nothing.`;
  const problem: ProblemFile = { slug, ...brief, prompt: answer.value.prompt, checks };
  const objection = await deps.admission.problem(problem);
  if (objection !== null) return objection;
  const completions = await writeCompletions(run, problem);
  if (completions.length < BASES_PER_TASK)
    return `Only ${completions.length} of ${BASES_PER_TASK} designs passed every check.`;

  return storeProblem(run, problem, completions);
}

/** @returns why it was refused after all: somebody else may have stored the same meanwhile. */
async function storeProblem(
  { deps }: ProblemRun,
  problem: ProblemFile,
  completions: readonly WrittenCompletion[],
): Promise<string | null> {
  const print = await printWork(deps, { kind: "problem", prompts: problem.prompt });
  const prints = await Promise.all(
    completions.map(({ source }) => printWork(deps, { kind: "completion", files: source.files })),
  );
  try {
    // Problem and designs together or not at all: half a problem would look finished to a repeated job.
    await deps.db.withTransaction(async (sql) => {
      const contentHash = sha256Hex(JSON.stringify(problem));
      const problemId = await insertProblem(sql, { ...problem, origin: "model", contentHash });
      await indexSubject(sql, { kind: "problem", id: problemId }, print, "The problem");
      for (const [n, { title, sourceHash, documentHash, model }] of completions.entries()) {
        const origin = `model:${model}`;
        const row = { problemId, baseId: null, origin, title, sourceHash, documentHash, checkSteps: {} };
        const id = await insertCompletion(sql, row);
        const own = prints[n];
        if (own) await indexSubject(sql, { kind: "completion", id }, own, `“${title}”`);
      }
    });
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith("uniqueness.")) return error.message;
    throw error;
  }
}

/** As many different designs as a task needs: the first ones at the same time, then one more for each that fell through. */
async function writeCompletions(run: ProblemRun, problem: ProblemFile): Promise<WrittenCompletion[]> {
  const directions = drawDirections(run.runId, run.index, COMPLETIONS_MAX);
  const accepted: WrittenCompletion[] = [];
  let begun = 0;
  while (accepted.length < BASES_PER_TASK && begun < COMPLETIONS_MAX) {
    const batch = directions.slice(begun, begun + BASES_PER_TASK - accepted.length);
    const numbers = batch.map((direction, n) => ({ number: begun + n, direction }));
    begun += batch.length;
    await run.report(`${accepted.length} of ${BASES_PER_TASK} designs, ${batch.length} being written`);
    const settled = await Promise.allSettled(numbers.map((each) => writeCompletion(run, problem, each)));
    for (const result of settled) {
      if (result.status === "rejected") throw result.reason;
      if (!result.value) continue;
      const others = accepted.map((other) => other.source);
      if ((await run.deps.admission.completion(result.value.source, others)) === null) accepted.push(result.value);
    }
  }
  return accepted;
}

/** One variant per base by the model, of severities in turn. The pool's measurement fills up what they leave open. */
async function degradeBases(run: ProblemRun, slug: string): Promise<void> {
  const { problemId, bases } = await loadStoredProblem(run.deps, slug);
  const severities: AimedSeverity[] = [1, 2, 3];
  for (const [n, base] of bases.entries()) {
    await run.report(`degrading design ${n + 1} of ${bases.length}`);
    const severity = severities[(n + run.index) % severities.length] ?? 2;
    await writeDegradation(run, problemId, base, { key: `base-${n}`, severity });
  }
}
