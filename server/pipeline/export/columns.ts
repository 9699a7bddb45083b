import type { Config } from "./schema.ts";

/** Types that were tried with trainers and loaders (TRL, Hugging Face datasets) and arrive unchanged; everything else stays out. */
export type ColumnType =
  | "string"
  | "double"
  | "int32"
  | "bool"
  | "timestamp"
  | "list<string>"
  | "list<int32>"
  | "messages"
  | "outputs"
  | "ratings";
export type Column = { readonly name: string; readonly type: ColumnType };

const columns = (types: Record<string, ColumnType>): readonly Column[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

/** Columns of each config, in order. Every column is non-null: a null in one of them breaks some trainer. */
export const COLUMNS: Record<Config, readonly Column[]> = {
  dpo: columns({
    prompt: "messages",
    chosen: "messages",
    rejected: "messages",
    pair_id: "string",
    task_id: "string",
    split_group: "string",
    prompt_sha256: "string",
    language: "string",
    margin: "double",
    chosen_rank: "int32",
    rejected_rank: "int32",
    rank_gap: "int32",
    n_raters: "int32",
    pair_agreement: "double",
    chosen_output_id: "string",
    rejected_output_id: "string",
    chosen_model: "string",
    rejected_model: "string",
    criteria_json: "string",
    rater_ids: "list<string>",
    rater_group: "string",
    guideline_version: "string",
    viewer_version: "string",
    source_license: "string",
    created_at: "timestamp",
  }),
  sft: columns({
    prompt: "messages",
    completion: "messages",
    task_id: "string",
    split_group: "string",
    output_id: "string",
    language: "string",
    n_raters: "int32",
    rank: "int32",
    created_at: "timestamp",
  }),
  kto: columns({ prompt: "messages", completion: "messages", label: "bool", task_id: "string", output_id: "string" }),
  rankings: columns({
    task_id: "string",
    prompt_text: "string",
    outputs: "outputs",
    ratings: "ratings",
    created_at: "timestamp",
  }),
};

export type Message = { role: string; content: string };
export type OutputCell = { output_id: string; model: string; html: string };
export type RatingCell = {
  rater_id: string;
  rank: number[];
  criteria_json: string;
  shown_order: number[];
  active_ms: number;
};
export type Cell = string | number | boolean | Date | string[] | number[] | Message[] | OutputCell[] | RatingCell[];
export type Row = Record<string, Cell>;
