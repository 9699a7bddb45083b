import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type PointerEvent } from "react";

type Tile = { id: number; value: number; row: number; column: number };
type Heading = { label: string; key: string; dRow: number; dColumn: number };
type Run = { tiles: Tile[]; score: number; moves: number; nextId: number };
type Session = { run: Run; last: Run | null; best: number };

const SIDE = 4;
const AIM = 32;
const SWIPE_PX = 30;
const PLACES = Array.from({ length: SIDE * SIDE }, (_, index) => ({
  row: Math.floor(index / SIDE),
  column: index % SIDE,
}));
const HEADINGS: Heading[] = [
  { label: "Up", key: "ArrowUp", dRow: -1, dColumn: 0 },
  { label: "Left", key: "ArrowLeft", dRow: 0, dColumn: -1 },
  { label: "Right", key: "ArrowRight", dRow: 0, dColumn: 1 },
  { label: "Down", key: "ArrowDown", dRow: 1, dColumn: 0 },
];
const ICONS = [ChevronUp, ChevronLeft, ChevronRight, ChevronDown];
const STEERING = [
  "col-start-2 row-start-1",
  "col-start-1 row-start-2",
  "col-start-3 row-start-2",
  "col-start-2 row-start-3",
];
const FIRST_RUN: Run = {
  tiles: [
    { id: 1, value: 2, row: 0, column: 0 },
    { id: 2, value: 2, row: 0, column: 1 },
  ],
  score: 0,
  moves: 0,
  nextId: 3,
};
const DEPTHS = [
  "bg-slate-200 text-slate-900",
  "bg-cyan-200 text-cyan-950",
  "bg-cyan-400 text-cyan-950",
  "bg-teal-400 text-teal-950",
  "bg-lime-300 text-lime-950 shadow-[0_0_28px_rgba(190,242,100,0.55)]",
  "bg-yellow-300 text-yellow-950 shadow-[0_0_32px_rgba(253,224,71,0.6)]",
];

function tileAt(tiles: Tile[], row: number, column: number): Tile | undefined {
  return tiles.find((tile) => tile.row === row && tile.column === column);
}

function isOnBoard(row: number, column: number): boolean {
  return row >= 0 && row < SIDE && column >= 0 && column < SIDE;
}

/** Tiles nearest to the side moved towards travel first, so nothing is overtaken. */
function travelOrder(tiles: Tile[], { dRow, dColumn }: Heading): Tile[] {
  return tiles.toSorted((a, b) => dRow * (b.row - a.row) + dColumn * (b.column - a.column));
}

function drift(run: Run, heading: Heading): Run | null {
  const settled: Tile[] = [];
  const joined = new Set<number>();
  let gained = 0;
  let moved = false;
  for (const tile of travelOrder(run.tiles, heading)) {
    let { row, column } = tile;
    while (
      isOnBoard(row + heading.dRow, column + heading.dColumn) &&
      !tileAt(settled, row + heading.dRow, column + heading.dColumn)
    ) {
      row += heading.dRow;
      column += heading.dColumn;
    }
    const ahead = tileAt(settled, row + heading.dRow, column + heading.dColumn);
    if (ahead && ahead.value === tile.value && !joined.has(ahead.id)) {
      settled[settled.indexOf(ahead)] = { ...tile, value: tile.value * 2, row: ahead.row, column: ahead.column };
      joined.add(tile.id);
      gained += tile.value * 2;
      moved = true;
    } else {
      settled.push({ ...tile, row, column });
      if (row !== tile.row || column !== tile.column) moved = true;
    }
  }
  if (!moved) return null;
  const free = PLACES.find((place) => !tileAt(settled, place.row, place.column));
  const tiles = free ? [...settled, { id: run.nextId, value: 2, ...free }] : settled;
  return { tiles, score: run.score + gained, moves: run.moves + 1, nextId: run.nextId + 1 };
}

function steer(session: Session, heading: Heading): Session {
  const next = drift(session.run, heading);
  if (!next) return session;
  return { run: next, last: session.run, best: Math.max(session.best, next.score) };
}

function headingOfSwipe(dx: number, dy: number): Heading | undefined {
  if (Math.max(Math.abs(dx), Math.abs(dy)) < SWIPE_PX) return undefined;
  const sideways = Math.abs(dx) > Math.abs(dy);
  return HEADINGS.find(({ dRow, dColumn }) => (sideways ? dColumn === Math.sign(dx) : dRow === Math.sign(dy)));
}

function FloatingTile({ tile }: { tile: Tile }) {
  const depth = DEPTHS[Math.min(Math.log2(tile.value) - 1, DEPTHS.length - 1)] ?? "";
  return (
    <div
      className="absolute size-1/4 p-1.5 transition-[left,top] duration-150 ease-out motion-reduce:transition-none sm:p-2"
      style={{ left: `${tile.column * 25}%`, top: `${tile.row * 25}%` }}
    >
      <div className={`grid size-full place-items-center rounded-xl text-3xl font-semibold sm:text-5xl ${depth}`}>
        {tile.value}
      </div>
    </div>
  );
}

