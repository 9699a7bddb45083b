import { useReducer, useState } from "react";
import type { FormEvent } from "react";
import { ChevronLeft, ChevronRight, Flame, Plus, Trash2, Undo2 } from "lucide-react";

type Habit = { id: number; name: string; done: Record<number, boolean[]> };
type Snapshot = { message: string; habits: Habit[] };
type Tracker = { habits: Habit[]; week: number; nextId: number; undo: Snapshot | null };
type Action =
  | { type: "toggle"; id: number; day: number }
  | { type: "add"; name: string }
  | { type: "remove"; id: number }
  | { type: "clear" }
  | { type: "undo" }
  | { type: "week"; step: number };

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MAX_HABITS = 8;
const LAST_WEEK = 52;
const RINGS = ["#34d399", "#60a5fa", "#f472b6", "#fbbf24", "#a78bfa", "#2dd4bf", "#fb923c", "#a3e635"];

const START: Tracker = {
  habits: [
    { id: 0, name: "Read", done: {} },
    { id: 1, name: "Walk", done: {} },
    { id: 2, name: "Stretch", done: {} },
  ],
  week: 1,
  nextId: 3,
  undo: null,
};

function daysOf(habit: Habit, week: number): boolean[] {
  return habit.done[week] ?? DAYS.map(() => false);
}

function withoutWeek(habit: Habit, week: number): Habit {
  return { ...habit, done: { ...habit.done, [week]: DAYS.map(() => false) } };
}

function toggled(habit: Habit, week: number, day: number): Habit {
  const days = daysOf(habit, week).map((isDone, index) => (index === day ? !isDone : isDone));
  return { ...habit, done: { ...habit.done, [week]: days } };
}

function track(state: Tracker, action: Action): Tracker {
  const { habits, week } = state;
  switch (action.type) {
    case "toggle":
      return {
        ...state,
        undo: null,
        habits: habits.map((habit) => (habit.id === action.id ? toggled(habit, week, action.day) : habit)),
      };
    case "add": {
      const habit = { id: state.nextId, name: action.name, done: {} };
      return { ...state, undo: null, habits: [...habits, habit], nextId: state.nextId + 1 };
    }
    case "remove": {
      const name = habits.find((habit) => habit.id === action.id)?.name ?? "Habit";
      const rest = habits.filter((habit) => habit.id !== action.id);
      return { ...state, habits: rest, undo: { message: `${name} removed`, habits } };
    }
    case "clear": {
      const cleared = habits.map((habit) => withoutWeek(habit, week));
      return { ...state, habits: cleared, undo: { message: `Week ${week} cleared`, habits } };
    }
    case "undo":
      return state.undo ? { ...state, habits: state.undo.habits, undo: null } : state;
    case "week":
      return { ...state, undo: null, week: Math.min(LAST_WEEK, Math.max(1, week + action.step)) };
  }
}

