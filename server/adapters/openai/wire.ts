import { z } from "zod";

/** What we read of the chat-completions protocol; servers add fields freely. */
const usageSchema = z.object({ prompt_tokens: z.number().int().min(0), completion_tokens: z.number().int().min(0) });
const errorSchema = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  param: z.string().nullish(),
  message: z.string().nullish(),
});
const textSchema = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

export const chunkSchema = z.object({
  choices: z.array(z.object({ delta: textSchema.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: usageSchema.nullish(),
  error: errorSchema.nullish(),
});
export const wholeSchema = z.object({
  choices: z.array(z.object({ message: textSchema, finish_reason: z.string().nullish() })).min(1),
  usage: usageSchema.nullish(),
});
/** OpenAI wraps its errors in `error`; vLLM does not always. */
export const errorBodySchema = z
  .union([z.object({ error: errorSchema }), errorSchema.transform((error) => ({ error }))])
  .transform(({ error }) => error);
export type WireError = z.infer<typeof errorSchema>;

/** How one server wants to be asked. Learnt from its refusals, and remembered per model. */
export type Dialect = {
  readonly format: "json_schema" | "json_object" | "text";
  readonly limit: "max_tokens" | "max_completion_tokens";
  /** Asks for token counts at the end of the stream. */
  readonly usage: boolean;
};
export const FIRST_DIALECT: Dialect = { format: "json_schema", limit: "max_tokens", usage: true };

/**
 * The next dialect to try after a refusal (400 or 422) that names what it does not know; null when the refusal is about
 * something else.
 */
export function nextDialect(dialect: Dialect, error: WireError): Dialect | null {
  const about = `${error.param ?? ""} ${error.message ?? ""}`;
  if (dialect.limit === "max_tokens" && /max_completion_tokens/.test(about))
    return { ...dialect, limit: "max_completion_tokens" };
  if (dialect.usage && /stream_options|include_usage/.test(about)) return { ...dialect, usage: false };
  if (!/response_format|json_schema|json_object|structured|guided/i.test(about)) return null;
  if (dialect.format === "json_schema") return { ...dialect, format: "json_object" };
  if (dialect.format === "json_object") return { ...dialect, format: "text" };
  return null;
}
