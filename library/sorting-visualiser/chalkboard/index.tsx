import { useEffect, useMemo, useState, type ReactNode, type SubmitEvent } from "react";

const ALGORITHMS = ["Bubble sort", "Selection sort", "Insertion sort"] as const;
type Algorithm = (typeof ALGORITHMS)[number];
type Frame = { values: number[]; pair: number[]; comparisons: number; swaps: number };

const IDEAS: Record<Algorithm, string> = {
  "Bubble sort": "Neighbours are compared; the larger one moves to the right.",
  "Selection sort": "The smallest value of the rest is found and put in front.",
  "Insertion sort": "Each value walks left until it meets a smaller one.",
};
const FIRST_SEED = 4;

function makeRow(size: number, seed: number): number[] {
  let state = seed * 7919;
  return Array.from({ length: size }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return 5 + Math.floor((state / 2147483648) * 94);
  });
}

function recordRun(algorithm: Algorithm, start: number[]): Frame[] {
  const row = [...start];
  const frames: Frame[] = [{ values: start, pair: [], comparisons: 0, swaps: 0 }];
  let swaps = 0;
  const isLess = (a: number, b: number) => (row[a] ?? 0) < (row[b] ?? 0);
  const swap = (a: number, b: number) => {
    [row[a], row[b]] = [row[b] ?? 0, row[a] ?? 0];
    swaps += 1;
  };
  const record = (...pair: number[]) => {
    frames.push({ values: [...row], pair, comparisons: frames.length, swaps });
  };

  for (let pass = 1; pass < row.length; pass += 1) {
    if (algorithm === "Bubble sort") {
      for (let at = 1; at <= row.length - pass; at += 1) {
        if (isLess(at, at - 1)) swap(at - 1, at);
        record(at - 1, at);
      }
    } else if (algorithm === "Selection sort") {
      let smallest = pass - 1;
      for (let at = pass; at < row.length; at += 1) {
        if (isLess(at, smallest)) smallest = at;
        if (at === row.length - 1 && smallest !== pass - 1) swap(pass - 1, smallest);
        record(smallest, at);
      }
    } else {
      for (let at = pass; at > 0; at -= 1) {
        const moves = isLess(at, at - 1);
        if (moves) swap(at - 1, at);
        record(at - 1, at);
        if (!moves) break;
      }
    }
  }
  return frames;
}

function parseNumbers(text: string): number[] | null {
  const numbers = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const fits = numbers.every((value) => Number.isInteger(value) && value >= 1 && value <= 99);
  return fits && numbers.length >= 2 && numbers.length <= 30 ? numbers : null;
}

const CHALK =
  "rounded-full px-5 py-2 font-bold text-stone-900 hover:brightness-110 disabled:opacity-60 focus-visible:outline-3 focus-visible:outline-white";

function ChalkButton(props: { colour: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" disabled={props.disabled} onClick={props.onClick} className={`${CHALK} ${props.colour}`}>
      {props.children}
    </button>
  );
}

function Slider(props: { name: string; value: number; min: number; max: number; onChange: (value: number) => void }) {
  return (
    <label className="grid grid-cols-[3.5rem_1fr_2rem] items-center gap-2">
      {props.name}
      <input
        type="range"
        className="min-w-0 accent-yellow-200"
        min={props.min}
        max={props.max}
        value={props.value}
        onChange={(event) => props.onChange(Number(event.target.value))}
      />
      <span className="text-right tabular-nums">{props.value}</span>
    </label>
  );
}

