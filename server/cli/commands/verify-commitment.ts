import { readFileSync } from "node:fs";

import { z } from "zod";

import { verifyReveal } from "#server/pipeline/scoring/verify-reveal.ts";
import { revealedCommitmentSchema } from "#server/pipeline/scoring/schema.ts";
import { env } from "#server/platform/env.ts";

import { type Command, parseOptions, UsageError } from "../command.ts";

const optionsSchema = z.strictObject({
  url: z.url().optional(),
  file: z.string().optional(),
  miner: z.uuid().optional(),
  positional: z.array(z.string()).max(1),
});

/** What `GET /api/v1/commitments/{taskId}` answers, with dates as text. */
const wireSchema = revealedCommitmentSchema.extend({
  openedAt: z.coerce.date(),
  revealedAt: z.coerce.date().nullable(),
});

async function load(options: z.infer<typeof optionsSchema>): Promise<unknown> {
  if (options.file !== undefined) return JSON.parse(readFileSync(options.file, "utf8"));
  const [taskId] = options.positional;
  if (!taskId) throw new UsageError("name a task, or a --file with a saved commitment");
  const origin = options.url ?? env.APP_ORIGIN;
  const answer = await fetch(`${origin}/api/v1/commitments/${taskId}`);
  if (!answer.ok) throw new UsageError(`${origin} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return answer.json();
}

export const command: Command = {
  name: "verify-commitment",
  summary: "check that a task's ground truth is the one that was committed to when it opened",
  usage:
    "TASK [--url ORIGIN]   fetches the published commitment (public, no account needed)\n--file FILE           a saved commitment instead\n--miner ID            also prints this miner's order",
  async run(args, context) {
    const options = parseOptions(args, optionsSchema);
    const verdict = verifyReveal(wireSchema.parse(await load(options)), options.miner ?? null);
    const lines = verdict.checks.map((check) => `${check.holds ? "ok  " : "FAIL"}  ${check.says}`);
    if (verdict.order) lines.push(`order for this miner, by position (0 best): ${verdict.order.join(" ")}`);
    context.result(verdict, lines.join("\n"));
    if (!verdict.holds) process.exitCode = 1;
  },
};
