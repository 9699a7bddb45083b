"use client";

import { useTranslations } from "use-intl";

import type { TaskRow } from "#server/pipeline/generation/task-schema.ts";

import { PlaceLink } from "../../shell/place-link.tsx";
import { CopyHash } from "../copy-hash.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";
import { slugWords } from "../slug-words.ts";
import { TaskKind, TaskState } from "./task-badges.tsx";

/** Tasks, newest first, each with how far its answers have come. */
export function TaskTable({ tasks }: { tasks: readonly TaskRow[] }) {
  const t = useTranslations("console");
  const { count } = useFigures();
  const columns: Column<TaskRow>[] = [
    {
      key: "problem",
      header: t("tasks.problem"),
      cell: (task) => (
        <PlaceLink
          href={`/tasks/${task.id}`}
          className="rounded font-medium text-ink hover:text-accent hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          <span lang="en">{slugWords(task.problem)}</span>
        </PlaceLink>
      ),
    },
    { key: "kind", header: t("tasks.kind"), cell: (task) => <TaskKind kind={task.kind} /> },
    { key: "state", header: t("tasks.state"), cell: (task) => <TaskState state={task.state} /> },
    {
      key: "round",
      header: t("round"),
      cell: (task) => (
        <PlaceLink
          href={`/rounds/${task.roundId}`}
          className="rounded text-muted hover:text-accent hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("roundNumber", { number: task.roundNumber })}
        </PlaceLink>
      ),
    },
    {
      key: "answers",
      header: t("tasks.answers"),
      cell: (task) => <AnswerCount submitted={task.submitted} wanted={task.overlap} />,
    },
    { key: "leased", header: t("tasks.leased"), isNumber: true, isMinor: true, cell: (task) => count(task.leased) },
    {
      key: "rendered",
      header: t("tasks.rendered"),
      isNumber: true,
      isMinor: true,
      cell: (task) => count(task.rendered),
    },
    { key: "opened", header: t("opened"), isWide: true, cell: (task) => <Moment at={task.openedAt} /> },
    {
      key: "commitment",
      isMinor: true,
      header: t("commitment"),
      hint: t("tasks.commitmentHint"),
      cell: (task) =>
        task.commitment === null ? (
          <span className="text-muted">—</span>
        ) : (
          <CopyHash hash={task.commitment} name={t("commitment")} />
        ),
    },
  ];
  return <DataTable label={t("tasks.title")} columns={columns} rows={tasks} keyOf={(task) => task.id} />;
}

function AnswerCount({ submitted, wanted }: { submitted: number; wanted: number }) {
  const { count } = useFigures();
  const share = Math.min(1, submitted / Math.max(1, wanted));
  return (
    <span className="inline-flex items-center gap-2 tabular-nums">
      <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full rounded-full ${share === 1 ? "bg-good" : "bg-accent"}`}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      {count(submitted)}/{count(wanted)}
    </span>
  );
}
