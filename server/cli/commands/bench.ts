import { z } from "zod";

import { benchLabelling } from "../../../bench/labelling.ts";

import { type Command, parseOptions, UsageError } from "../command.ts";

const optionsSchema = z.object({
  seconds: z.coerce.number().int().min(2).max(120).default(10),
  clients: z.coerce.number().int().min(1).max(256).default(64),
  positional: z.array(z.string()).length(1, "name one of: labelling"),
});

export const command: Command = {
  name: "bench",
  summary: "repeatable benchmarks, as ratios to a baseline measured in the same run",
  usage: "labelling [--clients 64] [--seconds 10]   claim + submit over HTTP against the same SQL through pg",
  async run(args, context) {
    const { positional, ...options } = parseOptions(args, optionsSchema);
    if (positional[0] !== "labelling") throw new UsageError(`there is no benchmark “${positional[0]}”`);
    const outcome = await benchLabelling(options, context);
    context.result(outcome, outcome.text);
  },
};
