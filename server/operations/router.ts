import { tracked } from "@trpc/server";
import { z } from "zod";

import { operatorProcedure, router, validatorOrOperatorProcedure } from "#server/api/trpc.ts";

import { watchJobRuns } from "./job-stream.ts";
import { healthSchema, jobRunIdSchema, jobRunSchema } from "./schema.ts";
import { cancelJobRun, readHealth, readJobRuns } from "./service.ts";

export const operationsRouter = router({
  health: operatorProcedure.output(healthSchema).query(({ ctx }) => readHealth(ctx.deps)),
  jobs: validatorOrOperatorProcedure.output(jobRunSchema.array()).query(({ ctx }) => readJobRuns(ctx.deps)),
  cancelJob: validatorOrOperatorProcedure
    .input(jobRunIdSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelJobRun(ctx.deps, input.id)),
  /** Live progress: every change of every long job, from now on. */
  watchJobs: validatorOrOperatorProcedure.subscription(async function* watch({ ctx, signal }) {
    for await (const run of watchJobRuns(ctx.deps, signal)) {
      yield tracked(`${run.id}:${run.updatedAt.getTime()}`, jobRunSchema.parse(run));
    }
  }),
});
