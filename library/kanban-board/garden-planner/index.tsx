import { Eraser, RotateCcw, Sprout } from "lucide-react";
import { useState, type ChangeEvent, type MouseEvent, type SubmitEvent } from "react";

type Task = { key: string; title: string; owner: string };
type Lists = [Task[], Task[], Task[]];
type ListIndex = 0 | 1 | 2;

const NAMES = ["To do", "In progress", "Done"] as const;
const INDEXES: ListIndex[] = [0, 1, 2];
const MOST_IN_PROGRESS = 3;
const OWNERS = ["Ada", "Ben", "Chloe", "Minh"];
const AVATARS: Record<string, string> = {
  Ada: "bg-rose-100",
  Ben: "bg-sky-100",
  Chloe: "bg-amber-100",
  Minh: "bg-violet-100",
};
const BUTTON = "rounded-full px-2 py-1 text-xs font-semibold hover:bg-emerald-100 focus-visible:outline-2";
const FIELD =
  "mt-1 w-full rounded-xl border border-emerald-300 bg-white px-3 py-2 text-emerald-950 focus-visible:outline-2 focus-visible:outline-lime-300";
const QUIET =
  "flex items-center justify-center gap-2 rounded-xl border border-emerald-400 px-3 py-2 text-sm hover:bg-emerald-800 focus-visible:outline-2";
const START: Lists = [
  [
    { key: "s1", title: "Order seeds", owner: "Ada" },
    { key: "s2", title: "Borrow benches from the school", owner: "Minh" },
    { key: "s3", title: "Plan the compost talk", owner: "Chloe" },
  ],
  [
    { key: "s4", title: "Clear the path to the pond", owner: "Ben" },
    { key: "s5", title: "Invite the beekeeper", owner: "Ada" },
  ],
  [{ key: "s6", title: "Agree on the date", owner: "Minh" }],
];

function mapLists(lists: Lists, change: (list: Task[], index: ListIndex) => Task[]): Lists {
  return [change(lists[0], 0), change(lists[1], 1), change(lists[2], 2)];
}

function without(list: Task[], task: Task): Task[] {
  return list.filter((other) => other.key !== task.key);
}

function listUnder(x: number, y: number): ListIndex | undefined {
  const hit = document.elementsFromPoint(x, y).find((element) => element.hasAttribute("data-list"));
  return INDEXES.find((index) => String(index) === hit?.getAttribute("data-list"));
}

type TaskCardProps = {
  task: Task;
  list: ListIndex;
  dimmed: boolean;
  onMove: (task: Task, to: ListIndex) => void;
  onDelete: (task: Task) => void;
  onGrab: (task: Task, event: MouseEvent) => void;
};

function TaskCard({ task, list, dimmed, onMove, onDelete, onGrab }: TaskCardProps) {
  const left = INDEXES[list - 1];
  const right = INDEXES[list + 1];
  function renderAction(label: string, colour: string, run: () => void) {
    const name = `${label}: ${task.title}`;
    return (
      <button type="button" className={`${BUTTON} ${colour}`} aria-label={name} onClick={run}>
        {label}
      </button>
    );
  }

  return (
    <li
      onMouseDown={(event) => onGrab(task, event)}
      className={`cursor-grab rounded-2xl bg-white p-4 shadow-sm ring-1 ring-emerald-900/10 select-none ${dimmed ? "opacity-40" : "hover:shadow-md"}`}
    >
      <div className="flex items-start gap-3">
        <p className="grow leading-snug font-medium wrap-anywhere text-emerald-950">{task.title}</p>
        <span
          className={`rounded-full px-2 py-0.5 text-xs font-semibold text-stone-900 ${AVATARS[task.owner] ?? "bg-stone-100"}`}
        >
          {task.owner}
        </span>
      </div>
      <div className="-mx-2 mt-3 flex flex-wrap">
        {left !== undefined && renderAction("Move left", "text-emerald-800", () => onMove(task, left))}
        {right !== undefined && renderAction("Move right", "text-emerald-800", () => onMove(task, right))}
        {renderAction("Delete", "ml-auto text-rose-800", () => onDelete(task))}
      </div>
    </li>
  );
}

