import { useEffect, useReducer } from "react";
import { Pause, Play, RotateCcw } from "lucide-react";

type Census = { women: number[]; men: number[] };
type View = { town: string; year: number; share: boolean; group: string | null; playing: boolean };
type Action =
  | { type: "town"; town: string }
  | { type: "year"; year: number }
  | { type: "share"; on: boolean }
  | { type: "group"; group: string }
  | { type: "play" }
  | { type: "tick" }
  | { type: "reset" };

const GROUPS = ["0–19", "20–39", "40–59", "60–79", "80+"];
const FIRST_YEAR = 2000;
const LAST_YEAR = 2020;
const STEP = 10;
const PLAY_MS = 1000;
const WIDEST = 22;
const ROW = 76;
/** Hundreds of people, from the youngest group to the oldest. */
const CENSUS: Record<string, Record<number, Census>> = {
  Alder: {
    2000: { women: [12, 14, 13, 9, 2], men: [13, 15, 13, 8, 1] },
    2010: { women: [10, 11, 14, 11, 4], men: [10, 12, 14, 8, 2] },
    2020: { women: [6, 8, 10, 12, 6], men: [7, 8, 10, 10, 3] },
  },
  Brook: {
    2000: { women: [8, 10, 7, 4, 1], men: [8, 9, 7, 5, 1] },
    2010: { women: [9, 16, 9, 5, 1], men: [9, 15, 9, 6, 1] },
    2020: { women: [11, 20, 11, 6, 2], men: [11, 21, 11, 5, 2] },
  },
  Cove: {
    2000: { women: [6, 6, 6, 5, 2], men: [6, 7, 6, 5, 1] },
    2010: { women: [5, 6, 7, 5, 2], men: [6, 6, 7, 5, 1] },
    2020: { women: [5, 5, 6, 7, 3], men: [5, 5, 6, 6, 2] },
  },
};
const START: View = { town: "Alder", year: FIRST_YEAR, share: false, group: null, playing: false };
const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white";

