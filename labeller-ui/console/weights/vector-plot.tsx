"use client";

import { useTranslations } from "use-intl";

import type { WeightVectorView } from "#server/pipeline/weights/schema.ts";

import { useFigures } from "../figures.ts";
import { WeightsPlot } from "../plots/weights-plot.tsx";

const SHOWN_MAX = 20;

/** Who gets what share of the vector, and how much of it is burnt. */
export function VectorPlot({ vector }: { vector: WeightVectorView }) {
  const t = useTranslations("console.weights");
  const { percent } = useFigures();
  const paid = vector.entries.filter(({ weight }) => weight > 0);
  const shown = paid.slice(0, SHOWN_MAX);
  const rest = paid.slice(SHOWN_MAX).reduce((sum, { weight }) => sum + weight, 0);
  const shares = [
    ...shown.map(({ minerId, name, weight }) => ({ key: minerId, label: name, share: weight })),
    ...(rest > 0 ? [{ key: "rest", label: t("others", { count: paid.length - shown.length }), share: rest }] : []),
    ...(vector.burn > 0 ? [{ key: "burn", label: t("burnt"), share: vector.burn, isBurn: true }] : []),
  ];
  return (
    <div className="rounded-xl border border-line bg-surface p-4 sm:p-5">
      <WeightsPlot
        title={t("plotTitle")}
        description={shares.map(({ label, share }) => `${label}: ${percent(share)}.`).join(" ")}
        shares={shares}
      />
      {paid.length === 0 ? <p className="mt-3 text-sm text-muted">{t("allBurnt")}</p> : null}
    </div>
  );
}
