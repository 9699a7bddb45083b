"use client";

import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { HealthView } from "#server/operations/schema.ts";

import { useFigures } from "../figures.ts";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame, PagePart } from "../page-frame.tsx";
import { BlockSkeleton } from "../skeleton.tsx";
import { QueueTable } from "./queue-table.tsx";

/** Whether the installation does what it should, and where to look when it does not. */
export function HealthPage({ health }: { health: Loading<HealthView> }) {
  const t = useTranslations("console.health");
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <Loaded query={health} waiting={<BlockSkeleton blocks={3} />}>
        {(data) => (
          <>
            <Verdict status={data.status} />
            <div className="grid gap-4 md:grid-cols-2">
              <DatabaseCard database={data.database} />
              <SandboxCard sandbox={data.sandbox} />
            </div>
            <PagePart title={t("queue")} lead={t("queueLead")}>
              <QueueTable queue={data.queue} />
            </PagePart>
            <PagePart title={t("versions")}>
              <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
                {Object.entries(data.versions).map(([name, version]) => (
                  <div key={name} className="flex min-w-0 flex-col gap-0.5 bg-surface px-4 py-3">
                    <dt className="text-xs text-muted">{t.has(`version.${name}`) ? t(`version.${name}`) : name}</dt>
                    <dd className="font-mono text-xs break-all">{version}</dd>
                  </div>
                ))}
              </dl>
            </PagePart>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Verdict({ status }: { status: HealthView["status"] }) {
  const t = useTranslations("console.health");
  const isWell = status === "ok";
  const Picture = isWell ? CircleCheck : TriangleAlert;
  return (
    <p
      role="status"
      className={`flex items-center gap-3 rounded-xl px-4 py-3 text-sm font-medium ${isWell ? "bg-good-soft text-good" : "bg-warn-soft text-warn"}`}
    >
      <Picture size={18} aria-hidden className="shrink-0" />
      {t(`status.${status}`)}
    </p>
  );
}

function DatabaseCard({ database }: { database: HealthView["database"] }) {
  const t = useTranslations("console.health");
  const { bytes, count } = useFigures();
  return (
    <PartCard title={t("database")} isWell={database.ok}>
      <Fact name={t("databaseVersion")}>PostgreSQL {database.version}</Fact>
      <Fact name={t("databaseSize")}>{bytes(database.sizeMb * 1e6)}</Fact>
      <Fact name={t("connections")}>{count(database.connections)}</Fact>
    </PartCard>
  );
}

function SandboxCard({ sandbox }: { sandbox: HealthView["sandbox"] }) {
  const t = useTranslations("console.health");
  const { count } = useFigures();
  return (
    <PartCard title={t("sandbox")} isWell={sandbox.ok}>
      <Fact name={t("browser")}>{sandbox.browser ?? "—"}</Fact>
      <Fact name={t("sandboxRunning")}>{count(sandbox.running)}</Fact>
      <Fact name={t("sandboxQueued")}>{count(sandbox.queued)}</Fact>
      {sandbox.detail === null ? null : (
        <div className="col-span-2 pt-1 text-sm text-bad">
          <dt className="sr-only">{t("detail")}</dt>
          <dd>{sandbox.detail}</dd>
        </div>
      )}
    </PartCard>
  );
}

function PartCard({ title, isWell, children }: { title: string; isWell: boolean; children: ReactNode }) {
  const t = useTranslations("console.health");
  const Picture = isWell ? CircleCheck : CircleX;
  return (
    <section className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h2 className="flex items-center justify-between text-sm font-semibold">
        {title}
        <span className={`inline-flex items-center gap-1.5 text-xs font-medium ${isWell ? "text-good" : "text-bad"}`}>
          <Picture size={14} aria-hidden />
          {isWell ? t("works") : t("broken")}
        </span>
      </h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5 text-sm">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right break-words tabular-nums">{children}</dd>
    </div>
  );
}
