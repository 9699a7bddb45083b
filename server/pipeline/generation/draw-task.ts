import { only } from "#server/platform/db.ts";
import { type LevelBand, levelBands } from "#server/validator/ground-truth/effect.ts";
import {
  type PoolVariant,
  type SelectedVariant,
  selectRealisations,
} from "#server/validator/ground-truth/variant-pool.ts";

export const BASES_PER_TASK = 4;
export const REALISATIONS_PER_LEVEL = 3;
/** Band sets that are tried before the pool is called too small. */
const BAND_DRAWS = 200;

type Rng = () => number;
/** What the pool knows of a variant. */
export type Candidate = { readonly completionId: string; readonly baseId: string; readonly effectMilli: number };

/** The four bases of a task; fewer when the pool does not have them yet. */
export const pickBases = (pool: readonly Candidate[]): string[] =>
  [...new Set(pool.map((variant) => variant.baseId))].slice(0, BASES_PER_TASK);

/** Bands, and for every base and level three realisations inside them; null when the pool cannot serve any bands that were tried. */
export function drawControlVariants(
  pool: readonly Candidate[],
  bases: readonly string[],
  rng: Rng,
): { bands: LevelBand[]; variants: SelectedVariant[] } | null {
  const candidates = toPool(pool, bases);
  return firstOf(BAND_DRAWS, () => drawBands(candidates, REALISATIONS_PER_LEVEL, rng));
}

/** Four different levels, one per base: completions of unequal quality, as models deliver them, in an order nobody is scored by. */
export function drawNormalVariants(
  pool: readonly Candidate[],
  bases: readonly string[],
  rng: Rng,
): SelectedVariant[] | null {
  const candidates = toPool(pool, bases);
  const drawn = firstOf(BAND_DRAWS, () => drawBands(candidates, 1, rng));
  if (!drawn) return null;
  const levels = [0, 1, 2, 3].map((level) => ({ level, key: rng() })).toSorted((a, b) => a.key - b.key);
  return levels.map(({ level }, base) =>
    only(
      drawn.variants.filter((variant) => variant.base === base && variant.level === level),
      "The variant of a base and level",
    ),
  );
}

function drawBands(candidates: readonly PoolVariant[], realisations: number, rng: Rng) {
  const bands = levelBands(rng);
  const variants = selectRealisations(candidates, bands, { bases: BASES_PER_TASK, realisations }, rng);
  return variants ? { bands, variants } : null;
}

function toPool(pool: readonly Candidate[], bases: readonly string[]): PoolVariant[] {
  return pool.flatMap((variant) => {
    const base = bases.indexOf(variant.baseId);
    return base === -1 ? [] : [{ id: variant.completionId, base, effectMilli: variant.effectMilli }];
  });
}

function firstOf<T>(draws: number, draw: () => T | null): T | null {
  for (let i = 0; i < draws; i++) {
    const drawn = draw();
    if (drawn !== null) return drawn;
  }
  return null;
}
