"use client";

import { useTranslations } from "use-intl";
import type { z } from "zod";

import type { historyEntrySchema } from "#server/pipeline/labelling/schema.ts";

import { CopyHash } from "../console/copy-hash.tsx";
import { Moment } from "../console/moment.tsx";
import { Badge, type BadgeTone } from "../primitives/badge.tsx";
import { PlaceLink } from "../shell/place-link.tsx";

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const tones: Record<HistoryEntry["state"], BadgeTone> = {
  open: "accent",
  submitted: "good",
  late: "good",
  surplus: "good",
  skipped: "neutral",
  expired: "warn",
};

/** Tasks of a labeller, newest first: what came of each, and the receipt that proves it. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ul className="overflow-hidden rounded-xl border border-line bg-surface">
      {entries.map((entry) => (
        <HistoryRow key={entry.assignmentId} entry={entry} />
      ))}
    </ul>
  );
}

function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations("labelling.history");
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-0 md:grid md:grid-cols-[minmax(0,1fr)_auto] md:gap-x-8 md:px-5">
      <p className="line-clamp-2 text-sm text-pretty">{entry.prompt}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 md:justify-end">
        <Badge tone={tones[entry.state]}>{t(`state.${entry.state}`)}</Badge>
        {entry.state === "open" ? (
          <PlaceLink
            href="/label"
            className="inline-flex min-h-6 items-center rounded text-sm font-medium text-accent underline underline-offset-2 touch:min-h-11"
          >
            {t("continue")}
          </PlaceLink>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted md:col-span-2">
        <Moment at={entry.endedAt ?? entry.leasedAt} />
        {entry.digest === null ? null : (
          <span className="inline-flex items-center gap-1.5">
            {t("receipt")}
            <CopyHash hash={entry.digest} name={t("receipt")} />
          </span>
        )}
      </div>
    </li>
  );
}
