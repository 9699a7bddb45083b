import { z } from "zod";

/** What we read of a chat-completions request. */
export const requestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({ name: z.string(), schema: z.unknown() }).optional() })
    .optional(),
});
export type ReceivedRequest = z.infer<typeof requestSchema> & { readonly authorized: boolean };
