import { z } from "zod";

import { findingSchema, sourceSchema } from "#sandbox/contract.ts";

/** What `build-document.ts` and the compile process say to each other. */
export const compileOrderSchema = z.object({
  id: z.number().int(),
  request: z.object({ source: sourceSchema, language: z.string(), padToBytes: z.number().int() }),
});
export type CompileOrder = z.infer<typeof compileOrderSchema>;

export const compileReplySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("compiled"),
    id: z.number().int(),
    compiled: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), document: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
      z.object({ ok: z.literal(false), findings: z.array(findingSchema).readonly() }),
    ]),
  }),
  /** A bug of ours, not of the source. */
  z.object({ kind: z.literal("failed"), id: z.number().int(), reason: z.string() }),
]);
export type CompileReply = z.infer<typeof compileReplySchema>;
