"use client";

import { useTranslations } from "use-intl";

import { PagePart } from "../console/page-frame.tsx";
import { Kbd } from "../primitives/kbd.tsx";

const STEPS = [
  { step: "use", keys: [] },
  { step: "rank", keys: ["1", "2", "3", "4"] },
  { step: "say", keys: [] },
  { step: "submit", keys: ["Enter"] },
] as const;

/** The work in four steps, with the keys for those who use a keyboard. */
export function HowItGoes() {
  const t = useTranslations("labelling.home");
  return (
    <PagePart title={t("how")}>
      <ol className="grid gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map(({ step, keys }, index) => (
          <li key={step} className="flex flex-col gap-1.5 bg-surface p-4 sm:p-5">
            <h3 className="flex items-center gap-2.5 text-sm font-semibold">
              <span
                aria-hidden
                className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs text-accent tabular-nums"
              >
                {index + 1}
              </span>
              {t(`step.${step}.title`)}
            </h3>
            <p className="text-sm text-pretty text-muted">{t(`step.${step}.text`)}</p>
            {keys.length > 0 ? (
              <p className="mt-auto flex flex-wrap items-center gap-1 pt-1 text-xs text-muted touch:hidden">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </PagePart>
  );
}
