import { z } from "zod";

import { SOURCE_BYTES_MAX, type Source } from "#sandbox/contract.ts";

import { problemFileSchema } from "../schema.ts";

/** What models are asked for. Whatever they return passes through these before anything looks at it. */
export const problemDraftSchema = problemFileSchema.pick({ prompt: true, checks: true });
export type ProblemDraft = z.infer<typeof problemDraftSchema>;

export const completionDraftSchema = z.object({
  title: z.string().min(3).max(200),
  entry: z.enum(["index.tsx", "index.html"]),
  content: z.string().min(100).max(SOURCE_BYTES_MAX),
});
export type CompletionDraft = z.infer<typeof completionDraftSchema>;

export const repairDraftSchema = completionDraftSchema.extend({
  /** Written before the content: models repair better what they have explained first. */
  diagnosis: z.string().max(8_000),
});

export const MISTAKE_FAMILIES = [
  "behaviour",
  "visual",
  "layout",
  "content",
  "accessibility",
  "robustness",
  "performance",
] as const;

export const degradationDraftSchema = z.object({
  mistakes: z
    .array(
      z.object({
        mistake: z.string().min(8).max(300),
        family: z.enum(MISTAKE_FAMILIES),
        site: z.string().max(200),
      }),
    )
    .min(1)
    .max(5),
  content: z.string().min(100).max(SOURCE_BYTES_MAX),
});

export const sourceOf = ({ entry, content }: Pick<CompletionDraft, "entry" | "content">): Source => ({
  entry,
  files: [{ path: entry, content }],
});
