import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { ArrowLeft, ArrowRight, ArrowUp, Plus, X } from "lucide-react";

type Stop = { id: number; day: number; name: string; hours: number; cost: number };
type Draft = { name: string; hours: string; cost: string; day: string };
type Problems = Partial<Record<"name" | "hours" | "cost", string>>;

const DAYS = [1, 2, 3];
const FULL_DAY = 8;
const HOUR_HEIGHT = 46;
const START_BUDGET = "100";
const START_STOPS: Stop[] = [
  { id: 1, day: 1, name: "Tram ride", hours: 2, cost: 10 },
  { id: 2, day: 1, name: "Castle", hours: 3, cost: 15 },
  { id: 3, day: 2, name: "Tile museum", hours: 2, cost: 8 },
];
const EMPTY_DRAFT: Draft = { name: "", hours: "", cost: "", day: "1" };
const TINTS = [
  { block: "border-amber-500 bg-amber-100", head: "text-amber-900" },
  { block: "border-sky-500 bg-sky-100", head: "text-sky-900" },
  { block: "border-rose-400 bg-rose-100", head: "text-rose-900" },
];

const FIELD =
  "mt-1 h-11 w-full rounded-xl border border-slate-400 bg-white px-3 font-normal focus-visible:outline-2 focus-visible:outline-indigo-700 aria-invalid:border-red-700";
const ICON_BUTTON =
  "grid size-8 place-items-center rounded-full bg-white/80 text-slate-800 transition-colors hover:bg-white disabled:opacity-35 focus-visible:outline-2 focus-visible:outline-indigo-700";

function parseWhole(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}

function findProblems(draft: Draft): Problems {
  const problems: Problems = {};
  const hours = parseWhole(draft.hours);
  if (draft.name.trim() === "") problems.name = "Enter a stop name";
  if (hours === null || hours < 1 || hours > FULL_DAY) problems.hours = `Hours must be 1 to ${FULL_DAY}`;
  if (parseWhole(draft.cost) === null) problems.cost = "Cost must be 0 or more";
  return problems;
}

function sumOf(stops: Stop[]) {
  return {
    hours: stops.reduce((sum, stop) => sum + stop.hours, 0),
    cost: stops.reduce((sum, stop) => sum + stop.cost, 0),
  };
}

type IconButtonProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode };

function IconButton({ label, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className={ICON_BUTTON}
    >
      {children}
    </button>
  );
}

