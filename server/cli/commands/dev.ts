import { startInstallation } from "#server/supervisor/installation.ts";
import { stopped, stopSignal } from "#server/supervisor/stop-signal.ts";

import type { Command } from "../command.ts";

export const command: Command = {
  name: "dev",
  summary: "everything, with pages rebuilt as you edit them",
  usage: "Like `start`, with Next's development server. Sign in with `npm run dojo -- sign-in --role …`.",
  async run(_args, context) {
    const signal = stopSignal();
    const installation = await startInstallation(context.say, { signal, dev: true });
    context.say("Development server is running; Ctrl-C stops it.");
    await Promise.race([stopped(signal), installation.failed]);
    await installation.stop();
  },
};
