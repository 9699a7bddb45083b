import type { EvaluationReport, Probe } from "#server/pipeline/generation/evals/schema.ts";

import { table } from "./table.ts";

const BAR = 30;

/** An evaluation for people: what matters first. */
export function evaluationText(report: EvaluationReport): string {
  const { tasks, problems, separability, diversity, cost, acceptance, probes, knownDesign } = report;
  const worst = probes.toSorted((a, b) => b.auc - a.auc)[0];
  const failed = probes.filter(({ passed }) => !passed).length;
  return [
    `${report.passed ? "Passed" : "FAILED"}: ${tasks} control tasks of ${problems.length} problems, seed ${report.seed}`,
    `  order     ${separability.ordered} of ${tasks} tasks are ordered by measured effect; smallest gap ${separability.smallestGapMilli}, mean ${Math.round(separability.meanGapMilli)} thousandths`,
    `  spacing   uneven by ${Math.round(separability.spacingSdMilli)} thousandths (standard deviation of the steps)`,
    `  shortcuts ${failed === 0 ? "none" : String(failed)} of ${probes.length} work${worst ? `; the best is “${worst.name}” with AUC ${worst.auc.toFixed(3)}` : ""}`,
    `  diversity ${diversity.designs} designs, ${diversity.variants} variants, ${diversity.operators} operators; the commonest in ${Math.round(100 * diversity.commonestOperator)} % of them`,
    `  cost      ${(cost.perTaskMicros / 1e6).toFixed(4)} and ${cost.secondsPerTask} s of verification per task`,
    ...acceptance.map(({ step, accepted, of }) => `  accepted  ${accepted} of ${of} ${step}`),
    "",
    "Measured effect by level, thousandths:",
    table(
      ["level", "min", "25 %", "median", "75 %", "max", "0 … 1000"],
      separability.levels.map((l) => [
        ...[l.level, l.min, l.quarter, l.median, l.threeQuarters, l.max].map(String),
        strip(l),
      ]),
    ),
    "",
    "Shortcuts (AUC, 0.5 is chance, 0.55 the limit):",
    probeTable(probes),
    "",
    "Not required: the same for somebody who knows every undegraded design",
    probeTable(knownDesign),
  ].join("\n");
}

const probeTable = (probes: readonly Probe[]) =>
  table(
    ["shortcut", "AUC", "from", "to", ""],
    probes.map(({ name, auc, ciLow, ciHigh, passed }) => [
      name,
      auc.toFixed(3),
      ciLow.toFixed(3),
      ciHigh.toFixed(3),
      passed ? "" : "works",
    ]),
  );

type Spread = EvaluationReport["separability"]["levels"][number];

/** Where the level's effects lie: `·` from least to most, `█` the middle half. */
function strip({ min, quarter, threeQuarters, max }: Spread): string {
  const cell = (milli: number) => Math.min(BAR - 1, Math.floor((milli / 1000) * BAR));
  return Array.from({ length: BAR }, (_, at) => {
    if (at >= cell(quarter) && at <= cell(threeQuarters)) return "█";
    return at >= cell(min) && at <= cell(max) ? "·" : " ";
  })
    .join("")
    .trimEnd();
}
