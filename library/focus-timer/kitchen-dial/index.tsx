import { useEffect, useReducer, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { Pause, Play, RotateCcw, SkipForward } from "lucide-react";

type Phase = "Work" | "Break";
type Status = "Ready" | "Running" | "Paused";
type Lengths = Record<Phase, number>;
type Entry = { id: number; phase: Phase; minutes: number };
type State = { phase: Phase; status: Status; left: number; lengths: Lengths; log: Entry[]; nextId: number };
type Action =
  | { type: "start" }
  | { type: "pause" }
  | { type: "reset" }
  | { type: "skip" }
  | { type: "tick"; seconds: number }
  | { type: "lengths"; lengths: Lengths }
  | { type: "clear" };

const LIMITS: Lengths = { Work: 60, Break: 30 };
const NORMAL_TICK = { every: 1000, seconds: 1 };
const QUICK_TICK = { every: 50, seconds: 3 };
const FACE_RADIUS = 78;
const OPENING: State = {
  phase: "Work",
  status: "Ready",
  left: 25 * 60,
  lengths: { Work: 25, Break: 5 },
  log: [],
  nextId: 1,
};

function prepared(state: State, phase: Phase): State {
  return { ...state, phase, status: "Ready", left: state.lengths[phase] * 60 };
}

function other(phase: Phase): Phase {
  return phase === "Work" ? "Break" : "Work";
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "start":
      return { ...state, status: "Running" };
    case "pause":
      return { ...state, status: "Paused" };
    case "reset":
      return prepared(state, state.phase);
    case "skip":
      return prepared(state, other(state.phase));
    case "tick": {
      const left = state.left - action.seconds;
      if (left > 0) return { ...state, left };
      const entry = { id: state.nextId, phase: state.phase, minutes: state.lengths[state.phase] };
      const logged = { ...state, log: [entry, ...state.log], nextId: state.nextId + 1 };
      return prepared(logged, other(state.phase));
    }
    case "lengths":
      return prepared({ ...state, lengths: action.lengths }, state.phase);
    case "clear":
      return { ...state, log: [] };
  }
}

function asClock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

function minutesFrom(text: string, phase: Phase): number | null {
  const value = Number(text);
  const isValid = Number.isInteger(value) && value >= 1 && value <= LIMITS[phase];
  return isValid ? value : null;
}

const focus = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#28524a]";
const button = `inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 text-lg font-semibold transition-colors disabled:cursor-not-allowed disabled:bg-[#e7dccb] disabled:text-[#75654f] ${focus}`;
const light = `${button} bg-[#fffaf2] text-[#3d2317] shadow-sm enabled:hover:bg-[#f6e3cb]`;

function Dial({ share, phase, children }: { share: number; phase: Phase; children: ReactNode }) {
  const round = 2 * Math.PI * FACE_RADIUS;
  return (
    <div className="relative mx-auto aspect-square w-full max-w-[29rem]">
      <svg viewBox="0 0 240 240" aria-hidden="true" className="absolute inset-0 size-full drop-shadow-xl">
        <path d="M120 22c-6-12-2-18 6-21 2 7 0 13-6 21Z" fill="#3d7a4b" />
        <path d="M120 24c-18-13-36-10-46-3 15 9 31 10 46 3Zm0 0c18-13 36-10 46-3-15 9-31 10-46 3Z" fill="#4f9560" />
        <circle cx="120" cy="130" r="108" fill={phase === "Work" ? "#cf3a24" : "#4a8a62"} />
        <circle cx="120" cy="130" r="94" fill="#fffaf2" />
        {Array.from({ length: 60 }, (_, tick) => (
          <path
            key={tick}
            d={tick % 5 === 0 ? "M120 39V48" : "M120 40V45"}
            stroke="#3d2317"
            strokeWidth={tick % 5 === 0 ? 2 : 0.8}
            transform={`rotate(${tick * 6} 120 130)`}
          />
        ))}
        <circle
          cx="120"
          cy="130"
          r={FACE_RADIUS}
          fill="none"
          stroke={phase === "Work" ? "#e2644b" : "#79b38e"}
          strokeWidth="10"
          strokeDasharray={`${round * share} ${round}`}
          transform="rotate(-90 120 130)"
        />
      </svg>
      <div className="absolute inset-x-0 top-[54%] -translate-y-1/2 text-center">{children}</div>
    </div>
  );
}

