import { z } from "zod";

import { router, validatorProcedure } from "#server/api/trpc.ts";

import {
  assignmentAuditSchema,
  listTasksSchema,
  taskDetailSchema,
  taskIdSchema,
  taskPageSchema,
} from "./task-schema.ts";
import { readAssignmentAudit, readRoundAssignments, readTask, readTasks } from "./task-views.ts";

/** Tasks as validators see them. A validator knows the truth of its own tasks; labellers and miners never reach these. */
export const tasksRouter = router({
  list: validatorProcedure
    .input(listTasksSchema)
    .output(taskPageSchema)
    .query(({ ctx, input }) => readTasks(ctx.deps, input)),
  get: validatorProcedure
    .input(taskIdSchema)
    .output(taskDetailSchema)
    .query(({ ctx, input }) => readTask(ctx.deps, input.taskId)),
  /** Which task and miner one assignment belongs to. */
  assignment: validatorProcedure
    .input(z.strictObject({ assignmentId: z.uuid() }))
    .output(assignmentAuditSchema)
    .query(({ ctx, input }) => readAssignmentAudit(ctx.deps, input.assignmentId)),
  assignments: validatorProcedure
    .input(z.strictObject({ roundId: z.number().int().positive() }))
    .output(assignmentAuditSchema.array())
    .query(({ ctx, input }) => readRoundAssignments(ctx.deps, input.roundId)),
});
