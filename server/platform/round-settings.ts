import { z } from "zod";

import { LEASE_SECONDS } from "#server/validator/lifecycle/assignment.ts";
import { CLOSING_GRACE_SECONDS } from "#server/validator/lifecycle/round.ts";

/** How a round is run. Stored with the round, so that a change applies from the next one. */
export const roundSettingsSchema = z.object({
  /** Share of control tasks among a labeller's tasks, 0 … 1. */
  controlShare: z.number().min(0).max(1).default(0.5),
  /** Answers wanted per task. */
  overlap: z.number().int().min(1).max(256).default(5),
  leaseSeconds: z.number().int().min(30).max(86_400).default(LEASE_SECONDS),
  /** Hours after which the round begins to close by itself; null: only by command. */
  durationHours: z.number().positive().max(8_760).nullable().default(168),
  /** A closing round waits at most this long for leases in flight. */
  closingGraceSeconds: z.number().int().min(0).max(86_400).default(CLOSING_GRACE_SECONDS),
  /** At most this many tasks per labeller and round. */
  labellerCap: z.number().int().min(1).max(10_000).default(500),
  /** Each interface must be visible this long before a label may be submitted. */
  minDwellMs: z.number().int().min(0).max(600_000).default(3_000),
  /** τ that earns nothing: the best model judge plus 0.02. */
  baseline: z.number().min(0).max(0.9).default(0.3),
  /** Share of weight that is burnt whatever happens. */
  burn: z.number().min(0).max(1).default(0),
  /** The uid that the burnt share is given to on chain: the subnet owner's, whose emission the chain burns. */
  burnUid: z.number().int().min(0).max(65_535).default(0),
  /** Tasks of each kind kept open. */
  targetTasks: z
    .object({ control: z.number().int().min(0).max(2_000), normal: z.number().int().min(0).max(2_000) })
    .default({ control: 24, normal: 12 }),
});
export type RoundSettings = z.infer<typeof roundSettingsSchema>;
