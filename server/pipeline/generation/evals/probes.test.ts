import { describe, expect, it } from "vitest";

import { keyedChance } from "../keyed-chance.ts";
import { FEATURES, type Feature, type Features } from "./document-features.ts";
import { knownDesignProbes, probe } from "./probes.ts";
import { sampleTasks } from "./sample-tasks.ts";
import type { SampledVariant } from "./sampled-variant.ts";

const EFFECTS = [10, 130, 275, 600];

/**
 * Pools of twelve problems: designs differ a lot, variants a little, and nothing tells their level but what `leak` adds.
 */
function poolsWith(leak: (level: number) => Partial<Features>): Map<string, SampledVariant[]> {
  const chance = keyedChance("pools");
  const noise = () => Object.fromEntries(FEATURES.map((feature) => [feature, chance.next()]));
  return new Map(
    Array.from({ length: 12 }, (_, p) => {
      const designs = Array.from({ length: 4 }, () => noise());
      const variants = designs.flatMap((design, base) =>
        EFFECTS.flatMap((effectMilli, level) =>
          Array.from({ length: 5 }, (__, n) => {
            const own = noise();
            const value = (feature: Feature) =>
              1_000 * (design[feature] ?? 0) + 10 * (own[feature] ?? 0) + (leak(level)[feature] ?? 0);
            const features = Object.fromEntries(FEATURES.map((feature) => [feature, value(feature)]));
            const id = `${p}/${base}/${level}/${n}`;
            return {
              completionId: id,
              baseId: `${p}/${base}`,
              effectMilli: effectMilli + n,
              features: asFeatures(features),
            };
          }),
        ),
      );
      return [`problem-${p}`, variants];
    }),
  );
}

function asFeatures(record: Record<string, number>): Features {
  const missing = FEATURES.filter((feature) => record[feature] === undefined);
  if (missing.length > 0) throw new Error(`lacks ${missing.join()}`);
  return record as Features;
}

const sampled = (leak: (level: number) => Partial<Features>) => sampleTasks(poolsWith(leak), 24, keyedChance("tasks"));

const evaluated = (leak: (level: number) => Partial<Features>) => {
  const { views } = sampled(leak);
  return { views, failed: probe(views, keyedChance("probes")).filter(({ passed }) => !passed) };
};

describe("an evaluation", () => {
  it("draws as many tasks as asked, spread over the problems, each ordered by measured effect", () => {
    const { tasks, views } = sampled(() => ({}));
    expect(tasks).toHaveLength(24);
    expect(new Set(tasks.map(({ problem }) => problem)).size).toBe(12);
    for (const task of tasks) {
      expect(task.ordered).toBe(true);
      expect(Math.min(...task.gaps)).toBeGreaterThan(0);
    }
    for (const { completions } of views) {
      expect(completions.map(({ level }) => level).toSorted()).toEqual([0, 1, 2, 3]);
      expect(new Set(completions.map(({ baseId }) => baseId)).size).toBe(4);
    }
  });

  it("passes when nothing that is counted tells the order or the kind", () => {
    expect(evaluated(() => ({})).failed).toEqual([]);
  });

  it("fails on a number that grows with the level, alone and among all", () => {
    const { failed } = evaluated((level) => ({ "rule count": 400 * level }));
    expect(failed.map(({ name }) => name)).toEqual(["order: rule count", "order: all together"]);
  });

  it("fails on one that shrinks with the level: an attacker turns it round", () => {
    const { failed } = evaluated((level) => ({ "error count": -400 * level }));
    expect(failed.map(({ name }) => name)).toContain("order: error count");
  });

  it("says what somebody could tell who knows the designs, where nobody else can", () => {
    const { views, failed } = evaluated((level) => ({ "node count": 8 * level }));
    expect(failed).toEqual([]);
    const known = knownDesignProbes(views, keyedChance("known"));
    expect(known.filter(({ passed }) => !passed).map(({ name }) => name)).toContain("order, design known: node count");
  });

  it("opens no task from a pool that lacks a level of a design", () => {
    const pools = poolsWith(() => ({}));
    const [first = ""] = pools.keys();
    pools.set(
      first,
      (pools.get(first) ?? []).filter(({ completionId }) => !/^0\/1\/2\/[0-2]/.test(completionId)),
    );
    const { tasks } = sampleTasks(pools, 24, keyedChance("tasks"));
    expect(tasks.map(({ problem }) => problem)).not.toContain(first);
    expect(tasks).toHaveLength(24);
  });
});
