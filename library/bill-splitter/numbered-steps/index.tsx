import { useReducer, useRef } from "react";
import type { ReactNode } from "react";

type Person = { name: string; shares: number };
type State = { bill: string; tip: number; people: Person[]; name: string; nameError: string; roundUp: boolean };
type Action =
  | { type: "bill"; text: string }
  | { type: "tip"; percent: number }
  | { type: "name"; text: string }
  | { type: "add" }
  | { type: "shares"; index: number; by: number }
  | { type: "remove"; index: number }
  | { type: "round" }
  | { type: "reset" };

const EMPTY: State = {
  bill: "",
  tip: 0,
  people: [
    { name: "Ana", shares: 1 },
    { name: "Ben", shares: 1 },
  ],
  name: "",
  nameError: "",
  roundUp: false,
};

function addPerson(state: State): State {
  const name = state.name.trim().replace(/\s+/g, " ");
  if (!name) return { ...state, nameError: "Enter a name" };
  const same = state.people.find((person) => person.name.toLowerCase() === name.toLowerCase());
  if (same) return { ...state, nameError: `${same.name} is already on the list` };
  return { ...state, people: [...state.people, { name, shares: 1 }], name: "", nameError: "" };
}

function update(state: State, action: Action): State {
  switch (action.type) {
    case "bill":
      return { ...state, bill: action.text };
    case "tip":
      return { ...state, tip: action.percent };
    case "name":
      return { ...state, name: action.text, nameError: "" };
    case "add":
      return addPerson(state);
    case "shares": {
      const people = state.people.map((person, index) => {
        const shares = Math.max(1, Math.min(5, person.shares + action.by));
        return index === action.index ? { ...person, shares } : person;
      });
      return { ...state, people };
    }
    case "remove":
      if (state.people.length === 1) return state;
      return { ...state, people: state.people.filter((_, index) => index !== action.index) };
    case "round":
      return { ...state, roundUp: !state.roundUp };
    case "reset":
      return EMPTY;
  }
}

function readBill(text: string): { cents: number; error: string } {
  const parts = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  const cents = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? "0").padEnd(2, "0")) : 0;
  return { cents, error: text.trim() !== "" && cents === 0 ? "Enter an amount above zero" : "" };
}

function portions(total: number, state: State): number[] {
  const all = state.people.reduce((sum, person) => sum + person.shares, 0);
  const floors = state.people.map((person) => Math.floor((total * person.shares) / all));
  const spare = total - floors.reduce((sum, part) => sum + part, 0);
  const exact = floors.map((part, index) => (index < spare ? part + 1 : part));
  return state.roundUp ? exact.map((part) => 100 * Math.ceil(part / 100)) : exact;
}

