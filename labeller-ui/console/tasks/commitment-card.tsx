"use client";

import { LockKeyhole } from "lucide-react";
import { useTranslations } from "use-intl";

import { CopyHash } from "../copy-hash.tsx";

/** The published digest of a task's truth, and what it is good for. */
export function CommitmentCard({ digest, taskId }: { digest: string; taskId: string }) {
  const t = useTranslations("console");
  return (
    <div className="flex items-start gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <LockKeyhole size={18} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-sm font-semibold">{t("commitment")}</h2>
        <p className="max-w-3xl text-sm text-pretty text-muted">{t("tasks.commitmentLead")}</p>
        <CopyHash hash={digest} name={t("commitment")} whole />
        <a
          href={`/api/v1/commitments/${taskId}`}
          className="self-start rounded text-sm text-accent underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("tasks.commitmentApi")}
        </a>
      </div>
    </div>
  );
}
