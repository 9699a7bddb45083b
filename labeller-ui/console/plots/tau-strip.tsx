"use client";

import { useFormatter } from "use-intl";

import { linearScale } from "./scale.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { XAxis } from "./x-axis.tsx";

type Props = {
  title: string;
  description: string;
  /** τ of every answer, in any order. */
  taus: readonly number[];
  mean: number;
  meanLabel: string;
};

const DOMAIN = [-1, 1] as const;
const TICKS = [-1, -0.5, 0, 0.5, 1];
const DOT = 9;
const TOP = 20;
const BOTTOM = 24;
const STACK_MAX = 12;

/** Every answer one dot, stacked where answers agree equally well, and their mean. */
export function TauStrip({ title, description, taus, mean, meanLabel }: Props) {
  const format = useFormatter();
  const stacks = new Map<number, number>();
  for (const tau of taus) stacks.set(tau, (stacks.get(tau) ?? 0) + 1);
  const tallest = Math.max(1, ...stacks.values());
  const step = Math.min(DOT + 1, (STACK_MAX * (DOT + 1)) / tallest);
  const height = TOP + BOTTOM + Math.max(4 * DOT, tallest * step);
  return (
    <PlotFrame title={title} description={description} height={height}>
      {(width) => {
        const x = linearScale(DOMAIN, [14, width - 14]);
        const floor = height - BOTTOM;
        return (
          <>
            <XAxis scale={x} ticks={TICKS} y={floor} top={TOP} format={(value) => format.number(value)} />
            {[...stacks].flatMap(([tau, count]) =>
              Array.from({ length: count }, (_, index) => (
                <circle
                  key={`${tau}:${index}`}
                  cx={x.at(tau)}
                  cy={floor - DOT / 2 - index * step}
                  r={DOT / 2 - 0.5}
                  className={tau > 0 ? "fill-accent" : tau < 0 ? "fill-bad" : "fill-line-strong"}
                />
              )),
            )}
            <line x1={x.at(mean)} x2={x.at(mean)} y1={TOP - 4} y2={floor} className="stroke-ink" strokeWidth={1.5} />
            <text
              x={x.at(mean)}
              y={11}
              textAnchor={mean > 0.6 ? "end" : mean < -0.6 ? "start" : "middle"}
              fontSize={11}
              className="fill-ink"
            >
              {meanLabel}
            </text>
          </>
        );
      }}
    </PlotFrame>
  );
}
