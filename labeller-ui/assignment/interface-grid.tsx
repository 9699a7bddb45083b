"use client";

import { memo, type RefObject, useCallback } from "react";
import { useTranslations } from "use-intl";

import type { FrameReport } from "../preview/use-frame.ts";
import { InterfacePane } from "../preview/interface-pane.tsx";
import { type Board, isPlaced } from "../ranking/board.ts";
import { letterOf, placeOf } from "../ranking/rank-text.ts";
import type { Layout } from "./layout.ts";

type Props = {
  documentUrls: readonly string[];
  layout: Layout;
  shown: readonly number[];
  board: Board;
  panes: RefObject<(HTMLElement | null)[]>;
  onPlace: (position: number) => void;
  onUnusable: (position: number) => void;
  onReport: (position: number, report: FrameReport) => void;
  onInteract: (position: number) => void;
  onViewport: (position: number, width: string) => void;
};

/**
 * The four live interfaces. All stay mounted in every layout, so that nothing a labeller did in one
 * is lost by looking at another; those that are not shown are hidden, not removed.
 */
export function InterfaceGrid(props: Props) {
  const columns =
    props.layout === "grid" ? "grid-cols-2 grid-rows-2" : props.layout === "pair" ? "grid-cols-2" : "grid-cols-1";
  return (
    <div className={`grid size-full gap-2 ${columns}`}>
      {props.documentUrls.map((documentUrl, position) => (
        <div
          key={documentUrl}
          ref={(element) => {
            props.panes.current[position] = element;
          }}
          data-pane={position}
          className={props.shown.includes(position) ? "grid min-h-0 min-w-0" : "hidden"}
        >
          <Pane {...props} documentUrl={documentUrl} position={position} />
        </div>
      ))}
    </div>
  );
}

const Pane = memo(function Pane(props: Props & { documentUrl: string; position: number }) {
  const t = useTranslations("labelling");
  const { position, board, onPlace, onUnusable, onReport, onInteract, onViewport } = props;
  const place = placeOf(board, position);
  const label = place ? `${place.tiedWith.length > 0 ? "=" : ""}${t("ranking.place", { place: place.place })}` : null;
  return (
    <InterfacePane
      letter={letterOf(position)}
      documentUrl={props.documentUrl}
      placeLabel={isPlaced(board, position) ? label : null}
      unusable={board.unusable.includes(position)}
      onPlace={useCallback(() => onPlace(position), [onPlace, position])}
      onUnusable={useCallback(() => onUnusable(position), [onUnusable, position])}
      onReport={useCallback((report: FrameReport) => onReport(position, report), [onReport, position])}
      onInteract={useCallback(() => onInteract(position), [onInteract, position])}
      onViewport={useCallback((width: string) => onViewport(position, width), [onViewport, position])}
    />
  );
});
