#!/usr/bin/env node
// The one entry of `npm start`, `npm test`, `npm run dojo` and `npm run dev`. Plain Node, no imports
// but its own: it runs on a bare clone, installs what the lock file names when it has changed,
// generates the database client when the schema has, and hands over to TypeScript in this process.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.CHECKPOINT_DISABLE = "1";

const NODE_MIN = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
  fail(`Dojo needs Node ${NODE_MIN.join(".")} or newer, this is ${process.versions.node}.`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Runs a step when the files it depends on have changed since it last succeeded. */
function once(name, inputs, run) {
  const stamp = join(root, "node_modules", ".dojo", name);
  const digest = createHash("sha256");
  for (const input of inputs) digest.update(readFileSync(input));
  const now = digest.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** Output of tools goes to stderr: stdout belongs to results. */
function tool(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const result = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", maxBuffer: 1 << 26 });
  if (result.status === 0) return;
  if (`${result.stderr}`.includes("ENOSPC")) fail(`${what} failed: the disk is full. Free some space and try again.`);
  const output = `${result.stderr || result.stdout || result.error}`;
  fail(`${what} failed:\n${output.split("\n").slice(0, 12).join("\n")}`);
}

once("install", ["package-lock.json"], () =>
  tool("Installing packages", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
);
once("prisma-client", ["prisma/schema.prisma", "package-lock.json"], () =>
  tool("Generating the database client", process.execPath, ["node_modules/prisma/build/index.js", "generate"]),
);

// Node 20 needs a loader for TypeScript; children inherit it through their own command line.
const { register } = await import("tsx/esm/api");
register();
const { main } = await import(pathToFileURL(join(root, "server/cli/main.ts")).href);
const [mode = "start", ...rest] = process.argv.slice(2);
await main(mode === "cli" ? rest : [mode, ...rest]);
