import { useEffect, useReducer } from "react";
import type { ReactNode } from "react";

type Flag = { name: string; code: string; meaning: string; cloth: ReactNode };
type Entry = { flag: Flag; knew: boolean };
type State = { queue: Flag[]; log: Entry[]; open: boolean; reversed: boolean };
type Action =
  | { type: "flip" }
  | { type: "answer"; knew: boolean }
  | { type: "undo" }
  | { type: "deck"; reversed: boolean }
  | { type: "review" };

const DECK: Flag[] = [
  {
    name: "Alfa",
    code: "A",
    meaning: "Diver down",
    cloth: (
      <>
        <rect width="45" height="60" fill="#f4f4ef" />
        <path d="M45 0H90L70 30 90 60H45Z" fill="#2c63c4" />
      </>
    ),
  },
  {
    name: "Hotel",
    code: "H",
    meaning: "Pilot on board",
    cloth: (
      <>
        <rect width="45" height="60" fill="#f4f4ef" />
        <rect x="45" width="45" height="60" fill="#d6303a" />
      </>
    ),
  },
  {
    name: "Oscar",
    code: "O",
    meaning: "Person overboard",
    cloth: (
      <>
        <rect width="90" height="60" fill="#f7cb2d" />
        <path d="M0 0H90V60Z" fill="#d6303a" />
      </>
    ),
  },
  {
    name: "Quebec",
    code: "Q",
    meaning: "Ship is healthy",
    cloth: <rect width="90" height="60" fill="#f7cb2d" />,
  },
  {
    name: "Uniform",
    code: "U",
    meaning: "You are in danger",
    cloth: (
      <>
        <rect width="90" height="60" fill="#f4f4ef" />
        <path d="M0 0H45V30H0ZM45 30H90V60H45Z" fill="#d6303a" />
      </>
    ),
  },
  {
    name: "Victor",
    code: "V",
    meaning: "I need help",
    cloth: (
      <>
        <rect width="90" height="60" fill="#f4f4ef" />
        <path d="M0 0 90 60M90 0 0 60" stroke="#d6303a" strokeWidth="13" />
      </>
    ),
  },
];
const OPENING: State = { queue: DECK, log: [], open: false, reversed: false };

function reduce(state: State, action: Action): State {
  const [flag, ...rest] = state.queue;
  switch (action.type) {
    case "flip":
      return flag ? { ...state, open: !state.open } : state;
    case "answer":
      if (!flag || !state.open) return state;
      return { ...state, queue: rest, log: [...state.log, { flag, knew: action.knew }], open: false };
    case "undo": {
      const last = state.log.at(-1);
      if (!last) return state;
      return { ...state, queue: [last.flag, ...state.queue], log: state.log.slice(0, -1), open: false };
    }
    case "deck":
      return { ...OPENING, queue: action.reversed ? DECK.toReversed() : DECK, reversed: action.reversed };
    case "review": {
      const missed = state.log.filter((entry) => !entry.knew).map((entry) => entry.flag);
      return { ...state, queue: missed, log: [], open: false };
    }
  }
}

const ring = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-amber-300";
const key = `min-h-12 rounded-md border px-4 font-semibold transition-colors disabled:cursor-not-allowed disabled:border-slate-700 disabled:bg-transparent disabled:text-slate-400 ${ring}`;
const quiet = `${key} border-slate-600 text-slate-200 hover:border-amber-300 hover:text-amber-200`;

function Window({ flag, open, closing }: { flag: Flag | undefined; open: boolean; closing: string }) {
  return (
    <div className="flex flex-1 flex-col overflow-hidden rounded-t-3xl rounded-b-md border-8 border-slate-800 bg-gradient-to-b from-[#0a1430] via-[#22345f] to-[#b0684c]">
      <svg
        aria-hidden="true"
        viewBox="0 0 600 420"
        preserveAspectRatio="xMidYMax slice"
        className="min-h-56 w-full flex-1"
      >
        {[40, 130, 250, 330, 470, 560].map((x, index) => (
          <circle key={x} cx={x} cy={30 + ((index * 47) % 90)} r={index % 2 ? 1.2 : 2} fill="#f8f3e0" />
        ))}
        <path d="M0 340H600V420H0Z" fill="#0c1a33" />
        <path
          d="M0 352c60-9 90 9 150 0s90 9 150 0 90 9 150 0 90 9 150 0"
          fill="none"
          stroke="#41639c"
          strokeWidth="2"
        />
        <path d="M120 0V420" stroke="#0a1226" strokeWidth="10" />
        <path d="M150 0V420" stroke="#d9d2bd" strokeWidth="2" />
        {flag && (
          <g key={flag.name} className="animate-[hoist_500ms_ease-out] motion-reduce:animate-none">
            <g transform="translate(152 90) scale(3.8)">{flag.cloth}</g>
          </g>
        )}
      </svg>
      <style>{"@keyframes hoist { from { transform: translateY(220px); opacity: 0.3; } }"}</style>
      <div role="status" className="min-h-24 bg-slate-950 px-5 py-4">
        {flag ? (
          <>
            <h2 className="text-3xl font-semibold text-white">{flag.name}</h2>
            <p className={`text-xl ${open ? "text-amber-300" : "text-slate-300"}`}>
              {open ? flag.meaning : "What does it say?"}
            </p>
          </>
        ) : (
          <>
            <h2 className="text-3xl font-semibold text-amber-300">{closing}</h2>
            <p className="text-xl text-slate-200">The watch is over.</p>
          </>
        )}
      </div>
    </div>
  );
}

