import { Dices, Pause, Play, StepForward, Undo2 } from "lucide-react";
import { useEffect, useReducer, useState, type ChangeEvent, type SubmitEvent } from "react";

type Kind = "Bubble sort" | "Selection sort" | "Insertion sort";
type Disc = { id: number; value: number };
type Phase = "Ready" | "Running" | "Paused" | "Sorted";
type Sort = {
  kind: Kind;
  start: number[];
  discs: Disc[];
  outer: number;
  inner: number;
  least: number;
  looking: number[];
  rule: number;
  comparisons: number;
  swaps: number;
  phase: Phase;
};
type Action =
  | { type: "run" | "pause" | "step" | "tick" | "reset" }
  | { type: "kind"; kind: Kind }
  | { type: "row"; row: number[] };

const RULES: Record<Kind, string[]> = {
  "Bubble sort": ["Look at two neighbours.", "If the left one is larger, swap them.", "If not, leave them alone."],
  "Selection sort": [
    "Look for the smallest of the rest.",
    "A smaller one was found: remember it.",
    "Not smaller: keep looking.",
  ],
  "Insertion sort": [
    "Take the next balloon.",
    "While its left neighbour is larger, swap.",
    "Otherwise it has found its place.",
  ],
};
const KINDS: Kind[] = ["Bubble sort", "Selection sort", "Insertion sort"];
const TINTS = ["bg-fuchsia-200", "bg-violet-200", "bg-sky-200", "bg-teal-200", "bg-lime-200", "bg-amber-200"];

function pseudoRandomRow(length: number, turn: number): number[] {
  let state = 9001 + turn * 613;
  return Array.from({ length }, () => {
    state = (state * 16807) % 2147483647;
    return 8 + (state % 90);
  });
}

function freshSort(kind: Kind, start: number[]): Sort {
  const discs = start.map((value, id) => ({ id, value }));
  const inner = kind === "Bubble sort" ? 0 : 1;
  const outer = kind === "Insertion sort" ? 1 : 0;
  return { kind, start, discs, outer, inner, least: 0, looking: [], rule: 0, comparisons: 0, swaps: 0, phase: "Ready" };
}

function swapped(discs: Disc[], a: number, b: number): Disc[] {
  const first = discs[a];
  const second = discs[b];
  if (!first || !second || a === b) return discs;
  return discs.with(a, second).with(b, first);
}

/** One comparison at (left, right), then where the next one will be. */
function compareOnce(sort: Sort): Sort {
  const { discs, outer, inner } = sort;
  const end = discs.length - 1;
  const valueAt = (index: number) => discs[index]?.value ?? 0;
  const next = { ...sort, comparisons: sort.comparisons + 1 };

  if (sort.kind === "Selection sort") {
    const smaller = valueAt(inner) < valueAt(sort.least);
    const least = smaller ? inner : sort.least;
    const seen = { ...next, least, looking: [sort.least, inner], rule: smaller ? 1 : 2 };
    if (inner < end) return { ...seen, inner: inner + 1 };
    const moved = swapped(discs, outer, least);
    const swaps = sort.swaps + (least === outer ? 0 : 1);
    const phase = outer + 2 > end ? "Sorted" : sort.phase;
    return { ...seen, discs: moved, swaps, outer: outer + 1, inner: outer + 2, least: outer + 1, phase };
  }

  const left = sort.kind === "Bubble sort" ? inner : inner - 1;
  const wrong = valueAt(left) > valueAt(left + 1);
  const after = {
    ...next,
    discs: wrong ? swapped(discs, left, left + 1) : discs,
    swaps: sort.swaps + (wrong ? 1 : 0),
    looking: [left, left + 1],
    rule: wrong ? 1 : 2,
  };
  if (sort.kind === "Bubble sort") {
    if (inner + 1 < end - outer) return { ...after, inner: inner + 1 };
    return { ...after, outer: outer + 1, inner: 0, phase: outer + 1 >= end ? "Sorted" : sort.phase };
  }
  if (wrong && inner > 1) return { ...after, inner: inner - 1 };
  return { ...after, outer: outer + 1, inner: outer + 1, phase: outer + 1 > end ? "Sorted" : sort.phase };
}

