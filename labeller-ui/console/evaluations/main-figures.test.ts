import { expect, test } from "vitest";

import type { EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { evaluations } from "../fixture-evaluations.ts";
import { differencesOf, mainFigures } from "./main-figures.ts";

const reportOf = (index: number): EvaluationReport => {
  const report = evaluations[index]?.report;
  if (!report) throw new Error("no such fixture");
  return report;
};
const own = reportOf(0);

test("figures are shares and counts of the report", () => {
  const report = { ...own, tasks: 10, separability: { ...own.separability, ordered: 9, smallestGapMilli: 40 } };
  const valueOf = new Map(mainFigures(report).map(({ key, value }) => [key, value]));
  expect(valueOf.get("ordered")).toBe(0.9);
  expect(valueOf.get("smallestGap")).toBe(0.04);
  expect(valueOf.get("worstAuc")).toBe(Math.max(...own.probes.map(({ auc }) => auc)));
});

test("a report without tasks or shortcuts divides by nothing", () => {
  const report = { ...own, tasks: 0, probes: [], separability: { ...own.separability, ordered: 0 } };
  expect(mainFigures(report).every(({ value }) => Number.isFinite(value))).toBe(true);
});

test("a change is better or worse by what the figure means", () => {
  const other = {
    ...own,
    cost: { ...own.cost, secondsPerTask: own.cost.secondsPerTask + 2 },
    separability: {
      ...own.separability,
      smallestGapMilli: own.separability.smallestGapMilli + 10,
      spacingSdMilli: own.separability.spacingSdMilli + 10,
    },
  };
  const verdictOf = new Map(differencesOf(own, other).map(({ key, isBetter }) => [key, isBetter]));
  expect(verdictOf.get("secondsPerTask")).toBe(true);
  expect(verdictOf.get("smallestGap")).toBe(false);
  expect(verdictOf.get("spacingSd")).toBeNull();
  expect(verdictOf.get("ordered")).toBeNull();
});

test("nothing differs from itself", () => {
  expect(differencesOf(own, own).every(({ change, isBetter }) => change === 0 && isBetter === null)).toBe(true);
});
