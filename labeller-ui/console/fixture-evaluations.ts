import type { Evaluation, EvaluationReport, Probe } from "#server/pipeline/generation/evals/schema.ts";

import { at } from "./fixtures.ts";

/* Made-up evaluations, a good one and one that fails. */

const features = [
  "file size",
  "document length",
  "script length",
  "style length",
  "rule count",
  "token count",
  "distinct words",
  "text literals",
  "number literals",
  "compressed size",
  "markup elements",
  "node count",
  "control count",
  "text length",
  "error count",
  "screenshot entropy",
  "all together",
];

/** Areas that look drawn by chance and are the same every time. */
const probesOf = (target: string, shift: number): Probe[] =>
  features.map((feature, index) => {
    const auc = 0.5 + (((index * 7 + target.length * 3) % 11) / 11) * 0.035 + (index % 5 === 2 ? shift : 0);
    const half = 0.02 + ((index * 5) % 7) / 280;
    return { name: `${target}: ${feature}`, auc, ciLow: auc - half, ciHigh: auc + half, passed: auc <= 0.55 };
  });

const level = (number: number, min: number, max: number) => ({
  level: number,
  variants: 288,
  min,
  quarter: min + (max - min) * 0.28,
  median: min + (max - min) * 0.45,
  threeQuarters: min + (max - min) * 0.7,
  max,
});

const reportOf = (shift: number, seconds: number): EvaluationReport => {
  const probes = [...probesOf("order", shift), ...probesOf("kind", shift / 2)];
  const passed = probes.every((probe) => probe.passed);
  return {
    source: "library",
    seed: shift === 0 ? "f3a91c02" : "0b77e1d4",
    tasks: 100,
    problems: ["bill-splitter", "habit-tracker", "kanban-board", "orbit-simulator", "palette-lab", "quiz-player"],
    acceptance: [
      { step: "problems whose pool serves control tasks", accepted: 6, of: 8 },
      { step: "variants whose measured effect lies in a level", accepted: 612, of: 731 },
    ],
    cost: { perTaskMicros: 0, secondsPerTask: seconds },
    diversity: { designs: 24, variants: 731, operators: 38, commonestOperator: 0.143 },
    separability: {
      ordered: 100,
      smallestGapMilli: passed ? 51 : 34,
      meanGapMilli: passed ? 118.4 : 97.2,
      spacingSdMilli: passed ? 61.3 : 40.8,
      levels: [level(0, 0, 28), level(1, 84, 236), level(2, 241, 448), level(3, 402, passed ? 930 : 780)],
    },
    probes,
    knownDesign: [...probesOf("order, design known", 0.21), ...probesOf("order, unusual for its design", 0.12)],
    passed,
  };
};

export const evaluations: Evaluation[] = [
  { id: "00000000-0000-4000-a000-000000000002", createdAt: at(50), report: reportOf(0, 41.2) },
  { id: "00000000-0000-4000-a000-000000000001", createdAt: at(10), report: reportOf(0.06, 47.9) },
];
