import type { ModelMessage } from "#server/pipeline/generation/model/ports.ts";

import type { Dialect } from "./wire.ts";

type Asked = {
  readonly model: string;
  readonly name: string;
  readonly messages: readonly ModelMessage[];
  readonly schema: Record<string, unknown>;
  readonly maxOutputTokens: number;
};

/** The JSON body of one request. Without a structured-output mode the schema goes into the instructions. */
export function requestBody(asked: Asked, dialect: Dialect): string {
  const { model, name, schema, maxOutputTokens } = asked;
  const told = `Answer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(schema)}`;
  const messages =
    dialect.format === "json_schema" ? asked.messages : [{ role: "system", content: told }, ...asked.messages];
  return JSON.stringify({
    model,
    messages,
    stream: true,
    ...(dialect.usage ? { stream_options: { include_usage: true } } : {}),
    [dialect.limit]: maxOutputTokens,
    ...(dialect.format === "json_schema"
      ? { response_format: { type: "json_schema", json_schema: { name, strict: true, schema } } }
      : {}),
    ...(dialect.format === "json_object" ? { response_format: { type: "json_object" } } : {}),
  });
}
