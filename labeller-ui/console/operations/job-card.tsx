"use client";

import { useLocale, useTranslations } from "use-intl";

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

const VERSION = /^version (\d+)$/;

/** What a job is about, in the reader's language where it has words of its own. */
function useSubject(subject: string | null): string | null {
  const t = useTranslations("console.datasets");
  const version = VERSION.exec(subject ?? "")?.[1];
  return version === undefined ? subject : t("version", { number: Number(version) });
}

/** One long job: what it is, how far it is, and a way to stop it. */
export function JobCard({ run, isCancelling, onCancel }: Props) {
  const t = useTranslations("console.jobs");
  const locale = useLocale();
  const { seconds } = useFigures();
  const kind = t.has(`kind.${run.kind}`) ? t(`kind.${run.kind}`) : slugWords(run.kind);
  // The worker writes English. Others read how far it is from the bar, and need its words only when it failed.
  const isTold = run.message !== "" && (locale === "en" || run.state === "failed");
  const subject = useSubject(run.subject);
  const name = subject === null ? kind : `${kind}: ${subject}`;
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-0 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_13rem_6rem] md:px-5">
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium">{kind}</span>
          {subject === null ? null : <span className="truncate text-muted">{subject}</span>}
          <Badge tone={tones[run.state]}>{t(`state.${run.state}`)}</Badge>
        </p>
        {isTold ? (
          <p lang="en" className={`text-xs text-pretty ${run.state === "failed" ? "text-bad" : "text-muted"}`}>
            {run.message}
          </p>
        ) : null}
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
