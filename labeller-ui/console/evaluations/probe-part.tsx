"use client";

import { useTranslations } from "use-intl";

import type { EvaluationReport, Probe } from "#server/pipeline/generation/evals/schema.ts";

import { PagePart } from "../page-frame.tsx";
import { niceDomain } from "../plots/scale.ts";
import { Disclosure } from "./disclosure.tsx";
import { AUC_CHANCE, AUC_MAX, groupsOf } from "./probe-name.ts";
import { ProbeKey } from "./probe-key.tsx";
import { ProbePlot } from "./probe-plot.tsx";
import { ProbeTable } from "./probe-table.tsx";

type Props = { own: EvaluationReport; other: EvaluationReport | null };

/** Every shortcut that was tried; those that decide nothing are folded away. */
export function ProbePart({ own, other }: Props) {
  const t = useTranslations("evaluations");
  return (
    <PagePart title={t("shortcuts")} lead={t("shortcutsLead")}>
      <ProbeGroups label={t("shortcuts")} own={own.probes} other={other?.probes ?? null} />
      {own.knownDesign.length === 0 ? null : (
        <Disclosure title={t("knownDesign")}>
          <p className="max-w-3xl text-sm text-pretty text-muted">{t("knownDesignLead")}</p>
          <ProbeGroups label={t("knownDesign")} own={own.knownDesign} other={other?.knownDesign ?? null} />
        </Disclosure>
      )}
    </PagePart>
  );
}

type GroupsProps = { label: string; own: readonly Probe[]; other: readonly Probe[] | null };

function ProbeGroups({ label, own, other }: GroupsProps) {
  const t = useTranslations("evaluations");
  const ends = [...own, ...(other ?? [])].flatMap(({ auc, ciLow, ciHigh }) => [auc, ciLow, ciHigh]);
  const domain = niceDomain([AUC_CHANCE - 0.05, AUC_MAX + 0.05, ...ends], 8);
  return (
    <>
      <div className="grid gap-4 xl:grid-cols-2">
        {groupsOf(own).map(({ target, probes }) => (
          <ProbePlot key={target} target={target} own={probes} other={other} domain={domain} />
        ))}
      </div>
      <ProbeKey hasOther={other !== null} />
      <Disclosure title={t("asTable")}>
        <ProbeTable label={label} own={own} other={other} />
      </Disclosure>
    </>
  );
}
