import { useReducer, type ReactNode } from "react";
import { Check, Minus, Plus, RotateCcw } from "lucide-react";

const DEFAULT_SERVINGS = 4;
const LIMITS = { min: 1, max: 12 };
const PER_SERVING = 3;

/** Amounts for one serving; `one` is the singular of what is counted in pieces. */
const ITEMS = [
  { key: "apples", perServing: 75, kind: "weight", one: "" },
  { key: "flour", perServing: 50, kind: "weight", one: "" },
  { key: "sugar", perServing: 7.5, kind: "weight", one: "" },
  { key: "butter", perServing: 10, kind: "weight", one: "" },
  { key: "milk", perServing: 75, kind: "volume", one: "" },
  { key: "eggs", perServing: 0.5, kind: "count", one: "egg" },
  { key: "lemons", perServing: 0.25, kind: "count", one: "lemon" },
] as const;
type Item = (typeof ITEMS)[number];
type Key = Item["key"];

type State = { input: string; servings: number; imperial: boolean; done: Record<Key, boolean>; hiding: boolean };
type Action =
  | { type: "typed"; text: string }
  | { type: "stepped"; by: number }
  | { type: "units"; imperial: boolean }
  | { type: "ticked"; key: Key }
  | { type: "hiding"; on: boolean }
  | { type: "unticked" }
  | { type: "reset" };

const NOTHING_DONE: Record<Key, boolean> = {
  apples: false,
  flour: false,
  sugar: false,
  butter: false,
  milk: false,
  eggs: false,
  lemons: false,
};
const START: State = {
  input: String(DEFAULT_SERVINGS),
  servings: DEFAULT_SERVINGS,
  imperial: false,
  done: NOTHING_DONE,
  hiding: false,
};

function isServings(text: string): boolean {
  return /^\s*\d{1,2}\s*$/.test(text) && Number(text) >= LIMITS.min && Number(text) <= LIMITS.max;
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "typed":
      return { ...state, input: action.text, servings: isServings(action.text) ? Number(action.text) : state.servings };
    case "stepped": {
      const servings = Math.max(LIMITS.min, Math.min(LIMITS.max, state.servings + action.by));
      return { ...state, servings, input: String(servings) };
    }
    case "units":
      return { ...state, imperial: action.imperial };
    case "ticked":
      return { ...state, done: { ...state.done, [action.key]: !state.done[action.key] } };
    case "hiding":
      return { ...state, hiding: action.on };
    case "unticked":
      return { ...state, done: NOTHING_DONE };
    case "reset":
      return START;
  }
}

