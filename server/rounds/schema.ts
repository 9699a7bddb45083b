import { z } from "zod";

import { roundSettingsSchema } from "#server/platform/round-settings.ts";

export const openRoundSchema = z.strictObject({
  settings: roundSettingsSchema.partial().default({}),
  /** When it begins to close; null: after the settings' duration. */
  closesAt: z.date().nullable().default(null),
  /**
   * The round's HMAC key, 32 bytes in hex, from a validator who wants to know the ground truth of a
   * round of its own while it runs (simulations, pilots). Absent: drawn on the server, known to nobody.
   */
  secret: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type OpenRound = z.input<typeof openRoundSchema>;

export const roundIdSchema = z.strictObject({ roundId: z.number().int().positive() });

export const closeRoundSchema = roundIdSchema.extend({
  /** Longest wait for leases in flight; absent: as the round's settings say. */
  graceSeconds: z.number().int().min(0).max(86_400).optional(),
  /** Whether the next round opens by itself, with the same settings, when this one has closed. */
  opensNext: z.boolean().default(true),
});
export type CloseRound = z.input<typeof closeRoundSchema>;

export const roundViewSchema = z.object({
  id: z.number().int(),
  number: z.number().int(),
  state: z.enum(["open", "closing", "closed"]),
  settings: roundSettingsSchema,
  secretHash: z.string(),
  /** The key, once the round is closed. */
  secretReveal: z.string().nullable(),
  openedAt: z.date(),
  closesAt: z.date().nullable(),
  /** Until when leases in flight may be submitted, once it is closing. */
  graceEndsAt: z.date().nullable(),
  /** From this moment no answer is taken any more. */
  labelledAt: z.date().nullable(),
  closedAt: z.date().nullable(),
});
export type RoundView = z.infer<typeof roundViewSchema>;

export const roundSummarySchema = roundViewSchema.extend({ tasks: z.number().int(), labels: z.number().int() });
export type RoundSummary = z.infer<typeof roundSummarySchema>;
