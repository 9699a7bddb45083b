import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "@playwright/test";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

import { installationEnv } from "./installation.ts";

type Row = {
  miner: string;
  strategy: string;
  controlAnswers: number;
  lowerBound: number;
  reward: number;
  weight: number;
};
type Result = {
  rows: Row[];
  datasets: { path: string; rows: number }[];
  truth: { pairs: number; inMeasuredOrder: number };
};

test("the demo: honest labellers earn, constant, random and replaying ones earn nothing, and the datasets load", async () => {
  test.setTimeout(15 * 60_000);
  const out = mkdtempSync(join(tmpdir(), "dojo-demo-"));
  const words = ["scripts/run.mjs", "cli", "demo", "--labellers", "12", "--tasks", "32", "--out", out, "--json"];
  const stdout = execFileSync(process.execPath, words, {
    env: installationEnv(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { rows, datasets, truth }: Result = JSON.parse(stdout);

  const by = (strategy: string) => rows.filter((row) => row.strategy.startsWith(strategy));
  for (const strategy of ["honest", "noisy", "random", "constant", "replay", "absent"])
    expect(by(strategy), strategy).not.toHaveLength(0);
  for (const row of by("honest")) expect(row.reward, row.miner).toBeGreaterThan(0);
  for (const strategy of ["random", "constant", "replay", "absent"])
    for (const row of by(strategy)) expect(row, row.miner).toMatchObject({ reward: 0, weight: 0 });
  for (const row of by("absent")) expect(row.controlAnswers).toBe(0);
  expect(rows.reduce((sum, row) => sum + row.weight, 0)).toBeLessThanOrEqual(1 + 1e-9);

  const parquet = datasets.filter(({ path }) => path.endsWith(".parquet"));
  expect(new Set(parquet.map(({ path }) => path.split("/").at(-2)))).toEqual(
    new Set(["dpo", "kto", "rankings", "sft"]),
  );
  for (const { path, rows: count } of parquet) {
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors });
    expect(read).toHaveLength(count);
    expect(count).toBeGreaterThan(0);
  }
  // Honest labellers are the majority here, so what they agree on is what was measured.
  expect(truth.pairs).toBeGreaterThan(0);
  expect(truth.inMeasuredOrder / truth.pairs).toBeGreaterThan(0.95);
});
