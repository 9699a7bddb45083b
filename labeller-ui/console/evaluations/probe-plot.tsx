"use client";

import { useFormatter, useTranslations } from "use-intl";

import type { Probe } from "#server/pipeline/generation/evals/schema.ts";

import { useFigures } from "../figures.ts";
import { type Interval, IntervalPlot } from "../plots/interval-plot.tsx";
import { AUC_CHANCE, AUC_MAX, bestOf } from "./probe-name.ts";
import { useProbeWords } from "./use-probe-words.ts";

type Props = {
  target: string;
  own: readonly Probe[];
  /** All probes of the other evaluation. */
  other: readonly Probe[] | null;
  domain: readonly [number, number];
};

const intervalOf = ({ auc, ciLow, ciHigh, passed }: Probe): Interval => ({
  at: auc,
  low: ciLow,
  high: ciHigh,
  isOver: !passed,
});

/** The shortcuts that are after one thing: how often each is right, and how sure that is. */
export function ProbePlot({ target, own, other, domain }: Props) {
  const t = useTranslations("evaluations");
  const format = useFormatter();
  const { tau } = useFigures();
  const { feature, title, lead } = useProbeWords();
  const otherOf = (name: string) => other?.find((probe) => probe.name === name) ?? null;
  const best = bestOf(own);
  const rows = own.map((probe) => {
    const match = otherOf(probe.name);
    return {
      key: probe.name,
      label: feature(probe.name),
      own: intervalOf(probe),
      other: match ? intervalOf(match) : null,
    };
  });
  const text = lead(target);
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <header className="flex flex-col gap-0.5">
        <h3 className="text-sm font-semibold">{title(target)}</h3>
        {text ? <p className="text-xs text-pretty text-muted">{text}</p> : null}
      </header>
      <IntervalPlot
        title={title(target)}
        description={
          best
            ? t("plotText", {
                working: own.filter(({ passed }) => !passed).length,
                all: own.length,
                name: feature(best.name),
                auc: tau(best.auc),
                low: tau(best.ciLow),
                high: tau(best.ciHigh),
              })
            : ""
        }
        rows={rows}
        domain={domain}
        chance={{ at: AUC_CHANCE, label: t("chance", { value: format.number(AUC_CHANCE) }) }}
        limit={{ at: AUC_MAX, label: t("limit", { value: format.number(AUC_MAX) }) }}
      />
    </section>
  );
}
