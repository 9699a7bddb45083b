import { enqueue } from "#server/platform/jobs.ts";
import { createJobRun, findLiveJobRun, type Progress, trackJobRun } from "#server/platform/job-runs.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";

import { assembleTask } from "./assemble-task.ts";
import { REALISATIONS_PER_LEVEL } from "./draw-task.ts";
import { importLibraryProblem } from "./import-library.ts";
import { listLibraryProblems } from "./library.ts";
import { loadStoredProblem } from "./load-stored-problem.ts";
import { lessonsOf, measureVariants, regionOf } from "./measure-variants.ts";
import type { GenerationDeps } from "./ports.ts";
import { countTasks, findOpenRound, listProblems, listVariants } from "./repository.ts";
import { listTasksToRender } from "./rendering-repository.ts";

/**
 * Variants per base and level after each pass. One is enough for normal tasks, so that people can
 * begin while the rest is measured; the last leaves two to choose from beyond what a task needs,
 * because bands are drawn anew for every task.
 */
const PASSES = [1, REALISATIONS_PER_LEVEL, REALISATIONS_PER_LEVEL + 2];
const LEVELS = [0, 1, 2, 3];
/** Batches of candidates per base and pass before its pool is left as it is. */
const MAX_ATTEMPTS = 16;

/** Imports a problem and measures variants of its bases until control tasks can be made of them. */
export async function prepareProblem(deps: GenerationDeps, input: { slug: string; jobRunId: string }): Promise<void> {
  await trackJobRun(deps.db, input.jobRunId, async (progress) => {
    await progress.step(0, 0, `Verifying the designs of “${input.slug}”`);
    const { problemId, bases } = await importProblem(deps, input.slug);
    const pool = createPoolProgress(
      progress,
      bases.map((base) => base.completionId),
    );
    for (const variant of await listVariants(deps.db.sql, problemId))
      pool.add(variant.baseId, regionOf(variant.effectMilli));
    await pool.report();
    for (const perLevel of PASSES) {
      const known = await listVariants(deps.db.sql, problemId);
      for (const base of bases) {
        const own = known.filter((variant) => variant.baseId === base.completionId);
        const lessons = known.filter((variant) => variant.baseId !== base.completionId).flatMap(lessonsOf);
        await measureVariants(deps, {
          problemId,
          base,
          known: own,
          lessons,
          perLevel,
          maxAttempts: MAX_ATTEMPTS,
          onMeasured: async (level) => {
            pool.add(base.completionId, level);
            await pool.report();
          },
        });
      }
      await deps.db.withTransaction((sql) =>
        enqueue(sql, "fill-buffer", {}, { key: "fill-buffer", queue: "fill-buffer" }),
      );
    }
    await pool.end();
  });
}

/** A bundled problem comes from its folder, one that models wrote from the database. Both are verified the same way. */
const importProblem = (deps: GenerationDeps, slug: string) =>
  listLibraryProblems().includes(slug) ? importLibraryProblem(deps, slug) : loadStoredProblem(deps, slug);

const PER_LEVEL_MAX = Math.max(...PASSES);

/**
 * How full a problem's pool is: places of (base, level) that hold a variant, of those that there are. Candidates that were
 * measured say little: most fall between the levels or where there are enough already.
 */
export function createPoolProgress(progress: Progress, baseIds: readonly string[]) {
  const held = new Map(baseIds.flatMap((baseId) => LEVELS.map((level) => [`${baseId}/${level}`, 0])));
  const total = held.size * PER_LEVEL_MAX;
  let measured = 0;
  const filled = () => [...held.values()].reduce((sum, count) => sum + Math.min(count, PER_LEVEL_MAX), 0);
  return {
    /** One more measured candidate; `level` is null when its effect lies between the levels, or nothing was measured. */
    add(baseId: string, level: number | null): void {
      measured++;
      const place = `${baseId}/${level}`;
      const count = held.get(place);
      if (count !== undefined) held.set(place, count + 1);
    },
    report: () => progress.step(filled(), total, `${measured} candidates measured`),
    /** The search has ended: what was not found by now is not looked for any more, and is not counted as done. */
    end: () =>
      progress.step(
        filled(),
        total,
        `Ready for tasks: ${filled()} of ${total} places filled, ${measured} candidates measured`,
      ),
  };
}

/** Enqueues the preparation of bundled problems that the database does not have yet. */
export async function seedLibrary(
  deps: GenerationDeps,
  slugs: readonly string[] = listLibraryProblems(),
): Promise<string[]> {
  const known = new Set((await listProblems(deps.db.sql)).map((problem) => problem.slug));
  const missing = slugs.filter((slug) => !known.has(slug));
  await deps.db.withTransaction(async (sql) => {
    for (const slug of missing) {
      const live = await findLiveJobRun(sql, "prepare-problem", slug);
      if (live?.state === "running") continue;
      // One that an earlier start has queued is queued again under its own row: should its job be lost, it is back.
      const jobRunId =
        live?.id ?? (await createJobRun(sql, { kind: "prepare-problem", subject: slug, startedBy: null }));
      await enqueue(
        sql,
        "prepare-problem",
        { slug, jobRunId },
        { key: `prepare-problem:${slug}`, queue: "prepare-problem" },
      );
    }
  });
  return missing;
}

/**
 * Opens tasks until the round has as many of each kind as its settings ask for, spread evenly over
 * the problems whose pool can serve them; then has documents made for miners that lack them.
 * @returns how many tasks were opened.
 */
export async function fillBuffer(deps: GenerationDeps): Promise<number> {
  const round = await findOpenRound(deps.db.sql, deps.subnet);
  if (!round) return 0;
  const { targetTasks } = roundSettingsSchema.parse(round.settings);
  let opened = 0;
  for (const kind of ["control", "normal"] as const) opened += await openTasks(deps, round.id, kind, targetTasks[kind]);
  const waiting = await listTasksToRender(deps.db.sql, deps.subnet);
  await deps.db.withTransaction(async (sql) => {
    for (const taskId of waiting) await enqueue(sql, "render-task", { taskId }, { key: `render-task:${taskId}` });
  });
  return opened;
}

async function openTasks(
  deps: GenerationDeps,
  roundId: number,
  kind: "control" | "normal",
  target: number,
): Promise<number> {
  const counts = await countTasks(deps.db.sql, roundId);
  const perProblem = new Map((await listProblems(deps.db.sql)).map(({ id }) => [id, 0]));
  for (const row of counts) if (row.kind === kind) perProblem.set(row.problemId, row.count);
  let total = [...perProblem.values()].reduce((sum, count) => sum + count, 0);
  let opened = 0;
  while (total < target && perProblem.size > 0) {
    const [problemId, count] = [...perProblem.entries()].reduce((least, entry) =>
      entry[1] < least[1] ? entry : least,
    );
    const taskId = await assembleTask(deps, { problemId, kind });
    if (taskId === null)
      perProblem.delete(problemId); // its pool is not ready
    else {
      perProblem.set(problemId, count + 1);
      total++;
      opened++;
    }
  }
  return opened;
}
