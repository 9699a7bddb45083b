"use client";

import { useTranslations } from "use-intl";

import type { Probe } from "#server/pipeline/generation/evals/schema.ts";

import { Badge } from "../../primitives/badge.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { useFigureWords } from "./use-figure-words.ts";
import { useProbeWords } from "./use-probe-words.ts";

type Props = { label: string; own: readonly Probe[]; other: readonly Probe[] | null };
type Row = Probe & { other: Probe | null };

/** What the plots show, in figures. */
export function ProbeTable({ label, own, other }: Props) {
  const t = useTranslations("evaluations");
  const { tau } = useFigures();
  const { change } = useFigureWords();
  const { named } = useProbeWords();
  const rows = own.map((probe) => ({ ...probe, other: other?.find(({ name }) => name === probe.name) ?? null }));
  const comparing: Column<Row>[] = [
    { key: "other", header: t("otherAuc"), isNumber: true, cell: (row) => (row.other ? tau(row.other.auc) : "—") },
    {
      key: "difference",
      header: t("difference"),
      isNumber: true,
      cell: (row) => (row.other ? change("fine", row.auc - row.other.auc) : "—"),
    },
  ];
  const columns: Column<Row>[] = [
    { key: "name", header: t("shortcut"), cell: ({ name }) => named(name) },
    { key: "auc", header: t("auc"), isNumber: true, cell: ({ auc }) => tau(auc) },
    {
      key: "interval",
      header: t("interval"),
      isNumber: true,
      cell: ({ ciLow, ciHigh }) => t("range", { low: tau(ciLow), high: tau(ciHigh) }),
    },
    {
      key: "result",
      header: t("result"),
      cell: ({ passed }) => <Badge tone={passed ? "neutral" : "bad"}>{passed ? t("harmless") : t("works")}</Badge>,
    },
    ...(other === null ? [] : comparing),
  ];
  return <DataTable label={label} columns={columns} rows={rows} keyOf={({ name }) => name} />;
}
