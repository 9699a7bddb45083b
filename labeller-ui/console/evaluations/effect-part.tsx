"use client";

import { useTranslations } from "use-intl";

import type { EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { PagePart } from "../page-frame.tsx";
import { niceDomain } from "../plots/scale.ts";
import { SpreadPlot, type Spread } from "../plots/spread-plot.tsx";

type LevelSpread = EvaluationReport["separability"]["levels"][number];
const SPREAD = ["min", "quarter", "median", "threeQuarters", "max"] as const;

const spreadOf = ({ min, quarter, median, threeQuarters, max }: LevelSpread): Spread => ({
  min: min / 1000,
  quarter: quarter / 1000,
  median: median / 1000,
  threeQuarters: threeQuarters / 1000,
  max: max / 1000,
});

/** How far the levels lie apart in what the sandbox measured. */
export function EffectPart({ own, other }: { own: EvaluationReport; other: EvaluationReport | null }) {
  const t = useTranslations("evaluations");
  const { tau } = useFigures();
  const { levels } = own.separability;
  if (levels.length === 0) return null;
  const otherLevels = other?.separability.levels ?? [];
  const domain = niceDomain([0, ...[...levels, ...otherLevels].map(({ max }) => max / 1000)], 8);
  return (
    <PagePart title={t("effects")} lead={t("effectsLead")}>
      <div className="rounded-xl border border-line bg-surface p-4 sm:p-5">
        <SpreadPlot
          title={t("effects")}
          description={levels
            .map((level) => {
              const { min, quarter, median, threeQuarters, max } = spreadOf(level);
              return t("effectText", {
                level: level.level,
                min: tau(min),
                quarter: tau(quarter),
                median: tau(median),
                threeQuarters: tau(threeQuarters),
                max: tau(max),
              });
            })
            .join(" ")}
          rows={levels.map((level) => {
            const match = otherLevels.find((candidate) => candidate.level === level.level);
            return {
              level: level.level,
              label: t("level", { level: level.level }),
              own: spreadOf(level),
              other: match ? spreadOf(match) : null,
            };
          })}
          domain={domain}
        />
        <p className="mt-2 text-xs text-pretty text-muted">
          {t("effectAxis")}
          {other ? ` ${t("effectOther")}` : null}
        </p>
      </div>
      <EffectTable levels={levels} />
    </PagePart>
  );
}

function EffectTable({ levels }: { levels: readonly LevelSpread[] }) {
  const t = useTranslations("evaluations");
  const { count, tau } = useFigures();
  const columns: Column<LevelSpread>[] = [
    { key: "level", header: t("levelColumn"), cell: ({ level }) => t("level", { level }) },
    { key: "variants", header: t("variants"), isNumber: true, cell: ({ variants }) => count(variants) },
    ...SPREAD.map((key) => ({
      key,
      header: t(key),
      isNumber: true,
      cell: (level: LevelSpread) => tau(level[key] / 1000),
    })),
  ];
  return <DataTable label={t("effects")} columns={columns} rows={levels} keyOf={({ level }) => String(level)} />;
}
