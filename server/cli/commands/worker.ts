import type { Command } from "../command.ts";

/** One role alone, for deployments that supervise processes themselves. */
export const command: Command = {
  name: "worker",
  summary: "one role: background jobs from the queue in PostgreSQL",
  usage: "Reads the environment (README, “Settings”).",
  async run(_args, context) {
    await import("#server/worker/main.ts");
    await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
  },
};
