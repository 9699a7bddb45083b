import { z } from "zod";

import { composeDeps, generationDeps } from "#server/composition.ts";
import { DomainError } from "#server/errors.ts";
import { evaluateLibrary } from "#server/pipeline/generation/evals/service.ts";
import { fillPools } from "#server/pipeline/generation/evals/fill-pools.ts";
import type { GenerationDeps } from "#server/pipeline/generation/ports.ts";
import type { Deps } from "#server/platform/deps.ts";
import { cryptoRandomness } from "#server/platform/random.ts";
import { startWorkshop } from "#server/supervisor/workshop.ts";

import { type Command, parseOptions } from "../command.ts";
import { evaluationText } from "../evaluation-text.ts";
import { commandDeps } from "../running-installation.ts";

const optionsSchema = z.strictObject({
  source: z.enum(["library"]).default("library"),
  tasks: z.coerce.number().int().min(1).max(2_000).default(100),
  problems: z.coerce.number().int().min(1).max(200).default(8),
  seed: z.string().max(64).optional(),
  positional: z.array(z.string()).max(0, "takes no words"),
});

export const command: Command = {
  name: "evals",
  summary: "measure a generator configuration: separability, spacing, shortcut probes, diversity, cost",
  usage: `--source library   what makes the tasks
--tasks 100        control tasks to draw
--problems 8       measure at least so many problems first, when fewer are ready
--seed TEXT        the same seed and pool give the same report
Uses the running installation, or starts database and sandbox for itself. What was measured stays for the next time.`,
  async run(args, context) {
    const { tasks, problems, seed = cryptoRandomness.hex(8) } = parseOptions(args, optionsSchema);
    await withInstallation(async (deps) => {
      await fillPools(deps, { problems, signal: context.signal, onProgress: context.progress, say: context.say });
      const report = await evaluateLibrary(deps, {
        tasks,
        seed,
        signal: context.signal,
        onProgress: (done, total) => context.progress(`Counting: ${done} of ${total} completions`),
      });
      context.result(report, evaluationText(report));
      if (!report.passed) process.exitCode = 1;
    });
  },
};

/** The installation that runs here, or one of our own for as long as it takes. */
async function withInstallation(run: (deps: GenerationDeps) => Promise<void>): Promise<void> {
  const running = await findRunning();
  const own = running ? null : await startWorkshop();
  const deps = running ?? composeDeps({ databaseUrl: own?.databaseUrl ?? "", poolSize: 4 });
  try {
    await run(generationDeps(deps));
  } finally {
    await deps.db.close();
    await own?.stop();
  }
}

async function findRunning(): Promise<Deps | null> {
  try {
    const deps = commandDeps();
    // Only what answers runs: an installation that was killed leaves its address behind.
    return await deps.sandbox.health().then(
      () => deps,
      async () => {
        await deps.db.close();
        return null;
      },
    );
  } catch (error) {
    if (error instanceof DomainError && error.code === "installation.not-running") return null;
    throw error;
  }
}
