import { useState } from "react";
import type { ChangeEvent, FormEvent } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from "recharts";

type Marks = Record<string, number>;
type UndoStep = { after: "remove" | "clear"; text: string; state: State };
type State = { names: string[]; weeks: Marks[] };

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MAX_NAMES = 8;
const INITIAL: State = { names: ["Read", "Walk", "Stretch"], weeks: [{}] };

const FRAMED =
  "border-2 border-amber-950 px-3 py-1.5 text-sm font-semibold hover:bg-amber-950 hover:text-amber-50 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-orange-700 disabled:border-amber-900/30 disabled:text-amber-900/60 disabled:hover:bg-transparent";

/** A habit's week is seven bits, Monday first. */
function hasDay(bits: number, day: number): boolean {
  return ((bits >> day) & 1) === 1;
}

function countBits(bits: number): number {
  return DAYS.filter((_, day) => hasDay(bits, day)).length;
}

function bestRun(bits: number): number {
  let rest = bits;
  let run = 0;
  while (rest > 0) {
    rest &= rest << 1;
    run += 1;
  }
  return run;
}

function replaceWeek(state: State, index: number, marks: Marks): State {
  const weeks = Array.from({ length: Math.max(state.weeks.length, index + 1) }, (_, at) => state.weeks[at] ?? {});
  weeks[index] = marks;
  return { ...state, weeks };
}

function WeekChart({ names, marks }: { names: string[]; marks: Marks }) {
  const data = DAYS.map((day, index) => ({
    day: day.slice(0, 3),
    done: names.filter((name) => hasDay(marks[name] ?? 0, index)).length,
  }));
  const summary = data.map(({ day, done }) => `${day} ${done}`).join(", ");
  return (
    <div role="img" aria-label={`Marks per day: ${summary}`} className="h-56 w-full">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 300, height: 224 }}>
        <BarChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="#d9a273" />
          <XAxis dataKey="day" tickLine={false} stroke="#6b4a3a" interval={0} fontSize={13} />
          <YAxis
            allowDecimals={false}
            domain={[0, Math.max(3, names.length)]}
            tickLine={false}
            axisLine={false}
            stroke="#6b4a3a"
            width={24}
            fontSize={13}
          />
          <Bar dataKey="done" fill="#b4532a" radius={[3, 3, 0, 0]} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type RowProps = { name: string; bits: number; onToggle: (day: number) => void; onRemove: () => void };

function HabitRow({ name, bits, onToggle, onRemove }: RowProps) {
  const run = bestRun(bits);
  return (
    <li className="border-t border-amber-900/25 py-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-lg font-semibold break-all">{name}</h3>
        <p className="text-sm">{`${countBits(bits)} of 7`}</p>
        <p className="text-sm">{`Best run: ${run} ${run === 1 ? "day" : "days"}`}</p>
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="ml-auto text-sm underline underline-offset-2 hover:text-red-800 focus-visible:outline-2 focus-visible:outline-amber-950"
        >
          Remove
        </button>
      </div>
      <div className="mt-2 grid grid-cols-7 gap-1">
        {DAYS.map((day, index) => (
          <button
            key={day}
            type="button"
            aria-label={`${name}, ${day}`}
            aria-pressed={hasDay(bits, index)}
            onClick={() => onToggle(index)}
            className="h-11 border border-amber-900/50 bg-amber-50 hover:bg-orange-200 focus-visible:outline-3 focus-visible:outline-offset-1 focus-visible:outline-amber-950 aria-pressed:border-orange-800 aria-pressed:bg-orange-800 aria-pressed:text-white"
          >
            {hasDay(bits, index) ? "✓" : ""}
          </button>
        ))}
      </div>
    </li>
  );
}

function UndoLine({ text, onUndo }: { text: string; onUndo: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-4 py-2">
      {text}
      <button type="button" onClick={onUndo} className={FRAMED}>
        Undo
      </button>
    </p>
  );
}

