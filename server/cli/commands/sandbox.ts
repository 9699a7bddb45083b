import type { Command } from "../command.ts";

/** One role alone, for deployments that supervise processes themselves. */
export const command: Command = {
  name: "sandbox",
  summary: "one role: documents on their own origin, and their verification",
  usage: "Reads the environment (README, “Settings”).",
  async run(_args, context) {
    await import("#sandbox/main.ts");
    await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
  },
};
