"use client";

import { useTranslations } from "use-intl";

import { PlaceLink } from "../../shell/place-link.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";
import { ShareBar } from "../plots/share-bar.tsx";
import type { RoundVector } from "./round-vector.ts";

/** Vectors by round: who led, how many were paid, what was burnt. */
export function VectorHistory({ vectors }: { vectors: readonly RoundVector[] }) {
  const t = useTranslations("console");
  const { count, percent } = useFigures();
  const paidOf = ({ vector }: RoundVector) => vector.entries.filter(({ weight }) => weight > 0);
  const partsOf = (row: RoundVector) => [
    ...paidOf(row).map(({ minerId, name, weight }) => ({
      key: minerId,
      label: `${name} ${percent(weight)}`,
      share: weight,
    })),
    ...(row.vector.burn > 0
      ? [
          {
            key: "burn",
            label: `${t("weights.burnt")} ${percent(row.vector.burn)}`,
            share: row.vector.burn,
            isBurn: true,
          },
        ]
      : []),
  ];
  const columns: Column<RoundVector>[] = [
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
    { key: "paid", header: t("weights.paid"), isNumber: true, cell: (row) => count(paidOf(row).length) },
    {
      key: "leader",
      isWide: true,
      header: t("weights.leader"),
      cell: (row) => {
        const [leader] = paidOf(row);
        return leader ? `${leader.name}, ${percent(leader.weight)}` : "—";
      },
    },
    {
      key: "split",
      header: t("weights.split"),
      isWide: true,
      cell: (row) => {
        const parts = partsOf(row);
        return <ShareBar title={parts.map(({ label }) => label).join(", ")} parts={parts} />;
      },
    },
    { key: "burn", header: t("burn"), isNumber: true, cell: ({ vector }) => percent(vector.burn) },
    { key: "made", header: t("weights.made"), isWide: true, cell: ({ vector }) => <Moment at={vector.createdAt} /> },
  ];
  return (
    <DataTable label={t("weights.history")} columns={columns} rows={vectors} keyOf={({ roundId }) => String(roundId)} />
  );
}
