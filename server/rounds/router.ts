import { accountProcedure, router, validatorProcedure } from "#server/api/trpc.ts";

import { openRoundSchema, roundIdSchema, roundSummarySchema, roundViewSchema } from "./schema.ts";
import { closeRound, openRound, readRound, readRounds } from "./service.ts";

/** Rounds: everybody may look, validators open and close. */
export const roundsRouter = router({
  list: accountProcedure.output(roundSummarySchema.array()).query(({ ctx }) => readRounds(ctx.deps)),
  get: accountProcedure
    .input(roundIdSchema)
    .output(roundViewSchema)
    .query(({ ctx, input }) => readRound(ctx.deps, input.roundId)),
  open: validatorProcedure
    .input(openRoundSchema)
    .output(roundViewSchema)
    .mutation(({ ctx, input }) => openRound(ctx.deps, input, ctx.actor.accountId)),
  /** Starts closing; scores and weights follow within seconds, watch `get`. */
  close: validatorProcedure
    .input(roundIdSchema)
    .mutation(({ ctx, input }) => closeRound(ctx.deps, input.roundId, ctx.actor.accountId)),
});
