import { z } from "zod";

import { checkStepSchema, interactionCheckSchema, sourceSchema } from "#sandbox/contract.ts";

/** Languages in which every bundled problem is written; labellers are routed by them. */
export const LANGUAGES = ["en", "zh-Hans", "ru", "vi"] as const;

export const problemFileSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]{2,60}$/),
  kind: z.string().min(2).max(40),
  persona: z.string().min(3),
  skill: z.string().min(2),
  prompt: z.object({
    en: z.string().min(40),
    "zh-Hans": z.string().min(20),
    ru: z.string().min(40),
    vi: z.string().min(40),
  }),
  checks: z.array(interactionCheckSchema).min(3).max(20),
});
export type ProblemFile = z.infer<typeof problemFileSchema>;

export const checkStepsSchema = z.record(z.string(), z.array(checkStepSchema).min(1));

export const baseFileSchema = z.object({
  title: z.string().min(3).max(200),
  author: z.string().default("hand"),
  /** Steps of checks that this design overrides, by check id. */
  steps: checkStepsSchema.default({}),
});

/** A source as it is stored in the object store. */
export const storedSourceSchema = sourceSchema;

/** One edit of a composition, as a person reads it. */
export const editSchema = z.object({ name: z.string(), family: z.string(), site: z.string() });
export type Edit = z.infer<typeof editSchema>;

/** Which base, level and realisation stands at a position: the ground truth of one miner's task. */
export const renderedVariantsSchema = z.array(
  z.object({ base: z.number().int(), level: z.number().int(), realisation: z.number().int() }),
);
