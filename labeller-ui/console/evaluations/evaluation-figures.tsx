"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { useFigures } from "../figures.ts";
import { KeyFigures } from "../key-figures.tsx";
import { PagePart } from "../page-frame.tsx";
import { slugWords } from "../slug-words.ts";
import { mainFigures } from "./main-figures.ts";
import { useFigureWords } from "./use-figure-words.ts";
import { useProbeWords } from "./use-probe-words.ts";

/** So many figures are about order and shortcuts; the others are about variety and cost. */
const SEPARABILITY = 6;

/** Everything that a report counts, what was let through on the way, and the problems it is about. */
export function EvaluationFigures({ report }: { report: EvaluationReport }) {
  const t = useTranslations("evaluations");
  const { count } = useFigures();
  const { value } = useFigureWords();
  const { step } = useProbeWords();
  const figures = mainFigures(report)
    .filter(({ kind, value: of }) => kind !== "money" || of > 0)
    .map(({ key, kind, value: of }) => ({
      key,
      label: t(`main.${key}`),
      hint: t(`hint.${key}`),
      value: key === "ordered" ? `${count(report.separability.ordered)}/${count(report.tasks)}` : value(kind, of),
    }));
  return (
    <PagePart title={t("figures")}>
      <KeyFigures figures={figures.slice(0, SEPARABILITY)} />
      <KeyFigures figures={figures.slice(SEPARABILITY)} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title={t("acceptance")}>
          <dl className="flex flex-col gap-1.5 text-sm">
            {report.acceptance.map(({ step: words, accepted, of }) => (
              <div key={words} className="flex justify-between gap-4">
                <dt className="min-w-0 text-pretty text-muted">{step(words)}</dt>
                <dd className="shrink-0 tabular-nums">
                  {count(accepted)}/{count(of)}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title={t("problemsUsed")}>
          <ul lang="en" className="flex flex-wrap gap-1.5 text-sm">
            {report.problems.map((problem) => (
              <li key={problem} className="rounded-lg bg-sunken px-2.5 py-1">
                {slugWords(problem)}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </PagePart>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
