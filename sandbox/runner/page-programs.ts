import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";

/** Name of the isolated world that the probe lives in; pages cannot enter or see it. */
export const PROBE_WORLD = "dojo-probe";

/** The probe as one script, compiled when the driver starts (40 ms). */
export function probeScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("./probe/probe.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    write: false,
    logLevel: "silent",
    tsconfigRaw: {},
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild wrote no probe");
  return file.text;
}

/** axe-core, for the same world: 560 kB that are read only when a request asks for it. */
export function axeScript(): string {
  const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  return readFileSync(path, "utf8");
}
