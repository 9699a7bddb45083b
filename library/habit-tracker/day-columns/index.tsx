import { useState } from "react";
import type { ChangeEvent, FormEvent } from "react";
import { ArrowLeft, ArrowRight, Check, X } from "lucide-react";

type Habit = { name: string; paint: number };
type Past = { place: "wall" | "list"; label: string; habits: Habit[]; marked: ReadonlySet<string> };

const WEEK_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HABIT_LIMIT = 8;
const PAINTS = [
  "border-sky-700 text-sky-900 aria-pressed:bg-sky-700",
  "border-emerald-700 text-emerald-900 aria-pressed:bg-emerald-700",
  "border-fuchsia-700 text-fuchsia-900 aria-pressed:bg-fuchsia-700",
  "border-orange-700 text-orange-900 aria-pressed:bg-orange-700",
  "border-indigo-700 text-indigo-900 aria-pressed:bg-indigo-700",
  "border-rose-700 text-rose-900 aria-pressed:bg-rose-700",
  "border-teal-700 text-teal-900 aria-pressed:bg-teal-700",
  "border-yellow-700 text-yellow-900 aria-pressed:bg-yellow-700",
];
const FIRST_HABITS: Habit[] = ["Read", "Walk", "Stretch"].map((name, paint) => ({ name, paint }));

function cellKey(week: number, habit: string, day: string): string {
  return `${week}|${day}|${habit}`;
}

function readKey(key: string): { week: number; habit: string } {
  const [week, , ...habit] = key.split("|");
  return { week: Number(week), habit: habit.join("|") };
}

function longestStreak(flags: boolean[]): number {
  return flags.reduce(
    (state, isMarked) => {
      const now = isMarked ? state.now + 1 : 0;
      return { now, best: Math.max(state.best, now) };
    },
    { now: 0, best: 0 },
  ).best;
}

type PillProps = { habit: Habit; day: string; isMarked: boolean; onToggle: () => void };

function Pill({ habit, day, isMarked, onToggle }: PillProps) {
  return (
    <button
      type="button"
      aria-label={`${habit.name}, ${day}`}
      aria-pressed={isMarked}
      onClick={onToggle}
      className={`flex min-w-0 items-center gap-1.5 rounded-full border-2 bg-white px-3 py-1.5 text-left text-sm font-semibold hover:shadow-md focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-slate-900 aria-pressed:text-white lg:w-full ${PAINTS[habit.paint]}`}
    >
      <span className="truncate">{habit.name}</span>
      {isMarked && <Check aria-hidden="true" className="ml-auto size-4 shrink-0" />}
    </button>
  );
}

function UndoNote({ label, onUndo }: { label: string; onUndo: () => void }) {
  return (
    <p className="flex items-center gap-3 text-sm">
      {label}
      <button
        type="button"
        onClick={onUndo}
        className="rounded-full bg-slate-900 px-4 py-1.5 font-semibold text-white hover:bg-slate-700 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-sky-700"
      >
        Undo
      </button>
    </p>
  );
}

