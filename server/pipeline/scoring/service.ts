import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";
import { kendallTauA } from "#server/validator/agreement/kendall.ts";
import {
  ALGORITHM_VERSION,
  type ControlResult,
  controlScore,
  type ScoreRules,
} from "#server/validator/scoring/control-score.ts";
import { effectiveMembers, payPoints } from "#server/validator/scoring/pay-share.ts";

import {
  type ControlOutcome,
  countAnswers,
  findRoundSettings,
  insertObservations,
  insertScores,
  listControlOutcomes,
  listObservations,
  type NewObservation,
  type NewScore,
  type ObservationRow,
} from "./repository.ts";

type ScoringDeps = Pick<Deps, "db" | "subnet">;

/** Metrics of an observation row. Each scoring model names the ones it reads. */
const METRIC = { tau: "kendall-tau", expired: "expired", skipped: "skipped", answers: "answers" } as const;

/**
 * Scores a closing round: labels and leases become observations, observations become scores, and the
 * next stage is enqueued, all in one transaction. A second run finds everything there.
 */
export async function scoreRound(deps: ScoringDeps, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const round = await findRoundSettings(sql, roundId);
    if (!round) throw new DomainError("not-found", "round.unknown", `There is no round ${roundId}.`);
    const outcomes = await listControlOutcomes(sql, deps.subnet, roundId);
    const answers = await countAnswers(sql, deps.subnet, roundId);
    await insertObservations(sql, deps.subnet, roundId, observationsOf(outcomes, answers));
    const rules = roundSettingsSchema.parse(round.settings);
    await insertScores(sql, {
      subnet: deps.subnet,
      roundId,
      algorithmVersion: ALGORITHM_VERSION,
      // Nothing in this model is drawn; what names the run is the secret that fixed the truth.
      seed: round.secretHash,
      scores: scoresOf(await listObservations(sql, deps.subnet, roundId), rules),
    });
    await enqueue(sql, "weigh-round", { roundId }, { key: `weigh-round:${roundId}` });
  });
}

/** What each assignment says about its miner. A lease that the end of the round cut short says nothing. */
function observationsOf(outcomes: readonly ControlOutcome[], answers: ReadonlyMap<string, number>): NewObservation[] {
  const perAssignment = outcomes.flatMap((outcome): NewObservation[] => {
    const at = { entryId: outcome.minerId, sampleId: outcome.assignmentId };
    if (outcome.ranks && outcome.state === "submitted") {
      return [{ ...at, metric: METRIC.tau, value: kendallTauA(outcome.ranks, outcome.levels) }];
    }
    if (outcome.cutShort && !outcome.ranks) return [];
    // An answer after its lease is kept and paid as work, but it had more time than others: it scores like none.
    if (outcome.ranks || outcome.state === "expired") return [{ ...at, metric: METRIC.expired, value: 1 }];
    if (outcome.state === "skipped") return [{ ...at, metric: METRIC.skipped, value: 1 }];
    return [];
  });
  const perMiner = [...answers].map(([minerId, value]) => ({
    entryId: minerId,
    sampleId: minerId,
    metric: METRIC.answers,
    value,
  }));
  return [...perAssignment, ...perMiner];
}

/** Scores of all miners of which something was observed. */
export function scoresOf(observations: readonly ObservationRow[], rules: ScoreRules): NewScore[] {
  const byMiner = new Map<string, ObservationRow[]>();
  for (const row of observations) {
    const rows = byMiner.get(row.entryId);
    if (rows) rows.push(row);
    else byMiner.set(row.entryId, [row]);
  }
  const scored = [...byMiner].map(([minerId, rows]) => scoreOf(minerId, rows, rules));
  const total = scored.reduce((sum, { points }) => sum + points, 0);
  return scored.map(({ score, points }) => ({ ...score, share: total === 0 ? 0 : points / total }));
}

function scoreOf(minerId: string, rows: readonly ObservationRow[], rules: ScoreRules) {
  const results = rows.flatMap((row): ControlResult[] => {
    if (row.metric === METRIC.tau) return [{ kind: "answer", tau: row.value }];
    if (row.metric === METRIC.expired) return [{ kind: "expired" }];
    if (row.metric === METRIC.skipped) return [{ kind: "skip" }];
    return [];
  });
  const answers = rows.find((row) => row.metric === METRIC.answers)?.value ?? 0;
  const result = controlScore(results, answers, rules);
  // Evidence clusters are a later stage; until it speaks, every miner stands alone.
  const clusterSize = 1;
  const correlation = 0;
  const score: NewScore = {
    minerId,
    controlAnswers: result.answered,
    answers,
    answersPaid: result.answersPaid,
    expired: result.expired,
    skipped: result.skipped,
    meanTau: result.answered === 0 ? 0 : result.sumTau / result.answered,
    shrunkMean: result.shrunkMean,
    lowerBound: result.lowerBound,
    baseline: result.baseline,
    reward: result.reward,
    clusterSize,
    effectiveMembers: effectiveMembers(clusterSize, correlation),
    share: 0,
  };
  return { score, points: payPoints(result.reward, clusterSize, correlation) };
}
