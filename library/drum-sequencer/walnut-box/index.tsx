import { useEffect, useReducer } from "react";
import type { ReactNode } from "react";

type Pattern = boolean[][];
type State = { pattern: Pattern; bpm: number; step: number; loops: number; playing: boolean };
type Action =
  | { type: "toggle"; row: number; column: number }
  | { type: "clear"; row: number }
  | { type: "preset"; name: string }
  | { type: "tempo"; bpm: number }
  | { type: "tick" }
  | { type: "play" }
  | { type: "stop" }
  | { type: "reset" };

const ROWS = ["Kick", "Snare", "Hi-hat", "Clap"];
const STEPS = 8;
const SLOWEST = 60;
const FASTEST = 180;
const TEMPO_JUMP = 10;
const STEPS_PER_BEAT = 2;

function patternOf(...lines: string[]): Pattern {
  return lines.map((line) => Array.from(line, (mark) => mark === "x"));
}

const PRESETS: Record<string, Pattern> = {
  Rock: patternOf("x...x...", "..x...x.", "xxxxxxxx", "........"),
  House: patternOf("x.x.x.x.", "........", ".x.x.x.x", "..x...x."),
  Empty: patternOf("........", "........", "........", "........"),
};
const OPENING: State = { pattern: PRESETS.Rock ?? [], bpm: 120, step: 0, loops: 0, playing: false };

function samePattern(a: Pattern, b: Pattern): boolean {
  return a.every((line, row) => line.every((hit, column) => hit === b[row]?.[column]));
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "toggle": {
      const flip = (hit: boolean, column: number) => (column === action.column ? !hit : hit);
      return { ...state, pattern: state.pattern.map((line, row) => (row === action.row ? line.map(flip) : line)) };
    }
    case "clear":
      return {
        ...state,
        pattern: state.pattern.map((line, row) => (row === action.row ? line.map(() => false) : line)),
      };
    case "preset":
      return { ...state, pattern: PRESETS[action.name] ?? state.pattern };
    case "tempo":
      return { ...state, bpm: Math.min(FASTEST, Math.max(SLOWEST, action.bpm)) };
    case "tick": {
      const wraps = state.step === STEPS;
      return { ...state, step: wraps ? 1 : state.step + 1, loops: wraps ? state.loops + 1 : state.loops };
    }
    case "play":
      return { ...state, playing: true };
    case "stop":
      return { ...state, playing: false, step: 0, loops: 0 };
    case "reset":
      return OPENING;
  }
}

const ring = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#1a4f8b]";
const knob = `min-h-12 rounded-lg border-b-4 border-black/40 bg-[#3a3531] px-5 font-semibold text-[#f8efdc] transition-colors hover:bg-[#554d46] active:border-b-2 disabled:cursor-not-allowed disabled:border-b-0 disabled:bg-[#cdbf9f] disabled:text-[#6a5c42] ${ring}`;
const capColours = ["bg-[#c9502c]", "bg-[#c9502c]", "bg-[#d98e1f]", "bg-[#d98e1f]"];

function Display({ children }: { children: ReactNode }) {
  return (
    <p className="rounded bg-[#241a10] px-3 py-2 font-mono text-lg whitespace-nowrap text-[#ffb347] shadow-[inset_0_2px_6px_black]">
      {children}
    </p>
  );
}

function Lamps({ step }: { step: number }) {
  return (
    <div aria-hidden="true" className="grid grid-cols-8 gap-1.5 sm:gap-3">
      {Array.from({ length: STEPS }, (_, column) => (
        <span
          key={column}
          className={`mx-auto size-3.5 rounded-full border border-black/50 ${column + 1 === step ? "bg-[#ff4326] shadow-[0_0_10px_3px_#ff6a3d]" : "bg-[#5c2a1e]"}`}
        />
      ))}
    </div>
  );
}

