import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import type { Features } from "#server/pipeline/generation/evals/document-features.ts";
import { knownDesignProbes, probe } from "#server/pipeline/generation/evals/probes.ts";
import type { SampledView } from "#server/pipeline/generation/evals/sample-tasks.ts";
import type { Probe } from "#server/pipeline/generation/evals/schema.ts";
import { keyedChance } from "#server/pipeline/generation/keyed-chance.ts";
import { PROBE_AUC_MAX } from "#server/validator/probes/probe-auc.ts";

import { AUC_MAX, bestOf, groupsOf, probeNameOf } from "./probe-name.ts";

const probeOf = (name: string, auc = 0.5): Probe => ({ name, auc, ciLow: auc, ciHigh: auc, passed: true });

test("the line of the plot is the server's limit", () => {
  expect(AUC_MAX).toBe(PROBE_AUC_MAX);
});

test("a name is taken apart into keys; another kind of name is left alone", () => {
  expect(probeNameOf("order: script length")).toEqual({ target: "order", feature: "script-length" });
  expect(probeNameOf("order, design known: all together")).toEqual({
    target: "order-design-known",
    feature: "all-together",
  });
  expect(probeNameOf("script length")).toBeNull();
  expect(probeNameOf("a: b: c")).toBeNull();
});

test("groups keep the order of the report, what cannot be read comes last, and nothing is lost", () => {
  const probes = ["mystery", "order: a", "kind: a", "order: b"].map((name) => probeOf(name));
  expect(groupsOf(probes).map(({ target, probes: own }) => [target, own.map(({ name }) => name)])).toEqual([
    ["order", ["order: a", "order: b"]],
    ["kind", ["kind: a"]],
    ["", ["mystery"]],
  ]);
});

test("the best shortcut has the largest area; without probes there is none", () => {
  expect(bestOf([probeOf("order: a", 0.51), probeOf("order: b", 0.54)])?.name).toBe("order: b");
  expect(bestOf([])).toBeUndefined();
});

const featuresOf = (n: number): Features => ({
  "file size": n,
  "document length": n,
  "script length": n,
  "style length": n,
  "rule count": n,
  "token count": n,
  "distinct words": n,
  "text literals": n,
  "number literals": n,
  "compressed size": n,
  "markup elements": n,
  "node count": n,
  "control count": n,
  "text length": n,
  "error count": n,
  "screenshot entropy": n,
});

/** Two completions of a control task and of a normal one: enough for every probe to have something to compare. */
function namesOfServer(): string[] {
  const completions = [0, 1].map((level) => ({
    baseId: "b",
    level,
    effectMilli: level,
    features: featuresOf(level),
  }));
  const views: SampledView[] = (["control", "normal"] as const).map((kind) => ({ problem: "p", kind, completions }));
  return [...probe(views, keyedChance("a")), ...knownDesignProbes(views, keyedChance("b"))].map(({ name }) => name);
}

const catalogueSchema = z.object({
  target: z.record(z.string(), z.object({ short: z.string(), title: z.string(), lead: z.string() })),
  feature: z.record(z.string(), z.string()),
});

describe("every probe of the server has its words", () => {
  const names = namesOfServer();
  test.each(["en", "zh-Hans", "ru", "vi"])("in %s", (language) => {
    const file = new URL(`../../../messages/${language}/evaluations.json`, import.meta.url);
    const { target, feature } = catalogueSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const hasWords = (name: string) => {
      const parts = probeNameOf(name);
      return parts !== null && target[parts.target] !== undefined && feature[parts.feature] !== undefined;
    };
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !hasWords(name))).toEqual([]);
  });
});
