"use client";

import { useTranslations } from "use-intl";

import type { ScoreView } from "#server/pipeline/scoring/schema.ts";

import { PlaceLink } from "../../shell/place-link.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";

export type RoundScore = { roundId: number; roundNumber: number; closedAt: Date | null; score: ScoreView };

/** One miner's scores by round; every row leads to its explanation. */
export function OwnScoreTable({ scores }: { scores: readonly RoundScore[] }) {
  const t = useTranslations("console");
  const { count, tau, reward, percent } = useFigures();
  const numeric = (key: string, cell: (score: ScoreView) => string): Column<RoundScore> => ({
    key,
    header: t(`scores.column.${key}`),
    hint: t(`scores.hint.${key}`),
    isNumber: true,
    cell: (row) => cell(row.score),
  });
  const columns: Column<RoundScore>[] = [
    {
      key: "round",
      header: t("round"),
      cell: ({ roundId, roundNumber }) => (
        <PlaceLink
          href={`/rounds/${roundId}`}
          className="rounded font-medium hover:text-accent hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("roundNumber", { number: roundNumber })}
        </PlaceLink>
      ),
    },
    numeric("share", (score) => percent(score.share)),
    numeric("reward", (score) => reward(score.reward)),
    numeric("lowerBound", (score) => tau(score.lowerBound)),
    numeric("baseline", (score) => tau(score.baseline)),
    numeric("meanTau", (score) => tau(score.meanTau)),
    numeric("controlAnswers", (score) => count(score.controlAnswers)),
    numeric("answers", (score) => count(score.answers)),
    numeric("expired", (score) => count(score.expired)),
    numeric("skipped", (score) => count(score.skipped)),
    { key: "closed", header: t("rounds.closed"), isWide: true, cell: ({ closedAt }) => <Moment at={closedAt} /> },
    {
      key: "explain",
      isAct: true,
      header: t("scores.column.explain"),
      cell: ({ roundId, roundNumber, score }) => (
        <PlaceLink
          href={`/rounds/${roundId}/miners/${score.minerId}`}
          aria-label={t("ownScores.explainNamed", { number: roundNumber })}
          className="rounded text-accent underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("scores.explain")}
        </PlaceLink>
      ),
    },
  ];
  return (
    <DataTable label={t("ownScores.title")} columns={columns} rows={scores} keyOf={({ roundId }) => String(roundId)} />
  );
}