export default function BridgeNight() {
  const [state, dispatch] = useReducer(reduce, OPENING);
  const { queue, log, open, reversed } = state;
  const flag = queue[0];
  const total = queue.length + log.length;
  const missed = log.filter((entry) => !entry.knew);
  const known = log.length - missed.length;
  const logTitle = flag ? "Watch log" : "Missed cards";
  const lines = flag ? log.toReversed() : missed;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key === " " && target.tagName !== "BUTTON") {
        event.preventDefault();
        dispatch({ type: "flip" });
      } else if (event.key === "ArrowRight") {
        dispatch({ type: "answer", knew: true });
      } else if (event.key === "ArrowLeft") {
        dispatch({ type: "answer", knew: false });
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <main className="min-h-screen bg-[#070c18] font-sans text-slate-200">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 lg:py-10">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-2xl font-semibold tracking-wide text-white">Night watch: signal flags</h1>
          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              aria-pressed={reversed}
              onClick={() => dispatch({ type: "deck", reversed: !reversed })}
              className={`${quiet} aria-pressed:border-amber-300 aria-pressed:bg-amber-300 aria-pressed:text-slate-950`}
            >
              Reverse order
            </button>
            <button type="button" onClick={() => dispatch({ type: "deck", reversed })} className={quiet}>
              Restart
            </button>
          </div>
        </header>

        <div className="flex flex-col gap-6 lg:flex-row">
          <Window flag={flag} open={open} closing={`You knew ${known} of ${total}`} />

          <section aria-label="Console" className="flex flex-col gap-5 rounded-md bg-slate-900 p-5 lg:w-96">
            <div>
              <p className="text-xl font-semibold text-white">
                {flag ? `Card ${log.length + 1} of ${total}` : "All cards answered"}
              </p>
              <progress
                aria-label="Progress"
                max={total}
                value={log.length}
                className="mt-3 h-2 w-full appearance-none overflow-hidden rounded bg-slate-700 [&::-webkit-progress-bar]:bg-slate-700 [&::-webkit-progress-value]:bg-amber-300 [&::-webkit-progress-value]:transition-all"
              />
              <div className="mt-4 grid grid-cols-2 gap-3">
                <p className="rounded bg-slate-800 px-3 py-2 text-emerald-300">Known: {known}</p>
                <p className="rounded bg-slate-800 px-3 py-2 text-rose-300">To repeat: {missed.length}</p>
              </div>
            </div>

            {flag && (
              <div className="grid grid-cols-2 gap-3">
                <button
                  type="button"
                  onClick={() => dispatch({ type: "flip" })}
                  className={`${key} col-span-2 border-amber-300 bg-amber-300 text-slate-950 hover:bg-amber-200`}
                >
                  Flip
                </button>
                <button
                  type="button"
                  disabled={!open}
                  onClick={() => dispatch({ type: "answer", knew: false })}
                  className={`${key} border-rose-400 text-rose-200 enabled:hover:bg-rose-950`}
                >
                  Again
                </button>
                <button
                  type="button"
                  disabled={!open}
                  onClick={() => dispatch({ type: "answer", knew: true })}
                  className={`${key} border-emerald-400 text-emerald-200 enabled:hover:bg-emerald-950`}
                >
                  Knew it
                </button>
              </div>
            )}
            {!flag && missed.length > 0 && (
              <button
                type="button"
                onClick={() => dispatch({ type: "review" })}
                className={`${key} border-amber-300 bg-amber-300 text-slate-950 hover:bg-amber-200`}
              >
                Review missed
              </button>
            )}
            <button
              type="button"
              disabled={log.length === 0}
              onClick={() => dispatch({ type: "undo" })}
              className={quiet}
            >
              Undo
            </button>

            <div className="min-h-52 flex-1 border-t border-slate-700 pt-4">
              <h2 className="text-sm font-semibold tracking-widest text-slate-300 uppercase">{logTitle}</h2>
              {lines.length === 0 && (
                <p className="mt-3 text-slate-300">
                  {flag ? "No signals answered yet." : "None. Every signal was read."}
                </p>
              )}
              {lines.length > 0 && (
                <ul aria-label={logTitle} className="mt-2 divide-y divide-slate-800">
                  {lines.map(({ flag: seen, knew }) => (
                    <li key={seen.name} className="flex items-center gap-3 py-2">
                      <svg viewBox="0 0 90 60" aria-hidden="true" className="w-9">
                        {seen.cloth}
                      </svg>
                      <span>{`${seen.name}: ${seen.meaning}`}</span>
                      <span className={`ml-auto ${knew ? "text-emerald-300" : "text-rose-300"}`}>
                        {knew ? "✓" : "✗"}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <p className="text-sm text-slate-300">Space flips. Right arrow: knew it. Left arrow: again.</p>
          </section>
        </div>
      </div>
    </main>
  );
}
