import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import type { LevelBand } from "./effect.ts";
import { type PoolVariant, selectRealisations } from "./variant-pool.ts";

const BANDS: LevelBand[] = [
  { level: 0, fromMilli: 0, toMilli: 30 },
  { level: 1, fromMilli: 100, toMilli: 200 },
];
const SHAPE = { bases: 2, realisations: 2 };

/** `perCell` variants for each base and level, in the middle of the level's band. */
const poolOf = (perCell: number): PoolVariant[] =>
  [0, 1].flatMap((base) =>
    BANDS.flatMap(({ level, fromMilli, toMilli }) =>
      Array.from({ length: perCell }, (_, n) => ({
        id: `${base}-${level}-${n}`,
        base,
        effectMilli: Math.round((fromMilli + toMilli) / 2),
      })),
    ),
  );

describe("selectRealisations", () => {
  test("gives every base and level its realisations, numbered from 0, each of another variant", () => {
    const selected = selectRealisations(poolOf(3), BANDS, SHAPE, seededRng(1)) ?? [];
    const cells = selected.map(({ base, level, realisation }) => `${base}/${level}/${realisation}`);
    expect(cells.toSorted()).toEqual(["0/0/0", "0/0/1", "0/1/0", "0/1/1", "1/0/0", "1/0/1", "1/1/0", "1/1/1"]);
    expect(new Set(selected.map(({ id }) => id)).size).toBe(selected.length);
  });

  test("never takes a variant whose measured effect lies outside the band of its level", () => {
    const effect = fc.integer({ min: 0, max: 1_000 });
    const pools = fc.array(fc.record({ id: fc.uuid(), base: fc.nat({ max: 1 }), effectMilli: effect }), {
      minLength: 40,
      maxLength: 80,
    });
    const rich = pools.map((pool) => [...pool, ...poolOf(2)]);
    fc.assert(
      fc.property(rich, fc.nat(), (pool, seed) => {
        const selected = selectRealisations(pool, BANDS, SHAPE, seededRng(seed));
        expect(selected).toHaveLength(8);
        for (const { level, effectMilli, base, id } of selected ?? []) {
          const band = BANDS[level];
          expect(effectMilli).toBeGreaterThanOrEqual(band?.fromMilli ?? Infinity);
          expect(effectMilli).toBeLessThanOrEqual(band?.toMilli ?? -1);
          expect(pool).toContainEqual({ id, base, effectMilli });
        }
      }),
    );
  });

  test("counts a variant on the edge of a band as inside it", () => {
    const edges = [0, 1].flatMap((base) =>
      [0, 30, 100, 200].map((effectMilli) => ({ id: `${base}-${effectMilli}`, base, effectMilli })),
    );
    expect(selectRealisations(edges, BANDS, SHAPE, seededRng(1))).toHaveLength(8);
    const beyond = edges.map((v) => (v.effectMilli === 30 ? { ...v, effectMilli: 31 } : v));
    expect(selectRealisations(beyond, BANDS, SHAPE, seededRng(1))).toBeNull();
  });

  test("gives nothing when a single cell holds too few, or a base is missing", () => {
    expect(selectRealisations(poolOf(1), BANDS, SHAPE, seededRng(1))).toBeNull();
    expect(selectRealisations(poolOf(2).slice(1), BANDS, SHAPE, seededRng(1))).toBeNull();
    expect(selectRealisations(poolOf(2), BANDS, { ...SHAPE, bases: 3 }, seededRng(1))).toBeNull();
  });

  test("does not prefer any variant of a cell", () => {
    const rng = seededRng(5);
    const counts = new Map<string, number>();
    for (let run = 0; run < 3_000; run++)
      for (const { id } of selectRealisations(poolOf(4), BANDS, SHAPE, rng) ?? [])
        counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 1_500)).toBeLessThan(150);
    expect(counts.size).toBe(16);
  });
});
