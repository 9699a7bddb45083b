import { useReducer, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { Redo2, Undo2 } from "lucide-react";

type Tool = "Paint" | "Erase" | "Fill";
type State = { cells: string[]; past: string[][]; future: string[][]; tool: Tool; colour: string; mirror: boolean };
type Action =
  | { type: "use"; index: number }
  | { type: "tool"; tool: Tool }
  | { type: "colour"; colour: string }
  | { type: "mirror" }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "clear" }
  | { type: "restart" };

const SIZE = 8;
const EMPTY = "Empty";
const TOOLS: Tool[] = ["Paint", "Erase", "Fill"];
const THREADS: Record<string, string> = {
  Red: "#b3202c",
  Gold: "#d6961b",
  Green: "#3f7344",
  Blue: "#2c5585",
  Plum: "#74336b",
};
const HEART = ["........", ".##..##.", "########", "########", ".######.", "..####..", "...##...", "........"];
const START: State = {
  cells: HEART.flatMap((row) => Array.from(row, (mark) => (mark === "#" ? "Red" : EMPTY))),
  past: [],
  future: [],
  tool: "Paint",
  colour: "Red",
  mirror: false,
};

function neighbours(index: number): number[] {
  const column = index % SIZE;
  const found = [index - SIZE, index + SIZE];
  if (column > 0) found.push(index - 1);
  if (column < SIZE - 1) found.push(index + 1);
  return found.filter((next) => next >= 0 && next < SIZE * SIZE);
}

function filled(cells: string[], index: number, colour: string): string[] {
  const from = cells[index];
  if (from === colour) return cells;
  const next = [...cells];
  const waiting = [index];
  while (waiting.length > 0) {
    const current = waiting.pop() ?? index;
    if (next[current] !== from) continue;
    next[current] = colour;
    waiting.push(...neighbours(current));
  }
  return next;
}

function used(state: State, cells: string[], index: number): string[] {
  if (state.tool === "Fill") return filled(cells, index, state.colour);
  return cells.with(index, state.tool === "Erase" ? EMPTY : state.colour);
}

function mirrored(index: number): number {
  return index - (index % SIZE) + (SIZE - 1 - (index % SIZE));
}

function stitched(state: State, next: string[]): State {
  if (next.every((cell, index) => cell === state.cells[index])) return state;
  return { ...state, cells: next, past: [...state.past, state.cells], future: [] };
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "use": {
      const once = used(state, state.cells, action.index);
      return stitched(state, state.mirror ? used(state, once, mirrored(action.index)) : once);
    }
    case "tool":
      return { ...state, tool: action.tool };
    case "colour":
      return { ...state, colour: action.colour };
    case "mirror":
      return { ...state, mirror: !state.mirror };
    case "undo": {
      const cells = state.past.at(-1);
      if (!cells) return state;
      return { ...state, cells, past: state.past.slice(0, -1), future: [state.cells, ...state.future] };
    }
    case "redo": {
      const [cells, ...future] = state.future;
      if (!cells) return state;
      return { ...state, cells, past: [...state.past, state.cells], future };
    }
    case "clear":
      return stitched(
        state,
        state.cells.map(() => EMPTY),
      );
    case "restart":
      return START;
  }
}

const linen = {
  backgroundColor: "#efe6d4",
  backgroundImage:
    "repeating-linear-gradient(0deg, rgb(120 95 55 / 0.12) 0 1px, transparent 1px 4px), repeating-linear-gradient(90deg, rgb(120 95 55 / 0.12) 0 1px, transparent 1px 4px)",
};
const focus = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#2c5585]";
const button = `inline-flex min-h-11 items-center gap-2 rounded-full border-2 border-[#5b4630] px-5 text-lg text-[#3b2c1c] transition-colors hover:bg-[#e6d8bd] disabled:cursor-not-allowed disabled:border-[#b7a78c] disabled:text-[#7c6d55] disabled:hover:bg-transparent ${focus}`;

function Stitch({ colour }: { colour: string | undefined }) {
  if (!colour) return <span aria-hidden="true" className="size-1 rounded-full bg-[#a08d6b]" />;
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-full">
      <path d="M3 17 17 3" stroke={colour} strokeWidth="6" strokeLinecap="round" />
      <path d="M3 3 17 17" stroke={colour} strokeWidth="6" strokeLinecap="round" />
      <path d="M4 3.5 16.5 16" stroke="#ffffff" strokeWidth="1" strokeLinecap="round" opacity="0.45" />
    </svg>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rounded-xl border border-[#cbb995] bg-[#fbf6ea] px-5 pt-1 pb-5">
      <legend className="px-2 text-xl italic">{title}</legend>
      {children}
    </fieldset>
  );
}

