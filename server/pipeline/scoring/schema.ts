import { z } from "zod";

export const scoreViewSchema = z.object({
  minerId: z.string(),
  minerName: z.string(),
  hotkey: z.string(),
  controlAnswers: z.number().int(),
  answers: z.number().int(),
  /** Answers that the control answers vouch for: the reward's N. */
  answersPaid: z.number(),
  expired: z.number().int(),
  skipped: z.number().int(),
  meanTau: z.number(),
  shrunkMean: z.number(),
  lowerBound: z.number(),
  baseline: z.number(),
  reward: z.number(),
  clusterSize: z.number().int(),
  effectiveMembers: z.number(),
  share: z.number(),
  algorithmVersion: z.string(),
  seed: z.string(),
});
export type ScoreView = z.infer<typeof scoreViewSchema>;

/** A miner's score in one round. */
export const roundScoreSchema = z.object({
  roundId: z.number().int(),
  roundNumber: z.number().int(),
  closedAt: z.date().nullable(),
  score: scoreViewSchema,
});
export type RoundScore = z.infer<typeof roundScoreSchema>;

export const explainedAnswerSchema = z.object({
  assignmentId: z.string(),
  taskId: z.string(),
  prompt: z.string(),
  labellerName: z.string(),
  state: z.enum(["open", "submitted", "late", "surplus", "skipped", "expired"]),
  /** True rank by position: 0 best. */
  trueRanks: z.array(z.number().int()),
  /** The label's rank by position, null without a label. */
  ranks: z.array(z.number().int()).nullable(),
  documentUrls: z.array(z.string()),
  tau: z.number().nullable(),
  /** The commitment that was published when the task opened. */
  commitment: z.string(),
});

export const explanationSchema = z.object({
  score: scoreViewSchema.nullable(),
  answers: z.array(explainedAnswerSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const scoresOfRoundSchema = z.strictObject({ roundId: z.number().int().positive() });
export const scoresOfMinerSchema = z.strictObject({ minerId: z.uuid() });
export const explainSchema = z.strictObject({ roundId: z.number().int().positive(), minerId: z.uuid() });

export const revealedCommitmentSchema = z.object({
  taskId: z.string(),
  network: z.string(),
  netuid: z.number().int(),
  roundId: z.number().int(),
  digest: z.string(),
  /** Truth, salt and round secret: null until the round has closed. */
  truth: z.unknown().nullable(),
  salt: z.string().nullable(),
  roundSecret: z.string().nullable(),
  roundSecretHash: z.string(),
  openedAt: z.date(),
  revealedAt: z.date().nullable(),
});
export type RevealedCommitment = z.infer<typeof revealedCommitmentSchema>;
