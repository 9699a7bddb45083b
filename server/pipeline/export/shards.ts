import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import { COLUMNS, type Row } from "./columns.ts";
import { createParquetFile, ROW_GROUP_ROWS } from "./parquet.ts";
import type { Config, DatasetFile, Format } from "./schema.ts";

/** A shard is held in memory until it is stored; the Hub takes up to 500 MB. */
const SHARD_BYTES_MAX = 64 * 1024 * 1024;

type OpenShard = { write(rows: readonly Row[]): Promise<void>; size(): number; finish(): Promise<Uint8Array> };

function createJsonlFile(): OpenShard {
  const lines: Uint8Array[] = [];
  let bytes = 0;
  const encoder = new TextEncoder();
  return {
    async write(rows) {
      for (const row of rows) {
        const line = encoder.encode(`${JSON.stringify(row)}\n`);
        lines.push(line);
        bytes += line.length;
      }
    },
    size: () => bytes,
    finish: async () => Buffer.concat(lines),
  };
}

const open: Record<Format, (config: Config) => OpenShard> = {
  parquet: (config) => createParquetFile(COLUMNS[config]),
  jsonl: () => createJsonlFile(),
};

/** Writes the rows of one config, split and format into shards of bounded size, group by group. */
export function createShardWriter(
  deps: Pick<Deps, "objects">,
  target: { config: Config; split: string; format: Format },
) {
  const done: { rows: number; bytes: number; sha256: string }[] = [];
  let shard: OpenShard | null = null;
  let rowsInShard = 0;
  let waiting: Row[] = [];

  const flush = async () => {
    if (waiting.length === 0) return;
    shard ??= open[target.format](target.config);
    await shard.write(waiting);
    rowsInShard += waiting.length;
    waiting = [];
    if (shard.size() >= SHARD_BYTES_MAX) await close();
  };
  const close = async () => {
    if (!shard) return;
    const bytes = await shard.finish();
    done.push({ rows: rowsInShard, bytes: bytes.length, sha256: await deps.objects.put(bytes) });
    shard = null;
    rowsInShard = 0;
  };

  return {
    async add(row: Row): Promise<void> {
      waiting.push(row);
      if (waiting.length >= ROW_GROUP_ROWS) await flush();
    },
    /** Files as the loaders expect them: `<config>/<split>-00000-of-0000N`. An empty split has none: a zero-row file makes loaders fail. */
    async finish(): Promise<DatasetFile[]> {
      await flush();
      await close();
      if (done.length > 99_999)
        throw new DomainError(
          "invalid",
          "export.too-many-shards",
          "More than 99,999 shards: export fewer rounds at once.",
        );
      const number = (value: number) => String(value).padStart(5, "0");
      return done.map((file, index) => ({
        ...file,
        config: target.config,
        format: target.format,
        path: `${target.config}/${target.split}-${number(index)}-of-${number(done.length)}.${target.format}`,
      }));
    },
  };
}
