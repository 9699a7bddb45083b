import { z } from "zod";

export const listTasksSchema = z.strictObject({
  roundId: z.number().int().positive().optional(),
  state: z.enum(["draft", "open", "closed", "quarantined"]).optional(),
  kind: z.enum(["control", "normal"]).optional(),
  /** Opaque: from the previous page's `nextCursor`. */
  cursor: z.string().max(200).optional(),
  /** What an infinite query of the client adds; pages only go forward. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const taskRowSchema = z.object({
  id: z.string(),
  roundId: z.number().int(),
  roundNumber: z.number().int(),
  problem: z.string(),
  kind: z.enum(["control", "normal"]),
  state: z.enum(["draft", "open", "closed", "quarantined"]),
  overlap: z.number().int(),
  submitted: z.number().int(),
  leased: z.number().int(),
  rendered: z.number().int(),
  openedAt: z.date().nullable(),
  commitment: z.string().nullable(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const taskPageSchema = z.object({ tasks: z.array(taskRowSchema), nextCursor: z.string().nullable() });

export const taskIdSchema = z.strictObject({ taskId: z.uuid() });

/** A task as a validator studies it: exactly what one miner's labellers see, and what is known about it. */
export const taskDetailSchema = taskRowSchema.extend({
  prompts: z.record(z.string(), z.string()),
  bands: z.array(z.object({ level: z.number(), fromMilli: z.number(), toMilli: z.number() })).nullable(),
  variants: z.array(
    z.object({
      base: z.number().int(),
      level: z.number().int(),
      realisation: z.number().int(),
      completionId: z.string(),
      title: z.string(),
      effectMilli: z.number().int().nullable(),
      edits: z.array(z.object({ name: z.string(), family: z.string(), site: z.string() })),
      documentUrl: z.string(),
    }),
  ),
  renderings: z.array(
    z.object({
      minerId: z.string(),
      minerName: z.string(),
      documentUrls: z.array(z.string()),
      trueRanks: z.array(z.number().int()),
    }),
  ),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** Which task and miner an assignment belongs to; for validators, who run simulations and audits. */
export const assignmentAuditSchema = z.object({
  assignmentId: z.string(),
  taskId: z.string(),
  minerId: z.string(),
  state: z.string(),
});

export const prepareSchema = z.strictObject({ slugs: z.array(z.string().max(60)).max(200).optional() });
