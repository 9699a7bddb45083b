import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";

type Train = { platform: "Work" | "Break"; minutes: number };
type Setup = { work: number; rest: number };

const FIRST_SETUP: Setup = { work: 25, rest: 5 };
const RANGES = {
  work: { label: "Work minutes", low: 1, high: 60 },
  rest: { label: "Break minutes", low: 1, high: 30 },
};
const REFRESH_MS = 100;
const QUICK_FACTOR = 60;

function nextTrain(turn: number, setup: Setup): Train {
  return turn % 2 === 0 ? { platform: "Work", minutes: setup.work } : { platform: "Break", minutes: setup.rest };
}

function digitsOf(seconds: number): string[] {
  const whole = Math.ceil(seconds);
  const minutes = String(Math.floor(whole / 60)).padStart(2, "0");
  return [...minutes, ":", ...String(whole % 60).padStart(2, "0")];
}

function problemWith(values: { work: string; rest: string }): "work" | "rest" | null {
  for (const key of ["work", "rest"] as const) {
    const value = Number.parseFloat(values[key]);
    const { low, high } = RANGES[key];
    if (!Number.isInteger(value) || value < low || value > high) return key;
  }
  return null;
}

const amber = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#ffc933]";
const lever = `min-h-12 rounded-md bg-[#3a3d42] px-6 text-lg font-bold text-white transition-colors hover:bg-[#53575e] disabled:cursor-not-allowed disabled:bg-[#2a2c30] disabled:text-[#9a9da3] ${amber}`;

function Flap({ sign }: { sign: string }) {
  if (sign === ":") return <span className="inline-block w-[0.35em] text-center text-[#ffc933]">:</span>;
  return (
    <span className="relative mx-[0.03em] inline-block w-[0.72em] rounded-[0.08em] bg-[#26282c] text-center shadow-[inset_0_-0.05em_0_#111214] after:absolute after:inset-x-0 after:top-1/2 after:h-[0.025em] after:bg-[#0d0e10] after:content-['']">
      {sign}
    </span>
  );
}

function Departed({ trains }: { trains: Train[] }) {
  if (trains.length === 0) return <p className="px-4 py-5 text-lg text-[#c8cbd1]">No sessions yet</p>;
  return (
    <ul className="max-h-64 overflow-y-auto">
      {trains.map((train, index) => (
        <li
          key={trains.length - index}
          className="flex justify-between border-b border-[#34373c] px-4 py-2 text-lg even:bg-[#1c1e21]"
        >
          <span className={train.platform === "Work" ? "text-[#ffc933]" : "text-[#9fd8ff]"}>
            {`${train.platform}, ${train.minutes} min`}
          </span>
          <span className="text-[#c8cbd1]">completed</span>
        </li>
      ))}
    </ul>
  );
}

