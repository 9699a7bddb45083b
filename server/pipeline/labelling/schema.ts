import { z } from "zod";

import { criterionSchema } from "./criteria.ts";

/** A completion's name on the wire: opaque, different for every assignment. */
export const completionIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
const assignmentIdSchema = z.uuid();
const leaseTokenSchema = z.uuid();

export const COMMENT_CHARACTERS_MAX = 2_000;
export const SKIP_REASONS = ["broken", "language", "unclear", "offensive", "conflict", "other"] as const;

/** Groups of completions, best group first; completions of one group tie. */
export const rankingSchema = z.array(z.array(completionIdSchema).max(8)).max(8);
/** { criterionId: { completionId: rating } } */
export const ratingsSchema = z.record(z.string().max(40), z.record(z.string().max(40), z.number().int()));

/** Everything a labeller has decided so far; what a draft holds and what a submission completes. */
export const draftStateSchema = z.object({
  ranking: rankingSchema,
  unusable: z.array(completionIdSchema).max(8),
  ratings: ratingsSchema,
  comment: z.string().max(COMMENT_CHARACTERS_MAX),
});
export type DraftState = z.infer<typeof draftStateSchema>;

/** Parent-side evidence of looking, in counts and milliseconds by completion. A covariate, never a payment. */
export const lookingEvidenceSchema = z.object({
  activeMs: z.number().int().min(0).max(86_400_000),
  visibleMs: z.record(z.string().max(40), z.number().int().min(0).max(86_400_000)),
  interactions: z.record(z.string().max(40), z.number().int().min(0).max(1_000_000)),
  viewports: z.array(z.number().int().min(200).max(4_000)).max(12),
  layout: z.enum(["grid", "focus", "pair"]),
});
export type LookingEvidence = z.infer<typeof lookingEvidenceSchema>;

export const assignmentViewSchema = z.object({
  assignmentId: assignmentIdSchema,
  leaseToken: leaseTokenSchema,
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
] as const;
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
  note: z.string().max(500).default(""),
});

export const submitSchema = z.strictObject({
  assignmentId: assignmentIdSchema,
  leaseToken: leaseTokenSchema,
  ranking: rankingSchema,
  unusable: z.array(completionIdSchema).max(8).default([]),
  ratings: ratingsSchema.default({}),
  comment: z.string().max(COMMENT_CHARACTERS_MAX).default(""),
  evidence: lookingEvidenceSchema.optional(),
});
export type LabelSubmission = z.infer<typeof submitSchema>;

export const receiptSchema = z.object({
  assignmentId: assignmentIdSchema,
  /** accepted: in time. late or surplus: after the lease, stored and paid all the same. */
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
