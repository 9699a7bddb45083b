"use client";

import { useTranslations } from "use-intl";

import type { RoundView } from "#server/rounds/schema.ts";

import { useFigures } from "../figures.ts";
import { type KeyFigure, KeyFigures } from "../key-figures.tsx";
import { Moment } from "../moment.tsx";

type Props = { round: RoundView; counts: { tasks: number; labels: number } | null };

/** How much was done in a round, and by which rules. */
export function RoundFigures({ round, counts }: Props) {
  const t = useTranslations("console");
  const { count, percent, seconds, tau } = useFigures();
  const { settings } = round;
  // Most rounds are closed by hand: then there is no time to tell before.
  const closing = round.closedAt ?? round.closesAt;
  const figures: (KeyFigure | null)[] = [
    counts && { key: "tasks", label: t("rounds.tasks"), value: count(counts.tasks) },
    counts && { key: "labels", label: t("rounds.labels"), value: count(counts.labels) },
    { key: "overlap", label: t("rounds.overlap"), value: count(settings.overlap), hint: t("rounds.overlapHint") },
    {
      key: "control",
      label: t("rounds.controlShare"),
      value: percent(settings.controlShare),
      hint: t("rounds.controlShareHint"),
    },
    { key: "lease", label: t("rounds.lease"), value: seconds(settings.leaseSeconds), hint: t("rounds.leaseHint") },
    { key: "baseline", label: t("rounds.baseline"), value: tau(settings.baseline), hint: t("rounds.baselineHint") },
    { key: "burn", label: t("burn"), value: percent(settings.burn), hint: t("rounds.burnHint") },
    {
      key: "opened",
      label: t("opened"),
      value: (
        <span className="block text-sm font-medium sm:max-w-44">
          <Moment at={round.openedAt} />
        </span>
      ),
    },
    closing && {
      key: "closed",
      label: round.closedAt ? t("rounds.closed") : t("rounds.closesAt"),
      value: (
        <span className="block text-sm font-medium sm:max-w-44">
          <Moment at={closing} />
        </span>
      ),
    },
  ];
  return <KeyFigures figures={figures.filter((figure) => figure !== null)} />;
}
