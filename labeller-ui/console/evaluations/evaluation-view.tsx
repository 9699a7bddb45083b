"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Evaluation, EvaluationReport } from "#server/pipeline/generation/evals/schema.ts";

import { useMoment } from "../../entry/moment.tsx";
import { ChoiceField } from "../fields.tsx";
import { PagePart } from "../page-frame.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { EffectPart } from "./effect-part.tsx";
import type { Chosen } from "./evaluation-choice.ts";
import { EvaluationFigures } from "./evaluation-figures.tsx";
import { ProbePart } from "./probe-part.tsx";

type Props = Chosen & { others: readonly Evaluation[]; onCompare: (id: string | null) => void };

const NOTHING = "";

/** One evaluation whole, and beside it the one that it is compared with. */
export function EvaluationView({ shown, compared, others, onCompare }: Props) {
  const t = useTranslations("evaluations");
  const moment = useMoment();
  const { report } = shown;
  const about = (
    <span className="inline-flex flex-wrap gap-x-3">
      <span>{t(`sources.${report.source}`)}</span>
      <span>
        {t("seed")} <span className="font-mono text-xs">{report.seed}</span>
      </span>
    </span>
  );
  const comparing =
    others.length === 0 ? null : (
      <div className="w-full sm:w-80">
        <ChoiceField
          label={t("compareWith")}
          value={compared?.id ?? NOTHING}
          options={[
            { value: NOTHING, label: t("nothing") },
            ...others.map(({ id, createdAt, report: { passed } }) => ({
              value: id,
              label: `${moment(createdAt)} · ${passed ? t("passed") : t("failed")}`,
            })),
          ]}
          onChange={(id) => onCompare(id === NOTHING ? null : id)}
        />
      </div>
    );
  return (
    <div id="shown" className="flex min-w-0 scroll-mt-20 flex-col gap-6">
      <PagePart title={t("shown", { date: moment(shown.createdAt) })} lead={about} actions={comparing}>
        <Verdict report={report} />
      </PagePart>
      {compared ? (
        <PagePart title={t("comparison")} lead={t("comparisonLead", { date: moment(compared.createdAt) })}>
          <ComparisonTable own={report} other={compared.report} />
        </PagePart>
      ) : null}
      <ProbePart own={report} other={compared?.report ?? null} />
      <EffectPart own={report} other={compared?.report ?? null} />
      <EvaluationFigures report={report} />
    </div>
  );
}

function Verdict({ report: { passed, tasks, separability, probes } }: { report: EvaluationReport }) {
  const t = useTranslations("evaluations");
  const Picture = passed ? CircleCheck : TriangleAlert;
  const working = probes.filter((probe) => !probe.passed).length;
  return (
    <p
      role="status"
      className={`flex items-center gap-3 rounded-xl px-4 py-3 text-sm font-medium ${passed ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
    >
      <Picture size={18} aria-hidden className="shrink-0" />
      {passed
        ? t("passedText", { tasks, shortcuts: probes.length })
        : t("failedText", { ordered: separability.ordered, tasks, working, shortcuts: probes.length })}
    </p>
  );
}
