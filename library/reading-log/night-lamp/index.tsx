import { useState } from "react";
import type { FormEvent } from "react";
import { BookOpen, X } from "lucide-react";

type Entry = { id: number; name: string; total: number; done: number };
type Status = "todo" | "now" | "finished";
type Problem = { about: number | "new"; text: string };

const FIRST_ENTRIES: Entry[] = [
  { id: 1, name: "Dune", total: 600, done: 150 },
  { id: 2, name: "Emma", total: 400, done: 400 },
  { id: 3, name: "Ulysses", total: 700, done: 0 },
];
const STATUS_WORDS: Record<Status, string> = { todo: "Not started", now: "Reading", finished: "Finished" };
const CHOICES: { value: Status | "all"; label: string }[] = [
  { value: "all", label: "All" },
  { value: "todo", label: "Not started" },
  { value: "now", label: "Reading" },
  { value: "finished", label: "Finished" },
];
const ROUND = 2 * Math.PI * 34;
const GLOW = { backgroundImage: "radial-gradient(60rem 26rem at 50% -6rem, rgb(251 191 36 / 0.28), transparent 70%)" };
const RING = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-300";
const INPUT = `mt-1 block h-11 w-full rounded-xl border border-indigo-300/50 bg-indigo-950/70 px-3 text-white aria-invalid:border-rose-400 ${RING}`;
const AMBER = `rounded-xl bg-amber-300 font-semibold text-indigo-950 transition-colors hover:bg-amber-200 ${RING}`;

function statusOf(entry: Entry): Status {
  if (entry.done >= entry.total) return "finished";
  return entry.done > 0 ? "now" : "todo";
}

function toCount(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number.parseInt(text, 10) : Number.NaN;
}

