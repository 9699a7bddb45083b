"use client";

import { useTranslations } from "use-intl";

import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

import { useFigures } from "../figures.ts";
import { PagePart } from "../page-frame.tsx";
import { BandsPlot } from "../plots/bands-plot.tsx";
import { basesOf, keyOfVariant } from "./variants.ts";
import { VariantMatrix } from "./variant-matrix.tsx";

/** What a control task's order rests on: the bands of its levels and the measured effect of every variant. */
export function TruthPart({ bands, variants }: Pick<TaskDetail, "bands" | "variants">) {
  const t = useTranslations("console.tasks");
  const { tau } = useFigures();
  const measured = variants.flatMap((variant) =>
    variant.effectMilli === null
      ? []
      : [
          {
            ...variant,
            effectMilli: variant.effectMilli,
            key: keyOfVariant(variant),
            name: `${variant.title}, ${t("level", { level: variant.level })}: ${tau(variant.effectMilli / 1000)}`,
          },
        ],
  );
  return (
    <PagePart title={bands ? t("truth") : t("variants")} lead={bands ? t("truthLead") : t("variantsLead")}>
      {bands ? (
        <div className="rounded-xl border border-line bg-surface p-4 sm:p-5">
          <BandsPlot
            title={t("bandsTitle")}
            description={bands
              .map(({ level, fromMilli, toMilli }) =>
                t("bandText", { level, from: tau(fromMilli / 1000), to: tau(toMilli / 1000) }),
              )
              .join(" ")}
            bands={bands}
            bases={basesOf(variants)}
            dots={measured}
            levelLabel={(level) => t("levelShort", { level })}
          />
          <p className="mt-2 text-xs text-muted">{t("effectAxis")}</p>
        </div>
      ) : null}
      <VariantMatrix variants={variants} />
    </PagePart>
  );
}