export default function WalnutBox() {
  const [state, dispatch] = useReducer(reduce, OPENING);
  const { pattern, bpm, step, loops, playing } = state;
  const hits = pattern.flat().filter(Boolean).length;
  const preset = Object.keys(PRESETS).find((name) => samePattern(pattern, PRESETS[name] ?? [])) ?? "Custom";
  const sounding = ROWS.filter((_, row) => pattern[row]?.[step - 1]);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => dispatch({ type: "tick" }), 60_000 / bpm / STEPS_PER_BEAT);
    return () => clearInterval(timer);
  }, [playing, bpm]);

  return (
    <main className="grid min-h-screen place-items-center bg-[#d8c6a5] bg-[radial-gradient(circle_at_30%_10%,#efe3c8,transparent_60%)] px-3 py-6 font-sans text-[#2c2015] sm:px-6">
      <div className="w-full max-w-5xl rounded-2xl bg-[repeating-linear-gradient(92deg,#6b3f22_0_7px,#74472a_7px_11px,#613718_11px_19px)] p-3 shadow-2xl sm:px-10 sm:py-4">
        <div className="rounded-lg bg-[#efe4ca] p-4 shadow-[inset_0_0_0_2px_#c8b48c] sm:p-7">
          <header className="flex flex-wrap items-end justify-between gap-4 border-b-4 border-[#c9502c] pb-4">
            <div>
              <h1 className="text-3xl font-black tracking-tight sm:text-4xl">Rhythm Composer 8</h1>
              <p>Four voices, eight steps, two to a beat</p>
            </div>
            <label className="flex items-center gap-3 font-semibold">
              Preset
              <select
                value={preset}
                onChange={(event) => dispatch({ type: "preset", name: event.target.value })}
                className={`min-h-11 rounded border-2 border-[#3a3531] bg-[#fbf5e6] px-3 ${ring}`}
              >
                {Object.keys(PRESETS).map((name) => (
                  <option key={name}>{name}</option>
                ))}
                {preset === "Custom" && <option>Custom</option>}
              </select>
            </label>
          </header>

          <section aria-label="Display" className="mt-5 grid grid-cols-2 gap-2 sm:grid-cols-4">
            <Display>{`${bpm} BPM`}</Display>
            <Display>{`Step ${step} of ${STEPS}`}</Display>
            <Display>{`Loops: ${loops}`}</Display>
            <Display>{`Hits: ${hits}`}</Display>
          </section>

          <section aria-label="Pattern" className="mt-6 grid gap-4">
            <div className="sm:ml-24 sm:mr-28">
              <Lamps step={step} />
            </div>
            {ROWS.map((name, row) => (
              <div
                key={name}
                className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-2 sm:grid-cols-[5.25rem_1fr_6.25rem]"
              >
                <h2 className="text-lg font-bold">{name}</h2>
                <div className="order-last col-span-2 grid grid-cols-8 gap-1.5 sm:order-none sm:col-span-1 sm:gap-3">
                  {pattern[row]?.map((hit, column) => (
                    <button
                      key={column}
                      type="button"
                      aria-pressed={hit}
                      aria-label={`${name} step ${column + 1}`}
                      onClick={() => dispatch({ type: "toggle", row, column })}
                      className={`h-12 rounded-md border-b-4 border-black/30 shadow transition-colors sm:h-14 ${hit ? capColours[row] : column % 4 < 2 ? "bg-[#fffaf0]" : "bg-[#d9cdb2]"} ${column + 1 === step ? "ring-4 ring-[#3a3531]" : ""} ${ring}`}
                    />
                  ))}
                </div>
                <button
                  type="button"
                  aria-label={`Clear ${name}`}
                  disabled={!pattern[row]?.includes(true)}
                  onClick={() => dispatch({ type: "clear", row })}
                  className={`min-h-9 rounded border-2 border-[#3a3531] px-3 text-sm font-semibold hover:bg-[#dccda9] disabled:cursor-not-allowed disabled:border-[#b9a880] disabled:text-[#75684c] disabled:hover:bg-transparent ${ring}`}
                >
                  Clear
                </button>
              </div>
            ))}
          </section>

          <div className="mt-5 min-h-14 sm:min-h-7">
            <p className="font-semibold">{`Sounding: ${sounding.length === 0 ? "nothing" : sounding.join(", ")}`}</p>
            <p role="status">{hits === 0 ? "No hits yet" : ""}</p>
          </div>

          <div className="mt-4 flex flex-wrap items-end gap-3 border-t-2 border-[#c8b48c] pt-5">
            <button
              type="button"
              onClick={() => dispatch({ type: playing ? "stop" : "play" })}
              className={`${knob} min-w-28 bg-[#b23f1d] hover:bg-[#943216]`}
            >
              {playing ? "Stop" : "Play"}
            </button>
            <button type="button" disabled={playing} onClick={() => dispatch({ type: "tick" })} className={knob}>
              Advance
            </button>
            <button type="button" onClick={() => dispatch({ type: "reset" })} className={knob}>
              Reset
            </button>
            <div className="flex w-full items-end gap-3 sm:ml-auto sm:w-auto">
              <button
                type="button"
                disabled={bpm === SLOWEST}
                onClick={() => dispatch({ type: "tempo", bpm: bpm - TEMPO_JUMP })}
                className={knob}
              >
                Slower
              </button>
              <label className="min-w-0 flex-1 text-sm font-semibold sm:w-44">
                Tempo
                <input
                  type="range"
                  min={SLOWEST}
                  max={FASTEST}
                  step={5}
                  value={bpm}
                  onChange={(event) => dispatch({ type: "tempo", bpm: Number(event.target.value) })}
                  className={`mt-1 block h-6 w-full accent-[#b23f1d] ${ring}`}
                />
              </label>
              <button
                type="button"
                disabled={bpm === FASTEST}
                onClick={() => dispatch({ type: "tempo", bpm: bpm + TEMPO_JUMP })}
                className={knob}
              >
                Faster
              </button>
            </div>
          </div>
        </div>
      </div>
    </main>
  );
}
