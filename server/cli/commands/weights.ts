import { z } from "zod";

import { DomainError } from "#server/errors.ts";
import { previewVectors } from "#server/pipeline/weights/service.ts";

import { type Command, parseOptions, UsageError } from "../command.ts";
import { commandDeps } from "../running-installation.ts";
import { table } from "../table.ts";

const optionsSchema = z.strictObject({
  round: z.coerce.number().int().positive().optional(),
  positional: z.array(z.string()).length(1, "name one of: preview, set"),
});

export const command: Command = {
  name: "weights",
  summary: "preview the weight vector of a round",
  usage:
    "preview [--round ID]   the newest vector of each validator here\nset                    sends it to the chain (needs a chain adapter)",
  async run(args, context) {
    const { round, positional } = parseOptions(args, optionsSchema);
    const [verb] = positional;
    if (verb === "set") {
      throw new DomainError(
        "unavailable",
        "chain.none",
        "This installation has no chain adapter: weights can be previewed, not set.",
      );
    }
    if (verb !== "preview") throw new UsageError(`“${verb}” is not one of: preview, set`);
    const deps = commandDeps();
    const vectors = await previewVectors(deps, round ?? null);
    const text = vectors
      .map(({ validatorId, vector }) =>
        [
          `validator ${validatorId}, round ${vector.roundId}, burn ${vector.burn.toFixed(4)} to uid ${vector.burnUid}`,
          table(
            ["miner", "uid", "average", "weight", "u16"],
            vector.entries.map((entry) => [
              entry.name,
              String(entry.uid ?? ""),
              entry.average.toFixed(3),
              entry.weight.toFixed(5),
              String(entry.weightU16),
            ]),
          ),
          `on chain: ${vector.chain.map(({ uid, weightU16 }) => `${uid}:${weightU16}`).join(" ")}`,
        ].join("\n"),
      )
      .join("\n\n");
    context.result({ vectors }, text || "No vector yet: close a round first.");
  },
};