function reduce(sort: Sort, action: Action): Sort {
  const done = sort.phase === "Sorted";
  switch (action.type) {
    case "run":
      return done ? sort : { ...sort, phase: "Running" };
    case "pause":
      return sort.phase === "Running" ? { ...sort, phase: "Paused" } : sort;
    case "step":
      return done ? sort : compareOnce({ ...sort, phase: "Paused" });
    case "tick":
      return sort.phase === "Running" ? compareOnce(sort) : sort;
    case "reset":
      return freshSort(sort.kind, sort.start);
    case "kind":
      return freshSort(action.kind, sort.start);
    case "row":
      return freshSort(sort.kind, action.row);
  }
}

const ROUND =
  "flex items-center gap-2 rounded-full border-2 border-violet-900 px-4 py-2 font-semibold focus-visible:outline-3 focus-visible:outline-fuchsia-700 disabled:opacity-50";
const INPUT =
  "rounded-xl border-2 border-violet-300 bg-white px-3 py-2 focus-visible:outline-3 focus-visible:outline-fuchsia-700";

function Stage({ sort }: { sort: Sort }) {
  const share = 100 / sort.discs.length;
  const highest = Math.max(...sort.start);
  const finished = sort.phase === "Sorted";
  const placed = sort.discs.map((disc, index) => ({ disc, index })).toSorted((a, b) => a.disc.id - b.disc.id);
  return (
    <figure aria-label="Bars" className="relative mt-6 h-72 overflow-hidden rounded-3xl bg-white sm:h-80">
      {placed.map(({ disc, index }) => {
        const looked = sort.looking.includes(index) && !finished;
        const height = `${4 + (disc.value / highest) * 74}%`;
        const ring = looked
          ? "border-4 border-fuchsia-700"
          : finished
            ? "border-4 border-teal-700"
            : "border-violet-400";
        return (
          <div
            key={disc.id}
            className="absolute inset-y-0 transition-[left] duration-200 motion-reduce:transition-none"
            style={{ left: `${index * share}%`, width: `${share}%` }}
          >
            <div className="absolute bottom-0 left-1/2 w-px bg-violet-500" style={{ height }} />
            <div
              className={`absolute inset-x-0 mx-auto grid aspect-[6/7] w-[92%] max-w-14 place-items-center rounded-[50%] border-2 text-xs font-bold sm:text-lg ${ring} ${TINTS[disc.value % TINTS.length] ?? ""}`}
              style={{ bottom: height }}
            >
              <span className={sort.discs.length > 14 ? "hidden lg:inline" : ""}>{disc.value}</span>
            </div>
          </div>
        );
      })}
    </figure>
  );
}