export default function KitchenDial() {
  const [state, dispatch] = useReducer(reduce, OPENING);
  const [fields, setFields] = useState<Record<Phase, string>>({ Work: "25", Break: "5" });
  const [wrong, setWrong] = useState<Phase | null>(null);
  const [isQuick, setIsQuick] = useState(false);
  const { phase, status, left, lengths, log } = state;
  const isRunning = status === "Running";
  const sessions = log.filter((entry) => entry.phase === "Work");
  const focused = sessions.reduce((sum, entry) => sum + entry.minutes, 0);

  useEffect(() => {
    if (!isRunning) return;
    const { every, seconds } = isQuick ? QUICK_TICK : NORMAL_TICK;
    const timer = setInterval(() => dispatch({ type: "tick", seconds }), every);
    return () => clearInterval(timer);
  }, [isRunning, isQuick]);

  function handleSave(event: FormEvent) {
    event.preventDefault();
    if (isRunning) return;
    const work = minutesFrom(fields.Work, "Work");
    const rest = minutesFrom(fields.Break, "Break");
    setWrong(work === null ? "Work" : rest === null ? "Break" : null);
    if (work !== null && rest !== null) dispatch({ type: "lengths", lengths: { Work: work, Break: rest } });
  }

  return (
    <main className="min-h-screen bg-[#f9e9d2] px-4 py-7 font-[family-name:Avenir,'Segoe_UI','Noto_Sans',sans-serif] text-[#3d2317]">
      <div className="mx-auto grid max-w-6xl items-start gap-8 lg:grid-cols-2 lg:gap-14">
        <section aria-labelledby="title" className="text-center">
          <h1 id="title" className="mb-4 text-2xl font-bold">
            The tomato on the desk
          </h1>
          <Dial share={left / (lengths[phase] * 60)} phase={phase}>
            <p className="text-lg font-semibold">Phase: {phase}</p>
            <p
              role="timer"
              aria-label="Time left"
              className="text-6xl leading-tight font-bold tabular-nums sm:text-7xl"
            >
              {asClock(left)}
            </p>
            <p role="status" className="text-lg">
              {status}
            </p>
          </Dial>
          <div className="mt-6 flex flex-wrap justify-center gap-3">
            <button
              type="button"
              onClick={() => dispatch({ type: isRunning ? "pause" : "start" })}
              className={`${button} w-full bg-[#b52f1b] text-white hover:bg-[#932412] sm:w-36`}
            >
              {isRunning ? <Pause size={20} aria-hidden /> : <Play size={20} aria-hidden />}
              {isRunning ? "Pause" : "Start"}
            </button>
            <button type="button" onClick={() => dispatch({ type: "reset" })} className={light}>
              <RotateCcw size={20} aria-hidden /> Reset
            </button>
            <button type="button" onClick={() => dispatch({ type: "skip" })} className={light}>
              <SkipForward size={20} aria-hidden /> Skip
            </button>
          </div>
        </section>

        <div className="grid gap-5 lg:pt-12">
          <form onSubmit={handleSave} noValidate className="rounded-3xl bg-[#fffaf2] p-6">
            <h2 className="text-xl font-bold">Lengths</h2>
            <div className="mt-3 grid grid-cols-2 gap-4">
              {(["Work", "Break"] as const).map((name) => (
                <label key={name} className="font-semibold">
                  {name} minutes
                  <input
                    type="number"
                    min={1}
                    max={LIMITS[name]}
                    value={fields[name]}
                    aria-invalid={wrong === name}
                    aria-describedby="length-hint"
                    onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
                    className={`mt-1 block h-12 w-full rounded-xl border-2 border-[#9b7f5e] bg-white px-3 text-lg font-normal aria-invalid:border-[#b52f1b] ${focus}`}
                  />
                </label>
              ))}
            </div>
            <p id="length-hint" role="alert" className="mt-2 min-h-6 font-semibold text-[#9d2613]">
              {wrong && `${wrong} minutes must be 1 to ${LIMITS[wrong]}`}
            </p>
            <div className="mt-2 flex flex-wrap items-center justify-between gap-4">
              <button
                type="submit"
                disabled={isRunning}
                className={`${button} bg-[#28524a] text-white enabled:hover:bg-[#1b3b35]`}
              >
                Save
              </button>
              <label className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  checked={isQuick}
                  onChange={(event) => setIsQuick(event.target.checked)}
                  className={`size-5 accent-[#b52f1b] ${focus}`}
                />
                Quick test
              </label>
            </div>
          </form>

          <section aria-labelledby="log-title" className="rounded-3xl bg-[#fffaf2] p-6">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h2 id="log-title" className="text-xl font-bold">
                Today's log
              </h2>
              <button
                type="button"
                disabled={log.length === 0}
                onClick={() => dispatch({ type: "clear" })}
                className={`${button} min-h-10 bg-[#f6e3cb] px-5 text-base enabled:hover:bg-[#efd3ae]`}
              >
                Clear log
              </button>
            </div>
            <div className="mt-3 flex flex-wrap gap-x-8 gap-y-1 border-y-2 border-[#f0dcc0] py-3 text-lg font-semibold">
              <p>Sessions: {sessions.length}</p>
              <p>Focused: {focused} min</p>
            </div>
            {log.length === 0 && <p className="mt-4 text-[#6b4f3d]">No sessions yet</p>}
            <ul className="mt-3 grid max-h-52 gap-2 overflow-y-auto">
              {log.map((entry) => (
                <li key={entry.id} className="flex items-center gap-3">
                  <span
                    aria-hidden="true"
                    className={`size-3 rounded-full ${entry.phase === "Work" ? "bg-[#cf3a24]" : "bg-[#4a8a62]"}`}
                  />
                  {`${entry.phase}, ${entry.minutes} min`}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
}