function bestRun(days: boolean[]): number {
  let best = 0;
  let run = 0;
  for (const isDone of days) {
    run = isDone ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

function Ring({ colour, done }: { colour: string; done: number }) {
  const length = 2 * Math.PI * 42;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" className="absolute inset-0 size-full -rotate-90">
      <circle cx="50" cy="50" r="42" fill="none" stroke="#334155" strokeWidth="9" />
      <circle
        cx="50"
        cy="50"
        r="42"
        fill="none"
        stroke={colour}
        strokeWidth="9"
        strokeLinecap={done > 0 ? "round" : "butt"}
        strokeDasharray={`${(length * done) / DAYS.length} ${length}`}
        className="transition-all duration-300 motion-reduce:transition-none"
      />
    </svg>
  );
}

type CardProps = { habit: Habit; week: number; colour: string; send: (action: Action) => void };

function HabitCard({ habit, week, colour, send }: CardProps) {
  const days = daysOf(habit, week);
  const done = days.filter(Boolean).length;
  const run = bestRun(days);
  return (
    <li className="flex flex-col gap-5 rounded-2xl bg-slate-800 p-5">
      <div className="flex items-start gap-4">
        <div className="relative grid size-24 shrink-0 place-items-center">
          <Ring colour={colour} done={done} />
          <span className="text-sm font-semibold">{`${done} of 7`}</span>
        </div>
        <div className="min-w-0 grow pt-2">
          <h2 className="text-xl font-semibold break-words">{habit.name}</h2>
          <p className="mt-1 flex items-center gap-1.5 text-sm text-slate-300">
            <Flame aria-hidden="true" className="size-4 text-orange-400" />
            <span>{`Best run: ${run} ${run === 1 ? "day" : "days"}`}</span>
          </p>
        </div>
        <button
          type="button"
          aria-label={`Remove ${habit.name}`}
          onClick={() => send({ type: "remove", id: habit.id })}
          className="grid size-9 shrink-0 place-items-center rounded-lg text-slate-300 hover:bg-slate-700 hover:text-rose-300 focus-visible:outline-2 focus-visible:outline-sky-300"
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </button>
      </div>
      <div className="grid grid-cols-7 gap-1.5">
        {DAYS.map((day, index) => (
          <button
            key={day}
            type="button"
            aria-label={`${habit.name}, ${day}`}
            aria-pressed={days[index] ?? false}
            onClick={() => send({ type: "toggle", id: habit.id, day: index })}
            style={days[index] ? { backgroundColor: colour } : undefined}
            className="h-11 rounded-lg bg-slate-700 text-sm font-medium text-slate-100 hover:bg-slate-600 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-sky-300 aria-pressed:font-bold aria-pressed:text-slate-950"
          >
            {day.slice(0, 1)}
          </button>
        ))}
      </div>
    </li>
  );
}

export default function NightRings() {
  const [tracker, send] = useReducer(track, START);
  const [draft, setDraft] = useState("");
  const [problem, setProblem] = useState("");
  const { habits, week, undo } = tracker;
  const isFull = habits.length >= MAX_HABITS;
  const total = habits.length * DAYS.length;
  const done = habits.reduce((sum, habit) => sum + daysOf(habit, week).filter(Boolean).length, 0);
  const percent = total > 0 ? Math.round((done / total) * 100) : 0;
  const step =
    "grid size-11 place-items-center rounded-full bg-slate-800 hover:bg-slate-700 focus-visible:outline-2 focus-visible:outline-sky-300 disabled:opacity-40";

  function handleAdd(event: FormEvent) {
    event.preventDefault();
    const name = draft.trim();
    const twin = habits.find((habit) => habit.name.toLowerCase() === name.toLowerCase());
    if (isFull) return;
    if (!name) return setProblem("Type a habit first");
    if (twin) return setProblem(`${twin.name} is already on your list`);
    send({ type: "add", name });
    setDraft("");
    setProblem("");
  }

  return (
    <main className="min-h-dvh bg-slate-950 px-4 py-6 text-slate-100 sm:px-8 lg:px-14 lg:py-10">
      <header className="flex flex-wrap items-center justify-between gap-x-10 gap-y-5">
        <h1 className="text-3xl font-bold tracking-tight">Small habits</h1>
        <div className="flex items-center gap-3">
          <button
            type="button"
            className={step}
            aria-label="Previous week"
            disabled={week === 1}
            onClick={() => send({ type: "week", step: -1 })}
          >
            <ChevronLeft aria-hidden="true" />
          </button>
          <p aria-live="polite" className="w-20 text-center text-lg font-semibold">{`Week ${week}`}</p>
          <button
            type="button"
            className={step}
            aria-label="Next week"
            disabled={week === LAST_WEEK}
            onClick={() => send({ type: "week", step: 1 })}
          >
            <ChevronRight aria-hidden="true" />
          </button>
        </div>
      </header>

      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="text-slate-200">{`Done this week: ${done} of ${total}`}</p>
        <div aria-hidden="true" className="h-2 min-w-40 grow overflow-hidden rounded-full bg-slate-800">
          <div
            style={{ width: `${percent}%` }}
            className="h-full rounded-full bg-sky-400 transition-all motion-reduce:transition-none"
          />
        </div>
        <button
          type="button"
          onClick={() => send({ type: "clear" })}
          className="rounded-lg border border-slate-600 px-4 py-2 text-sm hover:bg-slate-800 focus-visible:outline-2 focus-visible:outline-sky-300"
        >
          Clear week
        </button>
      </div>

      <div role="status" className="sticky top-2 z-10 mt-4 flex min-h-11 items-center">
        {undo && (
          <p className="flex items-center gap-4 rounded-xl bg-slate-700 py-1.5 pr-1.5 pl-4 shadow-lg">
            {undo.message}
            <button
              type="button"
              onClick={() => send({ type: "undo" })}
              className="flex items-center gap-2 rounded-lg bg-sky-300 px-4 py-2 font-semibold text-slate-950 hover:bg-sky-200 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-sky-300"
            >
              <Undo2 aria-hidden="true" className="size-4" />
              Undo
            </button>
          </p>
        )}
      </div>

      {habits.length === 0 ? (
        <p className="mt-2 rounded-2xl border-2 border-dashed border-slate-700 p-12 text-center text-lg text-slate-300">
          No habits yet. Add a small one below.
        </p>
      ) : (
        <ul className="mt-2 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {habits.map((habit) => (
            <HabitCard
              key={habit.id}
              habit={habit}
              week={week}
              colour={RINGS[habit.id % RINGS.length] ?? "#60a5fa"}
              send={send}
            />
          ))}
        </ul>
      )}

      <form noValidate onSubmit={handleAdd} className="mt-6 max-w-xl">
        <label htmlFor="habit-input" className="text-slate-200">
          New habit
        </label>
        <div className="mt-1.5 flex gap-2">
          <input
            id="habit-input"
            type="text"
            maxLength={24}
            autoComplete="off"
            value={draft}
            onChange={(event) => {
              setDraft(event.target.value);
              setProblem("");
            }}
            aria-invalid={problem !== ""}
            aria-describedby="habit-problem"
            className="w-full min-w-0 rounded-lg border border-slate-600 bg-slate-900 px-4 py-2.5 focus-visible:outline-2 focus-visible:outline-sky-300 aria-invalid:border-rose-400"
          />
          <button
            type="submit"
            disabled={isFull}
            className="flex shrink-0 items-center gap-2 rounded-lg bg-sky-300 px-4 font-semibold text-slate-950 hover:bg-sky-200 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-sky-300 disabled:bg-slate-700 disabled:text-slate-400"
          >
            <Plus aria-hidden="true" className="size-4" />
            Add habit
          </button>
        </div>
        <p id="habit-problem" role="alert" className="mt-2 min-h-6 text-rose-300">
          {isFull ? `${MAX_HABITS} habits is the limit` : problem}
        </p>
      </form>
    </main>
  );
}
