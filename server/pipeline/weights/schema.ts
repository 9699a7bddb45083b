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
  /** Of the miner's uid in the vector on chain; 0 without a uid. */
  weightU16: z.number().int(),
});
export type WeightEntry = z.infer<typeof weightEntrySchema>;

/** What is set on chain, the burn uid among the others. */
export const chainWeightSchema = z.object({ uid: z.number().int(), weightU16: z.number().int() });

export const weightVectorSchema = z.object({
  roundId: z.number().int(),
  burn: z.number(),
  burnUid: z.number().int(),
  chain: z.array(chainWeightSchema),
  entries: z.array(weightEntrySchema),
  algorithmVersion: z.string(),
  createdAt: z.date(),
});
export type WeightVectorView = z.infer<typeof weightVectorSchema>;

export const vectorOfRoundSchema = z.strictObject({ roundId: z.number().int().positive() });
