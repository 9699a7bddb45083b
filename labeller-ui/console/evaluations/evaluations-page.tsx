"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Evaluation } from "#server/pipeline/generation/evals/schema.ts";

import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame } from "../page-frame.tsx";
import { BlockSkeleton, TableSkeleton } from "../skeleton.tsx";
import { chosenOf, type EvaluationChoice } from "./evaluation-choice.ts";
import { EvaluationTable } from "./evaluation-table.tsx";
import { EvaluationView } from "./evaluation-view.tsx";

const COMMAND = "npm run dojo -- evals";

type Props = {
  evaluations: Loading<readonly Evaluation[]>;
  choice: EvaluationChoice;
  onChoice: (choice: EvaluationChoice) => void;
};

/** How configurations of the generator did, and one of them whole. `evaluations` come newest first. */
export function EvaluationsPage({ evaluations, choice, onChoice }: Props) {
  const t = useTranslations("evaluations");
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <Loaded query={evaluations} waiting={<Waiting />}>
        {(all) => {
          const chosen = chosenOf(all, choice);
          return chosen === null ? (
            <EmptyNote picture={FlaskConical} title={t("none")} text={t("noneText")}>
              <code lang="en" className="max-w-full rounded-lg bg-sunken px-3 py-2 font-mono text-sm break-words">
                {COMMAND}
              </code>
            </EmptyNote>
          ) : (
            <>
              <EvaluationTable evaluations={all} chosen={chosen} />
              <EvaluationView
                {...chosen}
                others={all.filter(({ id }) => id !== chosen.shown.id)}
                onCompare={(compared) => onChoice({ shown: chosen.shown.id, compared })}
              />
            </>
          );
        }}
      </Loaded>
    </PageFrame>
  );
}

function Waiting() {
  return (
    <>
      <TableSkeleton rows={3} />
      <BlockSkeleton />
    </>
  );
}
