import { useRef, useState, type KeyboardEvent } from "react";
import { Eraser, FlipHorizontal2, PaintBucket, Pencil, Redo2, RotateCcw, Trash2, Undo2 } from "lucide-react";
import type { LucideIcon } from "lucide-react";

type Cell = string | null;
type Picture = Cell[][];
type Spot = { row: number; column: number };

const SIDE = 8;
const INKS = [
  { name: "Red", hex: "#ff5d5d" },
  { name: "Gold", hex: "#ffc64a" },
  { name: "Green", hex: "#4ed28a" },
  { name: "Blue", hex: "#5aa2ff" },
  { name: "Plum", hex: "#c583ee" },
];
const TOOLS: { name: string; Icon: LucideIcon }[] = [
  { name: "Paint", Icon: Pencil },
  { name: "Erase", Icon: Eraser },
  { name: "Fill", Icon: PaintBucket },
];
const STEPS: Record<string, Spot> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
const HEART_SPANS: [number, number][][] = [
  [],
  [
    [2, 3],
    [6, 7],
  ],
  [[1, 8]],
  [[1, 8]],
  [[2, 7]],
  [[3, 6]],
  [[4, 5]],
  [],
];

function heart(): Picture {
  return HEART_SPANS.map((spans) =>
    Array.from({ length: SIDE }, (_, column) =>
      spans.some(([first, last]) => column + 1 >= first && column + 1 <= last) ? "Red" : null,
    ),
  );
}

function withCell(picture: Picture, { row, column }: Spot, ink: Cell): Picture {
  return picture.map((line, y) => (y === row ? line.map((cell, x) => (x === column ? ink : cell)) : line));
}

function flood(picture: Picture, { row, column }: Spot, from: Cell, to: Cell): Picture {
  const inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
  if (!inside || from === to || picture[row]?.[column] !== from) return picture;
  const start = withCell(picture, { row, column }, to);
  return Object.values(STEPS).reduce(
    (result, step) => flood(result, { row: row + step.row, column: column + step.column }, from, to),
    start,
  );
}

function sameCells(a: Picture, b: Picture): boolean {
  return a.flat().join() === b.flat().join();
}

function clamp(value: number): number {
  return Math.max(0, Math.min(SIDE - 1, value));
}

const ring = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-sky-300";
const command = `inline-flex min-h-11 items-center justify-center gap-2 rounded-lg bg-zinc-800 px-4 text-sm font-medium text-zinc-100 transition-colors hover:bg-zinc-700 disabled:cursor-not-allowed disabled:bg-zinc-900 disabled:text-zinc-500 ${ring}`;
const heading = "mb-3 text-sm font-semibold text-zinc-300";

function inkOf(cell: Cell | undefined): string | undefined {
  return INKS.find((ink) => ink.name === cell)?.hex;
}

function Thumbnail({ picture }: { picture: Picture }) {
  return (
    <svg viewBox="0 0 8 8" aria-hidden="true" className="size-16 rounded bg-zinc-950" shapeRendering="crispEdges">
      {picture.flatMap((line, y) =>
        line.map((cell, x) => cell && <rect key={`${x}-${y}`} x={x} y={y} width="1" height="1" fill={inkOf(cell)} />),
      )}
    </svg>
  );
}

