"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "use-intl";

import type { JobRunView } from "#server/operations/schema.ts";

import { EmptyNote } from "../empty-note.tsx";
import { FailureNote } from "../failure-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame } from "../page-frame.tsx";
import { TableSkeleton } from "../skeleton.tsx";
import { JobCard } from "./job-card.tsx";

export type LiveState = "connecting" | "live" | "lost";

type Props = {
  runs: Loading<readonly JobRunView[]>;
  live: LiveState;
  cancelling: ReadonlySet<string>;
  cancelError: unknown;
  onCancel: (id: string) => void;
};

const dots: Record<LiveState, string> = { connecting: "bg-line-strong", live: "bg-good", lost: "bg-warn" };

/** Everything that takes a while, as it goes on. */
export function JobsPage({ runs, live, cancelling, cancelError, onCancel }: Props) {
  const t = useTranslations("console.jobs");
  const state = (
    <span role="status" className="inline-flex min-h-9 items-center gap-2 text-sm text-muted">
      <span aria-hidden className={`size-2 rounded-full ${dots[live]}`} />
      {t(`live.${live}`)}
    </span>
  );
  return (
    <PageFrame title={t("title")} lead={t("lead")} actions={state}>
      <FailureNote error={cancelError} />
      <Loaded query={runs} waiting={<TableSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote picture={ListChecks} title={t("none")} text={t("noneText")} />
          ) : (
            <ul className="overflow-hidden rounded-xl border border-line bg-surface">
              {rows.map((run) => (
                <JobCard
                  key={run.id}
                  run={run}
                  isCancelling={cancelling.has(run.id)}
                  onCancel={() => onCancel(run.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