export default function CrossStitch() {
  const [state, dispatch] = useReducer(reduce, START);
  const [active, setActive] = useState(0);
  const { cells, tool, colour, mirror } = state;
  const countOf = (name: string) => cells.filter((cell) => cell === name).length;
  const emptyCount = countOf(EMPTY);

  function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
    const row = Math.floor(active / SIZE);
    const column = active % SIZE;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
    };
    const goal = moves[event.key];
    if (!goal) return;
    event.preventDefault();
    const [nextRow, nextColumn] = goal.map((value) => Math.min(SIZE - 1, Math.max(0, value)));
    const next = (nextRow ?? 0) * SIZE + (nextColumn ?? 0);
    setActive(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  }

  return (
    <main className="min-h-screen bg-[#f7f0e2] px-4 py-7 font-serif text-[#3b2c1c] lg:py-10">
      <div className="mx-auto grid max-w-6xl gap-7 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <div>
          <header className="mb-5 text-center lg:text-left">
            <h1 className="text-4xl italic sm:text-5xl">Mitten motifs</h1>
            <p className="mt-1 text-lg">Eight stitches wide, eight rows high</p>
          </header>
          <div className="mx-auto max-w-[36rem] rounded-3xl bg-gradient-to-br from-[#b98a55] via-[#9b6c3c] to-[#7a5029] p-3 shadow-xl sm:p-6">
            <div className="rounded-xl p-1.5 shadow-inner sm:p-5" style={linen}>
              <div
                role="group"
                aria-label="Canvas"
                onKeyDown={moveFocus}
                className={`grid grid-cols-8 border-2 border-dashed ${mirror ? "border-[#2c5585]" : "border-[#a08d6b]"}`}
              >
                {cells.map((cell, index) => (
                  <button
                    key={index}
                    type="button"
                    tabIndex={index === active ? 0 : -1}
                    aria-label={`Row ${Math.floor(index / SIZE) + 1}, column ${(index % SIZE) + 1}: ${cell}`}
                    onFocus={() => setActive(index)}
                    onClick={() => dispatch({ type: "use", index })}
                    className={`grid aspect-square place-items-center p-0.5 hover:bg-[#d9c7a2]/70 focus-visible:z-10 ${focus}`}
                  >
                    <Stitch colour={THREADS[cell]} />
                  </button>
                ))}
              </div>
            </div>
          </div>
          <p role="status" className="mt-4 min-h-7 text-center text-lg italic">
            {emptyCount === SIZE * SIZE
              ? "The canvas is empty"
              : `Stitches worked so far: ${cells.length - emptyCount}`}
          </p>
        </div>

        <div className="flex flex-col gap-5 lg:pt-6">
          <Card title="Threads">
            <div className="grid gap-2">
              {Object.entries(THREADS).map(([name, shade]) => (
                <label
                  key={name}
                  className="relative flex min-h-11 items-center gap-4 rounded-lg border-2 border-transparent px-3 text-lg has-checked:border-[#5b4630] has-checked:bg-[#efe3c9] has-focus-visible:outline-3 has-focus-visible:outline-[#2c5585]"
                >
                  <input
                    type="radio"
                    name="thread"
                    aria-label={name}
                    checked={colour === name}
                    onChange={() => dispatch({ type: "colour", colour: name })}
                    className="absolute inset-0 size-full cursor-pointer opacity-0"
                  />
                  <span
                    aria-hidden="true"
                    className="h-6 w-16 rounded-full"
                    style={{
                      background: `repeating-linear-gradient(100deg, rgb(255 255 255 / 0.25) 0 2px, transparent 2px 6px), ${shade}`,
                    }}
                  />
                  <span>{`${name}: ${countOf(name)}`}</span>
                </label>
              ))}
            </div>
            <p className="mt-2 border-t border-[#cbb995] px-3 pt-3 text-lg">Empty: {emptyCount}</p>
          </Card>

          <Card title="Needle">
            <div className="flex flex-wrap gap-x-6 gap-y-2">
              {TOOLS.map((name) => (
                <label key={name} className="flex min-h-9 items-center gap-2 text-lg">
                  <input
                    type="radio"
                    name="needle"
                    checked={tool === name}
                    onChange={() => dispatch({ type: "tool", tool: name })}
                    className={`size-5 accent-[#b3202c] ${focus}`}
                  />
                  {name}
                </label>
              ))}
            </div>
            <label className="mt-2 flex min-h-9 items-center gap-2 text-lg">
              <input
                type="checkbox"
                checked={mirror}
                onChange={() => dispatch({ type: "mirror" })}
                className={`size-5 accent-[#b3202c] ${focus}`}
              />
              Mirror
            </label>
          </Card>

          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              disabled={state.past.length === 0}
              onClick={() => dispatch({ type: "undo" })}
              className={button}
            >
              <Undo2 size={18} aria-hidden /> Undo
            </button>
            <button
              type="button"
              disabled={state.future.length === 0}
              onClick={() => dispatch({ type: "redo" })}
              className={button}
            >
              <Redo2 size={18} aria-hidden /> Redo
            </button>
            <button type="button" onClick={() => dispatch({ type: "clear" })} className={button}>
              Clear
            </button>
            <button type="button" onClick={() => dispatch({ type: "restart" })} className={button}>
              Start over
            </button>
          </div>
        </div>
      </div>
    </main>
  );
}
