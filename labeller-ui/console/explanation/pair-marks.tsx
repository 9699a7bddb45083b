"use client";

import { useTranslations } from "use-intl";

import { letterOf, type PairVerdict, pairsOf } from "../documents/positions.ts";

const marks: Record<PairVerdict, string> = { concordant: "✓", discordant: "✗", tied: "=" };
const looks: Record<PairVerdict, string> = {
  concordant: "bg-good-soft text-good",
  discordant: "bg-bad-soft text-bad",
  tied: "bg-sunken text-muted",
};

/** The six pairs that τ counts, each with what the label said of it. */
export function PairMarks({ trueRanks, ranks }: { trueRanks: readonly number[]; ranks: readonly number[] }) {
  const t = useTranslations("console.answers");
  return (
    <ul aria-label={t("pairs")} className="flex flex-wrap gap-1">
      {pairsOf(trueRanks, ranks).map(({ better, worse, verdict }) => (
        <li
          key={`${better}-${worse}`}
          title={t(`verdict.${verdict}`)}
          className={`inline-flex items-center gap-1 rounded px-1.5 py-0.5 font-mono text-xs ${looks[verdict]}`}
        >
          {letterOf(better)}&gt;{letterOf(worse)}
          <span aria-hidden>{marks[verdict]}</span>
          <span className="sr-only">{t(`verdict.${verdict}`)}</span>
        </li>
      ))}
    </ul>
  );
}
