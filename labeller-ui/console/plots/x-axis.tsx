import type { Scale } from "./scale.ts";

type Props = {
  scale: Scale;
  ticks: readonly number[];
  /** Where the axis stands, and how far up its lines go. */
  y: number;
  top: number;
  format: (value: number) => string;
};

/** Lines to read values by, as faint as they can be. */
export function XAxis({ scale, ticks, y, top, format }: Props) {
  return (
    <g aria-hidden>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={scale.at(tick)} x2={scale.at(tick)} y1={top} y2={y} className="stroke-line" strokeWidth={1} />
          <text
            x={scale.at(tick)}
            y={y + 15}
            textAnchor="middle"
            fontSize={11}
            className="fill-muted"
            style={{ fontVariantNumeric: "tabular-nums" }}
          >
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
