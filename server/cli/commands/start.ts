import { startInstallation } from "#server/supervisor/installation.ts";
import { prepareLocalnet } from "#server/supervisor/localnet.ts";
import { stopped, stopSignal } from "#server/supervisor/stop-signal.ts";

import type { Command } from "../command.ts";

export const command: Command = {
  name: "start",
  summary: "everything: PostgreSQL, web, worker and sandbox under one supervisor, with a seeded localnet",
  usage: "Settings: PORT, SANDBOX_PORT, DATABASE_URL, DATA_DIR and others (README, “Settings”).",
  async run(_args, context) {
    const signal = stopSignal();
    const installation = await startInstallation(context.say, { signal });
    const ended = Promise.race([stopped(signal).then(() => "signal" as const), installation.failed]);
    prepareLocalnet(installation.databaseUrl, context, ended).catch((error: unknown) =>
      context.say(error instanceof Error ? error.message : String(error)),
    );

    const why = await ended;
    context.say(why === "signal" ? "Stopping …" : `${why} ended unexpectedly; stopping everything.`);
    await installation.stop();
    if (why !== "signal") process.exitCode = 1;
  },
};
