import type { ReactNode } from "react";

export type KeyFigure = { key: string; label: string; value: ReactNode; hint?: string };

/** The few numbers that say how something stands. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line [&>div:last-child:nth-child(odd)]:col-span-2 sm:flex sm:flex-wrap sm:[&>div]:grow">
      {figures.map(({ key, label, value, hint }) => (
        <div key={key} title={hint} className="flex flex-col gap-0.5 bg-surface px-4 py-3">
          <dt className="text-xs text-muted sm:whitespace-nowrap">{label}</dt>
          <dd className="text-lg font-semibold tabular-nums sm:whitespace-nowrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
