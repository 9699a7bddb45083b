"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = {
  /** What is drawn, in a few words. */
  title: string;
  /** What one would see in it, for those who do not. */
  description: string;
  /** Of a plot that arranges itself by its width, a function of it. */
  height: number | ((width: number) => number);
  children: (width: number) => ReactNode;
};

/** Drawn before the place of the plot has been measured. */
const FIRST_WIDTH = 640;

/** A drawing as wide as its place, at one pixel per unit, so that text has the same size on every screen. */
export function PlotFrame({ title, description, height, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  const id = useId();
  const heightPx = typeof height === "number" ? height : height(width);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <figure ref={place} className="w-full min-w-0 overflow-hidden">
      <svg
        width={width}
        height={heightPx}
        viewBox={`0 0 ${width} ${heightPx}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className="block font-sans"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        {children(width)}
      </svg>
    </figure>
  );
}

const LETTER_PX = 6.6;

/** A label that fits a given width of 12 px text. */
export function clipLabel(text: string, widthPx: number): string {
  const letters = Math.max(3, Math.floor(widthPx / LETTER_PX));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
