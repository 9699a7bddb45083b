import { interactionCheckSchema, signalsSchema, verdictSchema } from "#sandbox/contract.ts";
import { z } from "zod";

/**
 * What the service and its disposable driver process say to each other (Node IPC, structured clone, so
 * that pictures travel as bytes). Parsed on both sides: the driver's memory is written to by hostile pages.
 */
const viewportSchema = z.union([z.literal(375), z.literal(768), z.literal(1280)]);
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const driverSettingsSchema = z.object({
  documentPort: z.number().int(),
  appOrigin: z.string(),
  browserPath: z.string().optional(),
});
export type DriverSettings = z.infer<typeof driverSettingsSchema>;

export const driverJobSchema = z.object({
  documentHash: z.string(),
  checks: z.array(interactionCheckSchema),
  viewports: z.array(viewportSchema),
  axe: z.boolean(),
  wallMs: z.number(),
  compareWith: z.array(z.object({ viewport: viewportSchema, hash: z.string(), png: bytesSchema })),
});
export type DriverJob = z.infer<typeof driverJobSchema>;

export const toDriverSchema = z.discriminatedUnion("t", [
  z.object({ t: z.literal("start"), settings: driverSettingsSchema }),
  z.object({ t: z.literal("verify"), id: z.number().int(), job: driverJobSchema }),
]);
export type ToDriver = z.infer<typeof toDriverSchema>;

export const driverOutcomeSchema = z.object({
  verdict: verdictSchema.exclude(["sandbox-fault"]),
  reason: z.string().nullable(),
  signals: signalsSchema.nullable(),
  pictures: z.array(z.object({ viewport: viewportSchema, png: bytesSchema })),
  cpuMs: z.number().nullable(),
  /** The browser has grown so much that it should be replaced. */
  bloated: z.boolean(),
});
export type DriverOutcome = z.infer<typeof driverOutcomeSchema>;

export const fromDriverSchema = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("ready"),
    browser: z.string(),
    weakness: z.string().nullable(),
    /** For ending the browser when the driver no longer can. */
    browserPid: z.number().int().positive(),
    profile: z.string(),
  }),
  z.object({ t: z.literal("failed"), reason: z.string() }),
  z.object({ t: z.literal("done"), id: z.number().int(), outcome: driverOutcomeSchema }),
  /** The sandbox failed, not the document. */
  z.object({ t: z.literal("fault"), id: z.number().int(), reason: z.string() }),
]);
export type FromDriver = z.infer<typeof fromDriverSchema>;
