import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { z } from "zod";

import { DomainError } from "#server/errors.ts";
import { configSchema, exportRequestSchema, formatSchema } from "#server/pipeline/export/schema.ts";
import { exportDataset, readDataset, readDatasetFile, requestDataset } from "#server/pipeline/export/service.ts";

import { type Command, parseOptions } from "../command.ts";
import { commandDeps } from "../running-installation.ts";

const splitAtCommas = z.string().transform((text) => text.split(","));

const optionsSchema = z.strictObject({
  config: splitAtCommas.pipe(z.array(configSchema)).default(["dpo", "sft", "kto", "rankings"]),
  format: splitAtCommas.pipe(z.array(formatSchema)).default(["parquet"]),
  out: z.string().min(1),
  posterior: z.coerce.number().min(0.5).max(1).default(0.8),
  round: z.coerce.number().int().positive().optional(),
  positional: z.array(z.string()).max(0, "takes no words"),
});

export const command: Command = {
  name: "export",
  summary: "datasets of closed rounds, with card and manifest",
  usage:
    "--out DIR\n--config dpo,sft,kto,rankings\n--format parquet|jsonl|parquet,jsonl (parquet)\n--posterior P (0.8)  least probability of a pair's order\n--round ID           one round (all closed ones)",
  async run(args, context) {
    const options = parseOptions(args, optionsSchema);
    const deps = commandDeps();
    const request = exportRequestSchema.parse({
      configs: options.config,
      formats: options.format,
      posteriorMin: options.posterior,
      roundIds: options.round === undefined ? [] : [options.round],
    });
    const { datasetId, jobRunId } = await requestDataset(deps, request, "cli");
    context.say("Writing the dataset …");
    // Done here and now: a worker that takes the queued job afterwards finds it ready.
    await exportDataset(deps, { datasetId, jobRunId });
    const dataset = await readDataset(deps, datasetId);
    if (dataset.state !== "ready")
      throw new DomainError("unavailable", "export.failed", dataset.message ?? "The export failed.");
    for (const file of dataset.files) {
      const path = join(options.out, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, (await readDatasetFile(deps, datasetId, file.path)).bytes);
    }
    const listing = dataset.files.map(
      (file) => `${String(file.rows).padStart(8)} rows  ${join(options.out, file.path)}`,
    );
    context.result(dataset, listing.join("\n"));
  },
};
