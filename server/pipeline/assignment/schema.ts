import { z } from "zod";

import { completionIdSchema, criterionSchema, draftStateSchema } from "#server/platform/label-shapes.ts";
import type { NothingReason } from "#server/validator/assignment/nothing-reason.ts";

export const assignmentViewSchema = z.object({
  assignmentId: z.uuid(),
  leaseToken: z.uuid(),
  leasedAt: z.date(),
  expiresAt: z.date(),
  serverTime: z.date(),
  extensionsLeft: z.number().int(),
  prompt: z.string(),
  language: z.string(),
  criteria: z.array(criterionSchema),
  minDwellMs: z.number().int(),
  /** In display order: position 0 is "A". */
  completions: z.array(
    z.object({
      id: completionIdSchema,
      /** Path on the sandbox origin; the page puts a fresh random label in place of `{mount}`. */
      documentUrl: z.string(),
    }),
  ),
  draft: z.object({ revision: z.number().int(), state: draftStateSchema, updatedAt: z.date() }).nullable(),
});
export type AssignmentView = z.infer<typeof assignmentViewSchema>;

/** Why there is nothing to do, in words the catalogue has (`queue.<reason>`), and when to ask again. */
export const NOTHING_REASONS = [
  "none-eligible",
  "all-leased",
  "preparing",
  "daily-cap",
  "paused",
  "level",
  "no-round",
  "miner-paused",
  "miner-deregistered",
] as const satisfies readonly NothingReason[];
export const nothingSchema = z.object({
  status: z.literal("nothing"),
  reason: z.enum(NOTHING_REASONS),
  retryAfterSeconds: z.number().int(),
});
export const nextAnswerSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("assignment"), assignment: assignmentViewSchema }),
  nothingSchema,
]);
export type NextAnswer = z.infer<typeof nextAnswerSchema>;
