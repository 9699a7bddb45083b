"use client";

import { useId } from "react";

export type Part = { key: string; label: string; share: number; isBurn?: boolean };

const WIDTH = 160;
const HEIGHT = 12;
const GAP = 1;

/** A whole and its parts in one bar, largest first; what is burnt stands apart by its hatching. */
export function ShareBar({ title, parts }: { title: string; parts: readonly Part[] }) {
  const hatch = useId();
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      className="inline-block w-40 max-w-full align-middle"
    >
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-sunken" />
        <line x1="0" y1="0" x2="0" y2="6" className="stroke-line-strong" strokeWidth="3" />
      </pattern>
      {parts.map(({ key, label, share, isBurn }, index) => (
        <rect
          key={key}
          x={(starts[index] ?? 0) * WIDTH}
          width={Math.max(0.5, share * WIDTH - GAP)}
          height={HEIGHT}
          rx={2}
          className={isBurn ? "" : "fill-accent"}
          fill={isBurn ? `url(#${hatch})` : undefined}
          // Neighbours differ, and the first is the strongest.
          opacity={isBurn ? 1 : Math.max(0.3, 1 - index * 0.22)}
        >
          <title>{label}</title>
        </rect>
      ))}
    </svg>
  );
}
