import { useReducer, useRef, type KeyboardEvent } from "react";

type Board = boolean[];
type Game = { level: number; history: Board[]; records: (number | null)[] };
type Action =
  | { type: "press"; index: number }
  | { type: "undo" }
  | { type: "reset" }
  | { type: "next" }
  | { type: "over" };

const SIDE = 5;
const LEVELS: Board[] = [
  drawBoard("..... ..#.. .###. ..#.. ....."),
  drawBoard("##... #.... ..... ....# ...##"),
  drawBoard("##.## #.#.# .###. #.#.# ##.##"),
];
const STARS = [
  { x: 3, y: 6, r: 1.2 },
  { x: 14, y: 3, r: 0.9 },
  { x: 27, y: 5, r: 1.2 },
  { x: 40, y: 9, r: 0.9 },
  { x: 52, y: 3, r: 1.3 },
  { x: 66, y: 6, r: 1 },
  { x: 80, y: 3, r: 1.1 },
  { x: 97, y: 22, r: 1 },
  { x: 87, y: 30, r: 0.9 },
];
const SHIFTS: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function drawBoard(drawing: string): Board {
  return Array.from(drawing.replaceAll(" ", ""), (sign) => sign === "#");
}

function distance(a: number, b: number): number {
  const rows = Math.abs(Math.floor(a / SIDE) - Math.floor(b / SIDE));
  const columns = Math.abs((a % SIDE) - (b % SIDE));
  return rows + columns;
}

function pressWindow(board: Board, index: number): Board {
  return board.map((lit, other) => (distance(index, other) <= 1 ? !lit : lit));
}

function boardOf(game: Game): Board {
  return game.history.at(-1) ?? [];
}

function isDark(board: Board): boolean {
  return !board.includes(true);
}

function openLevel(level: number, records: (number | null)[]): Game {
  return { level, history: [LEVELS[level] ?? []], records };
}

function firstGame(): Game {
  return openLevel(0, [null, null, null]);
}

function withPress(game: Game, index: number): Game {
  const board = boardOf(game);
  if (isDark(board)) return game;
  const next = pressWindow(board, index);
  const history = [...game.history, next];
  if (!isDark(next)) return { ...game, history };
  const moves = history.length - 1;
  const records = game.records.map((record, level) =>
    level === game.level ? Math.min(record ?? moves, moves) : record,
  );
  return { ...game, history, records };
}

function reduce(game: Game, action: Action): Game {
  switch (action.type) {
    case "press":
      return withPress(game, action.index);
    case "undo":
      return game.history.length > 1 ? { ...game, history: game.history.slice(0, -1) } : game;
    case "reset":
      return openLevel(game.level, game.records);
    case "next":
      return openLevel(Math.min(game.level + 1, LEVELS.length - 1), game.records);
    case "over":
      return firstGame();
  }
}

function clamp(value: number): number {
  return Math.max(0, Math.min(SIDE - 1, value));
}

function Window({ lit, index, onPress }: { lit: boolean; index: number; onPress: () => void }) {
  const place = `Row ${Math.floor(index / SIDE) + 1}, column ${(index % SIDE) + 1}`;
  return (
    <button
      type="button"
      aria-label={`${place}, ${lit ? "on" : "off"}`}
      onClick={onPress}
      className={`group relative aspect-square overflow-hidden rounded-sm border-[3px] transition-colors duration-200 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-sky-300 motion-reduce:transition-none ${
        lit
          ? "border-amber-100 bg-amber-300 shadow-[0_0_26px_rgba(252,211,77,0.65)] hover:bg-amber-200"
          : "border-[#8d6a62] bg-[#1c2340] hover:bg-[#2b3560]"
      }`}
    >
      <span
        aria-hidden="true"
        className={`absolute inset-x-0 top-1/2 h-[3px] ${lit ? "bg-amber-100" : "bg-[#8d6a62]"}`}
      />
      <span
        aria-hidden="true"
        className={`absolute inset-y-0 left-1/2 w-[3px] ${lit ? "bg-amber-100" : "bg-[#8d6a62]"}`}
      />
    </button>
  );
}

function Sky() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 60"
      preserveAspectRatio="xMidYMin slice"
      className="absolute inset-0 hidden size-full md:block"
    >
      {STARS.map((star) => (
        <circle key={star.x} cx={star.x} cy={star.y} r={star.r / 4} fill="#e0e7ff" />
      ))}
      <path d="M91 8a5 5 0 1 0 5 7 4.2 4.2 0 0 1-5-7z" fill="#fde68a" />
      <path d="M0 60v-4h12v-2h14v3h16v3zM72 60V46h8v5h6V40h7v8h7v12z" fill="#10162f" />
    </svg>
  );
}

