import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";

import type { Column, ColumnType, Row } from "./columns.ts";

/** More rows in a group, and the Hub's viewer gives up on them. */
export const ROW_GROUP_ROWS = 1_000;

type Repetition = "REQUIRED" | "REPEATED";
const primitive = (
  name: string,
  type: SchemaElement["type"],
  converted?: SchemaElement["converted_type"],
): SchemaElement => ({
  name,
  ...(type === undefined ? {} : { type }),
  repetition_type: "REQUIRED",
  ...(converted === undefined ? {} : { converted_type: converted }),
});
const group = (
  name: string,
  children: number,
  repetition: Repetition = "REQUIRED",
  converted?: "LIST",
): SchemaElement => ({
  name,
  repetition_type: repetition,
  num_children: children,
  ...(converted === undefined ? {} : { converted_type: converted }),
});
const text = (name: string) => primitive(name, "BYTE_ARRAY", "UTF8");
/** The three-level LIST that every reader understands; older two-level lists are read in two ways. */
const list = (name: string, element: SchemaElement[]): SchemaElement[] => [
  group(name, 1, "REQUIRED", "LIST"),
  group("list", 1, "REPEATED"),
  ...element,
];
const struct = (fields: SchemaElement[][]): SchemaElement[] => [group("element", fields.length), ...fields.flat()];

const elements: Record<ColumnType, (name: string) => SchemaElement[]> = {
  string: (name) => [text(name)],
  double: (name) => [primitive(name, "DOUBLE")],
  int32: (name) => [primitive(name, "INT32")],
  bool: (name) => [primitive(name, "BOOLEAN")],
  timestamp: (name) => [primitive(name, "INT64", "TIMESTAMP_MILLIS")],
  "list<string>": (name) => list(name, [text("element")]),
  "list<int32>": (name) => list(name, [primitive("element", "INT32")]),
  messages: (name) => list(name, struct([[text("role")], [text("content")]])),
  outputs: (name) => list(name, struct([[text("output_id")], [text("model")], [text("html")]])),
  ratings: (name) =>
    list(
      name,
      struct([
        [text("rater_id")],
        list("rank", [primitive("element", "INT32")]),
        [text("criteria_json")],
        list("shown_order", [primitive("element", "INT32")]),
        [primitive("active_ms", "INT32")],
      ]),
    ),
};

/** Explicit schema: inferred ones differ between shards, and an extra field in a later shard is fatal to loaders. */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(({ name, type }) => elements[type](name))];
}

/** A Parquet file that grows group by group. */
export function createParquetFile(columns: readonly Column[]) {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: parquetSchema(columns) });
  return {
    async write(rows: readonly Row[]): Promise<void> {
      await writer.write({
        columnData: columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]) })),
        rowGroupSize: ROW_GROUP_ROWS,
      });
    },
    size: () => bytes.offset,
    async finish(): Promise<Uint8Array> {
      await writer.finish();
      return bytes.getBytes();
    },
  };
}
