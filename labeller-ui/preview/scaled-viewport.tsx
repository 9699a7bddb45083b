"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

/** Layout widths a labeller can look at; `fit` is whatever the pane offers. */
export const VIEWPORT_CHOICES = ["fit", "390", "768", "1280"] as const;
export type ViewportChoice = (typeof VIEWPORT_CHOICES)[number];

type Size = { width: number; height: number };

function useSize(target: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return size;
}

/** Shows its children at a chosen layout width, scaled down when the pane is narrower and centred when it is wider. */
export function ScaledViewport({ choice, children }: { choice: ViewportChoice; children: ReactNode }) {
  const pane = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(pane);
  const wanted = choice === "fit" ? width : Number(choice);
  const scale = wanted > width && wanted > 0 ? width / wanted : 1;
  return (
    <div ref={pane} className="relative size-full overflow-hidden bg-sunken">
      <div
        className="absolute inset-y-0 origin-top-left bg-white"
        style={{
          width: wanted || "100%",
          height: scale === 0 ? height : height / scale,
          left: Math.max(0, (width - wanted * scale) / 2),
          transform: `scale(${scale})`,
        }}
      >
        {children}
      </div>
    </div>
  );
}
