import type { Deps } from "#server/platform/deps.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { AGGREGATION_VERSION, aggregateRankings, type MallowsTask } from "#server/validator/aggregation/mallows-em.ts";

import { insertConsensus, listVotes, type NewConsensus, type Vote } from "./repository.ts";

/** Surplus answers came after a task was full, when their labeller might have heard of others: they weigh half. */
const SURPLUS_WEIGHT = 0.5;

/**
 * Aggregates a closing round: labels of normal tasks become consensus rankings, with the labellers'
 * reliability learnt from control tasks, and the next stage is enqueued in the same transaction.
 */
export async function aggregateRound(deps: Pick<Deps, "db" | "subnet">, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const votes = await listVotes(sql, deps.subnet, roundId);
    const consensus = consensusOf(votes);
    await insertConsensus(sql, { subnet: deps.subnet, roundId, algorithmVersion: AGGREGATION_VERSION, consensus });
    await enqueue(sql, "score-round", { roundId }, { key: `score-round:${roundId}` });
  });
}

function consensusOf(votes: readonly Vote[]): NewConsensus[] {
  if (votes.length === 0) return [];
  const normal = new Map<string, MallowsTask & { votes: MallowsTask["votes"][number][] }>();
  const control: MallowsTask[] = [];
  for (const vote of votes) {
    if (vote.kind === "control") {
      // Every miner was shown a task of its own here: its truth is known and nobody else's vote belongs to it.
      const taskId = `${vote.taskId}:${vote.labellerId}`;
      control.push({ taskId, votes: [{ labellerId: vote.labellerId, ranking: vote.ranks }], trueRanks: vote.levels });
      continue;
    }
    const task = normal.get(vote.taskId) ?? { taskId: vote.taskId, votes: [] };
    task.votes.push({ labellerId: vote.labellerId, ranking: byBase(vote), weight: vote.surplus ? SURPLUS_WEIGHT : 1 });
    normal.set(vote.taskId, task);
  }
  const result = aggregateRankings([...normal.values(), ...control]);
  return [...normal.values()].map((task) => {
    const order = result.tasks.get(task.taskId);
    if (!order) throw new Error(`the aggregation lost task ${task.taskId}`);
    return { taskId: task.taskId, ranks: order.consensus, posterior: order.posterior, raters: task.votes.length };
  });
}

/** Ranks by base instead of by position: positions differ between miners, bases do not. */
function byBase(vote: Vote): number[] {
  const ranks: number[] = [];
  for (const [position, base] of vote.bases.entries()) ranks[base] = vote.ranks[position] ?? 0;
  return ranks;
}
