import type { DatasetView } from "#server/pipeline/export/schema.ts";

/** What one can ask for, in the order of the form. The server has the same lists and the last word. */
export const DATASET_CONFIGS = [
  "dpo",
  "sft",
  "kto",
  "rankings",
] as const satisfies readonly DatasetView["request"]["configs"][number][];
export const DATASET_FORMATS = [
  "parquet",
  "jsonl",
] as const satisfies readonly DatasetView["request"]["formats"][number][];

/** Where one file of a dataset is downloaded. Slashes of its path are encoded: the path is one part of the address. */
export const fileHref = (datasetId: string, path: string): string =>
  `/api/v1/datasets/${datasetId}/files/${encodeURIComponent(path)}`;

export const bytesOf = (dataset: DatasetView): number => dataset.files.reduce((sum, { bytes }) => sum + bytes, 0);
