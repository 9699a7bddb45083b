import { CONFIGS, type Manifest } from "./schema.ts";

const SIZE_CATEGORIES: readonly [number, string][] = [
  [1_000, "n<1K"],
  [10_000, "1K<n<10K"],
  [100_000, "10K<n<100K"],
  [1_000_000, "100K<n<1M"],
  [10_000_000, "1M<n<10M"],
];

/** The dataset card: front matter that the Hub reads, then what a person must know. */
export function datasetCard(manifest: Manifest): string {
  return `${frontMatter(manifest)}\n\n${body(manifest)}\n`;
}

function frontMatter(manifest: Manifest): string {
  const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const size = SIZE_CATEGORIES.find(([below]) => rows < below)?.[1] ?? "n>10M";
  const present = CONFIGS.filter((config) =>
    manifest.files.some((file) => file.config === config && file.format === "parquet"),
  );
  const configs = present.flatMap((config, index) => [
    `- config_name: ${config}`,
    ...(index === 0 ? ["  default: true"] : []),
    "  data_files:",
    ...["train", "test"]
      .filter((split) =>
        manifest.files.some((file) => file.path.startsWith(`${config}/${split}-`) && file.format === "parquet"),
      )
      .map((split) => `  - {split: ${split}, path: ${config}/${split}-*.parquet}`),
  ]);
  return [
    "---",
    `pretty_name: Dojo preferences v${manifest.version}`,
    "license: cc-by-4.0",
    "language: [en]",
    "task_categories: [text-generation]",
    "tags: [preference, dpo, sft, kto, human-feedback, trl]",
    "annotations_creators: [crowdsourced]",
    "language_creators: [machine-generated]",
    "source_datasets: [original]",
    `size_categories: ["${size}"]`,
    ...(configs.length > 0 ? ["configs:", ...configs] : []),
    "---",
  ].join("\n");
}

function body(manifest: Manifest): string {
  const counts = Object.entries(manifest.counts).map(([config, count]) => `| ${config} | ${count} |`);
  return `# Dojo preferences, version ${manifest.version}

Human rankings of live web interfaces: each task shows one prompt and four completions; labellers use them and rank them.

| config | rows |
|---|---|
${counts.join("\n")}

## How the rows were derived

* Rankings of ${manifest.roundIds.length} round(s) on ${manifest.network}, subnet ${manifest.netuid}, were aggregated by ${manifest.aggregation}: EM over the 24 orders of a task with one dispersion per labeller, learnt from control tasks whose order is known.
* \`dpo\`: every pair whose order has a posterior probability of at least ${manifest.posteriorMin}. \`margin\` is the expected difference of their ranks. Ties and completions that render alike are never paired.
* \`sft\`: the best completion, where it is the best with that probability. \`kto\`: the probable best and worst.
* \`rankings\`: every vote. \`outputs[].html\` is the completion's source file (\`index.html\` or \`index.tsx\`); \`rank\` and \`shown_order\` are by output.
* Splits follow \`split_group\`, a hash of the normalised prompt, so no prompt is in both.
* ${manifest.controlTasksExcluded} control tasks of these rounds are excluded.

## Known limits

* Prompts are exported in English; labellers read them in their own language.
* Rater ids are pseudonyms with a salt of this version only. Free-text reasons are not exported.

## Training

DPO and reward modelling read \`dpo\`. Completions are whole source files: set \`max_length\` above the usual 1,024 tokens, or the first difference of a pair may be cut away.

Annotations: CC BY 4.0. Completions: \`source_license\` of each row.`;
}
