type Props = {
  /** Oldest first; null where there was nothing. */
  values: readonly (number | null)[];
  title: string;
  /** What the top of the place stands for. */
  largest: number;
  width?: number;
  height?: number;
};

const EDGE = 3;

/** How a number went over the last rounds: a word-sized line whose last point is marked. */
export function TrendLine({ values, title, largest, width = 88, height = 22 }: Props) {
  const top = Math.max(largest, 1e-9);
  const step = (width - 2 * EDGE) / Math.max(1, values.length - 1);
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: EDGE + index * step, y: height - EDGE - (value / top) * (height - 2 * EDGE) }],
  );
  const last = points.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={title} className="inline-block align-middle">
      <line x1={EDGE} x2={width - EDGE} y1={height - EDGE} y2={height - EDGE} className="stroke-line" strokeWidth={1} />
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
        className="fill-none stroke-accent"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last ? <circle cx={last.x} cy={last.y} r={2.5} className="fill-accent" /> : null}
    </svg>
  );
}