function Gauge({ name, value }: { name: string; value: number }) {
  return (
    <p className="border-l-2 border-cyan-700 pl-3 text-slate-300">
      {name}: <span className="block text-3xl font-light text-white tabular-nums lg:text-5xl">{value}</span>
    </p>
  );
}

const RING = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-lime-300";
const WIDE_BUTTON = `rounded-full border border-slate-500 px-5 py-3 font-medium text-slate-100 hover:border-cyan-300 hover:text-cyan-200 disabled:cursor-not-allowed disabled:border-slate-700 disabled:text-slate-500 ${RING}`;

export default function DeepCurrent() {
  const [session, setSession] = useState<Session>({ run: FIRST_RUN, last: null, best: 0 });
  const swipeStart = useRef<{ x: number; y: number } | null>(null);
  const { run, last, best } = session;
  const calm = HEADINGS.every((heading) => drift(run, heading) === null);
  const reached = run.tiles.some((tile) => tile.value >= AIM);
  const tilesInOrder = run.tiles.toSorted((a, b) => a.id - b.id);

  const go = useCallback((heading: Heading) => setSession((current) => steer(current, heading)), []);
  const undo = () => setSession((current) => (current.last ? { ...current, run: current.last, last: null } : current));
  const restart = () => setSession((current) => ({ run: FIRST_RUN, last: null, best: current.best }));

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const heading = HEADINGS.find((entry) => entry.key === event.key);
      if (!heading) return;
      event.preventDefault();
      go(heading);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [go]);

  const beginSwipe = (event: PointerEvent) => {
    swipeStart.current = { x: event.clientX, y: event.clientY };
  };

  const endSwipe = (event: PointerEvent) => {
    const start = swipeStart.current;
    swipeStart.current = null;
    const heading = start ? headingOfSwipe(event.clientX - start.x, event.clientY - start.y) : undefined;
    if (heading) go(heading);
  };

  return (
    <div className="min-h-screen bg-[#071a24] bg-[radial-gradient(circle_at_70%_0%,#0e4252,transparent_60%)] p-4 text-slate-100 sm:p-8">
      <main className="mx-auto flex max-w-6xl flex-col gap-6 lg:min-h-[calc(100vh-4rem)] lg:flex-row lg:items-center lg:gap-16">
        <div className="flex flex-col gap-5 lg:w-72 lg:gap-9">
          <h1 className="text-3xl font-light tracking-tight lg:text-6xl">Deep current</h1>
          <div className="grid grid-cols-3 gap-4 lg:grid-cols-1 lg:gap-6">
            <Gauge name="Score" value={run.score} />
            <Gauge name="Moves" value={run.moves} />
            <Gauge name="Best" value={best} />
          </div>
          <p role="status" className="min-h-7 text-lg text-lime-300">
            {calm
              ? "No moves left. The water is still."
              : reached
                ? `You reached ${AIM}. Drift on.`
                : `Let the tiles drift until one shows ${AIM}.`}
          </p>
        </div>
        <section
          aria-label="Board"
          onPointerDown={beginSwipe}
          onPointerUp={endSwipe}
          onPointerCancel={() => {
            swipeStart.current = null;
          }}
          className="relative mx-auto w-full max-w-[36rem] touch-none rounded-3xl bg-slate-950/60 ring-1 ring-cyan-900 select-none"
        >
          <div className="grid grid-cols-4">
            {PLACES.map(({ row, column }) => (
              <div
                key={`${row}-${column}`}
                role="img"
                aria-label={`Row ${row + 1}, column ${column + 1}: ${tileAt(run.tiles, row, column)?.value ?? "empty"}`}
                className="aspect-square p-1.5 sm:p-2"
              >
                <div className="size-full rounded-xl bg-cyan-950/70" />
              </div>
            ))}
          </div>
          <div aria-hidden="true" className="pointer-events-none absolute inset-0">
            {tilesInOrder.map((tile) => (
              <FloatingTile key={tile.id} tile={tile} />
            ))}
          </div>
        </section>
        <div className="mx-auto flex w-full max-w-[36rem] flex-wrap items-center justify-center gap-6 lg:w-60 lg:flex-col">
          <div role="group" aria-label="Steer" className="grid grid-cols-3 gap-1">
            {HEADINGS.map((heading, index) => {
              const Icon = ICONS[index] ?? ChevronUp;
              return (
                <button
                  key={heading.label}
                  type="button"
                  aria-label={heading.label}
                  onClick={() => go(heading)}
                  className={`grid size-14 place-items-center rounded-2xl bg-cyan-900 text-cyan-50 hover:bg-cyan-800 lg:size-18 ${STEERING[index]} ${RING}`}
                >
                  <Icon aria-hidden="true" className="size-7" />
                </button>
              );
            })}
          </div>
          <div className="flex flex-col gap-3 lg:w-full">
            <button type="button" disabled={!last} onClick={undo} className={WIDE_BUTTON}>
              Undo
            </button>
            <button type="button" onClick={restart} className={WIDE_BUTTON}>
              New game
            </button>
          </div>
        </div>
      </main>
    </div>
  );
}
