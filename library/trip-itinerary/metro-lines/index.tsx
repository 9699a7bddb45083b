import { useReducer, useState } from "react";
import type { Dispatch, FormEvent } from "react";

type Stop = { name: string; hours: number; cost: number };
type Action =
  | { type: "add"; line: number; stop: Stop }
  | { type: "remove" | "up"; line: number; index: number }
  | { type: "transfer"; line: number; index: number; to: number }
  | { type: "reset" };

const MOST_HOURS = 8;
const FIRST_PLAN: Stop[][] = [
  [
    { name: "Tram ride", hours: 2, cost: 10 },
    { name: "Castle", hours: 3, cost: 15 },
  ],
  [{ name: "Tile museum", hours: 2, cost: 8 }],
  [],
];
const LINES = [
  { badge: "bg-red-700", rail: "bg-red-700", ring: "border-red-700" },
  { badge: "bg-blue-800", rail: "bg-blue-800", ring: "border-blue-800" },
  { badge: "bg-green-800", rail: "bg-green-800", ring: "border-green-800" },
];
const BOX =
  "block h-12 w-full border-2 border-neutral-900 bg-white px-3 text-lg focus-visible:outline-4 focus-visible:outline-yellow-500 aria-invalid:border-red-700";
const SMALL =
  "border border-neutral-500 bg-white px-2 py-1 text-sm font-bold hover:border-neutral-900 hover:bg-yellow-200 disabled:border-neutral-300 disabled:bg-white disabled:text-neutral-400 focus-visible:outline-4 focus-visible:outline-yellow-500";

function replaceLine(plan: Stop[][], line: number, stops: Stop[]): Stop[][] {
  return plan.map((old, index) => (index === line ? stops : old));
}

function reduce(plan: Stop[][], action: Action): Stop[][] {
  if (action.type === "reset") return FIRST_PLAN;
  const stops = plan[action.line] ?? [];
  switch (action.type) {
    case "add":
      return replaceLine(plan, action.line, [...stops, action.stop]);
    case "remove":
      return replaceLine(plan, action.line, stops.toSpliced(action.index, 1));
    case "up":
      return replaceLine(plan, action.line, swapWithPrevious(stops, action.index));
    case "transfer": {
      const moved = stops.slice(action.index, action.index + 1);
      const left = replaceLine(plan, action.line, stops.toSpliced(action.index, 1));
      return replaceLine(left, action.to, [...(plan[action.to] ?? []), ...moved]);
    }
  }
}

function swapWithPrevious(stops: Stop[], index: number): Stop[] {
  const [before, moved] = stops.slice(index - 1, index + 1);
  return before && moved ? stops.toSpliced(index - 1, 2, moved, before) : stops;
}

const hoursOf = (stops: Stop[]) => stops.reduce((sum, { hours }) => sum + hours, 0);
const costOf = (stops: Stop[]) => stops.reduce((sum, { cost }) => sum + cost, 0);
const lengthAndPrice = (stops: Stop[]) => `${hoursOf(stops)} h, €${costOf(stops)}`;

function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number.parseInt(text, 10) : Number.NaN;
}

function complaintAbout(name: string, hours: number, cost: number): string {
  if (name === "") return "Enter a stop name";
  if (!(hours >= 1 && hours <= MOST_HOURS)) return `Hours must be 1 to ${MOST_HOURS}`;
  return cost >= 0 ? "" : "Cost must be 0 or more";
}

type LineProps = { line: number; stops: Stop[]; lastLine: number; dispatch: Dispatch<Action> };

