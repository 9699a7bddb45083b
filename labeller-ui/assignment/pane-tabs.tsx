"use client";

import { Pin } from "lucide-react";
import { useTranslations } from "use-intl";

import type { FrameReport } from "../preview/use-frame.ts";
import { IconButton } from "../primitives/button.tsx";
import type { Board } from "../ranking/board.ts";
import { letterOf, placeOf } from "../ranking/rank-text.ts";

type Props = {
  reports: readonly (FrameReport | null)[];
  board: Board;
  current: number;
  /** The pinned position in the pair layout, else null. */
  pinned: number | null;
  onSelect: (position: number) => void;
  onPin: (position: number) => void;
};

/** Where a key leads among tabs, round and round; null for keys that lead nowhere. */
function tabAfter(code: string, from: number, count: number): number | null {
  if (code === "ArrowRight") return (from + 1) % count;
  if (code === "ArrowLeft") return (from + count - 1) % count;
  if (code === "Home") return 0;
  return code === "End" ? count - 1 : null;
}

/** One tab per interface with its state, for layouts that do not show all of them. */
export function PaneTabs(props: Props) {
  const t = useTranslations("labelling");
  return (
    <div className="flex items-center gap-1.5">
      <div role="tablist" aria-label={t("tabs.title")} className="flex grow gap-1.5">
        {props.reports.map((report, position) => (
          <button
            key={letterOf(position)}
            type="button"
            role="tab"
            aria-selected={position === props.current}
            tabIndex={position === props.current ? 0 : -1}
            onClick={() => props.onSelect(position)}
            onKeyDown={(event) => {
              const to = tabAfter(event.code, position, props.reports.length);
              if (to === null) return;
              event.preventDefault();
              props.onSelect(to);
              const tab = event.currentTarget.parentElement?.children.item(to);
              if (tab instanceof HTMLElement) tab.focus();
            }}
            className="flex min-h-11 grow items-center justify-center gap-2 rounded-lg border border-line bg-surface px-2 text-sm font-semibold aria-selected:border-accent aria-selected:bg-accent-soft aria-selected:text-accent"
          >
            {letterOf(position)}
            <TabState report={report} place={placeOf(props.board, position)?.place ?? null} />
          </button>
        ))}
      </div>
      {props.pinned === null ? null : (
        <IconButton
          label={t("tabs.pin", { letter: letterOf(props.current) })}
          aria-pressed={props.pinned === props.current}
          onClick={() => props.onPin(props.current)}
        >
          <Pin size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function TabState({ report, place }: { report: FrameReport | null; place: number | null }) {
  const t = useTranslations("labelling");
  if (report?.state === "stopped") return <span className="text-xs font-normal text-bad">{t("frame.stopped")}</span>;
  if (place !== null) return <span className="text-xs font-normal tabular-nums">{t("ranking.place", { place })}</span>;
  if (report?.state !== "ready") return <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-faint" />;
  return null;
}
