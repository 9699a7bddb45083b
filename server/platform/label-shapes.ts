import { z } from "zod";

import { freeText } from "./free-text.ts";

// Shapes of labels on the wire that more than one stage speaks.

/** A completion's name on the wire: opaque, different for every assignment. */
export const completionIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);

export const COMMENT_CHARACTERS_MAX = 2_000;

export const criterionSchema = z.object({
  id: z.string(),
  kind: z.literal("score"),
  min: z.number().int(),
  max: z.number().int(),
});

/** Groups of completions, best group first; completions of one group tie. */
export const rankingSchema = z.array(z.array(completionIdSchema).max(8)).max(8);
/** The name of a criterion or a completion; whether there is one of that name is asked later. */
export const nameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
/** { criterionId: { completionId: rating } } */
export const ratingsSchema = z.record(nameSchema, z.record(nameSchema, z.number().int()));

/** Everything a labeller has decided so far; what a draft holds and what a submission completes. */
export const draftStateSchema = z.object({
  ranking: rankingSchema,
  unusable: z.array(completionIdSchema).max(8),
  ratings: ratingsSchema,
  comment: freeText(COMMENT_CHARACTERS_MAX),
});
export type DraftState = z.infer<typeof draftStateSchema>;
