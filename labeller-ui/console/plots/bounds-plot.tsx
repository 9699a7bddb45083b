"use client";

import { useFormatter } from "use-intl";

import { linearScale, niceDomain, ticksOf } from "./scale.ts";
import { clipLabel, PlotFrame } from "./plot-frame.tsx";
import { XAxis } from "./x-axis.tsx";

/** One estimate: its mean m and its lower bound L; the upper bound lies as far above m. */
export type Bound = { key: string; label: string; mean: number; lower: number };

type Props = {
  title: string;
  description: string;
  bounds: readonly Bound[];
  baseline: number;
  /** What the line at b is called. */
  baselineLabel: string;
};

const LABEL_HALF = 28;
const ROW = 24;
const TOP = 22;
const BOTTOM = 24;

/** Means with their uncertainty, and the line that L must pass to earn: filled where it does. */
export function BoundsPlot({ title, description, bounds, baseline, baselineLabel }: Props) {
  const format = useFormatter();
  const height = TOP + bounds.length * ROW + BOTTOM;
  const ends = bounds.flatMap(({ mean, lower }) => [lower, mean + (mean - lower)]);
  const domain = niceDomain([0, baseline, ...ends], 6);
  return (
    <PlotFrame title={title} description={description} height={height}>
      {(width) => {
        const left = Math.min(150, Math.max(100, width * 0.24));
        const x = linearScale(domain, [left, width - 14]);
        return (
          <>
            <XAxis
              scale={x}
              ticks={ticksOf(domain, width < 480 ? 4 : 7)}
              y={height - BOTTOM}
              top={TOP - 6}
              format={(value) => format.number(value, { maximumFractionDigits: 2 })}
            />
            <line
              x1={x.at(baseline)}
              x2={x.at(baseline)}
              y1={TOP - 6}
              y2={height - BOTTOM}
              className="stroke-warn"
              strokeWidth={1.5}
              strokeDasharray="4 3"
            />
            <text
              x={x.at(baseline)}
              y={11}
              // Near the edge there is room on one side only.
              textAnchor={x.at(baseline) > width - LABEL_HALF ? "end" : "middle"}
              fontSize={11}
              className="fill-warn"
            >
              {baselineLabel}
            </text>
            {bounds.map((bound, index) => (
              <BoundRow
                key={bound.key}
                bound={bound}
                y={TOP + index * ROW + ROW / 2}
                at={x.at}
                labelWidth={left - 14}
                earns={bound.lower > baseline}
              />
            ))}
          </>
        );
      }}
    </PlotFrame>
  );
}

type RowProps = { bound: Bound; y: number; at: (value: number) => number; labelWidth: number; earns: boolean };

function BoundRow({ bound, y, at, labelWidth, earns }: RowProps) {
  const upper = bound.mean + (bound.mean - bound.lower);
  return (
    <g>
      <title>{bound.label}</title>
      <text x={0} y={y + 4} fontSize={12} className="fill-ink">
        {clipLabel(bound.label, labelWidth)}
      </text>
      <g className={earns ? "stroke-accent" : "stroke-line-strong"}>
        <line x1={at(bound.lower)} x2={at(upper)} y1={y} y2={y} strokeWidth={2} strokeLinecap="round" opacity={0.5} />
        <line x1={at(bound.lower)} x2={at(bound.lower)} y1={y - 5} y2={y + 5} strokeWidth={2.5} strokeLinecap="round" />
      </g>
      <circle
        cx={at(bound.mean)}
        cy={y}
        r={4.5}
        strokeWidth={2}
        className={earns ? "fill-accent stroke-accent" : "fill-surface stroke-line-strong"}
      />
    </g>
  );
}
