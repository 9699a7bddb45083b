import { readFileSync } from "node:fs";

import { z } from "zod";

import type { ApiClient } from "../api-client.ts";

const pairSchema = z.object({ task_id: z.string(), chosen_output_id: z.string(), rejected_output_id: z.string() });

/** How many exported preference pairs stand in the order that the sandbox measured. */
export type TruthCheck = { pairs: number; inMeasuredOrder: number };

/**
 * Holds the preference pairs of a dataset against the measured order of their tasks.
 *
 * @throws when a pair has no measured order behind it: such a row must never be exported by the demo.
 */
export async function checkPairs(validator: ApiClient, jsonlPaths: readonly string[]): Promise<TruthCheck> {
  const levels = new Map<string, Map<string, number>>();
  const check: TruthCheck = { pairs: 0, inMeasuredOrder: 0 };
  for (const line of jsonlPaths.flatMap((path) => readFileSync(path, "utf8").trim().split("\n"))) {
    const pair = pairSchema.parse(JSON.parse(line));
    const known = levels.get(pair.task_id) ?? (await levelsOf(validator, pair.task_id));
    levels.set(pair.task_id, known);
    const [chosen, rejected] = [known.get(pair.chosen_output_id), known.get(pair.rejected_output_id)];
    if (chosen === undefined || rejected === undefined)
      throw new Error(`A pair of task ${pair.task_id} has no measured order.`);
    check.pairs++;
    if (chosen < rejected) check.inMeasuredOrder++;
  }
  return check;
}

async function levelsOf(validator: ApiClient, taskId: string): Promise<Map<string, number>> {
  const { variants } = await validator.tasks.get.query({ taskId });
  return new Map(variants.map(({ completionId, level }) => [completionId, level]));
}
