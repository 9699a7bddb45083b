import { router, validatorProcedure } from "#server/api/trpc.ts";

import { vectorOfRoundSchema, weightVectorSchema } from "./schema.ts";
import { readVector, readVectors } from "./service.ts";

export const weightsRouter = router({
  /** The signed-in validator's vectors, newest round first. */
  list: validatorProcedure
    .output(weightVectorSchema.array())
    .query(({ ctx }) => readVectors(ctx.deps, ctx.validatorId)),
  /** The signed-in validator's vector of one round. */
  ofRound: validatorProcedure
    .input(vectorOfRoundSchema)
    .output(weightVectorSchema)
    .query(({ ctx, input }) => readVector(ctx.deps, ctx.validatorId, input.roundId)),
});
