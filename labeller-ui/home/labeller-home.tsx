"use client";

import { History } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Me } from "#server/identity/schema.ts";

import { EmptyNote } from "../console/empty-note.tsx";
import { useFigures } from "../console/figures.ts";
import { KeyFigures } from "../console/key-figures.tsx";
import { Loaded, type Loading } from "../console/loaded.tsx";
import { PageFrame, PagePart } from "../console/page-frame.tsx";
import { TableSkeleton } from "../console/skeleton.tsx";
import { PlaceLink } from "../shell/place-link.tsx";
import { HistoryList, type HistoryEntry } from "./history-list.tsx";
import { HowItGoes } from "./how-it-goes.tsx";
import { StartLink } from "./start-link.tsx";

type Props = {
  name: string;
  /** The teams one labels for. */
  teams: Me["teams"];
  history: Loading<readonly HistoryEntry[]>;
  today: number | null;
};

const RECENT = 5;

/** Where a labeller arrives: what waits, how it goes, and what came of the last tasks. */
export function LabellerHome({ name, teams, history, today }: Props) {
  const t = useTranslations("labelling");
  return (
    <PageFrame title={t("home.title", { name })} lead={t("home.lead", { team: teams[0]?.name ?? "" })}>
      <NextStep
        open={history.data?.find(({ state }) => state === "open") ?? null}
        isPaused={teams.length > 0 && teams.every(({ state }) => state === "paused")}
      />
      <HowItGoes />
      <Loaded query={history} waiting={<TableSkeleton rows={3} />}>
        {(entries) => (
          <>
            <Counts entries={entries} today={today} />
            <PagePart
              title={t("home.recent")}
              actions={
                entries.length > RECENT ? (
                  <PlaceLink
                    href="/history"
                    className="inline-flex min-h-6 items-center rounded text-sm text-accent underline underline-offset-2 touch:min-h-11"
                  >
                    {t("home.all")}
                  </PlaceLink>
                ) : null
              }
            >
              {entries.length === 0 ? (
                <EmptyNote picture={History} title={t("history.none")} text={t("history.empty")} />
              ) : (
                <HistoryList entries={entries.slice(0, RECENT)} />
              )}
            </PagePart>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** Goes on with the task in hand, or takes the next one; somebody who is paused learns whom to ask. */
function NextStep({ open, isPaused }: { open: HistoryEntry | null; isPaused: boolean }) {
  const t = useTranslations("labelling");
  const title = isPaused ? t("home.paused") : open ? t("home.inProgress") : t("home.ready");
  const text = isPaused ? t("queue.paused") : open ? open.prompt : t("home.readyText");
  return (
    <section className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card sm:flex-row sm:items-center sm:justify-between sm:gap-8 sm:p-6">
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className={`max-w-2xl text-sm text-pretty text-muted ${open ? "line-clamp-3" : ""}`}>{text}</p>
      </div>
      {isPaused ? null : <StartLink>{open ? t("home.continue") : t("home.start")}</StartLink>}
    </section>
  );
}

function Counts({ entries, today }: { entries: readonly HistoryEntry[]; today: number | null }) {
  const t = useTranslations("labelling.home");
  const { count } = useFigures();
  const numberOf = (...states: HistoryEntry["state"][]) => entries.filter(({ state }) => states.includes(state)).length;
  return (
    <KeyFigures
      figures={[
        { key: "today", label: t("today"), value: today === null ? "—" : count(today) },
        { key: "accepted", label: t("accepted"), value: count(numberOf("submitted", "late", "surplus")) },
        { key: "skipped", label: t("skipped"), value: count(numberOf("skipped")) },
        { key: "expired", label: t("expired"), value: count(numberOf("expired")) },
      ]}
    />
  );
}
