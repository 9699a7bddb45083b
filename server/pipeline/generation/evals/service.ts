import { DomainError } from "#server/errors.ts";

import { keyedChance } from "../keyed-chance.ts";
import type { GenerationDeps } from "../ports.ts";
import { listProblems } from "../repository.ts";
import { knownDesignProbes, probe } from "./probes.ts";
import { reportOf } from "./report.ts";
import { type EvaluatedVariant, insertEvaluation, listEvaluatedVariants, listEvaluations } from "./repository.ts";
import { sampleTasks } from "./sample-tasks.ts";
import { type SampledVariant, sampleVariant } from "./sampled-variant.ts";
import { type Evaluation, type EvaluationReport, evaluationReportSchema } from "./schema.ts";

/** Builds that wait for the sandbox at a time; it compiles two at once on a small machine. */
const AT_A_TIME = 4;

export type EvaluationInput = {
  readonly tasks: number;
  readonly seed: string;
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
};

/**
 * Draws tasks from what has been measured, exactly as rounds do but without opening any, tries every shortcut on them, and
 * stores the report.
 *
 * @throws {DomainError} `evals.no-pool` when no problem has enough measured variants; `evals.cancelled`.
 */
export async function evaluateLibrary(deps: GenerationDeps, input: EvaluationInput): Promise<EvaluationReport> {
  const pools = await readPools(deps);
  const chance = keyedChance(input.seed);
  const sampled = await samplePools(deps, pools, input);
  const sample = sampleTasks(sampled, input.tasks, chance.fork("tasks"));
  if (sample.tasks.length === 0)
    throw new DomainError(
      "unavailable",
      "evals.no-pool",
      "No problem has enough measured variants for a control task yet.",
    );
  const report = reportOf({
    seed: input.seed,
    pools,
    sample,
    looked: pools.size,
    probes: probe(sample.views, chance.fork("probes")),
    knownDesign: knownDesignProbes(sample.views, chance.fork("known-design")),
  });
  await insertEvaluation(deps.db.sql, { configuration: { tasks: input.tasks }, report });
  return report;
}

async function readPools(deps: GenerationDeps): Promise<Map<string, EvaluatedVariant[]>> {
  const pools = new Map<string, EvaluatedVariant[]>();
  for (const { id, slug } of await listProblems(deps.db.sql))
    pools.set(slug, await listEvaluatedVariants(deps.db.sql, id));
  return pools;
}

async function samplePools(
  deps: GenerationDeps,
  pools: ReadonlyMap<string, readonly EvaluatedVariant[]>,
  { seed, signal, onProgress }: EvaluationInput,
): Promise<Map<string, SampledVariant[]>> {
  const total = [...pools.values()].reduce((sum, pool) => sum + pool.length, 0);
  const sampled = new Map<string, SampledVariant[]>();
  let done = 0;
  for (const [slug, pool] of pools) {
    const own: SampledVariant[] = [];
    for (let from = 0; from < pool.length; from += AT_A_TIME) {
      if (signal.aborted) throw new DomainError("conflict", "evals.cancelled", "The evaluation was cancelled.");
      const batch = pool.slice(from, from + AT_A_TIME);
      const chanceOf = ({ completionId }: EvaluatedVariant) => keyedChance(`${seed}/${completionId}`);
      own.push(...(await Promise.all(batch.map((variant) => sampleVariant(deps, variant, chanceOf(variant))))));
      done += batch.length;
      onProgress(done, total);
    }
    sampled.set(slug, own);
  }
  return sampled;
}

/** Evaluations, newest first. */
export async function readEvaluations(deps: Pick<GenerationDeps, "db">): Promise<Evaluation[]> {
  const rows = await listEvaluations(deps.db.sql, 50);
  return rows.map(({ id, createdAt, report }) => ({ id, createdAt, report: evaluationReportSchema.parse(report) }));
}
