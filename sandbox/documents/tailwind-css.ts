import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

import { Scanner } from "@tailwindcss/oxide";
import { compile } from "tailwindcss";

import { escapeStyle } from "./inline-escape.ts";
import type { SourceFiles } from "./script-imports.ts";
import { packageDir } from "./toolchain.ts";

/** Tailwind's own theme, preflight and utilities: the only CSS that its compiler ever sees. */
const FRAMEWORK_CSS = readFileSync(join(packageDir("tailwindcss"), "index.css"), "utf8");

function refuseLoading(id: string): never {
  throw new Error(`Tailwind asked for ${id}, although its input is fixed.`);
}

/**
 * The style sheet for the class names that occur in the files.
 *
 * Only class candidates reach Tailwind. Its language loads files and runs plugins (`@plugin
 * "/path/file.js"` executed code in our process, `@import "/etc/passwd"` put the file into the
 * CSS), so generated CSS must never be compiled. The compiler remembers candidates, therefore each
 * document gets a new one: otherwise a document would depend on those built before it.
 */
export async function tailwindCss(files: SourceFiles): Promise<string> {
  const scanner = new Scanner({ sources: [] });
  const content = [...files].map(([path, text]) => ({ content: text, extension: extname(path).slice(1) }));
  const candidates = scanner.scanFiles(content).sort();
  const compiler = await compile(FRAMEWORK_CSS, {
    loadModule: async (id) => refuseLoading(id),
    loadStylesheet: async (id) => refuseLoading(id),
  });
  return escapeStyle(compiler.build(candidates));
}