export default function SplitFlap() {
  const [setup, setSetup] = useState(FIRST_SETUP);
  const [drafts, setDrafts] = useState({ work: "25", rest: "5" });
  const [fault, setFault] = useState<"work" | "rest" | null>(null);
  const [turn, setTurn] = useState(0);
  const [elapsed, setElapsed] = useState(0);
  const [moving, setMoving] = useState(false);
  const [quick, setQuick] = useState(false);
  const [departed, setDeparted] = useState<Train[]>([]);
  const lastLook = useRef(0);

  const train = nextTrain(turn, setup);
  const total = train.minutes * 60;
  const remaining = Math.max(0, total - elapsed);
  const sessions = departed.filter(({ platform }) => platform === "Work");
  const focused = sessions.reduce((sum, { minutes }) => sum + minutes, 0);
  let signal = "Ready";
  if (moving) signal = "Running";
  else if (elapsed > 0) signal = "Paused";

  function park() {
    setMoving(false);
    setElapsed(0);
  }

  function skip() {
    park();
    setTurn(turn + 1);
  }

  useEffect(() => {
    if (!moving) return;
    lastLook.current = performance.now();
    const look = () => {
      const now = performance.now();
      const passed = ((now - lastLook.current) / 1000) * (quick ? QUICK_FACTOR : 1);
      lastLook.current = now;
      setElapsed((before) => before + passed);
    };
    const timer = window.setInterval(look, REFRESH_MS);
    return () => window.clearInterval(timer);
  }, [moving, quick]);

  useEffect(() => {
    if (elapsed < total) return;
    setDeparted([train, ...departed]);
    skip();
  }, [elapsed, total]);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (moving) return;
    const found = problemWith(drafts);
    setFault(found);
    if (found) return;
    setSetup({ work: Number(drafts.work), rest: Number(drafts.rest) });
    park();
  }

  return (
    <main className="min-h-screen bg-[#d9dbdf] px-3 py-5 font-[family-name:'Arial_Narrow','Roboto_Condensed',Arial,sans-serif] text-[#16181b] sm:px-6 sm:py-8">
      <div className="mx-auto max-w-6xl">
        <header className="flex flex-wrap items-center justify-between gap-3 bg-[#ffc933] px-4 py-3 sm:px-6">
          <h1 className="text-2xl font-bold">Next departure</h1>
          <label className="flex min-h-11 items-center gap-2 text-lg font-bold">
            <input
              type="checkbox"
              checked={quick}
              onChange={(event) => setQuick(event.target.checked)}
              className="size-5 accent-black focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-black"
            />
            Quick test
          </label>
        </header>

        <section aria-label="Board" className="bg-[#121315] px-4 py-6 text-white sm:px-6">
          <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
            <div
              role="timer"
              aria-label="Time left"
              className="text-[5.2rem] leading-[1.15] font-bold whitespace-nowrap sm:text-[9rem] lg:text-[12rem]"
            >
              {digitsOf(remaining).map((sign, index) => (
                <Flap key={index} sign={sign} />
              ))}
            </div>
            <div className="min-w-56 flex-1 text-xl">
              <p className="border-b border-[#34373c] py-2 text-2xl font-bold text-[#ffc933]">
                Phase: {train.platform}
              </p>
              <p role="status" className="border-b border-[#34373c] py-2">
                {signal}
              </p>
              <p className="border-b border-[#34373c] py-2">{`Sessions: ${sessions.length}`}</p>
              <p className="py-2">{`Focused: ${focused} min`}</p>
            </div>
          </div>
          <div aria-hidden="true" className="mt-5 h-2 bg-[#34373c]">
            <div className="h-full bg-[#ffc933]" style={{ width: `${(remaining / total) * 100}%` }} />
          </div>
          <div className="mt-5 flex flex-wrap gap-3">
            <button
              type="button"
              onClick={() => setMoving(!moving)}
              className={`min-h-12 w-full rounded-md bg-[#ffc933] px-6 text-lg font-bold text-black transition-colors hover:bg-[#ffdd7a] sm:w-36 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-white`}
            >
              {moving ? "Pause" : "Start"}
            </button>
            <button type="button" onClick={park} className={lever}>
              Reset
            </button>
            <button type="button" onClick={skip} className={lever}>
              Skip
            </button>
          </div>
        </section>

        <div className="grid gap-5 pt-5 md:grid-cols-2">
          <form onSubmit={handleSubmit} noValidate className="bg-white p-5">
            <h2 className="text-xl font-bold">Timetable</h2>
            <div className="mt-3 grid grid-cols-2 gap-4">
              {(["work", "rest"] as const).map((key) => (
                <label key={key} className="text-lg">
                  {RANGES[key].label}
                  <input
                    type="number"
                    min={RANGES[key].low}
                    max={RANGES[key].high}
                    value={drafts[key]}
                    aria-invalid={fault === key}
                    onChange={(event) => setDrafts({ ...drafts, [key]: event.target.value })}
                    className="mt-1 block h-12 w-full border-2 border-[#16181b] px-3 text-xl font-bold focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#0b57d0] aria-invalid:border-[#c01818] aria-invalid:bg-[#fdecec]"
                  />
                </label>
              ))}
            </div>
            <p role="alert" className="min-h-8 pt-1 text-lg font-bold text-[#b01212]">
              {fault ? `${RANGES[fault].label} must be ${RANGES[fault].low} to ${RANGES[fault].high}` : ""}
            </p>
            <button type="submit" disabled={moving} className={lever}>
              Save
            </button>
          </form>

          <section aria-labelledby="departed-title" className="bg-[#121315] pb-2 text-white">
            <div className="flex items-center justify-between gap-3 border-b-2 border-[#ffc933] px-4 py-3">
              <h2 id="departed-title" className="text-xl font-bold">
                Departed
              </h2>
              <button type="button" disabled={departed.length === 0} onClick={() => setDeparted([])} className={lever}>
                Clear log
              </button>
            </div>
            <Departed trains={departed} />
          </section>
        </div>
      </div>
    </main>
  );
}
