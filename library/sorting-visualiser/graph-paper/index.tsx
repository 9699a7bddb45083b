import { useEffect, useMemo, useState, type ChangeEvent, type SubmitEvent } from "react";

type Entry = { left: number; right: number; swap: [number, number] | null; words: string };
type Run = { name: string; start: number[]; at: number; playing: boolean };

const STARTING_ROW = [34, 71, 12, 58, 90, 23, 45, 66, 8, 81, 29, 52];
const WRONG_INPUT = "Enter 2 to 30 numbers from 1 to 99";

class Recorder {
  readonly entries: Entry[] = [];
  readonly row: number[];

  constructor(start: number[]) {
    this.row = [...start];
  }

  at(index: number): number {
    return this.row[index] ?? 0;
  }

  compare(left: number, right: number, swap: [number, number] | null) {
    const words = `${this.at(left)} and ${this.at(right)}: ${swap ? `swap ${this.at(swap[0])} with ${this.at(swap[1])}` : "no swap"}`;
    this.entries.push({ left, right, swap, words });
    if (swap) [this.row[swap[0]], this.row[swap[1]]] = [this.at(swap[1]), this.at(swap[0])];
  }
}

function bubble(log: Recorder) {
  let unsettled = log.row.length - 1;
  while (unsettled > 0) {
    let lastSwap = 0;
    for (let i = 0; i < unsettled; i += 1) {
      const wrong = log.at(i) > log.at(i + 1);
      if (wrong) lastSwap = i;
      log.compare(i, i + 1, wrong ? [i, i + 1] : null);
    }
    unsettled = lastSwap;
  }
}

function selection(log: Recorder) {
  const end = log.row.length - 1;
  for (let i = 0; i < end; i += 1) {
    let smallest = i;
    for (let j = i + 1; j <= end; j += 1) {
      const against = smallest;
      if (log.at(j) < log.at(smallest)) smallest = j;
      log.compare(against, j, j === end && smallest !== i ? [i, smallest] : null);
    }
  }
}

function insertion(log: Recorder) {
  for (let i = 1; i < log.row.length; i += 1) {
    let j = i;
    let moving = true;
    while (moving && j > 0) {
      moving = log.at(j - 1) > log.at(j);
      log.compare(j - 1, j, moving ? [j - 1, j] : null);
      j -= 1;
    }
  }
}

const METHODS: Record<string, (log: Recorder) => void> = {
  "Bubble sort": bubble,
  "Selection sort": selection,
  "Insertion sort": insertion,
};

function replay(start: number[], entries: Entry[]): { id: number; value: number }[] {
  const bars = start.map((value, id) => ({ id, value }));
  for (const { swap } of entries) {
    const first = swap && bars[swap[0]];
    const second = swap && bars[swap[1]];
    if (first && second) {
      bars[swap[0]] = second;
      bars[swap[1]] = first;
    }
  }
  return bars;
}

function nextRow(previous: number[], length: number): number[] {
  let seed = previous.reduce((sum, value, index) => (sum * 31 + value * (index + 3)) % 65521, 17);
  return Array.from({ length }, () => {
    seed = (seed * 1366 + 150889) % 714025;
    return 1 + (seed % 99);
  });
}

function Graph({
  bars,
  entry,
  done,
}: {
  bars: { id: number; value: number }[];
  entry: Entry | undefined;
  done: boolean;
}) {
  const width = 600 / bars.length;
  const placed = bars.map((bar, index) => ({ ...bar, index })).toSorted((a, b) => a.id - b.id);
  const colour = (index: number) => {
    if (done) return "#1f7a4d";
    return entry && (entry.left === index || entry.right === index) ? "#d9480f" : "#24427c";
  };
  return (
    <svg viewBox="0 0 600 300" preserveAspectRatio="none" className="block h-64 w-full sm:h-80" aria-hidden="true">
      {placed.map(({ id, value, index }) => (
        <rect
          key={id}
          width={width * 0.76}
          height={value * 2.9}
          y={300 - value * 2.9}
          fill={colour(index)}
          className="transition-transform duration-150 motion-reduce:transition-none"
          style={{ transform: `translateX(${(index + 0.12) * width}px)` }}
        />
      ))}
    </svg>
  );
}

const PAPER =
  "bg-[#fbfaf5] bg-[linear-gradient(#dbe4ee_1px,transparent_1px),linear-gradient(90deg,#dbe4ee_1px,transparent_1px)] bg-size-[20px_20px]";
const KEY =
  "min-w-20 grow border border-slate-800 bg-white px-3 py-2 hover:bg-orange-100 focus-visible:outline-2 focus-visible:outline-orange-700 disabled:bg-slate-100 disabled:text-slate-500";
const INPUT =
  "w-full min-w-0 border border-slate-800 bg-white px-3 py-2 focus-visible:outline-2 focus-visible:outline-orange-700";

