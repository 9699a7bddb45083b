import { spawn } from "node:child_process";

import { monotonicMs } from "#server/platform/clock.ts";
import { childEnv } from "#server/platform/env.ts";

/** One part of `npm test`: a script of package.json. */
export type Step = { name: string; what: string; script: string };

/** Runs a step with its output as it comes, in a process of its own. */
export async function runStep(step: Step, decided: Record<string, string>): Promise<{ code: number; seconds: number }> {
  const started = monotonicMs();
  const child = spawn("npm", ["run", "--silent", step.script], {
    stdio: ["ignore", "inherit", "inherit"],
    env: childEnv(decided),
  });
  const code = await new Promise<number>((done) => child.once("exit", (exitCode) => done(exitCode ?? 1)));
  return { code, seconds: (monotonicMs() - started) / 1_000 };
}
