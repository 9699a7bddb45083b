import { DomainError } from "#server/errors.ts";
import { recordAct } from "#server/platform/audit.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createJobRun, trackJobRun } from "#server/platform/job-runs.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { appendOutbox } from "#server/platform/outbox.ts";

import { type DatasetRow, findDataset, insertDataset, listDatasets, setJobRun, updateDataset } from "./repository.ts";
import { type DatasetView, type ExportRequest, exportRequestSchema, manifestSchema } from "./schema.ts";
import { writeDataset } from "./write-dataset.ts";

type ExportDeps = Pick<Deps, "db" | "objects" | "subnet" | "random">;

function viewOf(row: DatasetRow): DatasetView {
  const manifest = row.manifest === null ? null : manifestSchema.parse(row.manifest);
  const { id, version, state, message, jobRunId, createdAt, readyAt } = row;
  const request = exportRequestSchema.parse(row.request);
  return {
    id,
    version,
    state,
    request,
    message,
    jobRunId,
    createdAt,
    readyAt,
    files: manifest?.files ?? [],
    counts: manifest?.counts ?? {},
  };
}

/** Queues the making of a dataset version. */
export async function requestDataset(
  deps: Pick<Deps, "db" | "subnet">,
  request: ExportRequest,
  actorId: string,
): Promise<{ datasetId: string; version: number; jobRunId: string }> {
  return deps.db.withTransaction(async (sql) => {
    const { id, version } = await insertDataset(sql, deps.subnet, JSON.stringify(request), actorId);
    const jobRunId = await createJobRun(sql, {
      kind: "export-dataset",
      subject: `version ${version}`,
      startedBy: actorId,
    });
    await setJobRun(sql, id, jobRunId);
    await recordAct(sql, { actorId, act: "dataset.create", subject: `dataset/${id}`, after: request });
    await enqueue(sql, "export-dataset", { datasetId: id, jobRunId }, { key: `export-dataset:${id}`, maxAttempts: 3 });
    return { datasetId: id, version, jobRunId };
  });
}

/** Makes a queued dataset. A run that was killed starts again from the beginning: files exist only once they are whole. */
export async function exportDataset(deps: ExportDeps, input: { datasetId: string; jobRunId: string }): Promise<void> {
  const dataset = await findDataset(deps.db.sql, deps.subnet, input.datasetId);
  if (dataset.state === "ready") return;
  await updateDataset(deps.db.sql, dataset.id, { state: "running" });
  try {
    const manifest = await trackJobRun(deps.db, input.jobRunId, (progress) =>
      writeDataset(deps, exportRequestSchema.parse(dataset.request), dataset.version, progress),
    );
    if (manifest === null)
      return await updateDataset(deps.db.sql, dataset.id, { state: "cancelled", message: "Stopped on request." });
    await deps.db.withTransaction(async (sql) => {
      await updateDataset(sql, dataset.id, { state: "ready", manifest: JSON.stringify(manifest) });
      await appendOutbox(sql, "export.completed", { datasetId: dataset.id, version: dataset.version });
    });
  } catch (error) {
    const refused = error instanceof DomainError;
    await updateDataset(deps.db.sql, dataset.id, {
      state: "failed",
      message: refused ? error.message : "Failed; the log has the details.",
    });
    // A refusal would be the same next time.
    if (!refused) throw error;
  }
}

export async function readDatasets(deps: Pick<Deps, "db" | "subnet">): Promise<DatasetView[]> {
  return (await listDatasets(deps.db.sql, deps.subnet)).map(viewOf);
}

export async function readDataset(deps: Pick<Deps, "db" | "subnet">, datasetId: string): Promise<DatasetView> {
  return viewOf(await findDataset(deps.db.sql, deps.subnet, datasetId));
}

const CONTENT_TYPES: Record<string, string> = {
  parquet: "application/vnd.apache.parquet",
  jsonl: "application/x-ndjson",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
};

/** One file of a dataset, by its path in the manifest. */
export async function readDatasetFile(
  deps: Pick<Deps, "db" | "subnet" | "objects">,
  datasetId: string,
  path: string,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const dataset = await readDataset(deps, datasetId);
  const file = dataset.files.find((candidate) => candidate.path === path);
  const bytes = file ? await deps.objects.get(file.sha256) : null;
  if (!file || !bytes)
    throw new DomainError(
      "not-found",
      "dataset.no-such-file",
      `Dataset version ${dataset.version} has no file “${path}”.`,
    );
  return { bytes, contentType: CONTENT_TYPES[file.format] ?? "application/octet-stream" };
}