function viewReducer(view: View, action: Action): View {
  switch (action.type) {
    case "town":
      return { ...view, town: action.town };
    case "year":
      return { ...view, year: action.year, playing: false };
    case "share":
      return { ...view, share: action.on };
    case "group":
      return { ...view, group: view.group === action.group ? null : action.group };
    case "play":
      if (view.playing) return { ...view, playing: false };
      return { ...view, playing: true, year: view.year >= LAST_YEAR ? FIRST_YEAR : view.year };
    case "tick": {
      const year = Math.min(LAST_YEAR, view.year + STEP);
      return { ...view, year, playing: year < LAST_YEAR };
    }
    case "reset":
      return START;
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function censusOf(town: string, year: number): Census {
  return CENSUS[town]?.[year] ?? { women: [], men: [] };
}

function sizeOf({ women, men }: Census): number {
  return sum(women) + sum(men);
}

function people(hundreds: number): string {
  return (hundreds * 100).toLocaleString("en-US");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)}%`;
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div role="group" aria-label={name} className="rounded-xl bg-[#0d2b3e] px-4 py-3">
      <p className="text-sm text-[#b9d6e2]">{name}</p>
      <p className="text-2xl font-semibold tabular-nums">{value}</p>
    </div>
  );
}

function Tide({ values, side, lit }: { values: number[]; side: "women" | "men"; lit: number }) {
  const isLeft = side === "women";
  return (
    <svg aria-hidden="true" className="h-[23.75rem] w-full">
      {values.map((value, index) => {
        const width = (Math.min(value, WIDEST) / WIDEST) * 100;
        return (
          <rect
            key={GROUPS[index]}
            x={isLeft ? `${100 - width}%` : "0"}
            y={(GROUPS.length - 1 - index) * ROW + 9}
            width={`${width}%`}
            height={ROW - 18}
            rx="6"
            fill={isLeft ? "#ff8f7a" : "#45d4c8"}
            opacity={lit === -1 || lit === index ? 1 : 0.3}
            className="transition-all duration-300 motion-reduce:transition-none"
          />
        );
      })}
    </svg>
  );
}

export default function TwoTides() {
  const [view, send] = useReducer(viewReducer, START);
  const census = censusOf(view.town, view.year);
  const { women, men } = census;
  const size = sizeOf(census);
  const before = sizeOf(censusOf(view.town, FIRST_YEAR));
  const both = women.map((value, index) => value + (men[index] ?? 0));
  const largest = both.indexOf(Math.max(...both));
  const lit = view.group === null ? -1 : GROUPS.indexOf(view.group);
  const show = (value: number) => (view.share ? percent(value, size) : people(value));
  const drawn = (values: number[]) => values.map((value) => (view.share ? (value / size) * 100 : value));

  useEffect(() => {
    if (!view.playing) return;
    const timer = setTimeout(() => send({ type: "tick" }), PLAY_MS);
    return () => clearTimeout(timer);
  }, [view.playing, view.year]);

  return (
    <main className="min-h-dvh bg-[#061826] px-4 py-6 text-[#f0f9fc] sm:px-8">
      <div className="mx-auto max-w-6xl">
        <header className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">Ages of three towns</h1>
          <fieldset className="flex gap-1 rounded-full bg-[#0d2b3e] p-1">
            <legend className="sr-only">Town</legend>
            {Object.keys(CENSUS).map((town) => (
              <label
                key={town}
                className="relative flex h-11 cursor-pointer items-center rounded-full px-5 transition-colors has-checked:bg-[#f0f9fc] has-checked:font-semibold has-checked:text-[#061826] has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="town"
                  checked={view.town === town}
                  onChange={() => send({ type: "town", town })}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                {town}
              </label>
            ))}
          </fieldset>
        </header>

        <div className="mt-5 grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <section aria-label="Drawing" className="rounded-3xl bg-[#0a2233] p-4 sm:p-6">
            <figure aria-label="Population pyramid">
              <figcaption className="grid grid-cols-[minmax(0,1fr)_5rem_minmax(0,1fr)] text-lg font-semibold">
                <span className="pr-3 text-right text-[#ff8f7a]">Women</span>
                <span className="text-center text-2xl leading-7 tabular-nums">{view.year}</span>
                <span className="pl-3 text-[#45d4c8]">Men</span>
              </figcaption>
              <div className="mt-2 grid grid-cols-[minmax(0,1fr)_5rem_minmax(0,1fr)]">
                <Tide values={drawn(women)} side="women" lit={lit} />
                <div className="flex flex-col-reverse">
                  {GROUPS.map((group) => (
                    <div key={group} className="grid h-[4.75rem] place-items-center">
                      <button
                        type="button"
                        aria-pressed={view.group === group}
                        onClick={() => send({ type: "group", group })}
                        className={`h-11 w-[4.5rem] rounded-lg hover:bg-[#164058] aria-pressed:bg-[#ffe08a] aria-pressed:font-semibold aria-pressed:text-[#061826] ${FOCUS}`}
                      >
                        {group}
                      </button>
                    </div>
                  ))}
                </div>
                <Tide values={drawn(men)} side="men" lit={lit} />
              </div>
            </figure>
            <div className="mt-4 flex items-center gap-4">
              <button
                type="button"
                onClick={() => send({ type: "play" })}
                className={`flex h-12 w-28 shrink-0 items-center justify-center gap-2 rounded-full bg-[#ffe08a] font-semibold text-[#061826] hover:bg-white ${FOCUS}`}
              >
                {view.playing ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
                {view.playing ? "Pause" : "Play"}
              </button>
              <label className="grow">
                <span className="text-sm text-[#b9d6e2]">Year</span>
                <input
                  type="range"
                  min={FIRST_YEAR}
                  max={LAST_YEAR}
                  step={STEP}
                  value={view.year}
                  onChange={(event) => send({ type: "year", year: Number(event.target.value) })}
                  className={`block h-7 w-full accent-[#ffe08a] ${FOCUS}`}
                />
              </label>
            </div>
          </section>

          <section aria-label="Facts" className="grid content-start gap-3">
            <div aria-live="polite" className="grid grid-cols-2 gap-3">
              <Fact name="Population" value={people(size)} />
              <Fact name="Largest group" value={GROUPS[largest] ?? "–"} />
              <Fact name="Women per 100 men" value={`${Math.round((sum(women) / sum(men)) * 100)}`} />
              <Fact name="Change since 2000" value={percent(size - before, before)} />
            </div>
            <div role="group" aria-label="Highlighted group" className="min-h-24 rounded-xl bg-[#164058] px-4 py-3">
              <p className="text-sm text-[#d7ebf3]">Highlighted group</p>
              {lit === -1 ? (
                <p className="mt-1 text-lg">Choose an age group</p>
              ) : (
                <>
                  <p className="text-lg font-semibold">
                    {`${GROUPS[lit]}: ${people(both[lit] ?? 0)} people, ${percent(both[lit] ?? 0, size)}`}
                  </p>
                  <p>{`Women ${people(women[lit] ?? 0)}, Men ${people(men[lit] ?? 0)}`}</p>
                </>
              )}
            </div>
            <div className="flex gap-2">
              {[false, true].map((share) => (
                <button
                  key={String(share)}
                  type="button"
                  aria-pressed={view.share === share}
                  onClick={() => send({ type: "share", on: share })}
                  className={`h-10 grow rounded-lg border border-[#6f9bb0] aria-pressed:border-white aria-pressed:bg-white aria-pressed:font-semibold aria-pressed:text-[#061826] ${FOCUS}`}
                >
                  {share ? "Share" : "People"}
                </button>
              ))}
              <button
                type="button"
                onClick={() => send({ type: "reset" })}
                className={`flex h-10 items-center gap-2 rounded-lg border border-[#6f9bb0] px-4 hover:bg-[#164058] ${FOCUS}`}
              >
                <RotateCcw size={16} aria-hidden="true" />
                Reset
              </button>
            </div>
            <table className="w-full text-right tabular-nums">
              <thead>
                <tr className="text-sm text-[#b9d6e2]">
                  <th className="py-1 text-left font-normal">Age</th>
                  <th className="font-normal">Women</th>
                  <th className="font-normal">Men</th>
                </tr>
              </thead>
              <tbody>
                {GROUPS.map((group, index) => (
                  <tr key={group} className={`border-t border-[#1d4459] ${index === lit ? "text-[#ffe08a]" : ""}`}>
                    <th scope="row" className="py-1 text-left font-normal">
                      {group}
                    </th>
                    <td>{show(women[index] ?? 0)}</td>
                    <td>{show(men[index] ?? 0)}</td>
                  </tr>
                ))}
                <tr className="border-t-2 border-[#6f9bb0] font-semibold">
                  <th scope="row" className="py-1 text-left">
                    Total
                  </th>
                  <td>{show(sum(women))}</td>
                  <td>{show(sum(men))}</td>
                </tr>
              </tbody>
            </table>
          </section>
        </div>
      </div>
    </main>
  );
}
