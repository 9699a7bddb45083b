import { z } from "zod";

import { generationDeps } from "#server/composition.ts";
import { fillBuffer, seedLibrary } from "#server/pipeline/generation/service.ts";

import { type Command, parseOptions } from "../command.ts";
import { commandDeps } from "../running-installation.ts";

const optionsSchema = z.object({ positional: z.array(z.string()).max(200) });

export const command: Command = {
  name: "generate",
  summary: "bring bundled problems in and open tasks from them",
  usage:
    "[PROBLEM …]   problems of the library by folder name (all)\nThe worker verifies and measures; watch it on the jobs page.",
  async run(args, context) {
    const { positional } = parseOptions(args, optionsSchema);
    const deps = generationDeps(commandDeps());
    const queued = await seedLibrary(deps, positional.length > 0 ? positional : undefined);
    const opened = await fillBuffer(deps);
    context.result({ queued, opened }, `${queued.length} problems queued, ${opened} tasks opened.`);
  },
};