function price(cents: number): string {
  return `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="border-t-4 border-neutral-900 pt-4">
      <h2 className="mb-6 flex items-baseline gap-3 font-serif text-2xl">
        <span className="text-orange-700 italic">{number}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

const FIELD =
  "w-full min-w-0 border-0 border-b-2 border-neutral-500 bg-transparent px-1 py-2 focus:border-orange-700 focus:bg-orange-50 focus:outline-none aria-invalid:border-red-700";
const LINK =
  "underline decoration-neutral-400 underline-offset-4 hover:text-orange-700 hover:decoration-orange-700 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-orange-700 disabled:no-underline disabled:opacity-40 disabled:hover:text-inherit";

export default function NumberedSteps() {
  const [state, dispatch] = useReducer(update, EMPTY);
  const nameField = useRef<HTMLInputElement>(null);
  const { cents, error } = readBill(state.bill);
  const total = cents + Math.round((cents * state.tip) / 100);
  const parts = portions(total, state);
  const collected = parts.reduce((sum, part) => sum + part, 0);
  const headcount = state.people.reduce((sum, person) => sum + person.shares, 0);

  function handleAdd() {
    dispatch({ type: "add" });
    nameField.current?.focus();
  }

  return (
    <div className="flex min-h-dvh flex-col bg-white px-5 py-8 text-neutral-900 sm:px-10 lg:px-16 lg:py-12">
      <header className="flex flex-wrap items-baseline justify-between gap-4 pb-8 lg:pb-14">
        <h1 className="font-serif text-4xl tracking-tight lg:text-6xl">Fair &amp; square</h1>
        <button type="button" className={LINK} onClick={() => dispatch({ type: "reset" })}>
          Start over
        </button>
      </header>
      <main className="grid gap-10 lg:grid-cols-[1fr_1.2fr_1.2fr] lg:gap-12">
        <Step number={1} title="The bill">
          <label htmlFor="amount-field" className="text-sm text-neutral-700">
            Bill amount
          </label>
          <input
            id="amount-field"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className={`${FIELD} font-serif text-4xl tabular-nums`}
            value={state.bill}
            aria-invalid={error !== ""}
            aria-describedby="amount-error"
            onChange={(event) => dispatch({ type: "bill", text: event.target.value })}
          />
          <p id="amount-error" role="alert" className="min-h-7 pt-1 text-sm text-red-700">
            {error}
          </p>
          <div role="group" aria-label="Tip" className="mt-3 grid grid-cols-4 border-2 border-neutral-900">
            {[0, 10, 15, 20].map((percent) => (
              <button
                key={percent}
                type="button"
                aria-pressed={state.tip === percent}
                onClick={() => dispatch({ type: "tip", percent })}
                className="border-r-2 border-neutral-900 py-2 text-sm last:border-r-0 hover:bg-neutral-100 focus-visible:outline-3 focus-visible:outline-orange-700 aria-pressed:bg-neutral-900 aria-pressed:text-white"
              >
                {percent > 0 ? `${percent}%` : "No tip"}
              </button>
            ))}
          </div>
          <label className="mt-6 flex items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-orange-700"
              checked={state.roundUp}
              onChange={() => dispatch({ type: "round" })}
            />
            Round up
          </label>
        </Step>

        <Step number={2} title="The people">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              handleAdd();
            }}
          >
            <label htmlFor="person-field" className="text-sm text-neutral-700">
              Person name
            </label>
            <div className="flex items-end gap-4">
              <input
                ref={nameField}
                id="person-field"
                type="text"
                autoComplete="off"
                maxLength={20}
                className={`${FIELD} text-xl`}
                value={state.name}
                aria-invalid={state.nameError !== ""}
                aria-describedby="person-error"
                onChange={(event) => dispatch({ type: "name", text: event.target.value })}
              />
              <button
                type="submit"
                className="shrink-0 bg-orange-700 px-4 py-2.5 text-white hover:bg-orange-800 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-orange-700"
              >
                Add person
              </button>
            </div>
            <p id="person-error" role="alert" className="min-h-7 pt-1 text-sm text-red-700">
              {state.nameError}
            </p>
          </form>
          <ul>
            {state.people.map((person, index) => (
              <li key={person.name} className="flex flex-wrap items-center gap-x-4 border-b border-neutral-300 py-3">
                <span className="min-w-20 flex-1 break-words">{person.name}</span>
                <button
                  type="button"
                  className="px-2 text-2xl hover:text-orange-700 focus-visible:outline-2 focus-visible:outline-orange-700 disabled:opacity-30"
                  disabled={person.shares === 1}
                  aria-label={`Take share from ${person.name}`}
                  onClick={() => dispatch({ type: "shares", index, by: -1 })}
                >
                  −
                </button>
                <span className="w-6 text-center font-serif text-xl">{person.shares}</span>
                <button
                  type="button"
                  className="px-2 text-2xl hover:text-orange-700 focus-visible:outline-2 focus-visible:outline-orange-700 disabled:opacity-30"
                  disabled={person.shares === 5}
                  aria-label={`Add share for ${person.name}`}
                  onClick={() => dispatch({ type: "shares", index, by: 1 })}
                >
                  +
                </button>
                <button
                  type="button"
                  className={`${LINK} text-sm`}
                  disabled={state.people.length === 1}
                  aria-label={`Remove ${person.name}`}
                  onClick={() => dispatch({ type: "remove", index })}
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
          <p className="pt-3 text-sm text-neutral-700">{`${headcount} ${headcount === 1 ? "share" : "shares"} in all`}</p>
        </Step>

        <Step number={3} title="What to collect">
          <ul className="text-lg">
            {state.people.map((person, index) => (
              <li key={person.name} className="border-b border-neutral-300 py-3">
                <p className="break-words">
                  {`${person.name} pays `}
                  <b className="float-right font-serif text-xl font-normal tabular-nums">{price(parts[index] ?? 0)}</b>
                </p>
              </li>
            ))}
          </ul>
          <p className="mt-5 text-lg font-semibold">
            Total with tip: <span className="float-right text-orange-700 tabular-nums">{price(total)}</span>
          </p>
          {state.roundUp && (
            <p className="mt-2 text-lg">
              Left over: <span className="float-right tabular-nums">{price(collected - total)}</span>
            </p>
          )}
        </Step>
      </main>
    </div>
  );
}
