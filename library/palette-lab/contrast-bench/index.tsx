import { useReducer, type FormEvent } from "react";

const MAX_COLOURS = 8;
const NORMAL_MIN = 4.5;
const LARGE_MIN = 3;

type Palette = { readonly hexes: readonly string[]; readonly ink: string; readonly paper: string };
type Bench = { now: Palette; before: readonly Palette[]; entry: string; problem: "" | "format" | "repeat" };

type Action =
  | { type: "typed"; entry: string }
  | { type: "added" }
  | { type: "removed"; hex: string }
  | { type: "paired"; ink: string; paper: string }
  | { type: "fixed" }
  | { type: "cleared" }
  | { type: "undone" };

const start: Bench = {
  now: { hexes: ["#1F2937", "#FFFFFF", "#2563EB", "#F59E0B"], ink: "#1F2937", paper: "#FFFFFF" },
  before: [],
  entry: "",
  problem: "",
};

const toRgb = (hex: string) => {
  const value = Number.parseInt(hex.slice(1), 16);
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255 };
};

const toHex = (red: number, green: number, blue: number) =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();

function brightness(hex: string) {
  const { red, green, blue } = toRgb(hex);
  const linear = (part: number) => (part <= 10.31 ? part / 3294.6 : Math.pow((part / 255 + 0.055) / 1.055, 2.4));
  return linear(red) * 0.2126 + linear(green) * 0.7152 + linear(blue) * 0.0722;
}

