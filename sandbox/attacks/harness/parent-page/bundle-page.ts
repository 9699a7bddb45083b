import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

let bundled: Promise<string> | undefined;

/** The script of the parent page, with the frame guard of the labelling screen in it; made once per process. */
export function parentPageScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), "parent-page.tsx")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    // "use client" means something to the server's bundler only.
    logOverride: { "ignored-bare-import": "silent", "unsupported-directive": "silent" },
    write: false,
    logLevel: "error",
  }).then(({ outputFiles: [file] }) => {
    if (!file) throw new Error("esbuild wrote no script for the parent page");
    return file.text;
  });
  return bundled;
}
