import { levelOf } from "#server/validator/ground-truth/effect.ts";
import { variantsFromNumber, keyedVariantsSize } from "#server/validator/ground-truth/keyed-order.ts";

import {
  BASES_PER_TASK,
  drawControlVariants,
  drawNormalVariants,
  pickBases,
  REALISATIONS_PER_LEVEL,
} from "../draw-task.ts";
import type { Chance } from "../keyed-chance.ts";
import type { Features } from "./document-features.ts";
import type { SampledVariant } from "./sampled-variant.ts";

/** Four completions as one miner would see them; `level` is the truth of a control task. */
export type SampledView = {
  readonly problem: string;
  readonly kind: "control" | "normal";
  readonly completions: readonly { baseId: string; level: number; effectMilli: number; features: Features }[];
};

export type SampledTask = {
  readonly problem: string;
  readonly bands: readonly { level: number; fromMilli: number; toMilli: number }[];
  /** Whether every realisation of a higher level has a larger measured effect than every one of a lower level. */
  readonly ordered: boolean;
  /** From the worst of each level to the best of the next, thousandths. */
  readonly gaps: readonly number[];
};

export type Sample = { readonly tasks: readonly SampledTask[]; readonly views: readonly SampledView[] };

/** Views per control task: miners see different truths of it, and all of them are open to shortcuts. */
const VIEWS_PER_CONTROL_TASK = 24;
/** A normal task looks the same to everybody, so it takes more of them to say as much. They cost nothing. */
const NORMAL_PER_CONTROL = 24;

/**
 * Draws tasks from pools exactly as rounds do, and views of them exactly as miners get them, without opening any.
 *
 * @param pools  sampled variants by problem; problems whose pool cannot serve a control task are passed over.
 * @returns `tasks` control tasks, spread evenly over the problems; fewer only when no pool can serve any.
 */
export function sampleTasks(
  pools: ReadonlyMap<string, readonly SampledVariant[]>,
  tasks: number,
  chance: Chance,
): Sample {
  const problems = [...pools.keys()].toSorted();
  const able = new Set(problems);
  const sampled: SampledTask[] = [];
  const views: SampledView[] = [];
  for (let turn = 0; sampled.length < tasks && able.size > 0; turn++) {
    const problem = problems[turn % problems.length] ?? "";
    if (!able.has(problem)) continue;
    const pool = pools.get(problem) ?? [];
    const drawn = sampleControl(problem, pool, chance);
    if (!drawn) {
      able.delete(problem);
      continue;
    }
    sampled.push(drawn.task);
    views.push(...drawn.views, ...sampleNormal(problem, pool, chance));
  }
  return { tasks: sampled, views };
}

function sampleControl(problem: string, pool: readonly SampledVariant[], chance: Chance) {
  const bases = pickBases(pool);
  const drawn = bases.length < BASES_PER_TASK ? null : drawControlVariants(pool, bases, chance.next);
  if (!drawn) return null;
  const { bands, variants } = drawn;
  const byId = new Map(pool.map((variant) => [variant.completionId, variant]));
  const shape = {
    bases: BASES_PER_TASK,
    levels: bands.length,
    realisations: bases.map(() => bands.map(() => REALISATIONS_PER_LEVEL)),
  };
  const size = Number(keyedVariantsSize(shape));
  const views = Array.from({ length: VIEWS_PER_CONTROL_TASK }, (): SampledView => {
    const shown = variantsFromNumber(BigInt(chance.below(size)), shape);
    const completions = shown.flatMap(({ base, level, realisation }) => {
      const chosen = variants.find((v) => v.base === base && v.level === level && v.realisation === realisation);
      const variant = byId.get(chosen?.id ?? "");
      return variant ? [{ ...variant, level }] : [];
    });
    return { problem, kind: "control", completions };
  });
  const gaps = gapsBetween(variants, bands.length);
  const ordered = gaps.every((gap) => gap > 0) && variants.every((v) => levelOf(v.effectMilli, bands) === v.level);
  return { task: { problem, bands, ordered, gaps }, views };
}

function gapsBetween(variants: readonly { level: number; effectMilli: number }[], levels: number): number[] {
  const effects = Array.from({ length: levels }, (_, level) =>
    variants.filter((variant) => variant.level === level).map(({ effectMilli }) => effectMilli),
  );
  return effects.slice(1).map((worse, index) => Math.min(...worse) - Math.max(...(effects[index] ?? [])));
}

function sampleNormal(problem: string, pool: readonly SampledVariant[], chance: Chance): SampledView[] {
  const bases = pickBases(pool);
  const byId = new Map(pool.map((variant) => [variant.completionId, variant]));
  return Array.from({ length: NORMAL_PER_CONTROL }).flatMap((): SampledView[] => {
    const drawn = drawNormalVariants(pool, bases, chance.next);
    if (!drawn) return [];
    const completions = drawn.flatMap(({ id, level }) => {
      const variant = byId.get(id);
      return variant ? [{ ...variant, level }] : [];
    });
    return [{ problem, kind: "normal", completions }];
  });
}
