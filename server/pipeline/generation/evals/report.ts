import { regionOf } from "../measure-variants.ts";
import type { Probe, EvaluationReport } from "./schema.ts";
import type { EvaluatedVariant } from "./repository.ts";
import type { Sample } from "./sample-tasks.ts";

type Input = {
  readonly seed: string;
  readonly pools: ReadonlyMap<string, readonly EvaluatedVariant[]>;
  readonly sample: Sample;
  readonly probes: readonly Probe[];
  readonly knownDesign: readonly Probe[];
  /** Problems that were looked at, whether or not their pool could serve a task. */
  readonly looked: number;
};

/** Puts together what an evaluation found. */
export function reportOf(input: Input): EvaluationReport {
  const { seed, pools, sample, probes, knownDesign } = input;
  const variants = [...pools.values()].flat();
  const inLevel = variants.filter(({ effectMilli }) => regionOf(effectMilli) !== null).length;
  const problems = [...new Set(sample.tasks.map(({ problem }) => problem))].toSorted();
  const seconds = variants.reduce((sum, { wallMs }) => sum + wallMs, 0) / 1000;
  const ordered = sample.tasks.filter((task) => task.ordered).length;
  return {
    source: "library",
    seed,
    tasks: sample.tasks.length,
    problems,
    acceptance: [
      { step: "problems whose pool serves control tasks", accepted: problems.length, of: input.looked },
      { step: "variants whose measured effect lies in a level", accepted: inLevel, of: variants.length },
    ],
    cost: { perTaskMicros: 0, secondsPerTask: round(seconds / Math.max(1, sample.tasks.length)) },
    diversity: diversityOf(variants),
    separability: { ordered, ...spacingOf(sample), levels: levelsOf(sample) },
    probes: [...probes],
    knownDesign: [...knownDesign],
    passed: ordered === sample.tasks.length && sample.tasks.length > 0 && probes.every(({ passed }) => passed),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function diversityOf(variants: readonly EvaluatedVariant[]): EvaluationReport["diversity"] {
  const degraded = variants
    .map(({ edits }) => new Set(edits.filter(({ family }) => family !== "decoy").map(({ name }) => name)))
    .filter((names) => names.size > 0);
  const counts = new Map<string, number>();
  for (const name of degraded.flatMap((names) => [...names])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    designs: new Set(variants.map(({ baseId }) => baseId)).size,
    variants: variants.length,
    operators: counts.size,
    commonestOperator: round(Math.max(0, ...counts.values()) / Math.max(1, degraded.length)),
  };
}

/** How far apart the levels of a task lie, and how unevenly. */
function spacingOf({ tasks }: Sample) {
  const steps = tasks.flatMap(({ bands }) =>
    bands.slice(1).map((band, index) => band.fromMilli - (bands[index]?.fromMilli ?? 0)),
  );
  const gaps = tasks.flatMap(({ gaps: own }) => own);
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
  const meanStep = mean(steps);
  return {
    smallestGapMilli: gaps.length === 0 ? 0 : Math.min(...gaps),
    meanGapMilli: round(mean(gaps)),
    spacingSdMilli: round(Math.sqrt(mean(steps.map((step) => (step - meanStep) ** 2)))),
  };
}

function levelsOf({ views }: Sample): EvaluationReport["separability"]["levels"] {
  const effects = new Map<number, number[]>();
  for (const { level, effectMilli } of views.filter(({ kind }) => kind === "control").flatMap((v) => v.completions)) {
    const known = effects.get(level);
    if (known) known.push(effectMilli);
    else effects.set(level, [effectMilli]);
  }
  return [...effects.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([level, unsorted]) => {
      const sorted = unsorted.toSorted((a, b) => a - b);
      const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? 0;
      return {
        level,
        variants: sorted.length,
        min: at(0),
        quarter: at(0.25),
        median: at(0.5),
        threeQuarters: at(0.75),
        max: at(1),
      };
    });
}
