"use client";

import { SquareStack } from "lucide-react";
import { useTranslations } from "use-intl";

import type { TaskRow } from "#server/pipeline/generation/task-schema.ts";

import { Button } from "../../primitives/button.tsx";
import { PlaceLink } from "../../shell/place-link.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame } from "../page-frame.tsx";
import { TableSkeleton } from "../skeleton.tsx";
import { isFiltered, type TaskFilter } from "./task-filter.ts";
import { TaskFilters } from "./task-filters.tsx";
import { TaskTable } from "./task-table.tsx";

type Props = {
  tasks: Loading<readonly TaskRow[]>;
  rounds: readonly { id: number; number: number }[];
  filter: TaskFilter;
  onFilter: (filter: TaskFilter) => void;
  /** Fetches the next page; null on the last. */
  onMore: (() => void) | null;
  isFetchingMore: boolean;
};

/** All tasks of the subnet, by round, kind and state. */
export function TasksView({ tasks, rounds, filter, onFilter, onMore, isFetchingMore }: Props) {
  const t = useTranslations("console");
  return (
    <PageFrame title={t("tasks.title")} lead={t("tasks.lead")}>
      <TaskFilters rounds={rounds} filter={filter} onFilter={onFilter} />
      <Loaded query={tasks} waiting={<TableSkeleton rows={12} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote
              picture={SquareStack}
              title={isFiltered(filter) ? t("tasks.noMatch") : t("tasks.none")}
              text={isFiltered(filter) ? t("tasks.noMatchText") : t("tasks.noneText")}
            >
              {isFiltered(filter) ? null : (
                <PlaceLink href="/rounds" className="text-sm font-medium text-accent underline underline-offset-2">
                  {t("rounds.goTo")}
                </PlaceLink>
              )}
            </EmptyNote>
          ) : (
            <>
              <TaskTable tasks={rows} />
              <div className="flex flex-wrap items-center justify-center gap-4 text-sm text-muted">
                <span role="status">{t("tasks.shown", { count: rows.length })}</span>
                {onMore ? (
                  <Button onClick={onMore} disabled={isFetchingMore}>
                    {isFetchingMore ? t("loading") : t("more")}
                  </Button>
                ) : null}
              </div>
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
