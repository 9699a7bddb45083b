"use client";

import { History } from "lucide-react";
import { useTranslations } from "use-intl";

import { EmptyNote } from "../console/empty-note.tsx";
import { Loaded, type Loading } from "../console/loaded.tsx";
import { PageFrame } from "../console/page-frame.tsx";
import { TableSkeleton } from "../console/skeleton.tsx";
import { HistoryList, type HistoryEntry } from "./history-list.tsx";
import { StartLink } from "./start-link.tsx";

type Props = { history: Loading<readonly HistoryEntry[]>; today: number | null };

/** Everything a labeller did lately. */
export function HistoryPage({ history, today }: Props) {
  const t = useTranslations("labelling");
  return (
    <PageFrame
      title={t("history.title")}
      lead={today === null ? t("history.lead") : `${t("history.lead")} ${t("today", { count: today })}.`}
      actions={<StartLink>{t("history.label")}</StartLink>}
    >
      <Loaded query={history} waiting={<TableSkeleton />}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyNote picture={History} title={t("history.none")} text={t("history.empty")} />
          ) : (
            <HistoryList entries={entries} />
          )
        }
      </Loaded>
    </PageFrame>
  );
}
