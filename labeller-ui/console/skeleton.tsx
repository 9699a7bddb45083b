"use client";

import { useTranslations } from "use-intl";

/** The place of something that is being loaded, in its shape, so that nothing jumps when it comes. */
export function Skeleton({ className = "" }: { className?: string }) {
  return <span aria-hidden className={`block animate-pulse rounded-md bg-sunken ${className}`} />;
}

/** Rows of a table to come. One text says for everybody who hears the page that it is loading. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  const t = useTranslations("console");
  return (
    <div role="status" className="overflow-hidden rounded-xl border border-line bg-surface">
      <span className="sr-only">{t("loading")}</span>
      <div className="h-10 border-b border-line bg-paper" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-6 border-b border-line px-4 py-3 last:border-0">
          <Skeleton className="h-4 w-40 shrink-0" />
          <Skeleton className="h-4 w-20 shrink-0" />
          <Skeleton className="h-4 grow" />
          <Skeleton className="h-4 w-24 shrink-0" />
        </div>
      ))}
    </div>
  );
}

/** A page of boxes to come. */
export function BlockSkeleton({ blocks = 2 }: { blocks?: number }) {
  const t = useTranslations("console");
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: blocks }, (_, block) => (
        <div key={block} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-4 w-full max-w-xl" />
          <Skeleton className="h-28 w-full" />
        </div>
      ))}
    </div>
  );
}
