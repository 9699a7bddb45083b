import { z } from "zod";

export const weightEntrySchema = z.object({
  minerId: z.string(),
  name: z.string(),
  hotkey: z.string(),
  uid: z.number().int().nullable(),
  reward: z.number(),
  /** Moving average of rewards. */
  average: z.number(),
  /** Share of the vector; all weights and the burn sum to 1. */
  weight: z.number(),
  weightU16: z.number().int(),
});
export type WeightEntry = z.infer<typeof weightEntrySchema>;

export const weightVectorSchema = z.object({
  roundId: z.number().int(),
  burn: z.number(),
  entries: z.array(weightEntrySchema),
  algorithmVersion: z.string(),
  createdAt: z.date(),
});
export type WeightVectorView = z.infer<typeof weightVectorSchema>;

export const vectorOfRoundSchema = z.strictObject({ roundId: z.number().int().positive() });
