import { useReducer } from "react";
import type { KeyboardEvent, ReactNode } from "react";

/** Every unit is `value * scale + offset` of the unit that its kind is reckoned in: metres, kilograms, kelvins. */
const UNITS = {
  Metres: { symbol: "m", scale: 1, offset: 0 },
  Centimetres: { symbol: "cm", scale: 1 / 100, offset: 0 },
  Feet: { symbol: "ft", scale: 0.3048, offset: 0 },
  Inches: { symbol: "in", scale: 0.0254, offset: 0 },
  Kilograms: { symbol: "kg", scale: 1, offset: 0 },
  Grams: { symbol: "g", scale: 1 / 1000, offset: 0 },
  Pounds: { symbol: "lb", scale: 0.45359237, offset: 0 },
  Ounces: { symbol: "oz", scale: 0.028349523125, offset: 0 },
  Celsius: { symbol: "°C", scale: 1, offset: 273.15 },
  Fahrenheit: { symbol: "°F", scale: 5 / 9, offset: 459.67 * (5 / 9) },
  Kelvin: { symbol: "K", scale: 1, offset: 0 },
};
type UnitName = keyof typeof UNITS;

const KINDS = {
  Length: ["Metres", "Feet", "Centimetres", "Inches"],
  Weight: ["Kilograms", "Pounds", "Grams", "Ounces"],
  Temperature: ["Celsius", "Fahrenheit", "Kelvin"],
} satisfies Record<string, UnitName[]>;
type KindName = keyof typeof KINDS;
const KIND_NAMES: KindName[] = ["Length", "Weight", "Temperature"];

type Setup = { kind: KindName; from: UnitName; to: UnitName; typed: string };
type Line = Setup & { number: number; label: string };
type State = Setup & { decimals: number; tape: Line[]; printed: number };
type Action =
  | { type: "kind"; kind: KindName }
  | { type: "set"; change: Partial<Setup> }
  | { type: "swap" | "save" | "clear" | "restart" }
  | { type: "decimals"; by: number };

const START: Setup = { kind: "Length", from: "Metres", to: "Feet", typed: "1" };
const MOST_DECIMALS = 4;
const TAPE_LINES = 5;

type Reading = { label: string; problem: string };

function read({ kind, from, to, typed }: Setup, decimals: number): Reading {
  const value = Number(typed.replace(",", "."));
  if (typed.trim() === "" || !/^[-\d.,\s]+$/.test(typed) || Number.isNaN(value))
    return { label: "", problem: "Enter a number" };
  const absolute = value * UNITS[from].scale + UNITS[from].offset;
  if (absolute < -1e-9) {
    return { label: "", problem: kind === "Temperature" ? "Below absolute zero" : "Enter zero or more" };
  }
  const converted = (absolute - UNITS[to].offset) / UNITS[to].scale;
  const shown = Math.abs(converted) < 0.5 / 10 ** decimals ? (0).toFixed(decimals) : converted.toFixed(decimals);
  return { label: `${value} ${UNITS[from].symbol} = ${shown} ${UNITS[to].symbol}`, problem: "" };
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "kind": {
      const [from, to] = KINDS[action.kind] as [UnitName, UnitName];
      return { ...state, kind: action.kind, from, to };
    }
    case "set":
      return { ...state, ...action.change };
    case "swap":
      return { ...state, from: state.to, to: state.from };
    case "decimals":
      return { ...state, decimals: Math.min(MOST_DECIMALS, Math.max(0, state.decimals + action.by)) };
    case "save": {
      const { label, problem } = read(state, state.decimals);
      if (problem !== "") return state;
      const { kind, from, to, typed } = state;
      const line = { kind, from, to, typed, label, number: state.printed + 1 };
      return { ...state, printed: line.number, tape: [line, ...state.tape].slice(0, TAPE_LINES) };
    }
    case "clear":
      return { ...state, tape: [] };
    case "restart":
      return { ...state, ...START, decimals: 2 };
  }
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#16324f]";
const KEY = `rounded-xl bg-[#f7f5f0] px-3 py-3.5 font-semibold text-[#22262b] shadow-[0_3px_0_#a9a69d] transition-all hover:bg-white active:translate-y-0.5 active:shadow-[0_1px_0_#a9a69d] aria-pressed:bg-[#22262b] aria-pressed:text-white aria-pressed:shadow-[0_3px_0_#000] disabled:bg-[#d3d0c8] disabled:text-[#6d6b66] disabled:shadow-none ${RING}`;
const ORANGE = `rounded-xl bg-[#c2410c] px-3 py-3.5 font-semibold text-white shadow-[0_3px_0_#7c2a08] transition-all hover:bg-[#a8380a] active:translate-y-0.5 active:shadow-none disabled:bg-[#d3d0c8] disabled:text-[#6d6b66] disabled:shadow-none ${RING}`;
const SELECT = `mt-1 h-12 w-full rounded-xl bg-[#f7f5f0] px-3 font-semibold shadow-[inset_0_2px_4px_rgb(0_0_0/0.2)] ${RING}`;

type UnitListProps = { label: string; value: UnitName; kind: KindName; onPick: (unit: UnitName) => void };

function UnitList({ label, value, kind, onPick }: UnitListProps) {
  return (
    <label className="text-sm font-semibold">
      {label}
      <select value={value} onChange={(event) => onPick(event.target.value as UnitName)} className={SELECT}>
        {KINDS[kind].map((unit) => (
          <option key={unit}>{unit}</option>
        ))}
      </select>
    </label>
  );
}

