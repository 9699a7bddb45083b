import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { z } from "zod";

import { POLICY_VERSION } from "#sandbox/policy/policy-version.ts";

function sources(): string[] {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  const code = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("testing"))
    .toSorted();
  return code.map((file) => `${file}\n${readFileSync(`${root}/${file}`, "utf8")}`);
}

function axeVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("axe-core/package.json");
  return z.object({ version: z.string() }).parse(manifest).version;
}

/**
 * Names everything but bytes and browser that decides a verdict: the policy of the document, the rules of
 * axe and the code of this folder. Computed from the sources, so that nobody can forget to raise it.
 */
export const VERIFICATION_POLICY_VERSION: string = createHash("sha256")
  .update(JSON.stringify([POLICY_VERSION, axeVersion(), ...sources()]))
  .digest("hex")
  .slice(0, 16);
