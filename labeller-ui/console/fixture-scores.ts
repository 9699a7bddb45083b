import type { Explanation, ScoreView } from "#server/pipeline/scoring/schema.ts";
import type { WeightVectorView } from "#server/pipeline/weights/schema.ts";

import { type PairVerdict, pairsOf } from "./documents/positions.ts";
import { at, documents, hex, prompt } from "./fixtures.ts";

const hotkey = (seed: number) => `5${hex(seed).slice(0, 20).toUpperCase()}${hex(seed + 3).slice(0, 27)}`;

const SIGMA = Math.sqrt(13 / 54);

function scoreOf(index: number, minerName: string, answered: number, meanTau: number): ScoreView {
  const expired = index % 3;
  const n = answered + expired;
  const shrunkMean = (meanTau * answered) / (n + 10);
  const lowerBound = shrunkMean - (2 * SIGMA) / Math.sqrt(n + 10);
  return {
    minerId: `00000000-0000-4000-9000-00000000000${index}`,
    minerName,
    hotkey: hotkey(index),
    controlAnswers: answered,
    answers: answered * 2,
    answersPaid: answered * 2,
    expired,
    skipped: 0,
    meanTau,
    shrunkMean,
    lowerBound,
    baseline: 0.3,
    reward: answered * 2 * Math.max(0, lowerBound - 0.3),
    clusterSize: 1,
    effectiveMembers: 1,
    share: 0,
    algorithmVersion: "control-score/2",
    seed: hex(7),
  };
}

const miners: [string, number, number][] = [
  ["Aurora Labelling", 84, 0.87],
  ["Bao Nhan Studio", 61, 0.81],
  ["Северный ветер", 72, 0.74],
  ["晨光标注", 33, 0.79],
  ["Quick Hands", 90, 0.41],
  ["Copy & Co", 58, 0.03],
  ["Dice", 47, -0.06],
];
const unshared = miners.map(([name, answered, tau], index) => scoreOf(index, name, answered, tau));
const total = unshared.reduce((sum, { reward }) => sum + reward, 0);
export const scores: ScoreView[] = unshared.map((score) => ({ ...score, share: score.reward / total }));

export const vectorOf = (round: number): WeightVectorView => ({
  roundId: round,
  burn: 0.1,
  burnUid: 0,
  chain: [],
  entries: scores.map((score, index) => ({
    minerId: score.minerId,
    name: score.minerName,
    hotkey: score.hotkey,
    uid: index === 3 ? null : index + 11,
    reward: score.reward,
    average: score.reward * (0.7 + ((round + index) % 4) * 0.1),
    weight: score.share * 0.9 * (0.8 + ((round + index) % 4) * 0.1),
    weightU16: Math.round((score.share / (scores[0]?.share ?? 1)) * 65535),
  })),
  algorithmVersion: "weights/2",
  createdAt: at(round),
});

const given: (number[] | null)[] = [
  [0, 1, 2, 3],
  [1, 0, 2, 3],
  [2, 0, 3, 1],
  [0, 0, 1, 2],
  null,
  [3, 2, 1, 0],
  [2, 0, 3, 1],
  null,
];
const truths = [
  [0, 1, 2, 3],
  [1, 0, 3, 2],
  [2, 0, 3, 1],
];

function tauOf(trueRanks: readonly number[], ranks: readonly number[]): number {
  const pairs = pairsOf(trueRanks, ranks);
  const count = (verdict: PairVerdict) => pairs.filter((pair) => pair.verdict === verdict).length;
  return (count("concordant") - count("discordant")) / pairs.length;
}

export const explanation: Explanation = {
  score: scores[1] ?? null,
  answers: given.map((ranks, index) => ({
    assignmentId: `a${index}`,
    taskId: `t${index}`,
    prompt,
    labellerName: ["Lan", "Minh", "Olga"][index % 3] ?? "",
    state: ranks ? (index === 3 ? "late" : "submitted") : index === 4 ? "expired" : "skipped",
    trueRanks: truths[index % truths.length] ?? [],
    ranks,
    documentUrls: documents,
    tau: ranks ? tauOf(truths[index % truths.length] ?? [], ranks) : null,
    commitment: hex(index + 5),
  })),
};
