"use client";

import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { ScoreView } from "#server/pipeline/scoring/schema.ts";
import type { WeightVectorView } from "#server/pipeline/weights/schema.ts";
import type { RoundView as Round } from "#server/rounds/schema.ts";

import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame, PagePart } from "../page-frame.tsx";
import { BlockSkeleton, TableSkeleton } from "../skeleton.tsx";
import { VectorPlot } from "../weights/vector-plot.tsx";
import { WeightTable } from "../weights/weight-table.tsx";
import { ClosingSteps } from "./closing-steps.tsx";
import { RoundFigures } from "./round-figures.tsx";
import { RoundState } from "./round-state.tsx";
import { ScorePlot } from "./score-plot.tsx";
import { ScoreTable } from "./score-table.tsx";
import { SecretCard } from "./secret-card.tsx";

type Props = {
  round: Round;
  counts: { tasks: number; labels: number } | null;
  scores: Loading<readonly ScoreView[]>;
  /** Null for those who have no vector. */
  vector: Loading<WeightVectorView> | null;
  ownHotkeys: readonly string[];
  canExplainAll: boolean;
  upHref: string;
  actions: ReactNode;
};

/** One round from opening to reveal: its state, and what it came to. */
export function RoundPage(props: Props) {
  const { round, counts, scores, vector, upHref } = props;
  const t = useTranslations("console");
  const closingDone = vector?.data ? 4 : (scores.data?.length ?? 0) > 0 ? 3 : round.labelledAt ? 1 : 0;
  const isScored = round.state === "closed" || (scores.data?.length ?? 0) > 0;
  return (
    <PageFrame
      up={{ href: upHref, label: upHref === "/scores" ? t("scores.title") : t("rounds.title") }}
      title={
        <>
          {t("roundNumber", { number: round.number })}
          <RoundState state={round.state} />
        </>
      }
      actions={props.actions}
    >
      <RoundFigures round={round} counts={counts} />
      {round.state === "closing" ? <ClosingSteps done={closingDone} until={round.graceEndsAt} /> : null}
      {round.state === "open" ? (
        <EmptyNote picture={Hourglass} title={t("rounds.notScored")} text={t("rounds.notScoredText")} />
      ) : null}
      {isScored ? (
        <PagePart title={t("scores.title")} lead={t("scores.lead")}>
          <Loaded query={scores} waiting={<TableSkeleton rows={6} />}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyNote picture={Hourglass} title={t("scores.none")} text={t("scores.noneText")} />
              ) : (
                <>
                  <ScorePlot scores={rows} baseline={round.settings.baseline} />
                  <ScoreTable
                    roundId={round.id}
                    scores={rows}
                    ownHotkeys={props.ownHotkeys}
                    canExplain={round.state !== "closed" ? "nobody" : props.canExplainAll ? "all" : "own"}
                  />
                </>
              )
            }
          </Loaded>
        </PagePart>
      ) : null}
      {vector && round.state === "closed" ? (
        <PagePart title={t("weights.vector")} lead={t("weights.vectorLead")}>
          <Loaded query={vector} waiting={<BlockSkeleton blocks={1} />}>
            {(data) => (
              <>
                <VectorPlot vector={data} />
                <WeightTable entries={data.entries} />
              </>
            )}
          </Loaded>
        </PagePart>
      ) : null}
      <SecretCard secretHash={round.secretHash} secretReveal={round.secretReveal} />
    </PageFrame>
  );
}
