"use client";

import type { ReactNode } from "react";

import { InterfacePane } from "../../preview/interface-pane.tsx";
import { letterOf } from "./positions.ts";

type Props = { position: number; documentUrl: string; note?: ReactNode };

const ignore = () => {};

/** One interface as the labeller sees it, with nothing to decide; below it what is known about it, when asked for. */
export function DocumentPane({ position, documentUrl, note }: Props) {
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col gap-1.5">
      <div className="grid min-h-0 grow">
        <InterfacePane
          // Another document is another frame, with another state.
          key={documentUrl}
          letter={letterOf(position)}
          documentUrl={documentUrl}
          placeLabel={null}
          unusable={false}
          readOnly
          onPlace={ignore}
          onUnusable={ignore}
          onReport={ignore}
          onInteract={ignore}
          onViewport={ignore}
        />
      </div>
      {note ? <div className="flex min-h-6 flex-wrap items-center gap-2 px-1 text-sm">{note}</div> : null}
    </div>
  );
}
