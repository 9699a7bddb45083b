"use client";

import { useFormatter, useTranslations } from "use-intl";

import type { ScoreView } from "#server/pipeline/scoring/schema.ts";

import { useFigures } from "../figures.ts";
import { BoundsPlot } from "../plots/bounds-plot.tsx";

/** So many rows fit a look; the table has everybody. */
const SHOWN_MAX = 30;

/** Every miner's agreement with its uncertainty against the line that earns. */
export function ScorePlot({ scores, baseline }: { scores: readonly ScoreView[]; baseline: number }) {
  const t = useTranslations("console.scores");
  const format = useFormatter();
  const { tau } = useFigures();
  const shown = scores.slice(0, SHOWN_MAX);
  const earning = scores.filter(({ lowerBound }) => lowerBound > baseline);
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <BoundsPlot
        title={t("plotTitle")}
        description={t("plotText", {
          earning: earning.length,
          all: scores.length,
          baseline: tau(baseline),
          names: earning.length === 0 ? "—" : format.list(earning.map(({ minerName }) => minerName)),
        })}
        bounds={shown.map(({ minerId, minerName, shrunkMean, lowerBound }) => ({
          key: minerId,
          label: minerName,
          mean: shrunkMean,
          lower: lowerBound,
        }))}
        baseline={baseline}
        baselineLabel={`b = ${format.number(baseline)}`}
      />
      <PlotKey />
      {scores.length > SHOWN_MAX ? (
        <p className="text-xs text-muted">{t("plotFirst", { shown: SHOWN_MAX, all: scores.length })}</p>
      ) : null}
    </div>
  );
}

/** What the marks mean. */
function PlotKey() {
  const t = useTranslations("console.scores");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      <li className="flex items-center gap-1.5">
        <svg width="14" height="10" aria-hidden>
          <circle cx="7" cy="5" r="4" className="fill-accent" />
        </svg>
        {t("keyMean")}
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="20" height="10" aria-hidden>
          <line x1="2" x2="18" y1="5" y2="5" className="stroke-accent" strokeWidth="2" opacity=".5" />
          <line x1="2" x2="2" y1="1" y2="9" className="stroke-accent" strokeWidth="2.5" strokeLinecap="round" />
        </svg>
        {t("keyBound")}
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="10" height="12" aria-hidden>
          <line x1="5" x2="5" y1="0" y2="12" className="stroke-warn" strokeWidth="1.5" strokeDasharray="4 3" />
        </svg>
        {t("keyBaseline")}
      </li>
    </ul>
  );
}
