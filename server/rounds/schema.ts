import { z } from "zod";

import { roundSettingsSchema } from "#server/platform/round-settings.ts";

export const openRoundSchema = z.strictObject({
  settings: roundSettingsSchema.partial().default({}),
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
  closedAt: z.date().nullable(),
});
export type RoundView = z.infer<typeof roundViewSchema>;

export const roundSummarySchema = roundViewSchema.extend({ tasks: z.number().int(), labels: z.number().int() });