export default function DayColumns() {
  const [habits, setHabits] = useState<Habit[]>(FIRST_HABITS);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [week, setWeek] = useState(1);
  const [past, setPast] = useState<Past | null>(null);
  const [entry, setEntry] = useState("");
  const [complaint, setComplaint] = useState("");

  const isMarked = (habit: string, day: string) => marked.has(cellKey(week, habit, day));
  const possible = habits.length * WEEK_DAYS.length;
  const doneCount = habits.flatMap((habit) => WEEK_DAYS.filter((day) => isMarked(habit.name, day))).length;
  const isFull = habits.length === HABIT_LIMIT;

  function handleToggle(habit: string, day: string) {
    const key = cellKey(week, habit, day);
    setMarked((current) => {
      const next = new Set(current);
      if (current.has(key)) next.delete(key);
      else next.add(key);
      return next;
    });
    setPast(null);
  }

  function handleEntry(event: ChangeEvent<HTMLInputElement>) {
    setEntry(event.target.value);
    setComplaint("");
  }

  function handleAdd(event: FormEvent) {
    event.preventDefault();
    const name = entry.trim();
    const known = habits.find((habit) => habit.name.toLowerCase() === name.toLowerCase());
    if (isFull) return;
    if (name === "") {
      setComplaint("Type a habit first");
    } else if (known) {
      setComplaint(`${known.name} is already on your list`);
    } else {
      const paint = PAINTS.findIndex((_, index) => habits.every((habit) => habit.paint !== index));
      setHabits((current) => [...current, { name, paint }]);
      setEntry("");
      setComplaint("");
      setPast(null);
    }
  }

  function handleRemove(name: string) {
    setPast({ place: "list", label: `Removed ${name}.`, habits, marked });
    setHabits((current) => current.filter((habit) => habit.name !== name));
    setMarked((current) => new Set([...current].filter((key) => readKey(key).habit !== name)));
  }

  function handleClear() {
    setPast({ place: "wall", label: `Cleared week ${week}.`, habits, marked });
    setMarked((current) => new Set([...current].filter((key) => readKey(key).week !== week)));
  }

  function handleUndo() {
    if (!past) return;
    setHabits(past.habits);
    setMarked(past.marked);
    setPast(null);
  }

  function handleWeek(step: number) {
    setWeek((current) => Math.max(1, current + step));
    setPast(null);
  }

  const navigation =
    "flex items-center gap-2 rounded-full bg-white px-4 py-2 font-semibold shadow-sm hover:bg-sky-50 focus-visible:outline-3 focus-visible:outline-slate-900 disabled:bg-sky-50 disabled:text-slate-500 disabled:shadow-none";

  return (
    <main className="flex min-h-dvh flex-col gap-5 bg-sky-100 p-4 text-slate-900 sm:p-6 lg:p-8">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <h1 className="text-2xl font-extrabold lg:text-3xl">My week wall</h1>
        <p role="status" className="rounded-full bg-slate-900 px-4 py-1.5 font-semibold text-white">
          {`Done this week: ${doneCount} of ${possible}`}
        </p>
        <nav aria-label="Weeks" className="flex flex-wrap items-center gap-2 lg:ml-auto">
          <button type="button" className={navigation} disabled={week === 1} onClick={() => handleWeek(-1)}>
            <ArrowLeft aria-hidden="true" className="size-4" />
            Previous week
          </button>
          <button type="button" className={navigation} onClick={() => handleWeek(1)}>
            Next week
            <ArrowRight aria-hidden="true" className="size-4" />
          </button>
        </nav>
      </header>

      <section aria-labelledby="wall-title" className="rounded-3xl bg-white p-4 shadow-sm sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="wall-title" className="text-xl font-bold">{`Week ${week}`}</h2>
          <div role="status" className="ml-auto">
            {past?.place === "wall" && <UndoNote label={past.label} onUndo={handleUndo} />}
          </div>
          <button
            type="button"
            onClick={handleClear}
            className="rounded-full border-2 border-slate-300 px-4 py-1.5 text-sm font-semibold hover:bg-slate-100 focus-visible:outline-3 focus-visible:outline-slate-900"
          >
            Clear week
          </button>
        </div>
        <ol className="mt-4 grid gap-3 lg:grid-cols-7">
          {WEEK_DAYS.map((day) => (
            <li key={day} className="rounded-2xl bg-sky-50 p-3 lg:min-h-56">
              <h3 className="mb-2 font-bold lg:text-center">{day}</h3>
              <div className="flex flex-wrap gap-2 lg:flex-col">
                {habits.map((habit) => (
                  <Pill
                    key={habit.name}
                    habit={habit}
                    day={day}
                    isMarked={isMarked(habit.name, day)}
                    onToggle={() => handleToggle(habit.name, day)}
                  />
                ))}
                {habits.length === 0 && <span className="text-sm text-slate-600">Free</span>}
              </div>
            </li>
          ))}
        </ol>
      </section>

      <div className="grid gap-5 lg:grid-cols-[2fr_1fr]">
        <section aria-labelledby="habits-title" className="rounded-3xl bg-white p-4 shadow-sm sm:p-6">
          <h2 id="habits-title" className="text-xl font-bold">
            My habits
          </h2>
          <div role="status" className="mt-3">
            {past?.place === "list" && <UndoNote label={past.label} onUndo={handleUndo} />}
          </div>
          {habits.length === 0 && <p className="mt-3 text-slate-700">No habits yet. Add the first one.</p>}
          <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
            {habits.map((habit) => {
              const flags = WEEK_DAYS.map((day) => isMarked(habit.name, day));
              const streak = longestStreak(flags);
              return (
                <li key={habit.name} className="flex items-center gap-3 border-b border-slate-200 py-2.5">
                  <div className="min-w-0 grow">
                    <p className="font-semibold break-words">{habit.name}</p>
                    <p className="text-sm text-slate-700">
                      <span className="mr-3">{`${flags.filter(Boolean).length} of 7`}</span>
                      <span>{`Best run: ${streak} ${streak === 1 ? "day" : "days"}`}</span>
                    </p>
                  </div>
                  <button
                    type="button"
                    aria-label={`Remove ${habit.name}`}
                    onClick={() => handleRemove(habit.name)}
                    className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-rose-100 hover:text-rose-800 focus-visible:outline-3 focus-visible:outline-slate-900"
                  >
                    <X aria-hidden="true" className="size-5" />
                  </button>
                </li>
              );
            })}
          </ul>
        </section>

        <form noValidate onSubmit={handleAdd} className="rounded-3xl bg-white p-4 shadow-sm sm:p-6">
          <label htmlFor="entry-field" className="text-xl font-bold">
            New habit
          </label>
          <input
            id="entry-field"
            type="text"
            maxLength={24}
            autoComplete="off"
            value={entry}
            onChange={handleEntry}
            aria-invalid={complaint !== ""}
            aria-describedby="entry-complaint"
            className="mt-3 w-full rounded-xl border-2 border-slate-400 px-4 py-2.5 focus-visible:border-sky-700 focus-visible:outline-2 focus-visible:outline-sky-700 aria-invalid:border-rose-700"
          />
          <p id="entry-complaint" role="alert" className="mt-1 min-h-6 text-sm font-semibold text-rose-700">
            {isFull ? `${HABIT_LIMIT} habits is the limit` : complaint}
          </p>
          <button
            type="submit"
            disabled={isFull}
            className="mt-1 w-full rounded-xl bg-sky-700 px-4 py-2.5 font-semibold text-white hover:bg-sky-800 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-sky-700 disabled:bg-slate-200 disabled:text-slate-600"
          >
            Add habit
          </button>
        </form>
      </div>
    </main>
  );
}
