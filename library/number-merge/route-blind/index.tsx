import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, RotateCcw, Undo2, type LucideIcon } from "lucide-react";
import { useEffect, useReducer } from "react";

type Direction = "Up" | "Down" | "Left" | "Right";
type Snapshot = { squares: number[]; score: number; moves: number };
type Game = Snapshot & { best: number; previous: Snapshot | null };
type Action = { type: "slide"; direction: Direction } | { type: "undo" } | { type: "new" };

const SIZE = 4;
const GOAL = 32;
const FIRST_SQUARES = Array.from({ length: SIZE * SIZE }, (_, index) => (index < 2 ? 2 : 0));

/** For every direction the four lines of squares, each beginning at the side moved towards. */
const LINES: Record<Direction, number[][]> = {
  Left: linesOf((line, step) => line * SIZE + step),
  Right: linesOf((line, step) => line * SIZE + (SIZE - 1 - step)),
  Up: linesOf((line, step) => step * SIZE + line),
  Down: linesOf((line, step) => (SIZE - 1 - step) * SIZE + line),
};

const KEYS: Record<string, Direction> = {
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

const PAD: { direction: Direction; icon: LucideIcon; place: string }[] = [
  { direction: "Up", icon: ArrowUp, place: "col-start-2 row-start-1" },
  { direction: "Left", icon: ArrowLeft, place: "col-start-1 row-start-2" },
  { direction: "Down", icon: ArrowDown, place: "col-start-2 row-start-2" },
  { direction: "Right", icon: ArrowRight, place: "col-start-3 row-start-2" },
];

const PLATES: Record<number, string> = {
  2: "bg-sky-100 text-sky-950 border-sky-700",
  4: "bg-emerald-200 text-emerald-950 border-emerald-800",
  8: "bg-amber-300 text-amber-950 border-amber-800",
  16: "bg-orange-600 text-black border-orange-900",
  32: "bg-red-700 text-white border-red-950",
  64: "bg-fuchsia-800 text-white border-fuchsia-950",
};
const HIGHEST_PLATE = "bg-zinc-900 text-amber-300 border-black";

function linesOf(indexOf: (line: number, step: number) => number): number[][] {
  const range = Array.from({ length: SIZE }, (_, index) => index);
  return range.map((line) => range.map((step) => indexOf(line, step)));
}

function mergeLine(values: number[]): { merged: number[]; gained: number } {
  const tiles = values.filter((value) => value > 0);
  const merged: number[] = [];
  let gained = 0;
  for (let index = 0; index < tiles.length; index += 1) {
    const tile = tiles[index] ?? 0;
    if (tile === tiles[index + 1]) {
      merged.push(tile * 2);
      gained += tile * 2;
      index += 1;
    } else {
      merged.push(tile);
    }
  }
  return { merged, gained };
}

function slideSquares(squares: number[], direction: Direction) {
  const moved = squares.slice();
  let gained = 0;
  for (const line of LINES[direction]) {
    const result = mergeLine(line.map((index) => squares[index] ?? 0));
    gained += result.gained;
    line.forEach((index, step) => {
      moved[index] = result.merged[step] ?? 0;
    });
  }
  const changed = moved.some((value, index) => value !== squares[index]);
  return { moved, gained, changed };
}

function withNewTile(squares: number[]): number[] {
  const free = squares.indexOf(0);
  return squares.map((value, index) => (index === free ? 2 : value));
}

function startGame(best: number): Game {
  return { squares: FIRST_SQUARES, score: 0, moves: 0, best, previous: null };
}

function reduce(game: Game, action: Action): Game {
  if (action.type === "new") return startGame(game.best);
  if (action.type === "undo") return game.previous ? { ...game, ...game.previous, previous: null } : game;
  const { moved, gained, changed } = slideSquares(game.squares, action.direction);
  if (!changed) return game;
  const score = game.score + gained;
  return {
    squares: withNewTile(moved),
    score,
    moves: game.moves + 1,
    best: Math.max(game.best, score),
    previous: { squares: game.squares, score: game.score, moves: game.moves },
  };
}

function messageOf(squares: number[]): string {
  const directions = Object.values(KEYS);
  if (!directions.some((direction) => slideSquares(squares, direction).changed)) return "No moves left";
  if (squares.some((value) => value >= GOAL)) return `You reached ${GOAL}`;
  return `Next stop: ${Math.max(...squares) * 2}`;
}

function Plate({ value, index }: { value: number; index: number }) {
  const place = `Row ${Math.floor(index / SIZE) + 1}, column ${(index % SIZE) + 1}`;
  const look = value === 0 ? "border-stone-300 bg-stone-200/70" : (PLATES[value] ?? HIGHEST_PLATE);
  return (
    <div
      role="img"
      aria-label={`${place}: ${value || "empty"}`}
      className={`grid aspect-square place-items-center rounded-2xl border-b-4 text-4xl font-black tabular-nums transition-colors duration-150 sm:text-5xl ${look}`}
    >
      {value > 0 && value}
    </div>
  );
}

function Reading({ label, value }: { label: string; value: number }) {
  return (
    <p className="px-2 text-base font-bold sm:px-4 sm:text-xl">
      {label}: <span className="text-amber-200 tabular-nums">{value}</span>
    </p>
  );
}

const KEY_BUTTON =
  "flex h-14 items-center justify-center gap-2 rounded-xl border-2 border-stone-900 bg-white px-3 font-bold text-stone-900 hover:bg-amber-100 active:translate-y-px focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-red-700";
const ACTION =
  "flex h-14 flex-1 items-center justify-center gap-2 rounded-xl bg-stone-900 px-4 font-bold text-white hover:bg-stone-700 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-red-700 disabled:cursor-not-allowed disabled:bg-stone-300 disabled:text-stone-600";

export default function RouteBlind() {
  const [game, dispatch] = useReducer(reduce, 0, startGame);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      const direction = KEYS[event.key];
      if (!direction) return;
      event.preventDefault();
      dispatch({ type: "slide", direction });
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <main className="min-h-screen bg-[#efe9da] text-stone-900">
      <header className="border-b-8 border-red-700 bg-zinc-950 text-amber-400">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-5 font-mono sm:px-8">
          <h1 className="flex items-center gap-4 text-2xl font-bold tracking-widest uppercase sm:text-4xl">
            <span aria-hidden="true" className="rounded-lg bg-amber-400 px-3 py-1 text-zinc-950">
              {GOAL}
            </span>
            Merge line
          </h1>
          <div className="-mx-2 flex divide-x-2 divide-amber-700 sm:-mx-4">
            <Reading label="Score" value={game.score} />
            <Reading label="Moves" value={game.moves} />
            <Reading label="Best" value={game.best} />
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-5xl items-center gap-8 p-4 sm:p-8 lg:grid-cols-[minmax(0,34rem)_1fr] lg:gap-14 lg:py-12">
        <section
          aria-label="Board"
          className="mx-auto grid w-full max-w-[34rem] grid-cols-4 gap-2 rounded-3xl border-4 border-stone-900 bg-white p-3 sm:gap-3 sm:p-4"
        >
          {game.squares.map((value, index) => (
            <Plate key={index} value={value} index={index} />
          ))}
        </section>
        <section aria-label="Controls" className="mx-auto flex w-full max-w-[34rem] flex-col gap-6">
          <p
            role="status"
            className="rounded-xl bg-zinc-950 px-5 py-4 text-center font-mono text-xl font-bold text-amber-400"
          >
            {messageOf(game.squares)}
          </p>
          <div className="grid grid-cols-3 gap-3">
            {PAD.map(({ direction, icon: Icon, place }) => (
              <button
                key={direction}
                type="button"
                onClick={() => dispatch({ type: "slide", direction })}
                className={`${KEY_BUTTON} ${place}`}
              >
                <Icon size={20} aria-hidden="true" />
                {direction}
              </button>
            ))}
          </div>
          <div className="flex gap-3">
            <button
              type="button"
              disabled={game.previous === null}
              onClick={() => dispatch({ type: "undo" })}
              className={ACTION}
            >
              <Undo2 size={20} aria-hidden="true" />
              Undo
            </button>
            <button type="button" onClick={() => dispatch({ type: "new" })} className={ACTION}>
              <RotateCcw size={20} aria-hidden="true" />
              New game
            </button>
          </div>
          <p className="text-stone-700">
            Slide every plate with the arrow keys. Equal numbers join; a 2 boards at the first free square.
          </p>
        </section>
      </div>
    </main>
  );
}
