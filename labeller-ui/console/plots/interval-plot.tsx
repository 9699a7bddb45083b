"use client";

import { useFormatter } from "use-intl";

import { linearScale, ticksOf } from "./scale.ts";
import { clipLabel, PlotFrame } from "./plot-frame.tsx";
import { XAxis } from "./x-axis.tsx";

/** An estimate and how sure it is. */
export type Interval = { readonly at: number; readonly low: number; readonly high: number; readonly isOver: boolean };
export type IntervalRow = {
  readonly key: string;
  readonly label: string;
  readonly own: Interval;
  /** The same of somebody else, drawn below, quieter. */
  readonly other: Interval | null;
};
type Line = { readonly at: number; readonly label: string };

type Props = {
  title: string;
  description: string;
  rows: readonly IntervalRow[];
  /** Several plots of one thing share it, so that they can be compared. */
  domain: readonly [number, number];
  /** Where nothing is known, and where too much is. */
  chance: Line;
  limit: Line;
};

const NARROW = 420;
const TOP = 22;
const BOTTOM = 24;
const LABEL_HEIGHT = 16;

/** Dots with the bars of their intervals, one row each, against two lines. In a narrow place labels stand above their rows. */
export function IntervalPlot({ title, description, rows, domain, chance, limit }: Props) {
  const format = useFormatter();
  const hasOther = rows.some(({ other }) => other !== null);
  const rowOf = (width: number) => (width < NARROW ? LABEL_HEIGHT : 0) + (hasOther ? 30 : 22);
  const heightOf = (width: number) => TOP + rows.length * rowOf(width) + BOTTOM;
  return (
    <PlotFrame title={title} description={description} height={heightOf}>
      {(width) => {
        const isNarrow = width < NARROW;
        const left = isNarrow ? 14 : Math.min(170, width * 0.34);
        const x = linearScale(domain, [left, width - 14]);
        const bottom = heightOf(width) - BOTTOM;
        return (
          <>
            <XAxis
              scale={x}
              ticks={ticksOf(domain, width < 480 ? 4 : 6)}
              y={bottom}
              top={TOP - 6}
              format={(value) => format.number(value, { maximumFractionDigits: 2 })}
            />
            <RuledLine x={x.at(chance.at)} bottom={bottom} label={chance.label} isLimit={false} />
            <RuledLine x={x.at(limit.at)} bottom={bottom} label={limit.label} isLimit />
            {rows.map((row, index) => {
              const top = TOP + index * rowOf(width);
              const middle = top + rowOf(width) / 2 + (isNarrow ? LABEL_HEIGHT / 2 : 0);
              return (
                <g key={row.key}>
                  <title>{row.label}</title>
                  <text
                    x={0}
                    y={isNarrow ? top + 13 : middle + 4}
                    fontSize={12}
                    strokeWidth={4}
                    className="fill-ink stroke-surface [paint-order:stroke]"
                  >
                    {clipLabel(row.label, isNarrow ? width : left - 12)}
                  </text>
                  {row.other ? <Other interval={row.other} y={middle + 7} at={x.at} /> : null}
                  <Own interval={row.own} y={row.other ? middle - 6 : middle} at={x.at} />
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFrame>
  );
}

/** The two labels stand on either side, so that they never meet. */
function RuledLine({ x, bottom, label, isLimit }: { x: number; bottom: number; label: string; isLimit: boolean }) {
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={TOP - 6}
        y2={bottom}
        strokeWidth={1.5}
        className={isLimit ? "stroke-warn" : "stroke-line-strong"}
        {...(isLimit ? { strokeDasharray: "4 3" } : {})}
      />
      <text
        x={x + (isLimit ? -4 : 4)}
        y={11}
        textAnchor={isLimit ? "start" : "end"}
        fontSize={11}
        className={isLimit ? "fill-warn" : "fill-muted"}
      >
        {label}
      </text>
    </g>
  );
}

type MarkProps = { interval: Interval; y: number; at: (value: number) => number };

/** A diamond where the limit is passed: colour is not the only sign. */
function Own({ interval: { at: value, low, high, isOver }, y, at }: MarkProps) {
  const cx = at(value);
  const tone = isOver ? "fill-bad stroke-bad" : "fill-accent stroke-accent";
  return (
    <g className={tone}>
      <line x1={at(low)} x2={at(high)} y1={y} y2={y} strokeWidth={2} strokeLinecap="round" opacity={0.5} />
      {isOver ? (
        <path d={`M${cx} ${y - 6}L${cx + 6} ${y}L${cx} ${y + 6}L${cx - 6} ${y}Z`} />
      ) : (
        <circle cx={cx} cy={y} r={4.5} />
      )}
    </g>
  );
}

function Other({ interval: { at: value, low, high }, y, at }: MarkProps) {
  return (
    <g className="stroke-line-strong">
      <line x1={at(low)} x2={at(high)} y1={y} y2={y} strokeWidth={1.5} strokeLinecap="round" opacity={0.6} />
      <circle cx={at(value)} cy={y} r={3.5} strokeWidth={1.5} className="fill-surface" />
    </g>
  );
}
