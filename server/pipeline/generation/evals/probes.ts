import { crossValidatedScores } from "#server/validator/probes/paired-logit.ts";
import { type Comparison, PROBE_AUC_MAX, type ProbeResult, probeResult } from "#server/validator/probes/probe-auc.ts";

import type { Chance } from "../keyed-chance.ts";
import { FEATURES } from "./document-features.ts";
import type { SampledView } from "./sample-tasks.ts";
import type { Probe } from "./schema.ts";

/** Enough that each model sees nine tenths of the problems. */
const FOLDS = 10;

/**
 * Every shortcut that needs nothing but the task, tried on a sample: can something that is counted tell which of two
 * completions is the worse one (`order`), or which of two tasks of one problem is the control task (`kind`)? By one number
 * alone, and by all of them together.
 */
export function probe(views: readonly SampledView[], chance: Chance): Probe[] {
  return [
    ...probesOf("order", orderComparisons(views, rowOf), chance),
    ...probesOf("kind", kindComparisons(views), chance),
  ];
}

/**
 * The order again, for somebody who knows every design as it is without mistakes: by how much a completion differs from the
 * average of its design, and by how unusual it is for it. That is no shortcut around looking at interfaces but a comparison
 * with the answer, and whoever holds a bundled design can make it; so it is reported and not required.
 */
export function knownDesignProbes(views: readonly SampledView[], chance: Chance): Probe[] {
  return [
    ...probesOf("order, design known", orderComparisons(views, byDesign(views, false)), chance),
    ...probesOf("order, unusual for its design", orderComparisons(views, byDesign(views, true)), chance),
  ];
}

function probesOf(target: string, comparisons: readonly Comparison[], chance: Chance): Probe[] {
  const alone = FEATURES.map((feature, index) =>
    named(
      `${target}: ${feature}`,
      probeResult(comparisons, (difference) => difference[index] ?? 0, chance.next),
    ),
  );
  const scores = crossValidatedScores(comparisons, FOLDS);
  const scored = comparisons.map(({ cluster }, index) => ({ cluster, difference: [scores[index] ?? 0] }));
  const together = probeResult(scored, ([score]) => score ?? 0, chance.next, "given");
  return [...alone, named(`${target}: all together`, together)];
}

const named = (name: string, result: ProbeResult): Probe => ({ name, ...result, passed: result.auc <= PROBE_AUC_MAX });

type Completion = SampledView["completions"][number];
type Row = (completion: Completion) => number[];

const rowOf: Row = ({ features }) => FEATURES.map((feature) => features[feature]);
const minus = (a: readonly number[], b: readonly number[]) => a.map((value, index) => value - (b[index] ?? 0));

/** Within each view of a control task, the worse of two completions against the better one. */
function orderComparisons(views: readonly SampledView[], row: Row): Comparison[] {
  return views
    .filter(({ kind }) => kind === "control")
    .flatMap(({ problem, completions }) =>
      completions.flatMap((worse) =>
        completions
          .filter((better) => better.level < worse.level)
          .map((better) => ({ cluster: problem, difference: minus(row(worse), row(better)) })),
      ),
    );
}

/** What a completion counts beyond the median of its design, or how far from it whichever way. */
function byDesign(views: readonly SampledView[], unusual: boolean): Row {
  const rows = new Map<string, number[][]>();
  for (const completion of views.flatMap(({ completions }) => completions)) {
    const known = rows.get(completion.baseId);
    if (known) known.push(rowOf(completion));
    else rows.set(completion.baseId, [rowOf(completion)]);
  }
  const medians = new Map(
    [...rows].map(([baseId, own]) => [baseId, FEATURES.map((_, i) => medianOf(own.map((r) => r[i] ?? 0)))]),
  );
  return (completion) => {
    const beyond = minus(rowOf(completion), medians.get(completion.baseId) ?? []);
    return unusual ? beyond.map(Math.abs) : beyond;
  };
}

const medianOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** For each problem, its control tasks against its normal ones, by the sums over their completions and by their ranges. */
function kindComparisons(views: readonly SampledView[]): Comparison[] {
  const normal = new Map<string, number[][]>();
  for (const { problem, kind, completions } of views)
    if (kind === "normal") normal.set(problem, [...(normal.get(problem) ?? []), summaryOf(completions)]);
  const turns = new Map<string, number>();
  // Each control view against one normal task: all pairs would say no more, and there are millions.
  return views
    .filter(({ kind }) => kind === "control")
    .flatMap(({ problem, completions }) => {
      const others = normal.get(problem) ?? [];
      const turn = turns.get(problem) ?? 0;
      turns.set(problem, turn + 1);
      const other = others[turn % Math.max(1, others.length)];
      return other ? [{ cluster: problem, difference: minus(summaryOf(completions), other) }] : [];
    });
}

function summaryOf(completions: readonly Completion[]): number[] {
  const columns = FEATURES.map((feature) => completions.map(({ features }) => features[feature]));
  const sums = columns.map((column) => column.reduce((sum, value) => sum + value, 0));
  return [...sums, ...columns.map((column) => Math.max(...column) - Math.min(...column))];
}