const BUTTON =
  "rounded-md border-2 px-2 py-2.5 font-semibold focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-sky-300 disabled:cursor-not-allowed disabled:border-slate-600 disabled:bg-transparent disabled:text-slate-400";
const QUIET = `${BUTTON} border-slate-300 text-slate-100 hover:bg-white/10`;
const LOUD = `${BUTTON} border-amber-300 bg-amber-300 text-slate-950 hover:bg-amber-200`;

export default function CityWindows() {
  const [game, dispatch] = useReducer(reduce, undefined, firstGame);
  const facade = useRef<HTMLDivElement>(null);
  const board = boardOf(game);
  const moves = game.history.length - 1;
  const lights = board.filter((lit) => lit).length;
  const solved = isDark(board);
  const last = game.level === LEVELS.length - 1;

  function moveFocus(event: KeyboardEvent) {
    const shift = SHIFTS[event.key];
    const windows = Array.from(facade.current?.children ?? []);
    const index = windows.findIndex((element) => element === event.target);
    if (!shift || index === -1) return;
    event.preventDefault();
    const row = clamp(Math.floor(index / SIDE) + shift.row);
    const column = clamp((index % SIDE) + shift.column);
    const target = windows[row * SIDE + column];
    if (target instanceof HTMLElement) target.focus();
  }

  return (
    <div className="relative min-h-screen overflow-hidden bg-linear-to-b from-[#161c3d] via-[#28305f] to-[#5c4a78] text-slate-100">
      <Sky />
      <main className="relative mx-auto flex min-h-screen max-w-5xl flex-col lg:gap-x-16 items-center gap-x-8 gap-y-6 px-4 pt-6 md:flex-row md:items-end md:px-8">
        <section
          aria-label="Game"
          className="flex w-full flex-col gap-4 md:w-[17.5rem] md:shrink-0 md:gap-6 md:self-center md:pb-10 lg:w-80"
        >
          <h1 className="font-[family-name:Georgia,serif] text-4xl leading-none md:text-5xl lg:text-6xl">
            The last light out
          </h1>
          <p className="text-lg text-indigo-100">Every switch also turns the rooms next door.</p>
          <div className="grid grid-cols-2 gap-x-6 gap-y-1 border-y-2 border-indigo-300/40 py-3 text-lg">
            <p className="font-semibold text-amber-200">{`Level ${game.level + 1} of ${LEVELS.length}`}</p>
            <p>{`Lights on: ${lights}`}</p>
            <p>{`Moves: ${moves}`}</p>
            <p>{`Best: ${game.records[game.level] ?? "none yet"}`}</p>
          </div>
          <div role="status" className="min-h-14 text-lg">
            {solved ? (
              <>
                <p className="text-xl font-bold text-amber-200">{`Solved in ${moves} ${moves === 1 ? "move" : "moves"}`}</p>
                <p>{last ? "All levels solved. The whole street sleeps." : "Good night. Another house is waiting."}</p>
              </>
            ) : (
              <p className="text-indigo-100">Put the whole house to sleep.</p>
            )}
          </div>
          <div className="grid grid-cols-2 gap-3">
            <button
              type="button"
              onClick={() => dispatch({ type: "undo" })}
              disabled={moves === 0 || solved}
              className={QUIET}
            >
              Undo
            </button>
            <button type="button" onClick={() => dispatch({ type: "reset" })} className={QUIET}>
              Reset level
            </button>
            <button
              type="button"
              onClick={() => dispatch({ type: "next" })}
              disabled={!solved || last}
              className={LOUD}
            >
              Next level
            </button>
            <button type="button" onClick={() => dispatch({ type: "over" })} className={QUIET}>
              Start over
            </button>
          </div>
        </section>
        <section aria-label="House" className="flex w-full max-w-[31rem] flex-col items-center md:mt-auto">
          <div aria-hidden="true" className="flex w-4/5 justify-between px-8">
            <span className="h-8 w-10 bg-[#4b2c34]" />
            <span className="h-8 w-10 bg-[#4b2c34]" />
          </div>
          <div aria-hidden="true" className="h-5 w-full rounded-t-md bg-[#6d3d43]" />
          <div
            ref={facade}
            role="group"
            aria-label="Windows"
            onKeyDown={moveFocus}
            className="grid w-[94%] grid-cols-5 gap-3 bg-[#5a343a] p-4 sm:gap-5 sm:p-6"
          >
            {board.map((lit, index) => (
              <Window key={index} lit={lit} index={index} onPress={() => dispatch({ type: "press", index })} />
            ))}
          </div>
          <div aria-hidden="true" className="flex h-20 w-[94%] items-end justify-center bg-[#4b2c34]">
            <span className="h-16 w-12 rounded-t-full border-4 border-b-0 border-[#8d6a62] bg-[#2a1a22]" />
          </div>
        </section>
      </main>
    </div>
  );
}
