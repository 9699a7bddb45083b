import { router, validatorProcedure } from "#server/api/trpc.ts";

import { vectorOfRoundSchema, weightVectorSchema } from "./schema.ts";
import { readVector } from "./service.ts";

export const weightsRouter = router({
  /** The signed-in validator's vector of one round. */
  ofRound: validatorProcedure
    .input(vectorOfRoundSchema)
    .output(weightVectorSchema)
    .query(({ ctx, input }) => readVector(ctx.deps, ctx.validatorId, input.roundId)),
});
