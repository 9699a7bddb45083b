import { expect, test } from "vitest";

import { controlScore } from "#server/validator/scoring/control-score.ts";

import { stepsOf } from "./score-steps.ts";

const answersOf = (taus: readonly number[]) => taus.map((tau) => ({ kind: "answer", tau }) as const);

function scoreOf(taus: readonly number[], expired: number, skipped: number) {
  const results = [
    ...answersOf(taus),
    ...Array.from({ length: expired }, () => ({ kind: "expired" }) as const),
    ...Array.from({ length: skipped }, () => ({ kind: "skip" }) as const),
  ];
  const score = controlScore(results, taus.length + 3, { baseline: 0.3, controlShare: 0.5 });
  return {
    score,
    view: {
      minerId: "m",
      minerName: "m",
      hotkey: "h",
      controlAnswers: score.answered,
      answers: score.answers,
      answersPaid: score.answersPaid,
      expired,
      skipped,
      meanTau: score.answered === 0 ? 0 : score.sumTau / score.answered,
      shrunkMean: score.shrunkMean,
      lowerBound: score.lowerBound,
      baseline: score.baseline,
      reward: score.reward,
      clusterSize: 1,
      effectiveMembers: 1,
      share: 0,
      algorithmVersion: score.algorithmVersion,
      seed: "",
    },
  };
}

test.each([
  { taus: [1, 1, 2 / 3, 1 / 3, 1], expired: 0, skipped: 0 },
  { taus: Array.from({ length: 27 }, () => 2 / 3), expired: 2, skipped: 4 },
  { taus: Array.from({ length: 900 }, () => 1 / 3), expired: 40, skipped: 300 },
  { taus: [], expired: 3, skipped: 0 },
])("steps of $taus.length answers are those that the score was made of", ({ taus, expired, skipped }) => {
  const { score, view } = scoreOf(taus, expired, skipped);
  const steps = stepsOf(view);
  expect(steps.counted).toBe(score.counted);
  expect(steps.freeSkips).toBe(score.skipsFree);
  expect(steps.sumTau).toBeCloseTo(score.sumTau, 9);
  expect(steps.sumTau / (steps.counted + 10) - steps.margin).toBeCloseTo(score.lowerBound, 9);
  expect(view.answersPaid * steps.excess).toBeCloseTo(score.reward, 9);
});
