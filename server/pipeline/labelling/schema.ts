import { z } from "zod";

import { freeText } from "#server/platform/free-text.ts";
import {
  COMMENT_CHARACTERS_MAX,
  completionIdSchema,
  draftStateSchema,
  nameSchema,
  rankingSchema,
  ratingsSchema,
} from "#server/platform/label-shapes.ts";

const assignmentIdSchema = z.uuid();
const leaseTokenSchema = z.uuid();

export const SKIP_REASONS = ["broken", "language", "unclear", "offensive", "conflict", "other"] as const;

/** Parent-side evidence of looking, in counts and milliseconds by completion. A covariate, never a payment. */
export const lookingEvidenceSchema = z.object({
  activeMs: z.number().int().min(0).max(86_400_000),
  visibleMs: z.record(nameSchema, z.number().int().min(0).max(86_400_000)),
  interactions: z.record(nameSchema, z.number().int().min(0).max(1_000_000)),
  viewports: z.array(z.number().int().min(200).max(4_000)).max(12),
  layout: z.enum(["grid", "focus", "pair"]),
});
export type LookingEvidence = z.infer<typeof lookingEvidenceSchema>;

export const saveDraftSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  leaseToken: leaseTokenSchema,
  /** The revision this one follows; a higher one on the server is a conflict. */
  baseRevision: z.number().int().min(0),
  state: draftStateSchema,
});
export const savedDraftSchema = z.object({ revision: z.number().int(), expiresAt: z.date() });

export const extendSchema = z.strictObject({ assignmentId: assignmentIdSchema, leaseToken: leaseTokenSchema });
export const extendedSchema = z.object({ expiresAt: z.date(), extensionsLeft: z.number().int() });

export const skipSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  leaseToken: leaseTokenSchema,
  reason: z.enum(SKIP_REASONS),
  note: freeText(500).default(""),
});

export const submitSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  leaseToken: leaseTokenSchema,
  ranking: rankingSchema,
  unusable: z.array(completionIdSchema).max(8).default([]),
  ratings: ratingsSchema.default({}),
  comment: freeText(COMMENT_CHARACTERS_MAX).default(""),
  evidence: lookingEvidenceSchema.optional(),
});
export type LabelSubmission = z.infer<typeof submitSchema>;

export const receiptSchema = z.object({
  assignmentId: assignmentIdSchema,
  /** accepted: in time. late or surplus: after the lease, stored all the same (decision 013 says what it scores). */
  outcome: z.enum(["accepted", "late", "surplus"]),
  digest: z.string(),
  submittedAt: z.date(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const historyEntrySchema = z.object({
  assignmentId: assignmentIdSchema,
  prompt: z.string(),
  state: z.enum(["open", "submitted", "late", "surplus", "skipped", "expired"]),
  leasedAt: z.date(),
  endedAt: z.date().nullable(),
  digest: z.string().nullable(),
});