export default function GraphPaper() {
  const [run, setRun] = useState<Run>({ name: "Bubble sort", start: STARTING_ROW, at: 0, playing: false });
  const [size, setSize] = useState(STARTING_ROW.length);
  const [speed, setSpeed] = useState(5);
  const [text, setText] = useState("");
  const [message, setMessage] = useState("");

  const entries = useMemo(() => {
    const log = new Recorder(run.start);
    METHODS[run.name]?.(log);
    return log.entries;
  }, [run.name, run.start]);
  const past = entries.slice(0, run.at);
  const bars = replay(run.start, past);
  const done = run.at >= entries.length;
  const playing = run.playing && !done;
  const state = done ? "Sorted" : playing ? "Running" : run.at > 0 ? "Paused" : "Ready";
  const record = past.map((entry, index) => ({ number: index + 1, words: entry.words })).slice(-6);

  useEffect(() => {
    if (!playing) return;
    const pause = [900, 700, 540, 420, 330, 260, 200, 150, 110, 70][speed - 1];
    const timer = setInterval(() => setRun((now) => ({ ...now, at: Math.min(now.at + 1, entries.length) })), pause);
    return () => clearInterval(timer);
  }, [playing, speed, entries.length]);

  const load = (start: number[]) => setRun((now) => ({ ...now, start, at: 0, playing: false }));
  const start = () => setRun((now) => ({ ...now, playing: true }));
  const pause = () => setRun((now) => ({ ...now, playing: false }));
  const step = () => setRun((now) => ({ ...now, playing: false, at: Math.min(now.at + 1, entries.length) }));
  const reset = () => setRun((now) => ({ ...now, playing: false, at: 0 }));
  const shuffle = () => load(nextRow(run.start, run.start.length));

  function seek(event: ChangeEvent<HTMLInputElement>) {
    const at = Number(event.target.value);
    setRun((now) => ({ ...now, playing: false, at }));
  }

  function resize(event: ChangeEvent<HTMLInputElement>) {
    const length = Number(event.target.value);
    setSize(length);
    load(nextRow(run.start, length));
  }

  function readNumbers(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = text.split(/[^0-9.-]+/).filter((word) => word !== "");
    const numbers = words.map(Number).filter((value) => Number.isInteger(value) && value > 0 && value < 100);
    const valid = numbers.length === words.length && words.length >= 2 && words.length <= 30;
    setMessage(valid ? "" : WRONG_INPUT);
    if (valid) load(numbers);
  }

  const keys = [
    { name: "Start", off: playing || done, press: start },
    { name: "Pause", off: !playing, press: pause },
    { name: "Step", off: done, press: step },
    { name: "Reset", off: false, press: reset },
    { name: "Shuffle", off: false, press: shuffle },
  ];
  return (
    <main className={`min-h-screen text-slate-900 ${PAPER}`}>
      <div className="mx-auto max-w-6xl px-4 py-6 font-[family-name:Trebuchet_MS,Verdana,sans-serif] sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="text-3xl font-bold text-blue-950">Sorting on graph paper</h1>
          <label className="text-sm">
            Algorithm
            <select
              className={`${INPUT} mt-1 block text-base`}
              value={run.name}
              onChange={(event) => setRun({ ...run, name: event.target.value, at: 0, playing: false })}
            >
              {Object.keys(METHODS).map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </div>
        <div className="mt-4 grid gap-5 lg:grid-cols-[1fr_17rem]">
          <div className="min-w-0">
            <figure aria-label="Bars" className="border-b-4 border-l-4 border-blue-950 px-1 pt-2">
              <Graph bars={bars} entry={past.at(-1)} done={done} />
            </figure>
            <p className="mt-2 wrap-anywhere">{`Values: ${bars.map((bar) => bar.value).join(", ")}`}</p>
          </div>
          <section aria-label="Record" className="min-h-88 border border-slate-800 bg-white p-4">
            <p role="status" className="mb-2 w-fit bg-blue-950 px-3 py-1 font-bold text-white">
              {state}
            </p>
            <p>{`Comparisons: ${run.at}`}</p>
            <p>{`Swaps: ${past.filter((entry) => entry.swap).length}`}</p>
            <p>{`${bars.length} values`}</p>
            <h2 className="mt-4 border-b border-slate-800 font-bold">Last comparisons</h2>
            {record.length === 0 && <p className="mt-2 text-slate-700">Nothing compared yet.</p>}
            {record.map(({ number, words }) => (
              <p key={number} className="mt-1 text-sm tabular-nums">{`${number}. ${words}`}</p>
            ))}
          </section>
        </div>
        <div className="mt-5 border border-slate-800 bg-white p-4">
          <label className="block text-sm">
            Timeline
            <input
              type="range"
              min={0}
              max={entries.length}
              value={run.at}
              onChange={seek}
              className="block w-full accent-orange-700"
            />
          </label>
          <div className="mt-3 flex flex-wrap gap-2 font-bold">
            {keys.map(({ name, off, press }) => (
              <button key={name} type="button" className={KEY} disabled={off} onClick={press}>
                {name}
              </button>
            ))}
          </div>
          <div className="mt-5 grid gap-5 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_2fr]">
            <label className="block text-sm">
              Size
              <input
                type="range"
                min={5}
                max={30}
                value={size}
                onChange={resize}
                className="block w-full accent-blue-900"
              />
            </label>
            <label className="block text-sm">
              Speed
              <input
                type="range"
                min={1}
                max={10}
                value={speed}
                onChange={(event) => setSpeed(Number(event.target.value))}
                className="block w-full accent-blue-900"
              />
            </label>
            <form onSubmit={readNumbers} noValidate className="sm:col-span-2 lg:col-span-1">
              <label htmlFor="row" className="text-sm">
                Own numbers
              </label>
              <div className="mt-1 flex">
                <input
                  id="row"
                  className={INPUT}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                  aria-invalid={message !== ""}
                  aria-describedby="row-message"
                  autoComplete="off"
                />
                <button type="submit" className={`${KEY} shrink-0 border-l-0`}>
                  Use numbers
                </button>
              </div>
              <p id="row-message" role="alert" className="mt-1 font-bold text-red-800">
                {message}
              </p>
            </form>
          </div>
        </div>
      </div>
    </main>
  );
}
