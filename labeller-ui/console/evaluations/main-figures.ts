import type { EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { bestOf } from "./probe-name.ts";

export type FigureKind = "count" | "share" | "fine" | "seconds" | "money";

/** A number by which two configurations are compared, and which way is better. */
export type MainFigure = {
  readonly key: string;
  readonly kind: FigureKind;
  readonly better: "more" | "less" | "neither";
  readonly value: number;
};

/** What a report comes down to. Effects and gaps are shares of the worst effect there can be. */
export function mainFigures({ tasks, separability, probes, diversity, cost }: EvaluationReport): MainFigure[] {
  const figure = (key: string, kind: FigureKind, better: MainFigure["better"], value: number): MainFigure => ({
    key,
    kind,
    better,
    value,
  });
  return [
    figure("ordered", "share", "more", separability.ordered / Math.max(1, tasks)),
    figure("shortcuts", "count", "less", probes.filter(({ passed }) => !passed).length),
    figure("worstAuc", "fine", "less", bestOf(probes)?.auc ?? 0.5),
    figure("smallestGap", "fine", "more", separability.smallestGapMilli / 1000),
    figure("meanGap", "fine", "more", separability.meanGapMilli / 1000),
    figure("spacingSd", "fine", "neither", separability.spacingSdMilli / 1000),
    figure("designs", "count", "more", diversity.designs),
    figure("variants", "count", "more", diversity.variants),
    figure("operators", "count", "more", diversity.operators),
    figure("commonestOperator", "share", "less", diversity.commonestOperator),
    figure("secondsPerTask", "seconds", "less", cost.secondsPerTask),
    figure("costPerTask", "money", "less", cost.perTaskMicros / 1e6),
  ];
}

export type Difference = {
  readonly key: string;
  readonly kind: FigureKind;
  readonly own: number;
  readonly other: number;
  readonly change: number;
  /** Whether the own figure is the better one; null where neither is, or nobody can say. */
  readonly isBetter: boolean | null;
};

/** The main figures of one report beside those of another. */
export function differencesOf(own: EvaluationReport, other: EvaluationReport): Difference[] {
  const others = new Map(mainFigures(other).map(({ key, value }) => [key, value]));
  return mainFigures(own).map(({ key, kind, better, value }) => {
    const change = value - (others.get(key) ?? value);
    const isBetter = change === 0 || better === "neither" ? null : change > 0 === (better === "more");
    return { key, kind, own: value, other: others.get(key) ?? value, change, isBetter };
  });
}
