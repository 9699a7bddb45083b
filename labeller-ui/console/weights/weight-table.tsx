"use client";

import { useTranslations } from "use-intl";

import type { WeightEntry } from "#server/pipeline/weights/schema.ts";

import { CopyHash } from "../copy-hash.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { TrendLine } from "../plots/trend-line.tsx";

type Props = {
  entries: readonly WeightEntry[];
  /** Weights of a miner over the last rounds, oldest first. */
  trendOf?: (minerId: string) => readonly (number | null)[];
};

/** A weight vector entry by entry, as it is and as the chain takes it. */
export function WeightTable({ entries, trendOf }: Props) {
  const t = useTranslations("console.weights");
  const { count, reward, percent } = useFigures();
  // One scale for all miners: a line that fills its place for 1 % would lie beside one for 60 %.
  const largest = Math.max(0, ...entries.flatMap((entry) => trendOf?.(entry.minerId).map((value) => value ?? 0) ?? []));
  const columns: Column<WeightEntry>[] = [
    { key: "miner", header: t("miner"), cell: (entry) => entry.name },
    {
      key: "uid",
      header: t("uid"),
      isNumber: true,
      cell: (entry) => (entry.uid === null ? <span className="text-muted">—</span> : entry.uid),
    },
    {
      key: "hotkey",
      header: t("hotkey"),
      isMinor: true,
      cell: (entry) => <CopyHash hash={entry.hotkey} name={t("hotkey")} />,
    },
    {
      key: "reward",
      header: t("reward"),
      hint: t("rewardHint"),
      isNumber: true,
      cell: (entry) => reward(entry.reward),
    },
    {
      key: "average",
      header: t("average"),
      hint: t("averageHint"),
      isNumber: true,
      cell: (entry) => reward(entry.average),
    },
    { key: "weight", header: t("weight"), isNumber: true, cell: (entry) => percent(entry.weight) },
    { key: "u16", header: t("u16"), hint: t("u16Hint"), isNumber: true, cell: (entry) => count(entry.weightU16) },
    ...(trendOf
      ? [
          {
            key: "trend",
            header: t("trend"),
            cell: (entry: WeightEntry) => {
              const values = trendOf(entry.minerId);
              const words = values.map((value) => (value === null ? "—" : percent(value))).join(", ");
              return (
                <TrendLine
                  values={values}
                  largest={largest}
                  title={t("trendNamed", { miner: entry.name, values: words })}
                />
              );
            },
          },
        ]
      : []),
  ];
  return <DataTable label={t("vector")} columns={columns} rows={entries} keyOf={(entry) => entry.minerId} />;
}
