"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";

import type { JobRunView } from "#server/operations/schema.ts";
import type { DatasetView } from "#server/pipeline/export/schema.ts";

import { Badge, type BadgeTone } from "../../primitives/badge.tsx";
import { useFigures } from "../figures.ts";
import { Moment } from "../moment.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { bytesOf } from "./dataset-words.ts";
import { FileTable } from "./file-table.tsx";

const tones: Record<DatasetView["state"], BadgeTone> = {
  queued: "neutral",
  running: "accent",
  ready: "good",
  failed: "bad",
  cancelled: "neutral",
};

type Props = {
  dataset: DatasetView;
  /** Numbers of the rounds that the request names. */
  roundNumbers: readonly number[];
  /** The job that makes it, while it is known. */
  run: JobRunView | null;
  isOpen: boolean;
};

/** One version of the dataset: what it holds, and its files. */
export function DatasetCard({ dataset, roundNumbers, run, isOpen }: Props) {
  const t = useTranslations("console");
  const { count, bytes, percent } = useFigures();
  const isMaking = dataset.state === "queued" || dataset.state === "running";
  const name = t("datasets.version", { number: dataset.version });
  return (
    <li className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold">{name}</h2>
        <Badge tone={tones[dataset.state]}>{t(`datasets.state.${dataset.state}`)}</Badge>
        <span className="grow" />
        <span className="text-sm text-muted">
          <Moment at={dataset.readyAt ?? dataset.createdAt} />
        </span>
      </div>
      <p className="text-sm text-muted">
        {roundNumbers.length === 0
          ? t("datasets.allRounds")
          : t("datasets.someRounds", { numbers: roundNumbers.join(", ") })}
        {" · "}
        {t("datasets.posteriorShort", { share: percent(dataset.request.posteriorMin) })}
      </p>
      {isMaking ? (
        <div className="flex flex-col gap-1">
          <ProgressBar label={name} done={run?.done ?? 0} total={run?.total ?? 0} />
          <p role="status" className="text-xs text-muted">
            {t("datasets.waiting")}
          </p>
        </div>
      ) : null}
      {dataset.message === null || dataset.message === "" ? null : (
        <p lang="en" className={`text-sm ${dataset.state === "failed" ? "text-bad" : "text-muted"}`}>
          {dataset.message}
        </p>
      )}
      {Object.keys(dataset.counts).length > 0 ? (
        <dl className="flex flex-wrap gap-2">
          {Object.entries(dataset.counts).map(([key, rows]) => (
            <div key={key} className="flex items-baseline gap-1.5 rounded-lg bg-sunken px-2.5 py-1 text-sm">
              <dt className="text-muted">{t.has(`datasets.config.${key}`) ? t(`datasets.config.${key}`) : key}</dt>
              <dd className="font-semibold tabular-nums">{count(rows)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {dataset.files.length > 0 ? (
        <details open={isOpen} className="group">
          <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1 rounded text-sm font-medium text-accent [&::-webkit-details-marker]:hidden">
            <ChevronRight size={15} aria-hidden className="transition-transform group-open:rotate-90" />
            {t("datasets.fileCount", { count: dataset.files.length, size: bytes(bytesOf(dataset)) })}
          </summary>
          <div className="mt-2">
            <FileTable datasetId={dataset.id} files={dataset.files} />
          </div>
        </details>
      ) : null}
    </li>
  );
}
