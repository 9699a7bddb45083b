import type { LevelBand } from "./effect.ts";

/** A measured variant of one base. `effectMilli`: measured effect in thousandths, 0 … 1000. */
export type PoolVariant = { readonly id: string; readonly base: number; readonly effectMilli: number };
export type SelectedVariant = PoolVariant & { readonly level: number; readonly realisation: number };

/**
 * Chooses, for every base and level, `realisations` variants whose measured effect lies in that
 * level's band.
 *
 * @param pool  measured variants of bases 0 … `shape.bases` − 1, in any order.
 * @param bands  disjoint bands by level, level 0 first, in thousandths.
 * @param rng  uniform numbers in [0, 1).
 * @returns bases × levels × realisations variants with realisations numbered from 0, or null when any
 *   cell holds too few. O(pool · levels).
 */
export function selectRealisations(
  pool: readonly PoolVariant[],
  bands: readonly LevelBand[],
  shape: { readonly bases: number; readonly realisations: number },
  rng: () => number,
): SelectedVariant[] | null {
  const selected: SelectedVariant[] = [];
  for (let base = 0; base < shape.bases; base++) {
    for (const { level, fromMilli, toMilli } of bands) {
      const cell = pool.filter((v) => v.base === base && v.effectMilli >= fromMilli && v.effectMilli <= toMilli);
      if (cell.length < shape.realisations) return null;
      const drawn = cell.map((variant) => ({ variant, key: rng() })).toSorted((a, b) => a.key - b.key);
      for (const [realisation, { variant }] of drawn.slice(0, shape.realisations).entries()) {
        selected.push({ ...variant, level, realisation });
      }
    }
  }
  return selected;
}
