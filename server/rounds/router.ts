import { z } from "zod";

import { accountProcedure, router, validatorProcedure } from "#server/api/trpc.ts";

import { closeRoundSchema, openRoundSchema, roundIdSchema, roundSummarySchema } from "./schema.ts";
import { closeRound, openRound, readRound, readRounds } from "./service.ts";

/** Rounds: everybody may look, validators open and close. */
export const roundsRouter = router({
  list: accountProcedure.output(roundSummarySchema.array()).query(({ ctx }) => readRounds(ctx.deps)),
  get: accountProcedure
    .input(roundIdSchema)
    .output(roundSummarySchema)
    .query(({ ctx, input }) => readRound(ctx.deps, input.roundId)),
  open: validatorProcedure
    .input(openRoundSchema)
    .output(roundSummarySchema)
    .mutation(({ ctx, input }) => openRound(ctx.deps, input, ctx.actor.accountId)),
  /** Starts closing; scores and weights follow when nobody is at work any more, watch `get`. */
  close: validatorProcedure
    .input(closeRoundSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => closeRound(ctx.deps, input, ctx.actor.accountId)),
});
