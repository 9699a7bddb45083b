import generateImport, { type GeneratorOptions } from "@babel/generator";
import traverseImport from "@babel/traverse";

export { type ParserOptions, parse } from "@babel/parser";
export type { Binding, NodePath, Scope } from "@babel/traverse";
export * as t from "@babel/types";
export type { GeneratorOptions };

/**
 * Babel 7 is CommonJS with `exports.default`. Node hands an ES module the whole exports object as the
 * default import, a bundler hands it the inner default; the declared types know only the second.
 */
function innerDefault<T>(imported: T): T {
  if (typeof imported === "function") return imported;
  const inner: unknown = typeof imported === "object" && imported !== null ? Reflect.get(imported, "default") : null;
  if (typeof inner !== "function") throw new TypeError("Babel exports no default function");
  return inner as T;
}

export const traverse = innerDefault(traverseImport);
export const generate = innerDefault(generateImport);