export default function TerracottaChart() {
  const [state, setState] = useState<State>(INITIAL);
  const [weekIndex, setWeekIndex] = useState(0);
  const [undoStep, setUndoStep] = useState<UndoStep | null>(null);
  const [newName, setNewName] = useState("");
  const [error, setError] = useState("");

  const { names } = state;
  const marks = state.weeks[weekIndex] ?? {};
  const doneCount = names.reduce((sum, name) => sum + countBits(marks[name] ?? 0), 0);
  const atLimit = names.length >= MAX_NAMES;

  function toggleDay(name: string, day: number) {
    setState((current) => {
      const week = current.weeks[weekIndex] ?? {};
      return replaceWeek(current, weekIndex, { ...week, [name]: (week[name] ?? 0) ^ (1 << day) });
    });
    setUndoStep(null);
  }

  function removeHabit(name: string) {
    setUndoStep({ after: "remove", text: `${name} is gone.`, state });
    setState((current) => ({
      names: current.names.filter((other) => other !== name),
      weeks: current.weeks.map((week) => ({ ...week, [name]: 0 })),
    }));
  }

  function clearWeek() {
    setUndoStep({ after: "clear", text: "The week is empty.", state });
    setState((current) => replaceWeek(current, weekIndex, {}));
  }

  function undo() {
    if (undoStep) setState(undoStep.state);
    setUndoStep(null);
  }

  function changeWeek(step: number) {
    setWeekIndex((index) => Math.max(0, index + step));
    setUndoStep(null);
  }

  function typeName(event: ChangeEvent<HTMLInputElement>) {
    setNewName(event.target.value);
    setError("");
  }

  function addHabit(event: FormEvent) {
    event.preventDefault();
    const name = newName.trim();
    const twin = names.find((other) => other.toLocaleLowerCase() === name.toLocaleLowerCase());
    if (atLimit) return;
    if (name.length === 0 || twin) {
      setError(twin ? `${twin} is already on your list` : "Type a habit first");
      return;
    }
    setState((current) => ({ ...current, names: [...current.names, name] }));
    setNewName("");
    setUndoStep(null);
  }

  return (
    <main className="min-h-dvh bg-orange-100 text-amber-950 md:grid md:grid-cols-[3fr_2fr]">
      <section aria-labelledby="page-title" className="px-4 py-6 sm:px-8 lg:px-14 lg:py-12">
        <h1 id="page-title" className="font-serif text-4xl font-bold lg:text-5xl">
          Little by little
        </h1>
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <button type="button" className={FRAMED} disabled={weekIndex === 0} onClick={() => changeWeek(-1)}>
            Previous week
          </button>
          <h2 aria-live="polite" className="font-serif text-xl font-bold">{`Week ${weekIndex + 1}`}</h2>
          <button type="button" className={FRAMED} onClick={() => changeWeek(1)}>
            Next week
          </button>
        </div>

        <div aria-hidden="true" className="mt-6 grid grid-cols-7 gap-1 pb-2 text-center text-sm">
          {DAYS.map((day) => (
            <span key={day}>{day.slice(0, 3)}</span>
          ))}
        </div>
        {names.length === 0 ? (
          <p className="border-y border-amber-900/25 py-12 text-center font-serif text-xl">No habits yet</p>
        ) : (
          <ul>
            {names.map((name) => (
              <HabitRow
                key={name}
                name={name}
                bits={marks[name] ?? 0}
                onToggle={(day) => toggleDay(name, day)}
                onRemove={() => removeHabit(name)}
              />
            ))}
          </ul>
        )}
        <div role="status">{undoStep?.after === "remove" && <UndoLine text={undoStep.text} onUndo={undo} />}</div>
        <form noValidate onSubmit={addHabit} className="mt-4">
          <label htmlFor="name-field" className="font-semibold">
            New habit
          </label>
          <div className="mt-1 flex">
            <input
              id="name-field"
              type="text"
              maxLength={24}
              autoComplete="off"
              value={newName}
              onChange={typeName}
              aria-invalid={error !== ""}
              aria-describedby="name-error"
              className="w-full min-w-0 border-2 border-amber-950 bg-amber-50 px-3 py-2.5 focus-visible:outline-3 focus-visible:outline-orange-700 aria-invalid:border-red-800"
            />
            <button
              type="submit"
              disabled={atLimit}
              className="shrink-0 bg-amber-950 px-5 font-semibold text-amber-50 hover:bg-amber-900 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-orange-700 disabled:bg-amber-900/30 disabled:text-amber-950/70"
            >
              Add habit
            </button>
          </div>
          <p id="name-error" role="alert" className="mt-1 min-h-6 font-semibold text-red-800">
            {atLimit ? "8 habits is the limit" : error}
          </p>
        </form>
      </section>

      <aside aria-label="This week" className="bg-orange-200 px-4 py-6 sm:px-8 lg:px-12 lg:py-14">
        <p className="font-serif text-2xl font-bold">{`Done this week: ${doneCount} of ${names.length * DAYS.length}`}</p>
        <div className="mt-6">
          <WeekChart names={names} marks={marks} />
        </div>
        <button type="button" onClick={clearWeek} className={`mt-6 ${FRAMED}`}>
          Clear week
        </button>
        <div role="status" className="mt-5 min-h-11">
          {undoStep?.after === "clear" && <UndoLine text={undoStep.text} onUndo={undo} />}
        </div>
      </aside>
    </main>
  );
}
