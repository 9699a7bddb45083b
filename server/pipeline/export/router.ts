import { z } from "zod";

import { router, validatorProcedure } from "#server/api/trpc.ts";

import { datasetIdSchema, datasetViewSchema, exportRequestSchema } from "./schema.ts";
import { readDataset, readDatasets, requestDataset } from "./service.ts";

export const exportRouter = router({
  create: validatorProcedure
    .input(exportRequestSchema)
    .output(z.object({ datasetId: z.string(), version: z.number().int(), jobRunId: z.string() }))
    .mutation(({ ctx, input }) => requestDataset(ctx.deps, input, ctx.actor.accountId)),
  list: validatorProcedure.output(datasetViewSchema.array()).query(({ ctx }) => readDatasets(ctx.deps)),
  get: validatorProcedure
    .input(datasetIdSchema)
    .output(datasetViewSchema)
    .query(({ ctx, input }) => readDataset(ctx.deps, input.datasetId)),
});