type KeyButtonProps = { onPress: () => void; disabled?: boolean; children: ReactNode };

function KeyButton({ onPress, disabled = false, children }: KeyButtonProps) {
  return (
    <button type="button" onClick={onPress} disabled={disabled} className={KEY}>
      {children}
    </button>
  );
}

export default function PocketLcd() {
  const [state, dispatch] = useReducer(reduce, { ...START, decimals: 2, tape: [], printed: 0 });
  const { label, problem } = read(state, state.decimals);

  function handleKey(event: KeyboardEvent) {
    if (event.key === "Enter") dispatch({ type: "save" });
  }

  return (
    <main className="grid min-h-dvh place-items-center bg-[#3f5a6b] px-3 py-6 text-[#22262b] sm:px-8">
      <div className="grid w-full max-w-5xl items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="rounded-[2rem] bg-[#dedbd2] p-5 shadow-[0_20px_40px_rgb(0_0_0/0.4),inset_0_2px_0_#fff] sm:p-8">
          <div className="flex items-baseline justify-between gap-4">
            <h1 className="text-xl font-bold tracking-tight">Unit converter</h1>
            <p role="status" className="font-mono text-sm">{`Decimals: ${state.decimals}`}</p>
          </div>
          <div className="mt-4 rounded-2xl bg-[#22262b] p-3">
            <div className="rounded-lg bg-[#c3d1a8] px-5 py-4 font-mono text-[#1c2414] shadow-[inset_0_3px_8px_rgb(0_0_0/0.35)]">
              <label htmlFor="value" className="text-sm">
                Value
              </label>
              <input
                id="value"
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={state.typed}
                onChange={(event) => dispatch({ type: "set", change: { typed: event.target.value } })}
                onKeyDown={handleKey}
                aria-invalid={problem !== ""}
                aria-describedby="reading"
                className={`block w-full bg-transparent text-right text-4xl font-bold sm:text-5xl ${RING}`}
              />
              <p
                id="reading"
                role="status"
                className="mt-2 min-h-9 border-t border-[#1c2414] pt-2 text-right text-xl sm:text-2xl"
              >
                {problem === "" ? label : `! ${problem}`}
              </p>
            </div>
          </div>
          <div role="group" aria-label="Kind" className="mt-6 grid gap-3 sm:grid-cols-3">
            {KIND_NAMES.map((kind) => (
              <button
                key={kind}
                type="button"
                aria-pressed={state.kind === kind}
                onClick={() => dispatch({ type: "kind", kind })}
                className={KEY}
              >
                {kind}
              </button>
            ))}
          </div>
          <div className="mt-5 grid grid-cols-2 gap-4">
            <UnitList
              label="From"
              value={state.from}
              kind={state.kind}
              onPick={(from) => dispatch({ type: "set", change: { from } })}
            />
            <UnitList
              label="To"
              value={state.to}
              kind={state.kind}
              onPick={(to) => dispatch({ type: "set", change: { to } })}
            />
          </div>
          <div className="mt-6 grid grid-cols-2 gap-3 sm:grid-cols-5">
            <KeyButton disabled={state.decimals === 0} onPress={() => dispatch({ type: "decimals", by: -1 })}>
              Fewer decimals
            </KeyButton>
            <KeyButton
              disabled={state.decimals === MOST_DECIMALS}
              onPress={() => dispatch({ type: "decimals", by: 1 })}
            >
              More decimals
            </KeyButton>
            <KeyButton onPress={() => dispatch({ type: "swap" })}>Swap</KeyButton>
            <KeyButton onPress={() => dispatch({ type: "restart" })}>Start over</KeyButton>
            <button
              type="button"
              disabled={problem !== ""}
              onClick={() => dispatch({ type: "save" })}
              className={`${ORANGE} col-span-2 sm:col-span-1`}
            >
              Save
            </button>
          </div>
        </div>

        <section
          aria-labelledby="tape"
          className="bg-[#fdfcf7] px-6 pt-8 pb-6 font-mono shadow-[0_12px_24px_rgb(0_0_0/0.3)] lg:mt-10 lg:min-h-[26rem]"
        >
          <h2 id="tape" className="border-b-2 border-dashed border-[#8a8880] pb-3 text-lg font-bold">
            History
          </h2>
          {state.tape.length > 0 ? (
            <ol>
              {state.tape.map((line) => (
                <li key={line.number} className="border-b border-dashed border-[#b5b3aa]">
                  <button
                    type="button"
                    aria-label={`Use: ${line.label}`}
                    onClick={() =>
                      dispatch({
                        type: "set",
                        change: { kind: line.kind, from: line.from, to: line.to, typed: line.typed },
                      })
                    }
                    className={`w-full py-3 text-left break-words transition-colors hover:bg-[#f3ead2] ${RING}`}
                  >
                    {line.label}
                  </button>
                </li>
              ))}
            </ol>
          ) : (
            <p className="py-8 text-[#55534d]">No conversions yet</p>
          )}
          <button
            type="button"
            disabled={state.tape.length === 0}
            onClick={() => dispatch({ type: "clear" })}
            className={`mt-4 font-bold text-[#a8380a] underline underline-offset-4 hover:text-black disabled:text-[#6d6b66] disabled:no-underline ${RING}`}
          >
            Clear history
          </button>
        </section>
      </div>
    </main>
  );
}
