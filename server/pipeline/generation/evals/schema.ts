import { z } from "zod";

const share = z.number().min(0).max(1);
const countOf = z.object({ step: z.string(), accepted: z.number().int(), of: z.number().int() });

export const probeSchema = z.object({
  /** What the shortcut is after, and what it looks at: `order: script length`. */
  name: z.string(),
  /** How often it is right; 0.5 is chance. */
  auc: share,
  ciLow: share,
  ciHigh: share,
  passed: z.boolean(),
});
export type Probe = z.infer<typeof probeSchema>;

/** Measured effects of the variants that tasks used at one level, thousandths. */
export const levelSpreadSchema = z.object({
  level: z.number().int(),
  variants: z.number().int(),
  min: z.number(),
  quarter: z.number(),
  median: z.number(),
  threeQuarters: z.number(),
  max: z.number(),
});

export const evaluationReportSchema = z.object({
  source: z.enum(["library", "model"]),
  seed: z.string(),
  /** Control tasks that were drawn. */
  tasks: z.number().int(),
  problems: z.array(z.string()),
  acceptance: z.array(countOf),
  cost: z.object({ perTaskMicros: z.number(), secondsPerTask: z.number() }),
  diversity: z.object({
    designs: z.number().int(),
    variants: z.number().int(),
    operators: z.number().int(),
    /** Share of variants with the most used operator among their mistakes. */
    commonestOperator: share,
  }),
  separability: z.object({
    /** Tasks whose levels lie in the order of measured effect, every realisation of every base. */
    ordered: z.number().int(),
    /** Between the worst of one level and the best of the next, thousandths, over all tasks. */
    smallestGapMilli: z.number(),
    meanGapMilli: z.number(),
    /** Standard deviation of the distances between neighbouring bands: 0 would be even spacing. */
    spacingSdMilli: z.number(),
    levels: z.array(levelSpreadSchema),
  }),
  /** Shortcuts that anybody can take. The configuration passes when all of them fail. */
  probes: z.array(probeSchema),
  /** The order, for somebody who knows what each undegraded design counts: reported, not required. */
  knownDesign: z.array(probeSchema),
  passed: z.boolean(),
});
export type EvaluationReport = z.infer<typeof evaluationReportSchema>;

export const evaluationSchema = z.object({
  id: z.string(),
  createdAt: z.date(),
  report: evaluationReportSchema,
});
export type Evaluation = z.infer<typeof evaluationSchema>;
