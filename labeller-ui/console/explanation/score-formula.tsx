"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import type { ScoreView } from "#server/pipeline/scoring/schema.ts";

import { useFigures } from "../figures.ts";
import { FORMULA, stepsOf } from "./score-steps.ts";

/** The score in five steps: each in words, then with this miner's own numbers. */
export function ScoreFormula({ score }: { score: ScoreView }) {
  const t = useTranslations("console.formula");
  const format = useFormatter();
  const { count, tau, percent, reward } = useFigures();
  const { counted, freeSkips, sumTau, margin, excess } = stepsOf(score);
  const sigma = tau(FORMULA.sigma);
  const answers = { answered: score.controlAnswers, expired: score.expired, skipped: score.skipped, free: freeSkips };
  return (
    <ol className="grid gap-px overflow-hidden rounded-xl border border-line bg-line lg:grid-cols-5">
      <Step title={t("count.title")} text={t("count.text", answers)} result={`n = ${count(counted)}`}>
        {t("count.formula")}
        <br />= {count(score.controlAnswers)} + {count(score.expired)} + {count(score.skipped)} − {count(freeSkips)}
      </Step>
      <Step
        title={t("mean.title")}
        text={t("mean.text", { prior: FORMULA.prior })}
        result={`m = ${tau(score.shrunkMean)}`}
      >
        Σs / (n + {FORMULA.prior})
        <br />= {tau(sumTau)} / {count(counted + FORMULA.prior)}
      </Step>
      <Step title={t("bound.title")} text={t("bound.text")} result={`L = ${tau(score.lowerBound)}`}>
        m − 2 · {sigma} / √{count(counted + FORMULA.prior)}
        <br />= {tau(score.shrunkMean)} − {tau(margin)}
      </Step>
      <Step
        title={t("reward.title")}
        text={score.reward > 0 ? t("reward.text") : t("reward.nothing")}
        result={`r = ${reward(score.reward)}`}
      >
        N · max(0, L − b), b = {format.number(score.baseline)}
        <br />= {count(score.answersPaid)} · {tau(excess)}
      </Step>
      <Step
        title={t("share.title")}
        text={score.clusterSize > 1 ? t("share.cluster", { size: score.clusterSize }) : t("share.text")}
        result={percent(score.share)}
      >
        r · mEff / k
        <br />= {reward(score.reward)} · {format.number(score.effectiveMembers, { maximumFractionDigits: 2 })} /{" "}
        {count(score.clusterSize)}
      </Step>
    </ol>
  );
}

function Step({ title, text, result, children }: { title: string; text: string; result: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-2 bg-surface p-4">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <p className="text-xl font-semibold tabular-nums">{result}</p>
      <p className="font-mono text-xs leading-relaxed break-words text-muted tabular-nums">{children}</p>
      <p className="text-sm text-pretty text-muted">{text}</p>
    </li>
  );
}
