import { DomainError } from "#server/errors.ts";

/** What can be digested: text, whole numbers, null for “none”, lists and plain objects of these. */
export type CanonicalValue =
  | string
  | number
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** Nesting beyond which a value is refused: real ones have 4 levels, and a cycle has no end. */
export const CANONICAL_DEPTH_MAX = 32;

/**
 * The one text that stands for a value, so that everybody who hashes it hashes the same bytes.
 *
 * JSON without whitespace; object keys sorted; strings escaped as in RFC 8785 (only `"`, `\` and control characters);
 * integers in decimal. Refused instead of guessed: fractions (engines may differ in the last bit of a computed
 * float), `undefined`, booleans, lone surrogates (they have no UTF-8), keys other than printable ASCII
 * (languages sort them differently), class instances. For accepted values the result equals RFC 8785.
 *
 * @param value  strings, safe integers, null, arrays and plain objects, at most 32 levels deep.
 * @returns canonical JSON text. O(size · log keys).
 * @throws {DomainError} `canonical-json.refused` with the path of the first refused part.
 * @source RFC 8785, "JSON Canonicalization Scheme (JCS)", restricted.
 */
export function canonicalJson(value: CanonicalValue): string {
  return encode(value, "$", 0);
}

// Takes `unknown`, although the type above says more: rows from a database and parsed JSON reach it too.
function encode(value: unknown, path: string, depth: number): string {
  if (typeof value === "string") return encodeString(value, path);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw refused(path, "only safe integers have one spelling");
    return String(value);
  }
  if (value === null) return "null";
  if (depth >= CANONICAL_DEPTH_MAX) throw refused(path, "nested too deeply");
  if (Array.isArray(value)) {
    // Array.from turns holes into undefined, which is then refused; map would skip them.
    return `[${Array.from(value, (item, index) => encode(item, `${path}[${index}]`, depth + 1)).join(",")}]`;
  }
  if (isPlainObject(value)) {
    const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => encodeMember(key, member, path, depth)).join(",")}}`;
  }
  throw refused(path, `${typeof value} is not allowed`);
}

function encodeMember(key: string, member: unknown, path: string, depth: number): string {
  if (!/^[\x20-\x7e]+$/.test(key)) throw refused(path, `key ${JSON.stringify(key)} is not printable ASCII`);
  return `${JSON.stringify(key)}:${encode(member, `${path}.${key}`, depth + 1)}`;
}

function encodeString(value: string, path: string): string {
  // In a `u` pattern a surrogate matches only when it is not half of a pair.
  if (/\p{Surrogate}/u.test(value)) throw refused(path, "a lone surrogate has no UTF-8");
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function refused(path: string, reason: string): DomainError {
  return new DomainError("invalid", "canonical-json.refused", `${path}: ${reason}`);
}
