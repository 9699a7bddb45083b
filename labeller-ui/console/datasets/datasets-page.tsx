"use client";

import { Database, Package } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { JobRunView } from "#server/operations/schema.ts";
import type { DatasetView } from "#server/pipeline/export/schema.ts";

import { Button } from "../../primitives/button.tsx";
import { Dialog } from "../../primitives/dialog.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame } from "../page-frame.tsx";
import { BlockSkeleton } from "../skeleton.tsx";
import { DatasetCard } from "./dataset-card.tsx";
import { ExportForm } from "./export-form.tsx";

type Props = {
  datasets: Loading<readonly DatasetView[]>;
  closedRounds: readonly { id: number; number: number }[];
  runOf: (dataset: DatasetView) => JobRunView | null;
  busy: boolean;
  error: unknown;
  /** `onDone` is called when the export is on its way. */
  onExport: (request: DatasetView["request"], onDone: () => void) => void;
};

/** Every version of the dataset, newest first, and the making of the next one. */
export function DatasetsPage({ datasets, closedRounds, runOf, busy, error, onExport }: Props) {
  const t = useTranslations("console.datasets");
  const [isAsking, setAsking] = useState(false);
  const numberOf = (id: number) => closedRounds.find((round) => round.id === id)?.number ?? id;
  const firstReady = datasets.data?.findIndex(({ state }) => state === "ready");
  const canExport = closedRounds.length > 0;
  const button = (
    <Button tone="primary" disabled={!canExport} onClick={() => setAsking(true)}>
      <Package size={16} aria-hidden />
      {t("export")}
    </Button>
  );
  return (
    <PageFrame title={t("title")} lead={t("lead")} actions={button}>
      <Loaded query={datasets} waiting={<BlockSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote picture={Database} title={t("none")} text={canExport ? t("noneText") : t("noRoundText")} />
          ) : (
            <ul className="flex flex-col gap-3">
              {rows.map((dataset, index) => (
                <DatasetCard
                  key={dataset.id}
                  dataset={dataset}
                  roundNumbers={dataset.request.roundIds.map(numberOf)}
                  run={runOf(dataset)}
                  isOpen={index === firstReady}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title={t("export")} description={t("exportLead")}>
        <ExportForm
          rounds={closedRounds}
          busy={busy}
          error={error}
          onExport={(request) => onExport(request, () => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </PageFrame>
  );
}
