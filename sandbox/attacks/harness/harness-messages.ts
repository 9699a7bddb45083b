import { z } from "zod";

import { browserNameSchema, surfaceSchema } from "./corpus.ts";

/** What `run-corpus.ts` and its disposable process say to each other (Node IPC). */
export const runOrderSchema = z.object({
  corpusDir: z.string(),
  browser: browserNameSchema,
  browserPath: z.string().optional(),
  /** The positive control: no protection at all, so that what leaks is seen to leak. */
  naive: z.boolean(),
  /** Attacks with their surface, in order. */
  runs: z.array(z.object({ id: z.string(), surface: surfaceSchema })),
  /** No attack beside another: used when one of several has ended the process. */
  alone: z.boolean(),
});
export type RunOrder = z.infer<typeof runOrderSchema>;

export const fromHarnessSchema = z.discriminatedUnion("t", [
  z.object({ t: z.literal("ready") }),
  z.object({ t: z.literal("started"), id: z.string(), surface: surfaceSchema }),
  z.object({
    t: z.literal("result"),
    result: z.object({
      id: z.string(),
      surface: surfaceSchema,
      contained: z.boolean(),
      seen: z.array(z.string()).readonly(),
      gaps: z.array(z.string()).readonly(),
      unobserved: z.array(z.string()).readonly(),
      evidence: z.string(),
    }),
  }),
  z.object({ t: z.literal("done") }),
  z.object({ t: z.literal("failed"), reason: z.string() }),
]);
export type FromHarness = z.infer<typeof fromHarnessSchema>;

/** Argument of a process that has a network of its own. */
export const ISOLATED_ARGUMENT = "--isolated-network";
