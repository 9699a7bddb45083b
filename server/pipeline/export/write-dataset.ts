import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";
import type { Progress } from "#server/platform/job-runs.ts";
import { AGGREGATION_VERSION } from "#server/validator/aggregation/mallows-em.ts";
import { z } from "zod";

import { datasetCard } from "./card.ts";
import type { Row } from "./columns.ts";
import { countTasks, type ExportTask, listClosedRounds, listExportTasks } from "./repository.ts";
import { dpoRows, type ExportContext, ktoRows, rankingsRows, sftRows, splitGroupOf } from "./rows.ts";
import { type Config, CONFIGS, type DatasetFile, type ExportRequest, type Format, type Manifest } from "./schema.ts";
import { createShardWriter } from "./shards.ts";

type WriteDeps = Pick<Deps, "db" | "objects" | "subnet" | "random">;

const PAGE_TASKS = 200;
/** One group of prompts in ten is held out. */
const TEST_GROUPS_OF_TEN = 1;
const SALT_BYTES = 32;

const rowsOf: Record<Config, (context: ExportContext) => Row[]> = {
  dpo: dpoRows,
  sft: sftRows,
  kto: ktoRows,
  rankings: rankingsRows,
};

const storedSource = z.object({ files: z.array(z.object({ content: z.string() })).min(1) });

/**
 * Streams the consensus of closed rounds into files of the requested configs and formats, page by
 * page: memory holds one page of tasks and one open shard per file.
 */
export async function writeDataset(
  deps: WriteDeps,
  request: ExportRequest,
  version: number,
  progress: Progress,
): Promise<Manifest> {
  const roundIds = await listClosedRounds(deps.db.sql, deps.subnet, request.roundIds);
  if (roundIds.length === 0)
    throw new DomainError(
      "conflict",
      "export.no-rounds",
      "None of these rounds has closed: there is nothing to export yet.",
    );
  const counts = await countTasks(deps.db.sql, roundIds);
  const writers = createWriters(deps, request.configs, request.formats);
  const salt = deps.random.hex(SALT_BYTES);
  const rowCounts: Record<string, number> = Object.fromEntries(request.configs.map((config) => [config, 0]));
  let done = 0;
  for await (const task of exportTasks(deps, roundIds)) {
    const context = { task, sources: await loadSources(deps, task), salt, posteriorMin: request.posteriorMin };
    const split = splitOf(task.prompt);
    for (const config of CONFIGS.filter((candidate) => request.configs.includes(candidate))) {
      for (const row of rowsOf[config](context)) {
        rowCounts[config] = (rowCounts[config] ?? 0) + 1;
        for (const format of request.formats) await writers.get(key(config, split, format))?.add(row);
      }
    }
    done++;
    if (done % PAGE_TASKS === 0) await progress.step(done, counts.normal, `${done} tasks written`);
  }
  const files: DatasetFile[] = [];
  for (const writer of writers.values()) files.push(...(await writer.finish()));
  await progress.step(done, done, `${done} tasks, ${files.length} files`);
  return withCard(deps, {
    version,
    ...deps.subnet,
    roundIds,
    aggregation: AGGREGATION_VERSION,
    posteriorMin: request.posteriorMin,
    counts: rowCounts,
    controlTasksExcluded: counts.control,
    files,
  });
}

const key = (config: Config, split: string, format: Format) => `${config}/${split}/${format}`;

function createWriters(deps: WriteDeps, configs: readonly Config[], formats: readonly Format[]) {
  const targets = configs.flatMap((config) =>
    ["train", "test"].flatMap((split) => formats.map((format) => ({ config, split, format }))),
  );
  return new Map(
    targets.map((target) => [key(target.config, target.split, target.format), createShardWriter(deps, target)]),
  );
}

async function* exportTasks(deps: WriteDeps, roundIds: readonly number[]): AsyncGenerator<ExportTask> {
  let afterTaskId: string | null = null;
  for (;;) {
    const page: ExportTask[] = await listExportTasks(deps.db.sql, {
      roundIds,
      algorithmVersion: AGGREGATION_VERSION,
      afterTaskId,
      limit: PAGE_TASKS,
    });
    yield* page.filter((task) => task.votes !== null);
    const last = page.at(-1);
    if (!last || page.length < PAGE_TASKS) return;
    afterTaskId = last.taskId;
  }
}

async function loadSources(deps: WriteDeps, task: ExportTask): Promise<string[]> {
  return Promise.all(
    task.completions.map(async ({ sourceHash }) => {
      const bytes = await deps.objects.get(sourceHash);
      if (!bytes) throw new DomainError("unavailable", "object.missing", `The object store has lost ${sourceHash}.`);
      return storedSource.parse(JSON.parse(new TextDecoder().decode(bytes))).files[0]?.content ?? "";
    }),
  );
}

/** By prompt, so that no prompt stands on both sides; by hash, so that a prompt stays on its side in every release. */
const splitOf = (prompt: string) =>
  Number.parseInt(splitGroupOf(prompt).slice(0, 8), 16) % 10 < TEST_GROUPS_OF_TEN ? "test" : "train";

/** Card and manifest are files of the dataset like any other. */
async function withCard(deps: WriteDeps, manifest: Manifest): Promise<Manifest> {
  const store = async (path: string, text: string): Promise<DatasetFile> => {
    const bytes = new TextEncoder().encode(text);
    return {
      path,
      config: null,
      format: path.split(".").at(-1) ?? "",
      rows: 0,
      bytes: bytes.length,
      sha256: await deps.objects.put(bytes),
    };
  };
  const card = await store("README.md", datasetCard(manifest));
  const complete = { ...manifest, files: [...manifest.files, card] };
  const listing = await store("manifest.json", `${JSON.stringify(complete, null, 2)}\n`);
  return { ...complete, files: [...complete.files, listing] };
}
