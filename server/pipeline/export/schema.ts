import { z } from "zod";

export const CONFIGS = ["dpo", "sft", "kto", "rankings"] as const;
export const configSchema = z.enum(CONFIGS);
export type Config = z.infer<typeof configSchema>;

export const FORMATS = ["parquet", "jsonl"] as const;
export const formatSchema = z.enum(FORMATS);
export type Format = z.infer<typeof formatSchema>;

/** What a dataset is made of. */
export const exportRequestSchema = z.strictObject({
  /** Closed rounds; empty: all of them. */
  roundIds: z.array(z.number().int().positive()).max(1_000).default([]),
  configs: z
    .array(configSchema)
    .min(1)
    .default([...CONFIGS]),
  formats: z.array(formatSchema).min(1).default(["parquet"]),
  /** A pair leaves only with at least this posterior probability of its order. */
  posteriorMin: z.number().min(0.5).max(1).default(0.8),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** One file as the manifest lists it. */
export const datasetFileSchema = z.object({
  path: z.string(),
  config: configSchema.nullable(),
  format: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type DatasetFile = z.infer<typeof datasetFileSchema>;

export const manifestSchema = z.object({
  version: z.number().int(),
  network: z.string(),
  netuid: z.number().int(),
  roundIds: z.array(z.number().int()),
  aggregation: z.string(),
  posteriorMin: z.number(),
  counts: z.record(z.string(), z.number().int()),
  /** Control tasks never leave while they are in use; this is how many the rounds had. */
  controlTasksExcluded: z.number().int(),
  files: z.array(datasetFileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const datasetViewSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(["queued", "running", "ready", "failed", "cancelled"]),
  request: exportRequestSchema,
  message: z.string().nullable(),
  /** The job that makes it; see `operations.jobs`. */
  jobRunId: z.string().nullable(),
  createdAt: z.date(),
  readyAt: z.date().nullable(),
  files: z.array(datasetFileSchema),
  counts: z.record(z.string(), z.number().int()),
});
export type DatasetView = z.infer<typeof datasetViewSchema>;

export const datasetIdSchema = z.strictObject({ datasetId: z.uuid() });
