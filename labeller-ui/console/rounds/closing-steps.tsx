"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";

import { useMoment } from "../../entry/moment.tsx";

const STEPS = ["wait", "aggregate", "score", "weigh", "reveal"] as const;

/** How far the closing of a round has come: each step is done once its result is there. `until`: labellers may finish. */
export function ClosingSteps({ done, until }: { done: number; until: Date | null }) {
  const t = useTranslations("console.rounds");
  const moment = useMoment();
  return (
    <section aria-label={t("states.closing")} className="rounded-xl border border-line bg-surface p-4 sm:p-5">
      <p role="status" className="text-sm font-medium">
        {done === 0 && until ? t("closingUntil", { time: moment(until) }) : t("closingText")}
      </p>
      <ol className="mt-3 grid gap-2 sm:grid-cols-5">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === done ? "step" : undefined}
            className={`flex items-center gap-2 text-sm ${index <= done ? "text-ink" : "text-muted"}`}
          >
            <span
              className={`flex size-5 shrink-0 items-center justify-center rounded-full text-xs tabular-nums ${
                index < done ? "bg-good-soft text-good" : index === done ? "bg-accent text-on-accent" : "bg-sunken"
              }`}
            >
              {index < done ? <Check size={12} aria-label={t("stepDone")} /> : index + 1}
            </span>
            {t(`steps.${step}`)}
            {index === done ? (
              <span aria-hidden className="size-3.5 animate-spin rounded-full border-2 border-line border-t-accent" />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
