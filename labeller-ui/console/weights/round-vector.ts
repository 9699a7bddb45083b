import type { WeightVectorView } from "#server/pipeline/weights/schema.ts";

/** A vector and the round it was made of. */
export type RoundVector = { roundId: number; roundNumber: number; vector: WeightVectorView };
