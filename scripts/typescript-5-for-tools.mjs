// Loader for tools that need TypeScript's JavaScript API, which TypeScript 7 does not have:
//   node --import ./scripts/typescript-5-for-tools.mjs TOOL
// Their `import("typescript")` gets the 5.9 that stands beside it under another name
// (docs/decisions/016-typescript-7.md).
import { createRequire, register } from "node:module";

const require = createRequire(import.meta.url);
const hooks = `
export async function resolve(specifier, context, next) {
  const isTypescript = specifier === "typescript" || specifier === "typescript/package.json";
  return next(isTypescript ? specifier.replace("typescript", "typescript-5") : specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url);

// The same for CommonJS.
const Module = require("node:module");
const original = Module._resolveFilename;
Module._resolveFilename = function resolveFilename(request, ...rest) {
  const isTypescript = request === "typescript" || request === "typescript/package.json";
  return original.call(this, isTypescript ? request.replace("typescript", "typescript-5") : request, ...rest);
};