function ratioOf(ink: string, paper: string) {
  const [low = 0, high = 0] = [brightness(ink), brightness(paper)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function normalise(entry: string) {
  const bare = entry.trim().replace(/^#/, "");
  if (!/^([0-9a-f]{3}){1,2}$/i.test(bare)) return undefined;
  return `#${bare.length === 3 ? bare.replace(/./g, "$&$&") : bare}`.toUpperCase();
}

/** Walks the text colour towards black or white, whichever the background allows, in small steps. */
function legible(ink: string, paper: string) {
  const goal = ratioOf("#000000", paper) > ratioOf("#FFFFFF", paper) ? 0 : 255;
  const { red, green, blue } = toRgb(ink);
  let share = 0;
  let candidate = ink;
  while (ratioOf(candidate, paper) < NORMAL_MIN && share < 1) {
    share = Math.min(1, share + 0.04);
    const mix = (part: number) => part + (goal - part) * share;
    candidate = toHex(mix(red), mix(green), mix(blue));
  }
  return candidate;
}

function change(bench: Bench, now: Palette): Bench {
  return { ...bench, now, before: [...bench.before, bench.now], problem: "" };
}

function reduce(bench: Bench, action: Action): Bench {
  const { hexes, ink, paper } = bench.now;
  switch (action.type) {
    case "typed":
      return { ...bench, entry: action.entry, problem: "" };
    case "added": {
      const hex = normalise(bench.entry);
      if (!hex) return { ...bench, problem: "format" };
      if (hexes.includes(hex)) return { ...bench, problem: "repeat" };
      const first = hexes.length === 0;
      const next = { hexes: [...hexes, hex], ink: first ? hex : ink, paper: first ? hex : paper };
      return { ...change(bench, next), entry: "" };
    }
    case "removed": {
      const left = hexes.filter((hex) => hex !== action.hex);
      const instead = (hex: string) => (hex === action.hex ? (left[0] ?? "#FFFFFF") : hex);
      return change(bench, { hexes: left, ink: instead(ink), paper: instead(paper) });
    }
    case "paired":
      return change(bench, { hexes, ink: action.ink, paper: action.paper });
    case "fixed": {
      const fixed = legible(ink, paper);
      return change(bench, { hexes: [...new Set(hexes.map((hex) => (hex === ink ? fixed : hex)))], ink: fixed, paper });
    }
    case "cleared":
      return change(bench, { ...bench.now, hexes: [] });
    case "undone":
      return { ...bench, now: bench.before.at(-1) ?? bench.now, before: bench.before.slice(0, -1) };
  }
}

const ghost =
  "rounded-md border border-zinc-600 px-3 py-2 text-sm text-zinc-100 hover:border-violet-300 hover:bg-zinc-800 focus-visible:outline-2 focus-visible:outline-violet-300 disabled:cursor-not-allowed disabled:opacity-40";

export default function ContrastBench() {
  const [bench, dispatch] = useReducer(reduce, start);
  const { hexes, ink, paper } = bench.now;
  const ratio = ratioOf(ink, paper);
  const blank = hexes.length === 0;
  const pair = (nextInk: string, nextPaper: string) => dispatch({ type: "paired", ink: nextInk, paper: nextPaper });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    dispatch({ type: "added" });
  };

  const verdict = (kind: string, minimum: number) => {
    const passes = ratio >= minimum;
    const tone = passes ? "bg-emerald-400/15 text-emerald-200" : "bg-rose-400/15 text-rose-200";
    return <p className={`rounded-md px-3 py-2 ${tone}`}>{`${kind}: ${passes ? "Pass" : "Fail"}`}</p>;
  };

  return (
    <div className="min-h-screen bg-zinc-950 text-zinc-100 md:grid md:grid-cols-[18rem_minmax(0,1fr)]">
      <aside
        aria-label="Palette"
        className="flex flex-col gap-5 border-b border-zinc-800 bg-zinc-900 p-5 md:border-r md:border-b-0"
      >
        <div>
          <h1 className="text-xl font-semibold">Contrast bench</h1>
          <p className="mt-1 text-sm text-zinc-300">{`${hexes.length} of ${MAX_COLOURS} colours`}</p>
        </div>
        <form onSubmit={submit}>
          <label htmlFor="entry" className="text-sm text-zinc-200">
            New colour
          </label>
          <div className="mt-1.5 flex gap-2">
            <input
              id="entry"
              type="text"
              autoComplete="off"
              value={bench.entry}
              onChange={(event) => dispatch({ type: "typed", entry: event.target.value })}
              aria-invalid={bench.problem !== ""}
              aria-describedby="problem"
              className="min-w-0 flex-1 rounded-md border border-zinc-600 bg-zinc-950 px-3 py-2 font-mono focus-visible:outline-2 focus-visible:outline-violet-300 aria-invalid:border-rose-400"
            />
            <button
              type="submit"
              disabled={hexes.length >= MAX_COLOURS}
              className="rounded-md bg-violet-300 px-3 py-2 text-sm font-semibold text-zinc-950 hover:bg-violet-200 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-violet-300 disabled:cursor-not-allowed disabled:opacity-40"
            >
              Add colour
            </button>
          </div>
          <p id="problem" aria-live="polite" className="mt-2 min-h-10 text-sm text-rose-200">
            {bench.problem === "format" && "Enter a hex colour: three or six digits from 0 to F."}
            {bench.problem === "repeat" && "That colour is already in the palette."}
          </p>
        </form>
        {blank ? (
          <p className="rounded-lg border border-dashed border-zinc-600 p-5 text-sm text-zinc-300">
            No colours yet. Type one above to begin.
          </p>
        ) : (
          <ul className="flex flex-col gap-2">
            {hexes.map((hex) => (
              <li key={hex} className="flex items-center gap-3 rounded-lg bg-zinc-950 p-2">
                <span className="size-9 rounded-md border border-zinc-600" style={{ backgroundColor: hex }} />
                <span className="flex-1 font-mono">{hex}</span>
                <button
                  type="button"
                  aria-label={`Remove ${hex}`}
                  onClick={() => dispatch({ type: "removed", hex })}
                  className="size-9 rounded-md text-lg text-zinc-300 hover:bg-zinc-800 hover:text-white focus-visible:outline-2 focus-visible:outline-violet-300"
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="flex gap-2">
          <button
            type="button"
            className={ghost}
            disabled={!bench.before.length}
            onClick={() => dispatch({ type: "undone" })}
          >
            Undo
          </button>
          <button type="button" className={ghost} disabled={blank} onClick={() => dispatch({ type: "cleared" })}>
            Clear
          </button>
        </div>
      </aside>

      <main className="flex flex-col gap-6 p-5 lg:p-8">
        <section aria-label="Pair" className="flex flex-wrap items-end gap-4">
          {[
            { label: "Text colour", value: ink, pick: (hex: string) => pair(hex, paper) },
            { label: "Background colour", value: paper, pick: (hex: string) => pair(ink, hex) },
          ].map(({ label, value, pick }) => (
            <label key={label} className="flex flex-col gap-1.5 text-sm">
              {label}
              <select
                className="rounded-md border border-zinc-600 bg-zinc-900 px-3 py-2 font-mono focus-visible:outline-2 focus-visible:outline-violet-300"
                value={value}
                disabled={blank}
                onChange={(event) => pick(event.target.value)}
              >
                {hexes.map((hex) => (
                  <option key={hex}>{hex}</option>
                ))}
              </select>
            </label>
          ))}
          <button type="button" className={ghost} disabled={blank} onClick={() => pair(paper, ink)}>
            Swap
          </button>
          <button
            type="button"
            className={ghost}
            disabled={blank || ratio >= NORMAL_MIN}
            onClick={() => dispatch({ type: "fixed" })}
          >
            Fix contrast
          </button>
        </section>

        {!blank && (
          <>
            <section aria-label="Sample" className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_14rem]">
              <div
                className="flex flex-col gap-4 rounded-2xl p-8 lg:p-10"
                style={{ backgroundColor: paper, color: ink }}
              >
                <p className="text-sm font-medium">Tuesday, 6 pm</p>
                <p className="text-4xl leading-tight font-bold lg:text-5xl">An evening of short stories</p>
                <p className="max-w-prose">
                  Local writers read from new work. Tea and cake in the hall, entry is free.
                </p>
              </div>
              <div className="flex flex-col justify-center gap-3">
                <p className="text-5xl font-light tabular-nums">{`${ratio.toFixed(2)}:1`}</p>
                {verdict("Normal text", NORMAL_MIN)}
                {verdict("Large text", LARGE_MIN)}
              </div>
            </section>
            <section aria-label="Every pairing" className="overflow-x-auto">
              <table className="w-full border-separate border-spacing-1 text-sm">
                <caption className="pb-2 text-left text-zinc-300">Every pairing: text across, background down</caption>
                <thead>
                  <tr>
                    <td />
                    {hexes.map((hex) => (
                      <th key={hex} scope="col" className="px-1 font-mono text-xs font-normal">
                        {hex}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {hexes.map((row) => (
                    <tr key={row}>
                      <th scope="row" className="pr-2 text-left font-mono text-xs font-normal">
                        {row}
                      </th>
                      {hexes.map((column) => (
                        <td key={column}>
                          {row !== column && (
                            <button
                              type="button"
                              aria-label={`${column} on ${row}: ${ratioOf(column, row).toFixed(1)}`}
                              onClick={() => pair(column, row)}
                              className={`w-full rounded-md px-2 py-1.5 tabular-nums focus-visible:outline-2 focus-visible:outline-violet-300 ${
                                ratioOf(column, row) >= NORMAL_MIN
                                  ? "bg-emerald-900 text-emerald-100"
                                  : "bg-zinc-800 text-zinc-300"
                              } ${column === ink && row === paper ? "outline-2 outline-violet-300" : ""}`}
                            >
                              {ratioOf(column, row).toFixed(1)}
                            </button>
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )}
      </main>
    </div>
  );
}
