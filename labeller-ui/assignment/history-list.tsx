"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { z } from "zod";

import type { historyEntrySchema } from "#server/pipeline/labelling/schema.ts";

import { Badge, type BadgeTone } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";

type Entry = z.infer<typeof historyEntrySchema>;
type Props = { entries: readonly Entry[] | null; today: number | null; failed: boolean; onRetry: () => void };

const tones: Record<Entry["state"], BadgeTone> = {
  open: "accent",
  submitted: "good",
  late: "good",
  surplus: "good",
  skipped: "neutral",
  expired: "warn",
};

/** The labeller's last tasks: what came of each, and the receipt that proves it. */
export function HistoryList({ entries, today, failed, onRetry }: Props) {
  const t = useTranslations("labelling");
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-6 p-4 sm:p-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl font-semibold">{t("history.title")}</h1>
          {today === null ? null : <p className="text-muted">{t("today", { count: today })}</p>}
        </div>
        <a
          href="/label"
          className="inline-flex min-h-11 items-center rounded-lg bg-accent px-5 text-sm font-medium text-on-accent hover:bg-accent-strong"
        >
          {t("history.label")}
        </a>
      </header>
      {failed ? (
        <p role="alert" className="flex items-center gap-3 text-sm">
          {t("failed.title")} <Button onClick={onRetry}>{t("failed.retry")}</Button>
        </p>
      ) : null}
      {entries?.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line p-8 text-center text-muted">{t("history.empty")}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {entries?.map((entry) => (
          <HistoryRow key={entry.assignmentId} entry={entry} />
        ))}
      </ul>
    </main>
  );
}

function HistoryRow({ entry }: { entry: Entry }) {
  const t = useTranslations("labelling");
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border border-line bg-surface px-4 py-3">
      <p className="line-clamp-2 min-w-0 grow basis-64 text-sm">{entry.prompt}</p>
      <time className="text-xs text-faint tabular-nums" dateTime={entry.leasedAt.toISOString()}>
        {format.dateTime(entry.leasedAt, { dateStyle: "medium", timeStyle: "short" })}
      </time>
      <Badge tone={tones[entry.state]}>{t(`history.state.${entry.state}`)}</Badge>
      {entry.digest ? (
        <code className="text-xs text-faint" title={entry.digest}>
          {entry.digest.slice(0, 10)}
        </code>
      ) : null}
    </li>
  );
}
