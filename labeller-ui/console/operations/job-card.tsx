"use client";

import { useTranslations } from "use-intl";

import type { JobRunView } from "#server/operations/schema.ts";

import { Badge, type BadgeTone } from "../../primitives/badge.tsx";
import { Button } from "../../primitives/button.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { slugWords } from "../slug-words.ts";
import { isRunning, secondsOf } from "./job-runs.ts";

const tones: Record<JobRunView["state"], BadgeTone> = {
  queued: "neutral",
  running: "accent",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};
const bars = { queued: "muted", running: "accent", done: "good", failed: "bad", cancelled: "muted" } as const;

type Props = { run: JobRunView; isCancelling: boolean; onCancel: () => void };

/** One long job: what it is, how far it is, and a way to stop it. */
export function JobCard({ run, isCancelling, onCancel }: Props) {
  const t = useTranslations("console.jobs");
  const { seconds } = useFigures();
  const kind = t.has(`kind.${run.kind}`) ? t(`kind.${run.kind}`) : slugWords(run.kind);
  const name = run.subject === null ? kind : `${kind}: ${run.subject}`;
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-0 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_13rem_6rem] md:px-5">
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium">{kind}</span>
          {run.subject === null ? null : <span className="truncate text-muted">{run.subject}</span>}
          <Badge tone={tones[run.state]}>{t(`state.${run.state}`)}</Badge>
        </p>
        {run.message === "" ? null : (
          <p lang="en" className={`text-xs text-pretty ${run.state === "failed" ? "text-bad" : "text-muted"}`}>
            {run.message}
          </p>
        )}
      </div>
      <ProgressBar label={name} done={run.done} total={run.total} tone={bars[run.state]} />
      <p className="text-xs text-muted">
        <Moment at={run.createdAt} />
        {run.state === "queued" ? null : <span className="tabular-nums"> · {seconds(secondsOf(run))}</span>}
      </p>
      <div className="md:text-right">
        {isRunning(run) ? (
          <Button
            size="small"
            disabled={isCancelling}
            {...(isCancelling ? {} : { "aria-label": t("cancelNamed", { name }) })}
            onClick={onCancel}
          >
            {isCancelling ? t("cancelling") : t("cancel")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
