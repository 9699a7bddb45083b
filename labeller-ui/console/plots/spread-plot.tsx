"use client";

import { useFormatter } from "use-intl";

import { levelFill } from "./level-colours.ts";
import { clipLabel, PlotFrame } from "./plot-frame.tsx";
import { linearScale, ticksOf } from "./scale.ts";
import { XAxis } from "./x-axis.tsx";

/** Where many values of one kind lie. */
export type Spread = {
  readonly min: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly max: number;
};
export type SpreadRow = {
  readonly level: number;
  readonly label: string;
  readonly own: Spread;
  /** The same of somebody else, drawn below, quieter. */
  readonly other: Spread | null;
};

type Props = { title: string; description: string; rows: readonly SpreadRow[]; domain: readonly [number, number] };

const TOP = 6;
const BOTTOM = 24;
const BOX = 16;
const OTHER_BOX = 9;

/** One row per level: a line from least to most, a box around the middle half, and its median. */
export function SpreadPlot({ title, description, rows, domain }: Props) {
  const format = useFormatter();
  const rowHeight = rows.some(({ other }) => other !== null) ? 48 : 34;
  const bottom = TOP + rows.length * rowHeight;
  return (
    <PlotFrame title={title} description={description} height={bottom + BOTTOM}>
      {(width) => {
        const left = Math.min(150, Math.max(76, width * 0.2));
        const x = linearScale(domain, [left, width - 14]);
        return (
          <>
            <XAxis
              scale={x}
              ticks={ticksOf(domain, width < 480 ? 4 : 8)}
              y={bottom}
              top={TOP}
              format={(value) => format.number(value, { maximumFractionDigits: 2 })}
            />
            {rows.map(({ level, label, own, other }, index) => {
              const middle = TOP + (index + 0.5) * rowHeight;
              return (
                <g key={level}>
                  <title>{label}</title>
                  <text x={0} y={middle + 4} fontSize={12} className="fill-ink">
                    {clipLabel(label, left - 10)}
                  </text>
                  <Box spread={own} y={other ? middle - 8 : middle} height={BOX} at={x.at} fill={levelFill(level)} />
                  {other ? (
                    <Box spread={other} y={middle + 11} height={OTHER_BOX} at={x.at} fill="fill-line-strong" />
                  ) : null}
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFrame>
  );
}

type BoxProps = { spread: Spread; y: number; height: number; at: (value: number) => number; fill: string };

function Box({ spread: { min, quarter, median, threeQuarters, max }, y, height, at, fill }: BoxProps) {
  return (
    <g className={fill}>
      <rect x={at(min)} y={y - 1} width={Math.max(2, at(max) - at(min))} height={2} />
      <rect x={at(min) - 1} y={y - height / 4} width={2} height={height / 2} />
      <rect x={at(max) - 1} y={y - height / 4} width={2} height={height / 2} />
      <rect
        x={at(quarter)}
        y={y - height / 2}
        width={Math.max(2, at(threeQuarters) - at(quarter))}
        height={height}
        rx={2}
        className="fill-surface"
      />
      <rect
        x={at(quarter)}
        y={y - height / 2}
        width={Math.max(2, at(threeQuarters) - at(quarter))}
        height={height}
        rx={2}
        opacity={0.45}
      />
      <rect x={at(median) - 1.5} y={y - height / 2} width={3} height={height} />
    </g>
  );
}