/** Amount and name apart, because they stand in two columns. */
function measured(item: Item, servings: number, imperial: boolean): [string, string] {
  const amount = item.perServing * servings;
  switch (item.kind) {
    case "weight":
      return [imperial ? `${(amount / 28.35).toFixed(1)} oz` : `${Math.round(amount)} g`, item.key];
    case "volume":
      return [imperial ? `${(amount / 29.57).toFixed(1)} fl oz` : `${Math.round(amount)} ml`, item.key];
    case "count":
      return [String(Math.ceil(amount)), Math.ceil(amount) === 1 ? item.one : item.key];
  }
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#ffd9a8]";
const ROUND = `grid size-14 place-items-center rounded-full border border-[#e8a15c] text-[#f3bd85] transition-colors hover:bg-[#e8a15c] hover:text-[#0e1f1a] disabled:border-[#3a554b] disabled:text-[#6f8a80] disabled:hover:bg-transparent ${RING}`;
const PILL = `flex items-center gap-2 rounded-full border border-[#4d6b60] px-5 py-2.5 text-sm font-medium transition-colors hover:bg-[#1d3a31] disabled:text-[#83998f] disabled:hover:bg-transparent ${RING}`;

const RADIUS = 92;
const ROUND_LENGTH = 2 * Math.PI * RADIUS;

function Dial({ servings, children }: { servings: number; children: ReactNode }) {
  const filled = (servings / LIMITS.max) * ROUND_LENGTH;
  return (
    <div className="relative mx-auto size-60">
      <svg aria-hidden="true" viewBox="0 0 200 200" className="absolute inset-0 -rotate-90">
        <circle cx="100" cy="100" r={RADIUS} fill="none" stroke="#24443a" strokeWidth="8" />
        <circle
          cx="100"
          cy="100"
          r={RADIUS}
          fill="none"
          stroke="#e8a15c"
          strokeWidth="8"
          strokeLinecap="round"
          strokeDasharray={`${filled} ${ROUND_LENGTH}`}
          className="transition-all duration-300"
        />
      </svg>
      <div className="absolute inset-0 grid place-content-center text-center">{children}</div>
    </div>
  );
}

export default function NightKitchen() {
  const [state, dispatch] = useReducer(reduce, START);
  const { servings, input, imperial, done, hiding } = state;
  const isWrong = !isServings(input);
  const remaining = ITEMS.filter((item) => !done[item.key]);
  const visible = hiding ? remaining : ITEMS;

  return (
    <main className="min-h-dvh bg-[#0e1f1a] text-[#f2eee3]">
      <div className="mx-auto grid max-w-6xl gap-10 px-5 py-8 sm:px-10 sm:py-12 lg:py-20 md:grid-cols-[18rem_1fr] lg:gap-20">
        <div className="flex flex-col gap-7">
          <h1 className="font-serif text-5xl leading-none text-[#f3bd85]">Apple pancakes</h1>
          <Dial servings={servings}>
            <label htmlFor="servings" className="text-sm text-[#c9d6cd]">
              Servings
            </label>
            <input
              id="servings"
              inputMode="numeric"
              autoComplete="off"
              value={input}
              onChange={(event) => dispatch({ type: "typed", text: event.target.value })}
              aria-invalid={isWrong}
              aria-describedby="servings-error"
              className={`w-32 rounded-xl bg-transparent text-center font-serif text-7xl leading-none aria-invalid:text-[#ff9e8f] ${RING}`}
            />
            <p role="status" className="mt-1 text-sm text-[#c9d6cd]">{`Pancakes: ${servings * PER_SERVING}`}</p>
          </Dial>
          <div className="flex justify-center gap-6">
            <button
              type="button"
              aria-label="Fewer servings"
              disabled={servings <= LIMITS.min}
              onClick={() => dispatch({ type: "stepped", by: -1 })}
              className={ROUND}
            >
              <Minus aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label="More servings"
              disabled={servings >= LIMITS.max}
              onClick={() => dispatch({ type: "stepped", by: 1 })}
              className={ROUND}
            >
              <Plus aria-hidden="true" />
            </button>
          </div>
          <p id="servings-error" role="alert" className="text-center font-semibold text-[#ff9e8f] empty:hidden">
            {isWrong ? "Enter a whole number from 1 to 12" : null}
          </p>
          <fieldset className="grid grid-cols-2 rounded-full bg-[#1d3a31] p-1">
            <legend className="sr-only">Units</legend>
            {["Metric", "Imperial"].map((name) => (
              <label
                key={name}
                className="cursor-pointer rounded-full py-2.5 text-center transition-colors has-checked:bg-[#e8a15c] has-checked:font-semibold has-checked:text-[#0e1f1a] has-focus-visible:outline-3 has-focus-visible:outline-[#ffd9a8]"
              >
                <input
                  type="radio"
                  name="units"
                  className="sr-only"
                  checked={imperial === (name === "Imperial")}
                  onChange={() => dispatch({ type: "units", imperial: name === "Imperial" })}
                />
                {name}
              </label>
            ))}
          </fieldset>
        </div>

        <section aria-labelledby="list-title" className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-3 pb-4">
            <h2 id="list-title" className="text-2xl font-semibold">
              Shopping list
            </h2>
            <p role="status" className="text-lg text-[#f3bd85]">
              {remaining.length > 0 ? `To buy: ${remaining.length}` : "Everything is ticked"}
            </p>
          </div>
          <ul className="border-t border-[#2f5146]">
            {visible.map((item) => {
              const [amount, name] = measured(item, servings, imperial);
              return (
                <li key={item.key} className="border-b border-[#2f5146]">
                  <label className="grid min-h-17 cursor-pointer grid-cols-[2rem_7.5rem_1fr] items-center px-2 text-xl transition-colors hover:bg-[#15302a] has-checked:text-[#93aba0] has-checked:line-through has-focus-visible:outline-3 has-focus-visible:outline-[#ffd9a8]">
                    <input
                      type="checkbox"
                      className="peer sr-only"
                      checked={done[item.key]}
                      onChange={() => dispatch({ type: "ticked", key: item.key })}
                    />
                    <span className="grid size-6 place-items-center rounded-full border border-[#8fab9f] text-transparent transition-colors peer-checked:border-[#e8a15c] peer-checked:bg-[#e8a15c] peer-checked:text-[#0e1f1a]">
                      <Check aria-hidden="true" className="size-4" strokeWidth={3} />
                    </span>
                    <span className="pr-5 text-right font-semibold tabular-nums">{amount}</span> <span>{name}</span>
                  </label>
                </li>
              );
            })}
          </ul>
          {visible.length === 0 && <p className="py-14 text-center font-serif text-2xl">Nothing left to buy</p>}
          <div className="mt-6 flex flex-wrap gap-3">
            <label className={`${PILL} cursor-pointer has-checked:bg-[#1d3a31]`}>
              <input
                type="checkbox"
                checked={hiding}
                onChange={(event) => dispatch({ type: "hiding", on: event.target.checked })}
                className="size-4 accent-[#e8a15c]"
              />
              Hide ticked
            </label>
            <button
              type="button"
              disabled={remaining.length === ITEMS.length}
              onClick={() => dispatch({ type: "unticked" })}
              className={PILL}
            >
              Untick all
            </button>
            <button type="button" onClick={() => dispatch({ type: "reset" })} className={PILL}>
              <RotateCcw aria-hidden="true" className="size-4" />
              Reset
            </button>
          </div>
        </section>
      </div>
    </main>
  );
}
