"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { Evaluation } from "#server/pipeline/generation/evals/schema.ts";

import { useMoment } from "../../entry/moment.tsx";
import { Button } from "../../primitives/button.tsx";
import { PlaceLink } from "../../shell/place-link.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { type Chosen, queryOf } from "./evaluation-choice.ts";
import { bestOf } from "./probe-name.ts";
import { ResultBadge } from "./result-badge.tsx";
import { useFigureWords } from "./use-figure-words.ts";
import { useProbeWords } from "./use-probe-words.ts";

/** So many leave the chosen one in sight; the others are one press away. */
const SHOWN_FIRST = 8;

/** Evaluations, newest first; following one shows it below. */
export function EvaluationTable({ evaluations, chosen }: { evaluations: readonly Evaluation[]; chosen: Chosen }) {
  const t = useTranslations("evaluations");
  const [showsAll, setShowsAll] = useState(false);
  const columns = useColumns(chosen);
  const rows = showsAll ? evaluations : evaluations.slice(0, SHOWN_FIRST);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <DataTable
        label={t("title")}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        isMarked={({ id }) => id === chosen.shown.id}
      />
      {rows.length < evaluations.length ? (
        <Button className="self-center" onClick={() => setShowsAll(true)}>
          {t("showAll", { count: evaluations.length })}
        </Button>
      ) : null}
    </div>
  );
}

function useColumns({ shown, compared }: Chosen): Column<Evaluation>[] {
  const t = useTranslations("evaluations");
  const { count, tau } = useFigures();
  const { value } = useFigureWords();
  const { named } = useProbeWords();
  const moment = useMoment();
  const hrefOf = (id: string) =>
    `/evaluations${queryOf({ shown: id, compared: compared?.id === id ? null : (compared?.id ?? null) })}#shown`;
  return [
    {
      key: "date",
      header: t("date"),
      cell: ({ id, createdAt }) => (
        <PlaceLink
          href={hrefOf(id)}
          aria-current={id === shown.id ? "true" : undefined}
          className="rounded font-medium tabular-nums hover:text-accent hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {moment(createdAt)}
        </PlaceLink>
      ),
    },
    { key: "result", header: t("result"), cell: ({ report }) => <ResultBadge passed={report.passed} /> },
    { key: "tasks", header: t("tasks"), isNumber: true, cell: ({ report }) => count(report.tasks) },
    { key: "problems", header: t("problems"), isNumber: true, cell: ({ report }) => count(report.problems.length) },
    {
      key: "ordered",
      header: t("ordered"),
      hint: t("hint.ordered"),
      isNumber: true,
      cell: ({ report }) => `${count(report.separability.ordered)}/${count(report.tasks)}`,
    },
    {
      key: "seconds",
      header: t("secondsPerTask"),
      hint: t("hint.secondsPerTask"),
      isNumber: true,
      cell: ({ report }) => value("seconds", report.cost.secondsPerTask),
    },
    {
      key: "worst",
      header: t("worst"),
      hint: t("hint.worstAuc"),
      isWide: true,
      cell: ({ report }) => {
        const best = bestOf(report.probes);
        return best ? (
          <span className="tabular-nums">
            {tau(best.auc)} <span className="text-muted">{named(best.name)}</span>
          </span>
        ) : (
          <span className="text-muted">—</span>
        );
      },
    },
    { key: "source", header: t("source"), isMinor: true, cell: ({ report }) => t(`sources.${report.source}`) },
  ];
}