export default function Chalkboard() {
  const [algorithm, setAlgorithm] = useState<Algorithm>("Bubble sort");
  const [seed, setSeed] = useState(FIRST_SEED);
  const [size, setSize] = useState(12);
  const [start, setStart] = useState(() => makeRow(12, FIRST_SEED));
  const [position, setPosition] = useState(0);
  const [running, setRunning] = useState(false);
  const [speed, setSpeed] = useState(5);
  const [draft, setDraft] = useState("");
  const [problem, setProblem] = useState("");

  const frames = useMemo(() => recordRun(algorithm, start), [algorithm, start]);
  const last = frames.length - 1;
  const frame = frames[Math.min(position, last)] ?? { values: start, pair: [], comparisons: 0, swaps: 0 };
  const finished = position >= last;
  const active = running && !finished;
  const state = finished ? "Sorted" : running ? "Running" : position === 0 ? "Ready" : "Paused";
  const highest = Math.max(...start);

  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setPosition((now) => now + 1), 820 - speed * 76);
    return () => clearTimeout(timer);
  }, [active, position, speed]);

  function rewind() {
    setRunning(false);
    setPosition(0);
  }

  function begin(row: number[]) {
    setStart(row);
    rewind();
  }

  function handleStep() {
    setRunning(false);
    setPosition((now) => Math.min(now + 1, last));
  }

  function handleShuffle() {
    setSeed((now) => now + 1);
    begin(makeRow(start.length, seed + 1));
  }

  function handleSize(next: number) {
    setSize(next);
    begin(makeRow(next, seed));
  }

  function handleAlgorithm(name: string) {
    setAlgorithm(ALGORITHMS.find((one) => one === name) ?? "Bubble sort");
    rewind();
  }

  function handleNumbers(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const numbers = parseNumbers(draft);
    setProblem(numbers ? "" : "Enter 2 to 30 numbers from 1 to 99");
    if (numbers) begin(numbers);
  }

  const box =
    "rounded border-2 border-white/70 bg-transparent px-3 py-2 focus-visible:outline-3 focus-visible:outline-yellow-200";
  return (
    <main className="flex min-h-screen flex-col bg-stone-300 p-2 font-serif text-lg text-white sm:p-5">
      <div className="flex grow flex-col border-12 border-amber-900 bg-[#1e3b30] p-4 shadow-xl sm:p-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
          <h1 className="text-3xl italic">How sorting works</h1>
          <p className="text-xl text-yellow-200" role="status">
            {state}
          </p>
        </div>
        <p className="mt-1 text-emerald-100">{IDEAS[algorithm]}</p>
        <figure aria-label="Bars" className="mt-4 flex h-72 grow items-end gap-0.5 border-b-2 border-white sm:gap-1.5">
          {frame.values.map((value, index) => (
            <div key={index} className="flex h-full min-w-0 grow basis-0 flex-col justify-end text-center">
              <span className={start.length > 15 ? "hidden text-sm lg:block" : "text-sm sm:text-base"}>{value}</span>
              <div
                className={`rounded-t border-2 border-b-0 ${finished ? "border-lime-300 bg-lime-300/40" : frame.pair.includes(index) ? "border-yellow-200 bg-yellow-200/70" : "border-white bg-white/20"}`}
                style={{ height: `${(value / highest) * 86}%` }}
              />
            </div>
          ))}
        </figure>
        <div className="mt-3 flex flex-wrap gap-x-8 gap-y-1">
          <p>{`Comparisons: ${frame.comparisons}`}</p>
          <p>{`Swaps: ${frame.swaps}`}</p>
          <p>{`${start.length} values`}</p>
        </div>
        <p className="wrap-anywhere text-emerald-100">{`Values: ${frame.values.join(", ")}`}</p>
        <div className="mt-4 grid gap-5 md:grid-cols-3">
          <label className="grid content-start gap-1">
            Algorithm
            <select
              className={`${box} bg-[#1e3b30]`}
              value={algorithm}
              onChange={(event) => handleAlgorithm(event.target.value)}
            >
              {ALGORITHMS.map((name) => (
                <option key={name} className="bg-white text-black">
                  {name}
                </option>
              ))}
            </select>
          </label>
          <div className="grid content-start gap-2">
            <Slider name="Size" value={size} min={5} max={30} onChange={handleSize} />
            <Slider name="Speed" value={speed} min={1} max={10} onChange={setSpeed} />
          </div>
          <form onSubmit={handleNumbers} noValidate>
            <label htmlFor="numbers">Own numbers</label>
            <div className="mt-1 flex gap-2">
              <input
                id="numbers"
                className={`${box} w-full min-w-0`}
                value={draft}
                onChange={(event) => setDraft(event.target.value)}
                aria-invalid={problem !== ""}
                aria-describedby="problem"
                autoComplete="off"
              />
              <button type="submit" className={`${box} shrink-0 hover:bg-white/15`}>
                Use numbers
              </button>
            </div>
            <p id="problem" role="alert" className="mt-1 text-base text-rose-200">
              {problem}
            </p>
          </form>
        </div>
      </div>
      <div className="flex flex-wrap justify-center gap-3 rounded-b-lg bg-amber-900 px-4 pt-1 pb-4">
        <ChalkButton colour="bg-white" disabled={active || finished} onClick={() => setRunning(true)}>
          Start
        </ChalkButton>
        <ChalkButton colour="bg-yellow-200" disabled={!active} onClick={() => setRunning(false)}>
          Pause
        </ChalkButton>
        <ChalkButton colour="bg-sky-200" disabled={finished} onClick={handleStep}>
          Step
        </ChalkButton>
        <ChalkButton colour="bg-rose-200" onClick={rewind}>
          Reset
        </ChalkButton>
        <ChalkButton colour="bg-lime-200" onClick={handleShuffle}>
          Shuffle
        </ChalkButton>
      </div>
    </main>
  );
}
