"use client";

import { useTranslations } from "use-intl";

import { PlaceLink } from "../../shell/place-link.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";
import { RoundState } from "./round-state.tsx";
import type { RoundSummary } from "./round-summary.ts";

/** Rounds, newest first. */
export function RoundTable({ rounds }: { rounds: readonly RoundSummary[] }) {
  const t = useTranslations("console");
  const { count, percent, tau } = useFigures();
  const columns: Column<RoundSummary>[] = [
    {
      key: "number",
      header: t("round"),
      cell: (round) => (
        <PlaceLink
          href={`/rounds/${round.id}`}
          className="rounded font-medium hover:text-accent hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("roundNumber", { number: round.number })}
        </PlaceLink>
      ),
    },
    { key: "state", header: t("rounds.state"), cell: (round) => <RoundState state={round.state} /> },
    { key: "tasks", header: t("rounds.tasks"), isNumber: true, cell: (round) => count(round.tasks) },
    { key: "labels", header: t("rounds.labels"), isNumber: true, cell: (round) => count(round.labels) },
    {
      key: "overlap",
      header: t("rounds.overlap"),
      isNumber: true,
      isMinor: true,
      cell: (round) => count(round.settings.overlap),
    },
    {
      key: "control",
      header: t("rounds.controlShare"),
      isNumber: true,
      isMinor: true,
      cell: (round) => percent(round.settings.controlShare),
    },
    {
      key: "baseline",
      header: t("rounds.baseline"),
      isNumber: true,
      isMinor: true,
      cell: (round) => tau(round.settings.baseline),
    },
    { key: "burn", header: t("burn"), isNumber: true, isMinor: true, cell: (round) => percent(round.settings.burn) },
    { key: "opened", header: t("opened"), isWide: true, cell: (round) => <Moment at={round.openedAt} /> },
    {
      key: "closed",
      header: t("rounds.closed"),
      isWide: true,
      cell: (round) => <Moment at={round.closedAt ?? round.closesAt} />,
    },
  ];
  return <DataTable label={t("rounds.title")} columns={columns} rows={rounds} keyOf={(round) => String(round.id)} />;
}
