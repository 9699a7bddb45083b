import { z } from "zod";

export const jobRunSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  done: z.number().int(),
  total: z.number().int(),
  message: z.string(),
  subject: z.string().nullable(),
  cancelRequested: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  endedAt: z.date().nullable(),
});
export type JobRunView = z.infer<typeof jobRunSchema>;

export const jobRunIdSchema = z.strictObject({ id: z.uuid() });

export const healthSchema = z.object({
  status: z.enum(["ok", "degraded"]),
  database: z.object({ ok: z.boolean(), version: z.string(), sizeMb: z.number(), connections: z.number().int() }),
  sandbox: z.object({
    ok: z.boolean(),
    browser: z.string().nullable(),
    queued: z.number().int(),
    running: z.number().int(),
    detail: z.string().nullable(),
  }),
  queue: z.array(
    z.object({
      job: z.string(),
      waiting: z.number().int(),
      running: z.number().int(),
      failed: z.number().int(),
      oldestSeconds: z.number(),
    }),
  ),
  versions: z.record(z.string(), z.string()),
});
export type HealthView = z.infer<typeof healthSchema>;
