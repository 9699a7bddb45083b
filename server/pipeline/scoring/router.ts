import { z } from "zod";

import { accountProcedure, publicProcedure, router } from "#server/api/trpc.ts";

import { explainScore, readCommitment, readScores, readScoresOfMiner } from "./explanation.ts";
import {
  explainSchema,
  explanationSchema,
  revealedCommitmentSchema,
  roundScoreSchema,
  scoresOfMinerSchema,
  scoresOfRoundSchema,
  scoreViewSchema,
} from "./schema.ts";

export const scoringRouter = router({
  scores: accountProcedure
    .input(scoresOfRoundSchema)
    .output(scoreViewSchema.array())
    .query(({ ctx, input }) => readScores(ctx.deps, input.roundId)),

  /** One miner's scores over the rounds, newest first. */
  ofMiner: accountProcedure
    .input(scoresOfMinerSchema)
    .output(roundScoreSchema.array())
    .query(({ ctx, input }) => readScoresOfMiner(ctx.deps, input.minerId)),

  /** A miner's score in a closed round with every number behind it; for its team, validators and operators. */
  explain: accountProcedure
    .input(explainSchema)
    .output(explanationSchema)
    .query(({ ctx, input }) => explainScore(ctx.deps, input, ctx.actor)),

  /** Anybody may check that a truth did not move. */
  commitment: publicProcedure
    .input(z.strictObject({ taskId: z.uuid() }))
    .output(revealedCommitmentSchema)
    .query(({ ctx, input }) => readCommitment(ctx.deps, input.taskId)),
});
