import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";

import { build } from "esbuild";
import { z } from "zod";

import { escapeScript } from "./inline-escape.ts";
import { ICON_TOOLS_ENTRY } from "./lucide-icons.ts";
import { packageDir, vendorId } from "./toolchain.ts";
import {
  COMMONJS_MODULES,
  ICON_PACKAGE,
  VENDOR_CHUNKS,
  VENDOR_CHUNK_NAMES,
  VENDOR_GLOBAL,
  chunkOf,
} from "./vendor-modules.ts";
import type { VendorChunkName } from "./vendor-modules.ts";

const vendorChunkSchema = z.object({
  /** A classic script, ready to stand between `<script>` and `</script>`. */
  code: z.string(),
  /** Names that each module of the chunk exports. */
  exports: z.record(z.string(), z.array(z.string())),
});

/** A library bundled once. Bundling recharts with every document would cost 330 ms instead of 0. */
export type VendorChunk = z.infer<typeof vendorChunkSchema>;
export type VendorChunks = ReadonlyMap<VendorChunkName, VendorChunk>;

/** A script that puts the modules of a chunk on the global object. */
function chunkEntry(name: VendorChunkName): { contents: string; resolveDir: string } {
  const vendor = `const vendor = (globalThis.${VENDOR_GLOBAL} ??= {});\n`;
  if (name === "lucide") return { contents: vendor + ICON_TOOLS_ENTRY, resolveDir: packageDir(ICON_PACKAGE) };
  // `require` where the package is CommonJS, `import` elsewhere: recharts' CommonJS twin has 933 KB instead of 603.
  const lines = VENDOR_CHUNKS[name].modules.map((module, index) => {
    const quoted = JSON.stringify(module);
    if (COMMONJS_MODULES.has(module)) return `vendor[${quoted}] = require(${quoted});`;
    return `import * as module${index} from ${quoted};\nvendor[${quoted}] = module${index};`;
  });
  return { contents: vendor + lines.join("\n"), resolveDir: packageDir("react") };
}

async function bundleChunk(name: VendorChunkName): Promise<string> {
  const result = await build({
    stdin: chunkEntry(name),
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
    legalComments: "eof",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "silent",
    plugins: [
      {
        // A library that brought a React of its own would break every hook in the document.
        name: "one-react",
        setup(plugin) {
          plugin.onResolve({ filter: /^react(-dom)?($|\/)/ }, (args) =>
            name !== "react" && chunkOf(args.path) === "react" ? { path: args.path, namespace: "vendor" } : null,
          );
          plugin.onLoad({ filter: /.*/, namespace: "vendor" }, (args) => ({
            contents: `module.exports = globalThis.${VENDOR_GLOBAL}[${JSON.stringify(args.path)}];`,
          }));
        },
      },
    ],
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`esbuild wrote nothing for the vendor chunk ${name}`);
  return escapeScript(file.text);
}

/**
 * The names that a chunk's modules really have, found by running it. Reading them from the packages
 * would need one method for CommonJS and one for ES modules, and would list what a production build lacks.
 */
function exportedNames(name: VendorChunkName, code: string, before: readonly string[]): Record<string, string[]> {
  const modules: unknown = runInNewContext(`${[...before, code].join("\n")}\n;globalThis.${VENDOR_GLOBAL}`, {
    setTimeout,
    clearTimeout,
    queueMicrotask,
    performance,
    console,
  });
  const parsed = z
    .record(
      z.string(),
      z.custom<object>((value) => typeof value === "object" || typeof value === "function"),
    )
    .parse(modules);
  return Object.fromEntries(
    VENDOR_CHUNKS[name].modules.map((module) => {
      const identifiers = Object.keys(parsed[module] ?? {}).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key));
      return [module, identifiers.filter((key) => key !== "default").sort()];
    }),
  );
}

async function readCached(path: string): Promise<VendorChunk | null> {
  try {
    return vendorChunkSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    // Absent, or cut short by a crash of an earlier version: built anew either way.
    return null;
  }
}

async function writeCached(dir: string, path: string, chunk: VendorChunk): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(`${path}.${process.pid}`, JSON.stringify(chunk));
    await rename(`${path}.${process.pid}`, path);
  } catch {
    // A read-only or full disk costs the next start a second; it is no reason to refuse a document.
  }
}

/** All vendor chunks, from `cacheDir` where an earlier process left them, else built (about one second). */
export async function loadVendorChunks(cacheDir: string): Promise<VendorChunks> {
  const dir = join(cacheDir, `vendor-${vendorId()}`);
  const chunks = new Map<VendorChunkName, VendorChunk>();
  for (const name of VENDOR_CHUNK_NAMES) {
    const path = join(dir, `${name}.json`);
    let chunk = await readCached(path);
    if (!chunk) {
      const code = await bundleChunk(name);
      const before = VENDOR_CHUNKS[name].after.map((earlier) => chunks.get(earlier)?.code ?? "");
      chunk = { code, exports: exportedNames(name, code, before) };
      await writeCached(dir, path, chunk);
    }
    chunks.set(name, chunk);
  }
  return chunks;
}