export default function DarkStudio() {
  const [frames, setFrames] = useState<Picture[]>([heart()]);
  const [frame, setFrame] = useState(0);
  const [tool, setTool] = useState("Paint");
  const [ink, setInk] = useState("Red");
  const [isMirrored, setIsMirrored] = useState(false);
  const [focusSpot, setFocusSpot] = useState<Spot>({ row: 0, column: 0 });
  const gridRef = useRef<HTMLDivElement>(null);

  const picture = frames[frame] ?? [];
  const counts = INKS.map(({ name, hex }) => ({
    name,
    hex,
    used: picture.flat().filter((cell) => cell === name).length,
  }));
  const usedCells = counts.reduce((sum, { used }) => sum + used, 0);

  function commit(next: Picture) {
    if (sameCells(next, picture)) return;
    setFrames([...frames.slice(0, frame + 1), next]);
    setFrame(frame + 1);
  }

  function applyTool(source: Picture, spot: Spot): Picture {
    if (tool === "Erase") return withCell(source, spot, null);
    if (tool === "Fill") return flood(source, spot, source[spot.row]?.[spot.column] ?? null, ink);
    return withCell(source, spot, ink);
  }

  function handleCell(spot: Spot) {
    const once = applyTool(picture, spot);
    commit(isMirrored ? applyTool(once, { row: spot.row, column: SIDE - 1 - spot.column }) : once);
  }

  function handleArrows(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const row = clamp(focusSpot.row + step.row);
    const column = clamp(focusSpot.column + step.column);
    setFocusSpot({ row, column });
    gridRef.current?.querySelector<HTMLElement>(`[data-spot="${row}-${column}"]`)?.focus();
  }

  function handleStartOver() {
    setFrames([heart()]);
    setFrame(0);
    setTool("Paint");
    setInk("Red");
    setIsMirrored(false);
  }

  return (
    <main className="min-h-screen bg-[#101114] font-sans text-zinc-100">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-zinc-800 bg-[#17181c] px-4 py-3 lg:px-6">
        <h1 className="text-lg font-semibold">Motif studio</h1>
        <div className="flex flex-wrap gap-2">
          <button type="button" disabled={frame === 0} onClick={() => setFrame(frame - 1)} className={command}>
            <Undo2 size={18} aria-hidden /> Undo
          </button>
          <button
            type="button"
            disabled={frame === frames.length - 1}
            onClick={() => setFrame(frame + 1)}
            className={command}
          >
            <Redo2 size={18} aria-hidden /> Redo
          </button>
        </div>
      </header>

      <div className="grid gap-5 px-4 py-5 lg:grid-cols-[7rem_minmax(0,1fr)_18rem] lg:gap-8 lg:px-6">
        <fieldset className="min-w-0">
          <legend className={heading}>Tool</legend>
          <div className="flex gap-2 lg:flex-col">
            {TOOLS.map(({ name, Icon }) => (
              <label
                key={name}
                className="relative flex min-h-14 flex-1 flex-col items-center justify-center gap-1 rounded-xl border border-zinc-800 bg-[#17181c] text-sm transition-colors hover:bg-zinc-800 has-checked:border-sky-400 has-checked:bg-sky-950 has-focus-visible:outline-2 has-focus-visible:outline-sky-300 lg:min-h-20"
              >
                <input
                  type="radio"
                  name="tool"
                  checked={tool === name}
                  onChange={() => setTool(name)}
                  className="absolute inset-0 size-full cursor-pointer opacity-0"
                />
                <Icon size={20} aria-hidden />
                {name}
              </label>
            ))}
          </div>
          <label className="mt-4 flex min-h-11 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={isMirrored}
              onChange={(event) => setIsMirrored(event.target.checked)}
              className={`size-5 accent-sky-400 ${ring}`}
            />
            <FlipHorizontal2 size={18} aria-hidden /> Mirror
          </label>
        </fieldset>

        <section aria-label="Drawing" className="flex flex-col items-center">
          <div
            ref={gridRef}
            role="group"
            aria-label="Canvas"
            onKeyDown={handleArrows}
            className="relative grid w-full max-w-[36rem] grid-cols-8 gap-px rounded-lg border border-zinc-700 bg-zinc-700"
          >
            {picture.map((line, row) =>
              line.map((cell, column) => (
                <button
                  key={`${row}-${column}`}
                  type="button"
                  data-spot={`${row}-${column}`}
                  tabIndex={focusSpot.row === row && focusSpot.column === column ? 0 : -1}
                  aria-label={`Row ${row + 1}, column ${column + 1}: ${cell ?? "Empty"}`}
                  onFocus={() => setFocusSpot({ row, column })}
                  onClick={() => handleCell({ row, column })}
                  className={`aspect-square transition-colors duration-100 hover:brightness-125 focus-visible:z-10 ${(row + column) % 2 === 0 ? "bg-[#1e2026]" : "bg-[#24262d]"} ${ring}`}
                  style={{ backgroundColor: inkOf(cell) }}
                />
              )),
            )}
            {isMirrored && (
              <span
                aria-hidden="true"
                className="pointer-events-none absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-sky-300"
              />
            )}
          </div>
          <p role="status" className="mt-4 min-h-6 text-zinc-300">
            {usedCells === 0 ? "The canvas is empty" : `${usedCells} of ${SIDE * SIDE} squares in use`}
          </p>
        </section>

        <aside aria-label="Inspector" className="flex flex-col gap-5">
          <fieldset className="min-w-0 rounded-xl bg-[#17181c] p-4">
            <legend className="sr-only">Colour</legend>
            <h2 className={heading}>Colour</h2>
            <div className="grid gap-1">
              {counts.map(({ name, hex, used }) => (
                <label
                  key={name}
                  className="relative flex min-h-11 items-center gap-3 rounded-lg px-3 hover:bg-zinc-800 has-checked:bg-zinc-800 has-checked:ring-2 has-checked:ring-sky-400 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-sky-300"
                >
                  <input
                    type="radio"
                    name="ink"
                    aria-label={name}
                    checked={ink === name}
                    onChange={() => setInk(name)}
                    className="absolute inset-0 size-full cursor-pointer opacity-0"
                  />
                  <span aria-hidden="true" className="size-5 rounded" style={{ backgroundColor: hex }} />
                  <span className="tabular-nums">{`${name}: ${used}`}</span>
                </label>
              ))}
              <p className="flex min-h-11 items-center gap-3 px-3 text-zinc-300">
                <span aria-hidden="true" className="size-5 rounded border border-dashed border-zinc-500" />
                {`Empty: ${SIDE * SIDE - usedCells}`}
              </p>
            </div>
          </fieldset>
          <div className="flex items-center gap-4 rounded-xl bg-[#17181c] p-4">
            <Thumbnail picture={picture} />
            <div>
              <h2 className="text-sm font-semibold text-zinc-300">Step</h2>
              <p className="text-2xl tabular-nums">{`${frame} / ${frames.length - 1}`}</p>
            </div>
          </div>
          <div className="grid grid-cols-2 gap-2">
            <button
              type="button"
              onClick={() => commit(picture.map((line) => line.map(() => null)))}
              className={command}
            >
              <Trash2 size={18} aria-hidden /> Clear
            </button>
            <button type="button" onClick={handleStartOver} className={command}>
              <RotateCcw size={18} aria-hidden /> Start over
            </button>
          </div>
        </aside>
      </div>
    </main>
  );
}
