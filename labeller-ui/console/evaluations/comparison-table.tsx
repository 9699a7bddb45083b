"use client";

import { useTranslations } from "use-intl";

import type { EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { type Column, DataTable } from "../data-table.tsx";
import { type Difference, differencesOf } from "./main-figures.ts";
import { useFigureWords } from "./use-figure-words.ts";

/** The main figures of two evaluations, and what changed between them. */
export function ComparisonTable({ own, other }: { own: EvaluationReport; other: EvaluationReport }) {
  const t = useTranslations("evaluations");
  const { value, change } = useFigureWords();
  const columns: Column<Difference>[] = [
    { key: "figure", header: t("figure"), cell: ({ key }) => <span title={t(`hint.${key}`)}>{t(`main.${key}`)}</span> },
    { key: "own", header: t("this"), isNumber: true, cell: (row) => value(row.kind, row.own) },
    { key: "other", header: t("other"), isNumber: true, cell: (row) => value(row.kind, row.other) },
    {
      key: "difference",
      header: t("difference"),
      isNumber: true,
      cell: ({ kind, change: by, isBetter }) => (
        <span className="inline-flex flex-wrap gap-x-2 sm:justify-end">
          {isBetter === null ? null : (
            <span className={isBetter ? "text-good" : "text-bad"}>{isBetter ? t("better") : t("worse")}</span>
          )}
          <span className={by === 0 ? "text-muted" : ""}>{change(kind, by)}</span>
        </span>
      ),
    },
  ];
  // Where no model was paid there is nothing to compare.
  const rows = differencesOf(own, other).filter((row) => row.kind !== "money" || row.own > 0 || row.other > 0);
  return <DataTable label={t("comparison")} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}
