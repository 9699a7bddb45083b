/** How a drawn interface went wrong; `none` is as designed. */
type Flaw = "none" | "faded" | "crooked" | "broken";
const TILES: readonly { letter: string; flaw: Flaw; rank: number }[] = [
  { letter: "A", flaw: "crooked", rank: 3 },
  { letter: "B", flaw: "none", rank: 1 },
  { letter: "C", flaw: "broken", rank: 4 },
  { letter: "D", flaw: "faded", rank: 2 },
];

/* The ranks arrive one after the other, best first; with reduced motion they are simply there. */
const MOTION = `
@keyframes dojo-rank { from { opacity: 0; transform: scale(.4) } 60% { opacity: 1; transform: scale(1.15) } to { opacity: 1; transform: none } }
.dojo-rank { animation: dojo-rank .45s cubic-bezier(.2,.9,.3,1.2) both; transform-box: fill-box; transform-origin: center }
`;

/** The product in one picture: one prompt, four interfaces, an order. Drawn, so that it costs nothing to load. */
export function LandingBoard({ title }: { title: string }) {
  return (
    <svg viewBox="-2 -2 524 424" role="img" aria-label={title} className="h-auto w-full">
      <style href="dojo-landing" precedence="default">
        {MOTION}
      </style>
      {TILES.map(({ letter, flaw, rank }, index) => (
        <g key={letter} transform={`translate(${(index % 2) * 264} ${Math.floor(index / 2) * 214})`}>
          <rect width="256" height="206" rx="14" className="fill-surface stroke-line" strokeWidth="1" />
          {rank === 1 ? (
            <rect width="256" height="206" rx="14" className="fill-none stroke-accent" strokeWidth="2" />
          ) : null}
          <rect x="12" y="12" width="20" height="20" rx="6" className="fill-ink" />
          <text x="22" y="26.5" textAnchor="middle" fontSize="12" fontWeight="600" className="fill-paper">
            {letter}
          </text>
          <Drawing flaw={flaw} />
          <g className="dojo-rank" style={{ animationDelay: `${0.3 + rank * 0.35}s` }}>
            <circle cx="234" cy="22" r="13" className={rank === 1 ? "fill-accent" : "fill-sunken"} />
            <text
              x="234"
              y="26.5"
              textAnchor="middle"
              fontSize="13"
              fontWeight="600"
              className={rank === 1 ? "fill-on-accent" : "fill-muted"}
            >
              {rank}
            </text>
          </g>
        </g>
      ))}
    </svg>
  );
}

const ROWS = [
  { width: 118, done: true },
  { width: 92, done: true },
  { width: 134, done: false },
] as const;

/** A small to-do list: as designed, with its contrast gone, with its alignment gone, with its behaviour gone. */
function Drawing({ flaw }: { flaw: Flaw }) {
  const shift = (index: number) => (flaw === "crooked" ? [0, 16, -9][index % 3] : 0);
  return (
    <g opacity={flaw === "faded" ? 0.38 : 1}>
      <rect x="24" y="48" width={flaw === "crooked" ? 84 : 112} height="12" rx="4" className="fill-ink" opacity=".85" />
      {ROWS.map(({ width, done }, index) => (
        <g key={width} transform={`translate(${shift(index)} ${flaw === "broken" && index === 2 ? -15 : 0})`}>
          <rect x="24" y={78 + index * 27} width="14" height="14" rx="4" className={done ? "fill-good" : "fill-line"} />
          <rect x="46" y={80 + index * 27} width={width} height="10" rx="4" className="fill-ink" opacity=".3" />
        </g>
      ))}
      <rect
        x="24"
        y="164"
        width={flaw === "broken" ? 236 : 208}
        height="26"
        rx="8"
        className={flaw === "broken" ? "fill-bad-soft stroke-bad" : "fill-accent-soft"}
      />
      <rect
        x={flaw === "crooked" ? 160 : 96}
        y="173"
        width="64"
        height="8"
        rx="4"
        className={flaw === "broken" ? "fill-bad" : "fill-accent"}
      />
    </g>
  );
}
