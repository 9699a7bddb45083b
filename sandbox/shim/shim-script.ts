import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";

import { escapeScript } from "#sandbox/documents/inline-escape.ts";

let compiled: string | undefined;

/** The shim as one classic script, compiled once per process (50 ms). */
export function shimScript(): string {
  if (compiled !== undefined) return compiled;
  const result = buildSync({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), "shim.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    write: false,
    logLevel: "silent",
    tsconfigRaw: {},
    banner: { js: '"use strict";' },
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error("esbuild wrote no shim");
  compiled = escapeScript(file.text.trim());
  return compiled;
}
