"use client";

import { ChevronDown, ChevronUp, Equal, X } from "lucide-react";
import { useTranslations } from "use-intl";

import { IconButton } from "../primitives/button.tsx";
import type { Board, BoardAction } from "./board.ts";
import { letterOf, placeOf } from "./rank-text.ts";

type Props = { board: Board; completions: number; onAction: (action: BoardAction) => void };

/** The ranking so far, best first: a real list, so that every reader reads it in order. */
export function ResultStrip({ board, completions, onAction }: Props) {
  const t = useTranslations("labelling");
  const placed = board.groups.flat();
  return (
    <div>
      <ol aria-label={t("ranking.title")} className="flex flex-col gap-1.5">
        {board.groups.flatMap((group) =>
          group.map((position, member) => (
            <ResultRow
              key={position}
              position={position}
              place={placeOf(board, position)?.place ?? 0}
              tiedWithPrevious={member > 0}
              unusable={board.unusable.includes(position)}
              onAction={onAction}
            />
          )),
        )}
        {Array.from({ length: completions - placed.length }, (_, index) => (
          <li
            key={`free-${placed.length + index}`}
            aria-hidden
            className="flex min-h-11 items-center rounded-lg border border-dashed border-line px-3 text-sm text-faint"
          >
            {placed.length + index + 1}.{index === 0 ? <span className="ml-2">{t("ranking.next")}</span> : null}
          </li>
        ))}
      </ol>
      {placed.length >= 2 ? (
        <button
          type="button"
          onClick={() => onAction({ type: "tie" })}
          className="mt-2 inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-xs text-muted hover:bg-sunken hover:text-ink"
        >
          <Equal size={14} aria-hidden /> {t("ranking.tie")}
        </button>
      ) : null}
    </div>
  );
}

function ResultRow(props: {
  position: number;
  place: number;
  tiedWithPrevious: boolean;
  unusable: boolean;
  onAction: (action: BoardAction) => void;
}) {
  const t = useTranslations("labelling");
  const letter = letterOf(props.position);
  return (
    <li
      className={`flex min-h-11 items-center gap-2 rounded-lg border border-line bg-surface pl-3 ${props.tiedWithPrevious ? "-mt-1 border-t-0" : ""}`}
    >
      <span className="w-5 text-sm text-faint tabular-nums">{props.tiedWithPrevious ? "=" : `${props.place}.`}</span>
      <span className="flex size-6 items-center justify-center rounded bg-ink text-xs font-semibold text-paper">
        {letter}
      </span>
      <span className="grow text-sm">
        {props.unusable ? <span className="text-bad">{t("ranking.unusable")}</span> : null}
      </span>
      <span className="flex">
        <IconButton
          label={t("ranking.up", { letter })}
          onClick={() => props.onAction({ type: "move", position: props.position, by: -1 })}
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={t("ranking.down", { letter })}
          onClick={() => props.onAction({ type: "move", position: props.position, by: 1 })}
        >
          <ChevronDown size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={t("ranking.remove", { letter })}
          onClick={() => props.onAction({ type: "toggle", position: props.position })}
        >
          <X size={16} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}
