"use client";

import { useFormatter } from "use-intl";

import { linearScale, ticksOf } from "./scale.ts";
import { levelFill, levelWash } from "./level-colours.ts";
import { clipLabel, PlotFrame } from "./plot-frame.tsx";
import { XAxis } from "./x-axis.tsx";

export type Band = { level: number; fromMilli: number; toMilli: number };
export type EffectDot = {
  key: string;
  base: number;
  level: number;
  realisation: number;
  effectMilli: number;
  name: string;
};

type Props = {
  title: string;
  description: string;
  bands: readonly Band[];
  bases: readonly { base: number; title: string }[];
  dots: readonly EffectDot[];
  levelLabel: (level: number) => string;
};

const ROW = 40;
const TOP = 24;
const BOTTOM = 24;
const DOMAIN = [0, 1] as const;
const SPREAD = 8;

/** Where a level may lie, and where the measured variants of each base do. */
export function BandsPlot({ title, description, bands, bases, dots, levelLabel }: Props) {
  const format = useFormatter();
  const height = TOP + bases.length * ROW + BOTTOM;
  return (
    <PlotFrame title={title} description={description} height={height}>
      {(width) => {
        const left = Math.min(190, Math.max(92, width * 0.26));
        const x = linearScale(DOMAIN, [left, width - 16]);
        const rowOf = (base: number) => TOP + (bases.findIndex((candidate) => candidate.base === base) + 0.5) * ROW;
        return (
          <>
            {bands.map((band) => (
              <BandArea
                key={band.level}
                band={band}
                at={x.at}
                bottom={height - BOTTOM}
                label={levelLabel(band.level)}
              />
            ))}
            <XAxis
              scale={x}
              ticks={ticksOf(DOMAIN, width < 480 ? 3 : 6)}
              y={height - BOTTOM}
              top={TOP}
              format={(value) => format.number(value)}
            />
            {bases.map(({ base, title: name }) => (
              <g key={base}>
                <title>{name}</title>
                <line x1={left} x2={width - 16} y1={rowOf(base)} y2={rowOf(base)} className="stroke-line" />
                <text x={0} y={rowOf(base) + 4} fontSize={12} className="fill-ink">
                  {clipLabel(name, left - 12)}
                </text>
              </g>
            ))}
            {dots.map((dot) => (
              <circle
                key={dot.key}
                cx={x.at(dot.effectMilli / 1000)}
                cy={rowOf(dot.base) + ((dot.realisation % 3) - 1) * SPREAD}
                r={4.5}
                strokeWidth={1.5}
                className={`stroke-surface ${levelFill(dot.level)}`}
              >
                <title>{dot.name}</title>
              </circle>
            ))}
          </>
        );
      }}
    </PlotFrame>
  );
}

function BandArea({
  band,
  at,
  bottom,
  label,
}: {
  band: Band;
  at: (v: number) => number;
  bottom: number;
  label: string;
}) {
  const [from, to] = [at(band.fromMilli / 1000), at(band.toMilli / 1000)];
  return (
    <g>
      <rect
        x={from}
        y={TOP - 4}
        width={Math.max(2, to - from)}
        height={bottom - TOP + 4}
        className={levelWash(band.level)}
      />
      <text
        x={(from + to) / 2}
        y={13}
        textAnchor="middle"
        fontSize={11}
        fontWeight={500}
        className={levelFill(band.level)}
      >
        {label}
      </text>
    </g>
  );
}
