import { z } from "zod";

import { generationDeps, modelServer } from "#server/composition.ts";
import { DomainError } from "#server/errors.ts";
import { describeCost, readRunCost, startModelRun } from "#server/pipeline/generation/model/service.ts";
import { fillBuffer, seedLibrary } from "#server/pipeline/generation/service.ts";
import type { Deps } from "#server/platform/deps.ts";

import { type Command, type CommandContext, parseOptions, UsageError } from "../command.ts";
import { followJobRun } from "../follow-job-run.ts";
import { commandDeps } from "../running-installation.ts";

const optionsSchema = z.strictObject({
  positional: z.array(z.string()).max(200),
  source: z.enum(["library", "model"], "must be library or model").default("library"),
  count: z.coerce.number("must be a number").int().min(1).max(1_000).default(1),
});

export const command: Command = {
  name: "generate",
  summary: "bring bundled problems in, or have models write new ones, and open tasks from them",
  usage: `[PROBLEM …]        problems of the library by folder name (all)
--source model     new problems and designs by the models of MODEL_BASE_URL
--count 1          how many
The worker verifies and measures; watch it on the jobs page. Ctrl-C stops a run of models.`,
  async run(args, context) {
    const { positional, source, count } = parseOptions(args, optionsSchema);
    if (source === "model") {
      if (positional.length > 0) throw new UsageError("models write their own problems: PROBLEM is for the library");
      return runModels(count, context);
    }
    const deps = generationDeps(commandDeps());
    const queued = await seedLibrary(deps, positional.length > 0 ? positional : undefined);
    const opened = await fillBuffer(deps);
    context.result({ queued, opened }, `${queued.length} problems queued, ${opened} tasks opened.`);
  },
};

/** Queues the run and follows it: the worker does the work, and goes on with it if this command is killed. */
async function runModels(count: number, context: CommandContext): Promise<void> {
  modelServer(); // the worker has the same settings: better refused here than there
  const deps: Deps = commandDeps();
  const jobRunId = await startModelRun(deps, { count });
  context.say(`Run ${jobRunId} is queued.`);
  const run = await followJobRun(deps, jobRunId, context);
  const cost = await readRunCost(deps.db, jobRunId);
  if (run.state !== "done") {
    const message = `The run was ${run.state}: ${run.message} It made ${describeCost(cost)}.`;
    throw new DomainError("unavailable", `generate.${run.state}`, message);
  }
  context.result({ run: jobRunId, message: run.message, cost }, run.message);
}
