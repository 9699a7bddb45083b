import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { childEnv } from "#server/platform/env.ts";

/** Everything that a built page can depend on. Server code reaches pages as types only. */
const INPUTS = [
  "app",
  "labeller-ui",
  "messages",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/dojo-build";

function* filesOf(path: string): Generator<string> {
  const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(child);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child;
  }
}

function fingerprint(): string {
  const digest = createHash("sha256");
  for (const input of INPUTS) {
    const files = input.includes(".") ? [input] : [...filesOf(input)];
    for (const file of files) digest.update(file).update(readFileSync(file));
  }
  return digest.digest("hex");
}

/** Builds the pages when something they are made of has changed since the last build. */
export async function buildPages(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  say("Building the pages (once, about a minute) …");
  const build = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: childEnv({ NODE_ENV: "production" }),
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  // Being told to stop is no error of the build: whoever says so does not wait for it.
  build.on("error", () => {});
  let output = "";
  for (const stream of [build.stdout, build.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((done) => build.once("exit", done));
  if (code !== 0) throw new Error(`The pages could not be built:\n${output.slice(-4_000)}`);
  writeFileSync(STAMP, wanted);
}
