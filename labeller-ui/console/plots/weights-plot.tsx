"use client";

import { useId } from "react";

import { useFigures } from "../figures.ts";
import { linearScale } from "./scale.ts";
import { clipLabel, PlotFrame } from "./plot-frame.tsx";

export type Share = { key: string; label: string; share: number; isBurn?: boolean };

type Props = { title: string; description: string; shares: readonly Share[] };

const ROW = 26;
const BAR = 14;

/** Shares of a whole, longest first; what is burnt stands apart by its hatching. */
export function WeightsPlot({ title, description, shares }: Props) {
  const { percent } = useFigures();
  const hatch = useId();
  const largest = Math.max(...shares.map(({ share }) => share), 1e-9);
  return (
    <PlotFrame title={title} description={description} height={shares.length * ROW + 4}>
      {(width) => {
        const left = Math.min(150, Math.max(100, width * 0.24));
        const x = linearScale([0, largest], [left, width - 56]);
        return (
          <>
            <defs>
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="6" height="6" className="fill-sunken" />
                <line x1="0" y1="0" x2="0" y2="6" className="stroke-line-strong" strokeWidth="3" />
              </pattern>
            </defs>
            {shares.map(({ key, label, share, isBurn }, index) => {
              const y = index * ROW + ROW / 2;
              return (
                <g key={key}>
                  <title>{label}</title>
                  <text x={0} y={y + 4} fontSize={12} className={isBurn ? "fill-muted" : "fill-ink"}>
                    {clipLabel(label, left - 12)}
                  </text>
                  <rect
                    x={left}
                    y={y - BAR / 2}
                    width={Math.max(1, x.at(share) - left)}
                    height={BAR}
                    rx={3}
                    className={isBurn ? "" : "fill-accent"}
                    fill={isBurn ? `url(#${hatch})` : undefined}
                  />
                  <text
                    x={x.at(share) + 8}
                    y={y + 4}
                    fontSize={11}
                    className="fill-muted"
                    style={{ fontVariantNumeric: "tabular-nums" }}
                  >
                    {percent(share)}
                  </text>
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFrame>
  );
}
