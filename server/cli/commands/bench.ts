import { z } from "zod";

import { benchHandlers } from "../../../bench/handlers.ts";
import { benchLabelling } from "../../../bench/labelling.ts";
import { benchUniqueness } from "../../../bench/uniqueness.ts";

import { type Command, type CommandContext, parseOptions, UsageError } from "../command.ts";

const optionsSchema = z.strictObject({
  seconds: z.coerce.number().int().min(2).max(120).default(10),
  clients: z.coerce.number().int().min(1).max(256).default(64),
  completions: z.coerce.number().int().min(1_000).max(2_000_000).default(100_000),
  positional: z.array(z.string()).length(1, "name one of: labelling, handlers, uniqueness"),
});

type Benchmark = (
  options: { clients: number; seconds: number; completions: number },
  context: CommandContext,
) => Promise<{ ratio: number; text: string }>;
const BENCHMARKS: Record<string, Benchmark> = {
  labelling: benchLabelling,
  handlers: benchHandlers,
  uniqueness: benchUniqueness,
};

export const command: Command = {
  name: "bench",
  summary: "repeatable benchmarks, as ratios to a baseline measured in the same run",
  usage:
    "labelling [--clients 64] [--seconds 10]   claim + submit over HTTP against the same SQL through pg\nhandlers [--clients 64] [--seconds 10]    a route handler of Next against a plain Node handler\nuniqueness [--completions 100000] [--seconds 10]   searching for a copy against comparing with everything",
  async run(args, context) {
    const { positional, ...options } = parseOptions(args, optionsSchema);
    const benchmark = BENCHMARKS[positional[0] ?? ""];
    if (!benchmark) throw new UsageError(`there is no benchmark “${positional[0]}”`);
    const outcome = await benchmark(options, context);
    context.result(outcome, outcome.text);
  },
};