function MetroLine({ line, stops, lastLine, dispatch }: LineProps) {
  const look = LINES[line];
  const title = `Day ${line + 1}`;
  const free = MOST_HOURS - hoursOf(stops);
  return (
    <section aria-label={title} className="border-t-2 border-neutral-900 py-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className={`px-4 py-1 text-2xl font-bold text-white ${look?.badge}`}>{title}</h2>
        <p className="text-xl font-bold">{lengthAndPrice(stops)}</p>
        <p role="status" className="bg-yellow-300 font-bold">
          {free < 0 && <span className="block px-3 py-1">{`${title} is too full`}</span>}
        </p>
      </div>
      {stops.length === 0 ? (
        <div className="relative mt-6 py-3">
          <span aria-hidden="true" className="absolute inset-x-0 top-1/2 border-t-4 border-dotted border-neutral-400" />
          <p className="relative inline-block bg-white pr-4 text-lg">Nothing planned</p>
        </div>
      ) : (
        <ol className="mt-6 grid grid-cols-1 gap-y-5 sm:flex sm:flex-wrap">
          {stops.map((stop, index) => (
            <li
              key={`${index} ${stop.name}`}
              style={{ flexGrow: stop.hours }}
              className="relative pl-10 sm:basis-64 sm:pt-10 sm:pr-4 sm:pl-0"
            >
              <span
                aria-hidden="true"
                className={`absolute top-0 -bottom-5 left-2.5 w-2.5 sm:top-2.5 sm:right-0 sm:bottom-auto sm:left-0 sm:h-2.5 sm:w-auto ${look?.rail}`}
              />
              <span
                aria-hidden="true"
                className={`absolute top-0 left-0 size-7 rounded-full border-[6px] bg-white ${look?.ring}`}
              />
              <h3 className="text-xl leading-tight font-bold break-words">{stop.name}</h3>
              <p className="mb-2 text-neutral-700">{`${stop.hours} h, €${stop.cost}`}</p>
              <div className="flex flex-wrap gap-1.5">
                <button
                  type="button"
                  className={SMALL}
                  aria-label={`Move up: ${stop.name}`}
                  disabled={index === 0}
                  onClick={() => dispatch({ type: "up", line, index })}
                >
                  Up
                </button>
                <button
                  type="button"
                  className={SMALL}
                  aria-label={`Previous day: ${stop.name}`}
                  disabled={line === 0}
                  onClick={() => dispatch({ type: "transfer", line, index, to: line - 1 })}
                >
                  Previous
                </button>
                <button
                  type="button"
                  className={SMALL}
                  aria-label={`Next day: ${stop.name}`}
                  disabled={line === lastLine}
                  onClick={() => dispatch({ type: "transfer", line, index, to: line + 1 })}
                >
                  Next
                </button>
                <button
                  type="button"
                  className={SMALL}
                  aria-label={`Remove: ${stop.name}`}
                  onClick={() => dispatch({ type: "remove", line, index })}
                >
                  Remove
                </button>
              </div>
            </li>
          ))}
          {free > 0 && (
            <li style={{ flexGrow: free }} className="relative pl-10 text-neutral-700 sm:basis-24 sm:pt-10 sm:pl-0">
              <span
                aria-hidden="true"
                className="absolute top-0 bottom-0 left-3 border-l-4 border-dotted border-neutral-400 sm:top-3 sm:right-0 sm:bottom-auto sm:left-0 sm:border-t-4 sm:border-l-0"
              />
              {`${free} h free`}
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

export default function MetroLines() {
  const [plan, dispatch] = useReducer(reduce, FIRST_PLAN);
  const [name, setName] = useState("");
  const [hours, setHours] = useState("");
  const [cost, setCost] = useState("");
  const [line, setLine] = useState(0);
  const [budget, setBudget] = useState("100");
  const [complaint, setComplaint] = useState("");

  const everything = plan.flat();
  const remaining = wholeNumber(budget) - costOf(everything);

  function addStop(event: FormEvent) {
    event.preventDefault();
    const stop = { name: name.trim(), hours: wholeNumber(hours), cost: wholeNumber(cost) };
    const wrong = complaintAbout(stop.name, stop.hours, stop.cost);
    setComplaint(wrong);
    if (wrong !== "") return;
    dispatch({ type: "add", line, stop });
    setName("");
    setHours("");
    setCost("");
  }

  function resetTrip() {
    dispatch({ type: "reset" });
    setName("");
    setHours("");
    setCost("");
    setLine(0);
    setBudget("100");
    setComplaint("");
  }

  function budgetWords(): string {
    if (Number.isNaN(remaining)) return "Enter a budget";
    return remaining < 0 ? `€${Math.abs(remaining)} over budget` : `€${remaining} left`;
  }

  return (
    <main className="min-h-screen bg-white font-[family-name:Helvetica,Arial,sans-serif] text-neutral-900">
      <div className="mx-auto max-w-6xl px-5 py-7 lg:px-8">
        <header className="flex flex-wrap items-center justify-between gap-4 pb-6">
          <h1 className="text-4xl font-bold tracking-tighter sm:text-6xl">Lisbon lines</h1>
          <button type="button" onClick={resetTrip} className={`${SMALL} px-4 py-2 text-base`}>
            Reset trip
          </button>
        </header>
        <div className="grid gap-x-8 gap-y-4 border-t-[10px] border-neutral-900 py-5 md:grid-cols-[1fr_auto]">
          <p role="status" className="text-2xl font-bold sm:text-3xl">{`Trip total: ${lengthAndPrice(everything)}`}</p>
          <div className="flex flex-wrap items-center gap-3">
            <label htmlFor="budget" className="font-bold">
              Budget
            </label>
            <div className="w-28">
              <input
                id="budget"
                inputMode="numeric"
                className={BOX}
                value={budget}
                onChange={(e) => setBudget(e.target.value)}
              />
            </div>
            <p role="status" className={`text-xl font-bold ${remaining < 0 ? "text-red-700" : ""}`}>
              {budgetWords()}
            </p>
          </div>
        </div>
        <form onSubmit={addStop} noValidate aria-label="New stop" className="pb-3">
          <div className="grid grid-cols-2 items-end gap-4 bg-yellow-300 p-5 md:grid-cols-[3fr_1fr_1fr_1.3fr_auto]">
            <label className="col-span-2 block font-bold md:col-span-1">
              Stop name
              <input className={BOX} value={name} maxLength={40} onChange={(e) => setName(e.target.value)} />
            </label>
            <label className="block font-bold">
              Hours
              <input className={BOX} value={hours} inputMode="numeric" onChange={(e) => setHours(e.target.value)} />
            </label>
            <label className="block font-bold">
              Cost
              <input className={BOX} value={cost} inputMode="numeric" onChange={(e) => setCost(e.target.value)} />
            </label>
            <label className="block font-bold">
              Day
              <select className={BOX} value={line} onChange={(e) => setLine(Number(e.target.value))}>
                {plan.map((_, index) => (
                  <option key={index} value={index}>{`Day ${index + 1}`}</option>
                ))}
              </select>
            </label>
            <button
              type="submit"
              className="h-12 bg-neutral-900 px-6 text-lg font-bold text-white hover:bg-neutral-700 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-800"
            >
              Add stop
            </button>
          </div>
          <p role="alert" className="mt-2 min-h-7 text-lg font-bold text-red-700">
            {complaint}
          </p>
        </form>
        {plan.map((stops, index) => (
          <MetroLine key={index} line={index} stops={stops} lastLine={plan.length - 1} dispatch={dispatch} />
        ))}
      </div>
    </main>
  );
}