export default function GardenPlanner() {
  const [lists, setLists] = useState<Lists>(START);
  const [created, setCreated] = useState(0);
  const [form, setForm] = useState({ title: "", owner: "Ada" });
  const [search, setSearch] = useState("");
  const [titleError, setTitleError] = useState("");
  const [fullError, setFullError] = useState("");
  const [grabbed, setGrabbed] = useState<Task | null>(null);
  const [spot, setSpot] = useState({ x: 0, y: 0 });

  const wanted = search.trim().toLowerCase();
  const total = lists[0].length + lists[1].length + lists[2].length;
  const share = total === 0 ? 0 : Math.round((lists[2].length / total) * 100);

  function moveTask(task: Task, to: ListIndex) {
    if (lists[to].includes(task)) return;
    const full = to === 1 && lists[1].length >= MOST_IN_PROGRESS;
    setFullError(full ? "In progress is full" : "");
    if (full) return;
    setLists((now) => mapLists(now, (list, index) => (index === to ? [...list, task] : without(list, task))));
  }

  function deleteTask(task: Task) {
    setFullError("");
    setLists((now) => mapLists(now, (list) => without(list, task)));
  }

  function addTask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const title = form.title.trim();
    setTitleError(title ? "" : "Enter a title");
    if (!title) return;
    const task: Task = { key: `n${created}`, title, owner: form.owner };
    setLists((now) => mapLists(now, (list, index) => (index === 0 ? [...list, task] : list)));
    setCreated((count) => count + 1);
    setForm((now) => ({ ...now, title: "" }));
  }

  function editTitle(event: ChangeEvent<HTMLInputElement>) {
    const title = event.target.value;
    setForm((now) => ({ ...now, title }));
    setTitleError("");
  }

  function editOwner(event: ChangeEvent<HTMLSelectElement>) {
    setForm({ ...form, owner: event.target.value });
  }

  function clearDone() {
    setLists((now) => [now[0], now[1], []]);
  }

  function resetBoard() {
    setLists(START);
    setForm({ title: "", owner: "Ada" });
    setSearch("");
    setTitleError("");
    setFullError("");
  }

  function grabTask(task: Task, event: MouseEvent) {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest("button"))) return;
    setGrabbed(task);
    setSpot({ x: event.clientX, y: event.clientY });
  }

  function carryTask(event: MouseEvent) {
    if (grabbed) setSpot({ x: event.clientX, y: event.clientY });
  }

  function dropTask(event: MouseEvent) {
    if (!grabbed) return;
    const to = listUnder(event.clientX, event.clientY);
    if (to !== undefined) moveTask(grabbed, to);
    setGrabbed(null);
  }

  const handlers = { onMove: moveTask, onDelete: deleteTask, onGrab: grabTask };
  return (
    <div onMouseMove={carryTask} onMouseUp={dropTask} className="min-h-screen bg-lime-50 text-emerald-950 lg:flex">
      <header className="bg-emerald-900 p-6 text-emerald-50 lg:w-72 lg:shrink-0">
        <h1 className="flex items-center gap-2 text-2xl font-bold">
          <Sprout aria-hidden="true" className="text-lime-300" /> Open day
        </h1>
        <p className="mt-5 text-sm">{share}% finished</p>
        <div className="mt-1 h-2 overflow-hidden rounded-full bg-emerald-700" aria-hidden="true">
          <div className="h-full bg-lime-300" style={{ width: `${share}%` }} />
        </div>
        <form
          className="mt-6 grid items-end gap-3 md:grid-cols-[1fr_9rem_9rem] lg:grid-cols-1"
          onSubmit={addTask}
          noValidate
        >
          <label className="text-sm font-semibold">
            New card
            <input
              className={FIELD}
              type="text"
              value={form.title}
              onChange={editTitle}
              aria-invalid={titleError !== ""}
              aria-describedby="title-error"
            />
          </label>
          <label className="text-sm font-semibold">
            Owner
            <select className={FIELD} value={form.owner} onChange={editOwner}>
              {OWNERS.map((owner) => (
                <option key={owner}>{owner}</option>
              ))}
            </select>
          </label>
          <p
            id="title-error"
            role="alert"
            className="text-sm font-semibold text-amber-200 empty:hidden md:order-last lg:order-none"
          >
            {titleError}
          </p>
          <button
            type="submit"
            className="rounded-xl bg-lime-300 px-3 py-2 font-bold text-emerald-950 hover:bg-lime-200"
          >
            Add card
          </button>
        </form>
        <label className="mt-6 block text-sm font-semibold">
          Search
          <input className={FIELD} type="text" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
        <div className="mt-6 grid grid-cols-2 gap-2 lg:grid-cols-1">
          <button type="button" className={QUIET} onClick={clearDone}>
            <Eraser aria-hidden="true" size={16} /> Clear done
          </button>
          <button type="button" className={QUIET} onClick={resetBoard}>
            <RotateCcw aria-hidden="true" size={16} /> Reset board
          </button>
        </div>
      </header>
      <main className="grid grow content-stretch gap-4 p-4 md:grid-cols-3 md:p-6">
        {INDEXES.map((index) => {
          const visible = lists[index].filter((task) => task.title.toLowerCase().includes(wanted));
          const count = lists[index].length;
          return (
            <section
              key={index}
              data-list={index}
              aria-label={NAMES[index]}
              className="rounded-3xl bg-emerald-900/5 p-3"
            >
              <div className="flex items-baseline justify-between px-2 pt-1 pb-3">
                <h2 className="text-lg font-bold">{NAMES[index]}</h2>
                <span className="text-sm text-emerald-900">{count === 1 ? "1 card" : `${count} cards`}</span>
              </div>
              {index === 1 && fullError && (
                <p role="alert" className="mb-3 rounded-xl bg-amber-200 px-3 py-2 text-sm font-semibold text-amber-950">
                  {fullError}
                </p>
              )}
              <ul className="grid gap-3">
                {visible.map((task) => (
                  <TaskCard key={task.key} task={task} list={index} dimmed={grabbed === task} {...handlers} />
                ))}
              </ul>
              {visible.length === 0 && (
                <p className="py-8 text-center text-sm text-emerald-900">
                  {count === 0 ? "No cards" : "Nothing found"}
                </p>
              )}
            </section>
          );
        })}
      </main>
      {grabbed && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed z-10 max-w-60 rotate-2 rounded-2xl bg-white px-4 py-3 font-medium shadow-xl ring-2 ring-lime-400"
          style={{ left: spot.x + 8, top: spot.y + 8 }}
        >
          {grabbed.title}
        </div>
      )}
    </div>
  );
}