export default function BalloonRow() {
  const [sort, dispatch] = useReducer(reduce, freshSort("Bubble sort", pseudoRandomRow(12, 0)));
  const [turn, setTurn] = useState(0);
  const [size, setSize] = useState(12);
  const [speed, setSpeed] = useState(5);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const running = sort.phase === "Running";

  useEffect(() => {
    if (!running) return;
    const timer = window.setInterval(() => dispatch({ type: "tick" }), 1000 / (speed * 1.6));
    return () => window.clearInterval(timer);
  }, [running, speed]);

  function chooseKind(event: ChangeEvent<HTMLSelectElement>) {
    const kind = KINDS.find((one) => one === event.target.value);
    if (kind) dispatch({ type: "kind", kind });
  }

  function chooseSize(event: ChangeEvent<HTMLInputElement>) {
    const length = Number(event.target.value);
    setSize(length);
    dispatch({ type: "row", row: pseudoRandomRow(length, turn) });
  }

  function shuffle() {
    setTurn((now) => now + 1);
    dispatch({ type: "row", row: pseudoRandomRow(sort.start.length, turn + 1) });
  }

  function takeNumbers(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const row = (typed.match(/[^\s,]+/g) ?? []).map(Number);
    const bad = row.some((value) => !Number.isInteger(value) || value < 1 || value > 99);
    const wrong = bad || row.length < 2 || row.length > 30;
    setRefused(wrong);
    if (!wrong) dispatch({ type: "row", row });
  }

  const buttons = [
    { name: "Start", Icon: Play, off: running || sort.phase === "Sorted", press: () => dispatch({ type: "run" }) },
    { name: "Pause", Icon: Pause, off: !running, press: () => dispatch({ type: "pause" }) },
    { name: "Step", Icon: StepForward, off: sort.phase === "Sorted", press: () => dispatch({ type: "step" }) },
    { name: "Reset", Icon: Undo2, off: false, press: () => dispatch({ type: "reset" }) },
    { name: "Shuffle", Icon: Dices, off: false, press: shuffle },
  ];

  return (
    <main className="min-h-screen bg-violet-100 px-4 py-6 font-sans text-violet-950 sm:px-8">
      <div className="mx-auto max-w-6xl">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="mr-auto text-3xl font-bold">Balloons in order</h1>
          <p role="status" className="rounded-full bg-violet-950 px-4 py-1 font-semibold text-white">
            {sort.phase}
          </p>
        </div>
        <Stage sort={sort} />
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {buttons.map(({ name, Icon, off, press }) => (
            <button
              key={name}
              type="button"
              disabled={off}
              onClick={press}
              className={`${ROUND} bg-white first:bg-violet-900 first:text-white hover:bg-violet-200 first:hover:bg-violet-700`}
            >
              <Icon aria-hidden="true" size={18} /> {name}
            </button>
          ))}
        </div>
        <div className="mt-6 grid gap-6 md:grid-cols-2 lg:grid-cols-3">
          <section aria-label="Numbers" className="grid content-start gap-1 text-lg">
            <p className="font-bold">{`Comparisons: ${sort.comparisons}`}</p>
            <p className="font-bold">{`Swaps: ${sort.swaps}`}</p>
            <p>{`${sort.discs.length} values`}</p>
            <p className="wrap-anywhere">{`Values: ${sort.discs.map((disc) => disc.value).join(", ")}`}</p>
          </section>
          <section aria-label="Rule" className="grid content-start gap-2">
            <label htmlFor="kind" className="font-bold">
              Algorithm
            </label>
            <select id="kind" value={sort.kind} onChange={chooseKind} className={INPUT}>
              {KINDS.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
            {RULES[sort.kind].map((text, index) => (
              <p
                key={text}
                className={`rounded-lg px-3 py-1 ${index === sort.rule ? "bg-fuchsia-200 font-semibold" : ""}`}
              >
                {text}
              </p>
            ))}
          </section>
          <section aria-label="Settings" className="grid content-start gap-3 md:col-span-2 lg:col-span-1">
            <label className="grid grid-cols-[4rem_1fr] items-center font-bold">
              Size
              <input type="range" min={5} max={30} value={size} onChange={chooseSize} className="accent-fuchsia-700" />
            </label>
            <label className="grid grid-cols-[4rem_1fr] items-center font-bold">
              Speed
              <input
                type="range"
                min={1}
                max={10}
                value={speed}
                onChange={(event) => setSpeed(Number(event.target.value))}
                className="accent-fuchsia-700"
              />
            </label>
            <form onSubmit={takeNumbers} noValidate className="grid gap-1">
              <label htmlFor="typed" className="font-bold">
                Own numbers
              </label>
              <div className="flex gap-2">
                <input
                  id="typed"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  aria-invalid={refused}
                  aria-describedby="refusal"
                  autoComplete="off"
                  className={`${INPUT} w-full min-w-0`}
                />
                <button type="submit" className={`${ROUND} shrink-0 bg-white`}>
                  Use numbers
                </button>
              </div>
              <p id="refusal" role="alert" className="font-semibold text-rose-800">
                {refused ? "Enter 2 to 30 numbers from 1 to 99" : ""}
              </p>
            </form>
          </section>
        </div>
      </div>
    </main>
  );
}
