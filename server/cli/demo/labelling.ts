import { seededRng, deriveSeed } from "#server/validator/simulation/seeded-rng.ts";
import { simulatedAnswer } from "#server/validator/simulation/labellers.ts";

import type { Oracle } from "./oracle.ts";
import type { Player } from "./teams.ts";

/** Answers of the one whom replayers copy: rank by base, by task. */
export type CopiedAnswers = Map<string, Map<number, number>>;

const PREPARING_PAUSE_MS = 250;

/**
 * One simulated labeller at work until nothing is left to do: takes a task, answers by its strategy,
 * submits. Everything goes through the API that browsers use.
 * @returns how many labels were submitted.
 */
export async function labelAll(
  player: Player,
  options: {
    oracle: Oracle;
    seed: number;
    tasks: number;
    copied: CopiedAnswers;
    record: boolean;
    onLabel: () => void;
    signal: AbortSignal;
  },
): Promise<number> {
  const { api } = player.session;
  const rng = seededRng(deriveSeed(options.seed, player.name));
  let labels = 0;
  while (labels < options.tasks && !options.signal.aborted) {
    const next = await api.assignment.next.mutate();
    if (next.status === "nothing") {
      if (next.reason !== "preparing" && next.reason !== "all-leased") break;
      await new Promise((resolve) => setTimeout(resolve, PREPARING_PAUSE_MS));
      continue;
    }
    const { assignmentId, leaseToken, completions } = next.assignment;
    const shown = await options.oracle(assignmentId);
    const source = options.copied.get(shown.taskId);
    const copied = source ? shown.bases.map((base) => source.get(base) ?? 0) : null;
    const ranks = simulatedAnswer(player.strategy, { trueRanks: shown.trueRanks, copied }, rng);
    if (ranks === null) break; // an absent labeller takes a task and goes away
    const ids = completions.map((completion) => completion.id);
    await api.labelling.submit.mutate({ assignmentId, leaseToken, ranking: groupsOf(ranks, ids) });
    if (options.record)
      options.copied.set(shown.taskId, new Map(shown.bases.map((base, position) => [base, ranks[position] ?? 0])));
    labels++;
    options.onLabel();
  }
  return labels;
}

/** Groups of ids, best first, from ranks by position. */
function groupsOf(ranks: readonly number[], ids: readonly string[]): string[][] {
  const levels = [...new Set(ranks)].toSorted((a, b) => a - b);
  return levels.map((level) => ids.filter((_, position) => ranks[position] === level));
}
