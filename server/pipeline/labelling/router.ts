import { z } from "zod";

import { labellerProcedure, router } from "#server/api/trpc.ts";

import {
  extendedSchema,
  extendSchema,
  historyEntrySchema,
  receiptSchema,
  saveDraftSchema,
  savedDraftSchema,
  skipSchema,
  submitSchema,
} from "./schema.ts";
import { extendAssignment, readHistory, readToday, saveDraft, skipTask, submitLabel } from "./service.ts";

/** What a labeller does with an assignment. Rules live in the service; `.output()` keeps the truth on the server. */
export const labellingRouter = router({
  saveDraft: labellerProcedure
    .input(saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(({ ctx, input }) => saveDraft(ctx.deps, { ...input, labellerId: ctx.labeller.accountId })),

  extend: labellerProcedure
    .input(extendSchema)
    .output(extendedSchema)
    .mutation(({ ctx, input }) => extendAssignment(ctx.deps, { ...input, labellerId: ctx.labeller.accountId })),

  skip: labellerProcedure
    .input(skipSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => skipTask(ctx.deps, { ...input, labellerId: ctx.labeller.accountId })),

  /** Records one label and returns its receipt. Repeating the call returns the same receipt. */
  submit: labellerProcedure
    .input(submitSchema)
    .output(receiptSchema)
    .mutation(({ ctx, input }) => submitLabel(ctx.deps, { ...input, labellerId: ctx.labeller.accountId })),

  /** The labeller's last fifty assignments. */
  history: labellerProcedure.output(historyEntrySchema.array()).query(({ ctx }) => readHistory(ctx.deps, ctx.labeller)),

  today: labellerProcedure
    .output(z.object({ labels: z.number().int() }))
    .query(({ ctx }) => readToday(ctx.deps, ctx.labeller.accountId)),
});
