"use client";

import { useTranslations } from "use-intl";

import type { HealthView } from "#server/operations/schema.ts";

import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { slugWords } from "../slug-words.ts";

type QueueRow = HealthView["queue"][number];

/** What waits, runs and has failed, by job; an empty queue is the normal state of affairs. */
export function QueueTable({ queue }: Pick<HealthView, "queue">) {
  const t = useTranslations("console");
  const { count, seconds } = useFigures();
  if (queue.length === 0) {
    return (
      <p className="rounded-xl border border-dashed border-line-strong px-6 py-8 text-center text-sm text-muted">
        {t("health.queueEmpty")}
      </p>
    );
  }
  const columns: Column<QueueRow>[] = [
    {
      key: "job",
      header: t("health.job"),
      cell: ({ job }) => (t.has(`jobs.kind.${job}`) ? t(`jobs.kind.${job}`) : slugWords(job)),
    },
    { key: "waiting", header: t("health.waiting"), isNumber: true, cell: ({ waiting }) => count(waiting) },
    { key: "running", header: t("health.running"), isNumber: true, cell: ({ running }) => count(running) },
    {
      key: "failed",
      header: t("health.failed"),
      isNumber: true,
      cell: ({ failed }) => <span className={failed > 0 ? "font-semibold text-bad" : ""}>{count(failed)}</span>,
    },
    {
      key: "oldest",
      header: t("health.oldest"),
      isNumber: true,
      cell: ({ oldestSeconds }) => (oldestSeconds > 0 ? seconds(oldestSeconds) : "—"),
    },
  ];
  return <DataTable label={t("health.queue")} columns={columns} rows={queue} keyOf={({ job }) => job} />;
}
