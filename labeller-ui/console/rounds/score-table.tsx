"use client";

import { useTranslations } from "use-intl";

import type { ScoreView } from "#server/pipeline/scoring/schema.ts";

import { PlaceLink } from "../../shell/place-link.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";

type Props = {
  roundId: number;
  scores: readonly ScoreView[];
  ownHotkeys: readonly string[];
  /** Whose explanations this person may see; nobody's before the round has closed. */
  canExplain: "all" | "own" | "nobody";
};

/** Every miner's score with every number behind it, best first. */
export function ScoreTable({ roundId, scores, ownHotkeys, canExplain }: Props) {
  const t = useTranslations("console.scores");
  const { count, tau, reward, percent } = useFigures();
  const isOwn = (score: ScoreView) => ownHotkeys.includes(score.hotkey);
  const numeric = (key: string, cell: (score: ScoreView) => string, isMinor = false): Column<ScoreView> => ({
    key,
    header: t(`column.${key}`),
    hint: t(`hint.${key}`),
    isNumber: true,
    isMinor,
    cell,
  });
  const columns: Column<ScoreView>[] = [
    { key: "miner", header: t("column.miner"), cell: (score) => score.minerName },
    numeric("share", (score) => percent(score.share)),
    numeric("reward", (score) => reward(score.reward)),
    numeric("lowerBound", (score) => tau(score.lowerBound)),
    numeric("baseline", (score) => tau(score.baseline), true),
    numeric("shrunkMean", (score) => tau(score.shrunkMean), true),
    numeric("meanTau", (score) => tau(score.meanTau)),
    numeric("controlAnswers", (score) => count(score.controlAnswers)),
    numeric("answers", (score) => count(score.answers)),
    numeric("expired", (score) => count(score.expired), true),
    numeric("skipped", (score) => count(score.skipped), true),
    {
      key: "explain",
      isAct: true,
      header: t("column.explain"),
      cell: (score) =>
        canExplain === "all" || (canExplain === "own" && isOwn(score)) ? (
          <PlaceLink
            href={`/rounds/${roundId}/miners/${score.minerId}`}
            aria-label={t("explainNamed", { miner: score.minerName })}
            className="rounded text-accent underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
          >
            {t("explain")}
          </PlaceLink>
        ) : null,
    },
  ];
  return (
    <DataTable label={t("title")} columns={columns} rows={scores} keyOf={(score) => score.minerId} isMarked={isOwn} />
  );
}