function arrange(entries: Entry[], sorting: string): Entry[] {
  const sorted = entries.slice();
  if (sorting === "done") return sorted.sort((a, b) => b.done - a.done);
  if (sorting === "left") return sorted.sort((a, b) => a.total - a.done - (b.total - b.done));
  return sorted.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function Lamp({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 80 80" className="size-20 shrink-0 -rotate-90" fill="none" strokeWidth="7" aria-hidden="true">
      <circle cx="40" cy="40" r="34" className="stroke-indigo-800" />
      <circle
        cx="40"
        cy="40"
        r="34"
        strokeLinecap="round"
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        className={`stroke-amber-300 transition-[stroke-dasharray] duration-500 ${share === 0 ? "opacity-0" : ""}`}
      />
    </svg>
  );
}

export default function NightLamp() {
  const [entries, setEntries] = useState(FIRST_ENTRIES);
  const [drafts, setDrafts] = useState<Record<number, string>>({});
  const [fresh, setFresh] = useState({ name: "", total: "" });
  const [show, setShow] = useState<Status | "all">("all");
  const [sorting, setSorting] = useState("name");
  const [goal, setGoal] = useState("3");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removed, setRemoved] = useState<Entry | null>(null);

  const finished = entries.filter((entry) => statusOf(entry) === "finished").length;
  const allPages = entries.reduce((pages, entry) => pages + entry.done, 0);
  const wanted = toCount(goal);
  const visible = arrange(
    entries.filter((entry) => show === "all" || statusOf(entry) === show),
    sorting,
  );

  function saveEntry(event: FormEvent, entry: Entry) {
    event.preventDefault();
    const done = toCount(drafts[entry.id] ?? String(entry.done));
    if (Number.isNaN(done)) return setProblem({ about: entry.id, text: "Enter a page number" });
    if (done > entry.total) return setProblem({ about: entry.id, text: `${entry.name} has only ${entry.total} pages` });
    setEntries((list) => list.map((one) => (one.id === entry.id ? { ...one, done } : one)));
    setProblem(null);
    setRemoved(null);
  }

  function addEntry(event: FormEvent) {
    event.preventDefault();
    const name = fresh.name.trim();
    const total = toCount(fresh.total);
    const double = entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    if (name.length === 0) return setProblem({ about: "new", text: "Enter a title" });
    if (double) return setProblem({ about: "new", text: `${double.name} is already in your log` });
    if (!(total >= 1 && total <= 5000)) return setProblem({ about: "new", text: "Pages must be 1 to 5000" });
    setEntries((list) => [
      ...list,
      { id: Math.max(0, ...list.map(({ id }) => id), removed?.id ?? 0) + 1, name, total, done: 0 },
    ]);
    setFresh({ name: "", total: "" });
    setProblem(null);
    setRemoved(null);
  }

  function removeEntry(entry: Entry) {
    setEntries((list) => list.filter(({ id }) => id !== entry.id));
    setDrafts((all) => ({ ...all, [entry.id]: String(entry.done) }));
    setProblem(null);
    setRemoved(entry);
  }

  function undo() {
    if (removed) setEntries((list) => [...list, removed]);
    setRemoved(null);
  }

  function goalWords(): string {
    if (!(wanted >= 1)) return "Enter a goal";
    return finished < wanted ? `${wanted - finished} to go` : "Goal reached";
  }

  return (
    <main
      style={GLOW}
      className="min-h-screen bg-[#14123a] font-[family-name:Seravek,'Gill_Sans_Nova',Ubuntu,Calibri,sans-serif] text-indigo-50"
    >
      <div className="mx-auto max-w-5xl px-4 py-8 sm:px-8">
        <header className="text-center">
          <BookOpen size={36} className="mx-auto text-amber-300" aria-hidden />
          <h1 className="mt-2 text-4xl font-semibold tracking-tight">By lamplight</h1>
          <div role="status" className="mt-3 flex flex-wrap justify-center gap-x-8 gap-y-1 text-lg">
            <p>{`Pages read: ${allPages}`}</p>
            <p>{`Finished ${finished} of ${wanted >= 1 ? wanted : 0} books`}</p>
            <p className="font-semibold text-amber-300">{goalWords()}</p>
          </div>
        </header>

        <div className="mt-6 grid gap-4 rounded-3xl bg-indigo-900/60 p-5 md:grid-cols-[1fr_11rem]">
          <form onSubmit={addEntry} noValidate className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[2fr_1fr_auto]">
            <label className="col-span-2 sm:col-span-1">
              New title
              <input
                className={INPUT}
                maxLength={40}
                value={fresh.name}
                onChange={(event) => setFresh({ ...fresh, name: event.target.value })}
              />
            </label>
            <label>
              Number of pages
              <input
                className={INPUT}
                inputMode="numeric"
                value={fresh.total}
                onChange={(event) => setFresh({ ...fresh, total: event.target.value })}
              />
            </label>
            <button type="submit" className={`${AMBER} h-11 px-6`}>
              Add book
            </button>
          </form>
          <label className="md:border-l md:border-indigo-300/30 md:pl-4">
            Yearly goal
            <input
              className={INPUT}
              inputMode="numeric"
              value={goal}
              onChange={(event) => setGoal(event.target.value)}
            />
          </label>
          <p role="alert" className="font-semibold text-rose-300 empty:hidden">
            {problem?.about === "new" && problem.text}
          </p>
        </div>

        <div className="mt-6 flex flex-wrap items-center justify-between gap-4">
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">Show books</legend>
            {CHOICES.map(({ value, label }) => (
              <label
                key={value}
                className="cursor-pointer rounded-full border border-indigo-300/50 px-4 py-1.5 transition-colors hover:border-amber-300 has-checked:border-amber-300 has-checked:bg-amber-300 has-checked:font-semibold has-checked:text-indigo-950 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-amber-300"
              >
                <input
                  type="radio"
                  name="show"
                  className="sr-only"
                  checked={show === value}
                  onChange={() => setShow(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <label className="flex items-center gap-3">
            Sort by
            <select
              className={`h-10 rounded-xl border border-indigo-300/50 bg-indigo-950 px-3 text-white ${RING}`}
              value={sorting}
              onChange={(event) => setSorting(event.target.value)}
            >
              <option value="name">Title</option>
              <option value="done">Most read</option>
              <option value="left">Pages left</option>
            </select>
          </label>
        </div>

        <div role="status">
          {removed && (
            <p className="mt-4 flex items-center justify-between gap-4 rounded-xl bg-indigo-900 px-4 py-2">
              {`Deleted ${removed.name}`}
              <button type="button" onClick={undo} className={`${AMBER} px-4 py-1.5`}>
                Undo
              </button>
            </p>
          )}
        </div>

        {visible.length === 0 && <p className="py-14 text-center text-xl text-indigo-200">No books here</p>}
        <ul className="mt-5 grid gap-4 md:grid-cols-2">
          {visible.map((entry) => {
            const share = entry.done / entry.total;
            const wrong = problem?.about === entry.id ? problem.text : "";
            return (
              <li key={entry.id} className="flex gap-4 rounded-3xl bg-indigo-900/60 p-5">
                <div className="relative self-start">
                  <Lamp share={share} />
                  <p className="absolute inset-0 grid place-items-center font-semibold">{`${Math.floor(share * 100)}%`}</p>
                </div>
                <div className="min-w-0 flex-1">
                  <div className="flex items-start justify-between gap-2">
                    <h2 className="text-2xl leading-tight font-semibold break-words">{entry.name}</h2>
                    <button
                      type="button"
                      aria-label={`Delete ${entry.name}`}
                      onClick={() => removeEntry(entry)}
                      className={`grid size-8 shrink-0 place-items-center rounded-full text-indigo-200 hover:bg-indigo-700 hover:text-white ${RING}`}
                    >
                      <X size={18} aria-hidden />
                    </button>
                  </div>
                  <p className="text-indigo-200">{`${STATUS_WORDS[statusOf(entry)]}, ${entry.done} of ${entry.total} pages`}</p>
                  <form onSubmit={(event) => saveEntry(event, entry)} noValidate className="mt-2 flex items-end gap-2">
                    <input
                      aria-label={`Pages read of ${entry.name}`}
                      aria-invalid={wrong !== ""}
                      inputMode="numeric"
                      className={`${INPUT} max-w-28 min-w-0`}
                      value={drafts[entry.id] ?? String(entry.done)}
                      onChange={(event) => setDrafts({ ...drafts, [entry.id]: event.target.value })}
                    />
                    <button type="submit" aria-label={`Save ${entry.name}`} className={`${AMBER} h-11 px-5`}>
                      Save
                    </button>
                  </form>
                  <p role="alert" className="mt-2 font-semibold text-rose-300 empty:hidden">
                    {wrong}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </main>
  );
}
