import { z } from "zod";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const jsonSchema: z.ZodType<Json> = z.json();

/** What strict structured output understands; bounds and patterns are left to our own parser. */
const KEPT = new Set([
  "type",
  "properties",
  "required",
  "items",
  "enum",
  "const",
  "anyOf",
  "description",
  "$ref",
  "$defs",
]);

/**
 * A zod schema as the JSON Schema of strict structured output: every property is required, nothing else is
 * allowed, and a property that may be left out may be null instead.
 * @throws {Error} for schemas that strict output cannot say: records, and fields that are nullable by themselves.
 */
export function strictJsonSchema(schema: z.ZodType): { [key: string]: Json } {
  const strict = makeStrict(jsonSchema.parse(z.toJSONSchema(schema, { io: "input", reused: "ref" })));
  if (!isObject(strict)) throw new Error("A structured answer is an object.");
  return strict;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function makeStrict(node: Json): Json {
  if (Array.isArray(node)) return node.map(makeStrict);
  if (!isObject(node)) return node;
  if (node["type"] === "null") throw new Error("A field is optional or required, never nullable.");
  const strict: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(node)) {
    const name = key === "oneOf" ? "anyOf" : key;
    if (name === "properties" || name === "$defs") strict[name] = mapValues(value, makeStrict);
    else if (name === "const" || name === "enum" || name === "required") strict[name] = value;
    else if (KEPT.has(name)) strict[name] = makeStrict(value);
  }
  const properties = strict["properties"];
  if (node["type"] !== "object") return strict;
  if (properties === undefined || !isObject(properties)) throw new Error("Strict output has no records.");
  const required = Array.isArray(node["required"]) ? node["required"] : [];
  strict["properties"] = mapValues(properties, (value, key) =>
    required.includes(key) ? value : { anyOf: [value, { type: "null" }] },
  );
  strict["required"] = Object.keys(properties);
  strict["additionalProperties"] = false;
  return strict;
}

function mapValues(value: Json, map: (value: Json, key: string) => Json): { [key: string]: Json } {
  if (!isObject(value)) throw new Error("A JSON Schema was expected.");
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each, key)]));
}

/** Takes away the nulls that stand for properties left out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key, withoutNulls(each)]),
  );
}
