"use client";

import { FileQuestion } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Explanation } from "#server/pipeline/scoring/schema.ts";

import { CopyHash } from "../copy-hash.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { useFigures } from "../figures.ts";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame, PagePart } from "../page-frame.tsx";
import { BlockSkeleton } from "../skeleton.tsx";
import { TauStrip } from "../plots/tau-strip.tsx";
import { AnswerList } from "./answer-list.tsx";
import { ScoreFormula } from "./score-formula.tsx";

type Props = { roundId: number; roundNumber: number | null; explanation: Loading<Explanation> };

/** Why a miner has the score it has: the formula with its numbers, and every answer behind them. */
export function ExplanationPage({ roundId, roundNumber, explanation }: Props) {
  const t = useTranslations("console");
  const score = explanation.data?.score;
  const round = roundNumber === null ? t("round") : t("roundNumber", { number: roundNumber });
  return (
    <PageFrame
      up={{ href: `/rounds/${roundId}`, label: round }}
      title={score ? score.minerName : t("formula.heading")}
      lead={
        score ? (
          <span className="flex flex-wrap items-center gap-x-4">
            <CopyHash hash={score.hotkey} name={t("weights.hotkey")} />
            <span className="font-mono text-xs">{score.algorithmVersion}</span>
          </span>
        ) : null
      }
    >
      <Loaded query={explanation} waiting={<BlockSkeleton blocks={3} />}>
        {(data) => <ExplanationBody explanation={data} />}
      </Loaded>
    </PageFrame>
  );
}

function ExplanationBody({ explanation: { score, answers } }: { explanation: Explanation }) {
  const t = useTranslations("console");
  const { tau } = useFigures();
  if (score === null) {
    return <EmptyNote picture={FileQuestion} title={t("formula.none")} text={t("formula.noneText")} />;
  }
  const taus = answers.flatMap(({ tau: value }) => (value === null ? [] : [value]));
  return (
    <>
      <PagePart title={t("formula.heading")} lead={t("formula.lead")}>
        <ScoreFormula score={score} />
      </PagePart>
      {taus.length === 0 ? null : (
        <PagePart title={t("answers.spread")} lead={t("answers.spreadLead")}>
          <div className="rounded-xl border border-line bg-surface p-4 sm:p-5">
            <TauStrip
              title={t("answers.spread")}
              description={t("answers.spreadText", { count: taus.length, mean: tau(score.meanTau) })}
              taus={taus}
              mean={score.meanTau}
              meanLabel={t("answers.meanLabel", { mean: tau(score.meanTau) })}
            />
          </div>
        </PagePart>
      )}
      <PagePart title={t("answers.title", { count: answers.length })} lead={t("answers.lead")}>
        {answers.length === 0 ? (
          <EmptyNote picture={FileQuestion} title={t("answers.none")} text={t("answers.noneText")} />
        ) : (
          <AnswerList answers={answers} />
        )}
      </PagePart>
    </>
  );
}
