import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import { findCommitment, findRoundState, listExplainedAnswers, listScores, listScoresOfMiner } from "./repository.ts";
import type { Explanation, RevealedCommitment, RoundScore, ScoreView } from "./schema.ts";

type ReadDeps = Pick<Deps, "db" | "subnet" | "sandboxOrigin">;

/** Everybody's scores of a closed round: the scale is absolute, so there is nothing to hide in them. */
export async function readScores(deps: ReadDeps, roundId: number): Promise<ScoreView[]> {
  return listScores(deps.db.sql, deps.subnet, roundId, null);
}

/** More rounds than a page shows. */
const ROUNDS_MAX = 100;

/** A miner's scores in all rounds, newest first. */
export async function readScoresOfMiner(deps: ReadDeps, minerId: string): Promise<RoundScore[]> {
  return listScoresOfMiner(deps.db.sql, deps.subnet, minerId, ROUNDS_MAX);
}

/**
 * Why a miner has the score it has: every control task with both orders, and the numbers. Ground truth
 * leaves the server only after the round has closed, whoever asks.
 */
export async function explainScore(
  deps: ReadDeps,
  input: { roundId: number; minerId: string },
  viewer: Pick<Actor, "memberships" | "validatorIds" | "isOperator" | "locale">,
): Promise<Explanation> {
  const own = viewer.memberships.some((m) => m.minerId === input.minerId && m.role !== "labeller");
  if (!own && viewer.validatorIds.length === 0 && !viewer.isOperator) {
    throw new DomainError(
      "forbidden",
      "score.not-yours",
      "Only the miner's team, validators and operators see its answers.",
    );
  }
  const state = await findRoundState(deps.db.sql, deps.subnet, input.roundId);
  if (state === null)
    throw new DomainError("not-found", "round.unknown", `There is no round ${input.roundId} on this subnet.`);
  if (state !== "closed")
    throw new DomainError("conflict", "round.not-closed", "Explanations are published when the round has closed.");

  const [score] = await listScores(deps.db.sql, deps.subnet, input.roundId, input.minerId);
  const answers = await listExplainedAnswers(deps.db.sql, deps.subnet, input.roundId, input.minerId);
  return {
    score: score ?? null,
    answers: answers.map(({ prompts, levels, documents, digest, ...answer }) => ({
      ...answer,
      prompt: prompts[viewer.locale] ?? prompts.en ?? "",
      trueRanks: levels,
      documentUrls: documents.map((hash) => `${deps.sandboxOrigin}/d/${hash}`),
      commitment: digest,
    })),
  };
}

/** A task's commitment, with the truth and everything needed to check it once the round has closed. */
export async function readCommitment(deps: ReadDeps, taskId: string): Promise<RevealedCommitment> {
  const row = await findCommitment(deps.db.sql, deps.subnet, taskId);
  if (!row) throw new DomainError("not-found", "commitment.unknown", "There is no commitment for this task.");
  if (row.revealedAt !== null) return row;
  return { ...row, truth: null, salt: null, roundSecret: null };
}