export default function HourBlocks() {
  const [stops, setStops] = useState(START_STOPS);
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [problems, setProblems] = useState<Problems>({});
  const [budgetText, setBudgetText] = useState(START_BUDGET);

  const total = sumOf(stops);
  const budget = parseWhole(budgetText);
  const left = budget === null ? null : budget - total.cost;

  function changeDraft(change: Partial<Draft>) {
    setDraft({ ...draft, ...change });
  }

  function handleAdd(event: FormEvent) {
    event.preventDefault();
    const found = findProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const id = Math.max(0, ...stops.map((stop) => stop.id)) + 1;
    const stop = {
      id,
      day: Number(draft.day),
      name: draft.name.trim(),
      hours: Number(draft.hours),
      cost: Number(draft.cost),
    };
    setStops([...stops, stop]);
    setDraft({ ...EMPTY_DRAFT, day: draft.day });
  }

  function handleMoveDay(moved: Stop, step: number) {
    const rest = stops.filter((stop) => stop.id !== moved.id);
    setStops([...rest, { ...moved, day: moved.day + step }]);
  }

  function handleMoveUp(moved: Stop) {
    const sameDay = stops.filter((stop) => stop.day === moved.day);
    const before = sameDay[sameDay.indexOf(moved) - 1];
    if (!before) return;
    setStops(stops.map((stop) => (stop === moved ? before : stop === before ? moved : stop)));
  }

  function handleRemove(id: number) {
    setStops(stops.filter((stop) => stop.id !== id));
  }

  function handleReset() {
    setStops(START_STOPS);
    setDraft(EMPTY_DRAFT);
    setProblems({});
    setBudgetText(START_BUDGET);
  }

  return (
    <main className="min-h-screen bg-indigo-50 font-[family-name:ui-rounded,'Segoe_UI',system-ui,sans-serif] text-slate-900">
      <div className="mx-auto max-w-7xl px-4 py-6 sm:px-8 sm:py-8">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="text-3xl font-extrabold tracking-tight text-indigo-950 sm:text-4xl">Lisbon, hour by hour</h1>
            <p className="mt-1 text-slate-700">Three days, eight good hours in each.</p>
          </div>
          <button
            type="button"
            onClick={handleReset}
            className="rounded-full border border-indigo-300 bg-white px-5 py-2 font-semibold text-indigo-900 hover:bg-indigo-100 focus-visible:outline-2 focus-visible:outline-indigo-700"
          >
            Reset trip
          </button>
        </header>

        <div className="mt-5 flex flex-wrap items-center gap-x-8 gap-y-3 rounded-2xl bg-indigo-950 px-5 py-4 text-white">
          <p role="status" className="text-xl font-bold">{`Trip total: ${total.hours} h, €${total.cost}`}</p>
          <label className="flex items-center gap-3 font-semibold sm:ml-auto">
            Budget
            <input
              inputMode="numeric"
              value={budgetText}
              onChange={(event) => setBudgetText(event.target.value)}
              aria-invalid={budget === null}
              className="h-10 w-24 rounded-lg bg-white px-3 text-slate-900 focus-visible:outline-3 focus-visible:outline-amber-400"
            />
          </label>
          <p
            role="status"
            className={`text-lg font-bold ${left !== null && left < 0 ? "text-rose-300" : "text-emerald-300"}`}
          >
            {left === null ? "Enter a budget" : left < 0 ? `€${-left} over budget` : `€${left} left`}
          </p>
        </div>

        <form onSubmit={handleAdd} noValidate className="mt-5 rounded-2xl bg-white p-5 shadow-sm">
          <div className="grid grid-cols-2 items-end gap-4 md:grid-cols-[2fr_1fr_1fr_1fr_auto]">
            <label className="col-span-2 font-semibold md:col-span-1">
              Stop name
              <input
                value={draft.name}
                maxLength={40}
                onChange={(event) => changeDraft({ name: event.target.value })}
                aria-invalid={problems.name !== undefined}
                className={FIELD}
              />
            </label>
            <label className="font-semibold">
              Hours
              <input
                inputMode="numeric"
                value={draft.hours}
                onChange={(event) => changeDraft({ hours: event.target.value })}
                aria-invalid={problems.hours !== undefined}
                className={FIELD}
              />
            </label>
            <label className="font-semibold">
              Cost
              <input
                inputMode="numeric"
                value={draft.cost}
                onChange={(event) => changeDraft({ cost: event.target.value })}
                aria-invalid={problems.cost !== undefined}
                className={FIELD}
              />
            </label>
            <label className="font-semibold">
              Day
              <select
                value={draft.day}
                onChange={(event) => changeDraft({ day: event.target.value })}
                className={FIELD}
              >
                {DAYS.map((day) => (
                  <option key={day} value={day}>{`Day ${day}`}</option>
                ))}
              </select>
            </label>
            <button
              type="submit"
              className="flex h-11 items-center justify-center gap-2 rounded-xl bg-indigo-700 px-5 font-bold text-white transition-colors hover:bg-indigo-800 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-indigo-700"
            >
              <Plus size={18} aria-hidden />
              Add stop
            </button>
          </div>
          <div role="alert" className="flex flex-wrap gap-x-6 font-semibold text-red-700">
            {Object.values(problems).map((problem) => (
              <p key={problem} className="mt-3">
                {problem}
              </p>
            ))}
          </div>
        </form>

        <div className="mt-6 grid items-start gap-5 lg:grid-cols-3">
          {DAYS.map((day) => {
            const mine = stops.filter((stop) => stop.day === day);
            const sum = sumOf(mine);
            const free = FULL_DAY - sum.hours;
            const tint = TINTS[day - 1];
            return (
              <section key={day} aria-labelledby={`heading-${day}`} className="rounded-2xl bg-white p-4 shadow-sm">
                <div className="flex items-baseline justify-between">
                  <h2 id={`heading-${day}`} className={`text-2xl font-extrabold ${tint?.head}`}>{`Day ${day}`}</h2>
                  <p className="font-semibold text-slate-700">{`${sum.hours} h, €${sum.cost}`}</p>
                </div>
                <div role="status">
                  {free < 0 && (
                    <p className="mt-2 rounded-lg bg-red-700 px-3 py-2 font-bold text-white">{`Day ${day} is too full`}</p>
                  )}
                </div>
                <ol className="mt-3 grid gap-1.5">
                  {mine.map((stop, index) => (
                    <li
                      key={stop.id}
                      style={{ minHeight: stop.hours * HOUR_HEIGHT }}
                      className={`flex flex-wrap items-start justify-between gap-2 rounded-xl border-l-8 py-1.5 pr-2 pl-3 transition-[min-height] ${tint?.block}`}
                    >
                      <div className="min-w-0 flex-1 basis-28">
                        <h3 className="font-bold break-words">{stop.name}</h3>
                        <p className="text-sm text-slate-700">{`${stop.hours} h · €${stop.cost}`}</p>
                      </div>
                      <div className="flex gap-1">
                        <IconButton
                          label={`Move up: ${stop.name}`}
                          disabled={index === 0}
                          onClick={() => handleMoveUp(stop)}
                        >
                          <ArrowUp size={17} aria-hidden />
                        </IconButton>
                        <IconButton
                          label={`Previous day: ${stop.name}`}
                          disabled={day === 1}
                          onClick={() => handleMoveDay(stop, -1)}
                        >
                          <ArrowLeft size={17} aria-hidden />
                        </IconButton>
                        <IconButton
                          label={`Next day: ${stop.name}`}
                          disabled={day === DAYS.length}
                          onClick={() => handleMoveDay(stop, 1)}
                        >
                          <ArrowRight size={17} aria-hidden />
                        </IconButton>
                        <IconButton label={`Remove: ${stop.name}`} onClick={() => handleRemove(stop.id)}>
                          <X size={17} aria-hidden />
                        </IconButton>
                      </div>
                    </li>
                  ))}
                </ol>
                {free > 0 && (
                  <div
                    style={{ height: free * HOUR_HEIGHT }}
                    className="mt-1.5 grid place-content-center rounded-xl border-2 border-dashed border-slate-300 text-center text-slate-600"
                  >
                    {mine.length === 0 && <p className="text-lg font-bold text-slate-800">Nothing planned</p>}
                    <p>{free === 1 ? "One hour free" : `${free} hours free`}</p>
                  </div>
                )}
              </section>
            );
          })}
        </div>
      </div>
    </main>
  );
}
