import { extname, posix } from "node:path";

import type { Loader, OnResolveArgs, OnResolveResult, PartialMessage, Plugin } from "esbuild";

import { iconModule } from "./lucide-icons.ts";
import type { VendorChunks } from "./vendor-chunks.ts";
import { COMMONJS_MODULES, ICON_PACKAGE, IMPORTABLE_NAMES, VENDOR_GLOBAL, chunkOf } from "./vendor-modules.ts";

/** Files of a source by path, without the entry's generated parts. */
export type SourceFiles = ReadonlyMap<string, string>;

export type ScriptEntry = {
  /** Path under which messages name the entry. */
  readonly path: string;
  readonly contents: string;
  readonly loader: Loader;
};

/** Kinds of files that code may import, by extension. Styles are written as classes or `<style>`. */
export const SCRIPT_LOADERS: Readonly<Record<string, Loader>> = {
  ".tsx": "tsx",
  ".ts": "ts",
  ".jsx": "jsx",
  ".js": "js",
  ".mjs": "js",
  ".json": "json",
};

const TRIED_SUFFIXES = [
  "",
  ".tsx",
  ".ts",
  ".jsx",
  ".js",
  ".json",
  "/index.tsx",
  "/index.ts",
  "/index.jsx",
  "/index.js",
];

function refuse(code: string, text: string): { errors: PartialMessage[] } {
  return { errors: [{ text, detail: { code } }] };
}

/** Known by their names to be something else, so the answer does not depend on whether the file is there. */
const NOT_CODE = /\.(css|s[ac]ss|less|svg|png|jpe?g|gif|webp|avif|woff2?|wasm|html?|md|txt)$/i;

function resolveOwnFile(args: OnResolveArgs, files: SourceFiles): OnResolveResult {
  if (NOT_CODE.test(args.path)) {
    const extensions = Object.keys(SCRIPT_LOADERS).join(", ");
    return refuse("import.refused", `"${args.path}" cannot be imported: code may import ${extensions} files.`);
  }
  const wanted = posix.join(posix.dirname(args.importer), args.path);
  // TypeScript sources may name a sibling by the extension that it would have after compilation.
  const candidates = [
    ...TRIED_SUFFIXES.map((suffix) => wanted + suffix),
    wanted.replace(/\.js$/, ".ts"),
    wanted.replace(/\.jsx?$/, ".tsx"),
  ];
  const path = candidates.find((candidate) => files.has(candidate) && extname(candidate) in SCRIPT_LOADERS);
  if (path === undefined) return refuse("import.missing", `"${args.path}" is not among the files of this source.`);
  return { path, namespace: "source" };
}

function resolve(args: OnResolveArgs, files: SourceFiles): OnResolveResult {
  if (args.kind === "entry-point") return { path: args.path, namespace: "entry" };
  if (args.path.startsWith("./") || args.path.startsWith("../")) return resolveOwnFile(args, files);
  if (args.path === ICON_PACKAGE) return { path: args.importer, namespace: "icons", sideEffects: false };
  if (chunkOf(args.path)) return { path: args.path, namespace: "vendor", sideEffects: false };
  return refuse(
    "import.refused",
    `"${args.path}" cannot be imported. Allowed are ${IMPORTABLE_NAMES.join(", ")} and files of this source by "./".`,
  );
}

/**
 * A module that hands on what a vendor chunk left on the global object. One export per name, so that
 * a misspelt import is an error with a line; each behind a pure call, so that unused ones vanish.
 */
function vendorModule(module: string, chunks: VendorChunks): string {
  const chunk = chunkOf(module);
  const names = (chunk && chunks.get(chunk)?.exports[module]) ?? [];
  const lines = names.map((name) => `const $${name} = /* @__PURE__ */ take(${JSON.stringify(name)});`);
  const specifiers = names.map((name) => `$${name} as ${name}`);
  return [
    `const all = globalThis.${VENDOR_GLOBAL}[${JSON.stringify(module)}];`,
    "const take = (name) => all[name];",
    ...lines,
    `export { ${specifiers.join(", ")} };`,
    ...(COMMONJS_MODULES.has(module) ? ["export default all;"] : []),
  ].join("\n");
}

/**
 * The esbuild plugin through which every import of untrusted code goes: an own file, an allowed
 * library, or an error. It never returns "undefined" for a specifier, because esbuild would then
 * resolve it on our disk.
 */
export function scriptImports(entry: ScriptEntry, files: SourceFiles, chunks: VendorChunks): Plugin {
  const contentsOf = (path: string) => (path === entry.path ? entry.contents : (files.get(path) ?? ""));
  return {
    name: "script-imports",
    setup(plugin) {
      plugin.onResolve({ filter: /.*/ }, (args) => resolve(args, files));
      plugin.onLoad({ filter: /.*/, namespace: "entry" }, () => ({ contents: entry.contents, loader: entry.loader }));
      plugin.onLoad({ filter: /.*/, namespace: "source" }, ({ path }) => ({
        contents: contentsOf(path),
        loader: SCRIPT_LOADERS[extname(path)] ?? "js",
      }));
      plugin.onLoad({ filter: /.*/, namespace: "vendor" }, ({ path }) => ({ contents: vendorModule(path, chunks) }));
      plugin.onLoad({ filter: /.*/, namespace: "icons" }, ({ path }) => {
        const contents = iconModule(contentsOf(path));
        return contents === null
          ? refuse(
              "import.refused",
              `Import the icons you use from "${ICON_PACKAGE}" by name: picking one at run time needs all of them.`,
            )
          : { contents };
      });
    },
  };
}
