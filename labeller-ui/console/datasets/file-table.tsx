"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";

import type { DatasetFile } from "#server/pipeline/export/schema.ts";

import { CopyHash } from "../copy-hash.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { useFigures } from "../figures.ts";
import { fileHref } from "./dataset-words.ts";

/** Files of a dataset as its manifest lists them, each to download and to check. */
export function FileTable({ datasetId, files }: { datasetId: string; files: readonly DatasetFile[] }) {
  const t = useTranslations("console.datasets");
  const { bytes, count } = useFigures();
  const columns: Column<DatasetFile>[] = [
    {
      key: "path",
      header: t("file"),
      cell: ({ path }) => (
        <a
          href={fileHref(datasetId, path)}
          download
          className="inline-flex min-h-6 items-center gap-1.5 rounded text-left font-mono text-xs break-all text-accent hover:underline touch:min-h-11"
        >
          <Download size={13} aria-hidden className="shrink-0" />
          {path}
        </a>
      ),
    },
    {
      key: "rows",
      header: t("rows"),
      isNumber: true,
      cell: ({ rows }) => (rows > 0 ? count(rows) : <span className="text-muted">—</span>),
    },
    { key: "bytes", header: t("size"), isNumber: true, cell: (file) => bytes(file.bytes) },
    {
      key: "sha256",
      isWide: true,
      header: "SHA-256",
      cell: ({ sha256, path }) => <CopyHash hash={sha256} name={`SHA-256 ${path}`} />,
    },
  ];
  return <DataTable label={t("files")} columns={columns} rows={files} keyOf={({ path }) => path} />;
}
