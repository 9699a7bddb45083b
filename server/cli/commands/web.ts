import type { Command } from "../command.ts";

/** One role alone, for deployments that supervise processes themselves. */
export const command: Command = {
  name: "web",
  summary: "one role: pages, API and live progress",
  usage: "Reads the environment (README, “Settings”).",
  async run(_args, context) {
    await import("#server/web/main.ts");
    await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
  },
};
