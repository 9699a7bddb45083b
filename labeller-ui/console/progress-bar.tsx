"use client";

import { useTranslations } from "use-intl";

import { useFigures } from "./figures.ts";

type Props = { label: string; done: number; total: number; tone?: "accent" | "good" | "bad" | "muted" };

const tones = { accent: "bg-accent", good: "bg-good", bad: "bg-bad", muted: "bg-line-strong" };

/** How far something is. With nothing counted yet it only says that it is under way. */
export function ProgressBar({ label, done, total, tone = "accent" }: Props) {
  const t = useTranslations("console");
  const { count } = useFigures();
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="flex items-center gap-2.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={Math.min(done, Math.max(total, 1))}
        aria-valuetext={t("ofTotal", { done, total })}
        className="h-1.5 w-full min-w-20 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={`h-full rounded-full transition-[width] duration-300 ${tones[tone]}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {total > 0 ? (
        <span aria-hidden className="shrink-0 text-xs text-muted tabular-nums">
          {count(done)}/{count(total)}
        </span>
      ) : null}
    </div>
  );
}
