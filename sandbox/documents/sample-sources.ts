import type { Source } from "#sandbox/contract.ts";

/** Interfaces of the three kinds that completions come in. Tests and measurements use them; labellers never see them. */

const KANBAN = `import { useEffect, useMemo, useState } from "react";
import { Check, GripVertical, Plus, Search, Trash2, X, type LucideIcon } from "lucide-react";

type Card = { id: number; title: string; column: string; done: boolean };

const COLUMNS: { id: string; title: string; icon: LucideIcon }[] = [
  { id: "todo", title: "To do", icon: Plus },
  { id: "doing", title: "In progress", icon: GripVertical },
  { id: "done", title: "Done", icon: Check },
];

const START: Card[] = [
  { id: 1, title: "Write the brief", column: "todo", done: false },
  { id: 2, title: "Interview five users", column: "doing", done: false },
  { id: 3, title: "Book the room", column: "done", done: true },
];

function CardView({ card, onMove, onRemove }: { card: Card; onMove: (column: string) => void; onRemove: () => void }) {
  return (
    <li className="group rounded-lg border border-slate-200 bg-white p-3 shadow-sm transition hover:shadow-md">
      <div className="flex items-start justify-between gap-2">
        <span className={card.done ? "text-sm text-slate-400 line-through" : "text-sm font-medium text-slate-800"}>{card.title}</span>
        <button aria-label={"Remove " + card.title} onClick={onRemove} className="text-slate-400 hover:text-rose-600">
          <Trash2 size={16} />
        </button>
      </div>
      <select
        aria-label={"Column of " + card.title}
        value={card.column}
        onChange={(event) => onMove(event.target.value)}
        className="mt-2 w-full rounded border border-slate-300 bg-slate-50 px-2 py-1 text-xs focus:outline-none focus:ring-2 focus:ring-indigo-500"
      >
        {COLUMNS.map((column) => (
          <option key={column.id} value={column.id}>{column.title}</option>
        ))}
      </select>
    </li>
  );
}

export default function Board() {
  const [cards, setCards] = useState<Card[]>(() => {
    const saved = localStorage.getItem("cards");
    return saved ? JSON.parse(saved) : START;
  });
  const [title, setTitle] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => localStorage.setItem("cards", JSON.stringify(cards)), [cards]);
  const shown = useMemo(() => cards.filter((card) => card.title.toLowerCase().includes(query.toLowerCase())), [cards, query]);

  function add() {
    if (!title.trim()) return;
    setCards([...cards, { id: Date.now(), title: title.trim(), column: "todo", done: false }]);
    setTitle("");
  }
  function move(id: number, column: string) {
    setCards(cards.map((card) => (card.id === id ? { ...card, column, done: column === "done" } : card)));
  }

  return (
    <main className="min-h-screen bg-gradient-to-br from-slate-50 to-indigo-100 p-6 md:p-10">
      <header className="mx-auto mb-6 flex max-w-5xl flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl font-bold tracking-tight text-slate-900">Sprint board</h1>
        <label className="relative">
          <Search className="absolute left-2 top-2.5 text-slate-400" size={16} />
          <input
            aria-label="Search cards"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder="Search"
            className="rounded-md border border-slate-300 py-2 pl-8 pr-8 text-sm"
          />
          {query && (
            <button aria-label="Clear search" onClick={() => setQuery("")} className="absolute right-2 top-2.5"><X size={16} /></button>
          )}
        </label>
      </header>
      <form onSubmit={(event) => { event.preventDefault(); add(); }} className="mx-auto mb-6 flex max-w-5xl gap-2">
        <input aria-label="New card" value={title} onChange={(event) => setTitle(event.target.value)} className="flex-1 rounded-md border px-3 py-2" />
        <button className="inline-flex items-center gap-1 rounded-md bg-indigo-600 px-4 py-2 font-semibold text-white hover:bg-indigo-500"><Plus size={16} />Add</button>
      </form>
      <section className="mx-auto grid max-w-5xl grid-cols-1 gap-4 md:grid-cols-3">
        {COLUMNS.map(({ id, title: name, icon: Icon }) => (
          <div key={id} className="rounded-xl bg-slate-200/60 p-4">
            <h2 className="mb-3 flex items-center gap-2 text-sm font-semibold uppercase text-slate-600"><Icon size={14} />{name}</h2>
            <ul className="space-y-2">
              {shown.filter((card) => card.column === id).map((card) => (
                <CardView key={card.id} card={card} onMove={(column) => move(card.id, column)} onRemove={() => setCards(cards.filter((other) => other !== card))} />
              ))}
            </ul>
          </div>
        ))}
      </section>
    </main>
  );
}
`;

const DASHBOARD = `import { useState } from "react";
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { Activity, TrendingUp, Users } from "lucide-react";
import { WEEKS } from "./data";

const CARDS = [
  { label: "Visitors", value: "12,480", icon: Users },
  { label: "Conversion", value: "3.4 %", icon: TrendingUp },
  { label: "Uptime", value: "99.98 %", icon: Activity },
];

export default function Dashboard() {
  const [kind, setKind] = useState<"line" | "bar">("line");
  return (
    <main className="mx-auto max-w-6xl space-y-6 p-8">
      <h1 className="text-3xl font-semibold">Traffic</h1>
      <div className="grid gap-4 sm:grid-cols-3">
        {CARDS.map(({ label, value, icon: Icon }) => (
          <article key={label} className="rounded-2xl border bg-white p-5 shadow">
            <Icon className="text-emerald-600" />
            <p className="mt-2 text-sm text-gray-500">{label}</p>
            <p className="text-2xl font-bold tabular-nums">{value}</p>
          </article>
        ))}
      </div>
      <button className="rounded bg-gray-900 px-3 py-1.5 text-white" onClick={() => setKind(kind === "line" ? "bar" : "line")}>
        Show as {kind === "line" ? "bars" : "lines"}
      </button>
      <div className="h-80 w-full">
        <ResponsiveContainer width="100%" height="100%">
          {kind === "line" ? (
            <LineChart data={WEEKS}><CartesianGrid strokeDasharray="3 3" /><XAxis dataKey="week" /><YAxis /><Tooltip /><Line dataKey="visits" stroke="#059669" isAnimationActive={false} /></LineChart>
          ) : (
            <BarChart data={WEEKS}><CartesianGrid strokeDasharray="3 3" /><XAxis dataKey="week" /><YAxis /><Tooltip /><Bar dataKey="visits" fill="#059669" isAnimationActive={false} /></BarChart>
          )}
        </ResponsiveContainer>
      </div>
    </main>
  );
}
`;

const DASHBOARD_DATA = `export const WEEKS = Array.from({ length: 12 }, (_, week) => ({ week: "W" + (week + 1), visits: 400 + ((week * 137) % 300) }));
`;

const COUNTER_HTML = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="X-UA-Compatible" content="IE=edge">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>Tip calculator</title>
  <style>
    body { font-family: system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh; margin: 0; background: #f4f4f5; }
    form { background: white; padding: 2rem; border-radius: 1rem; box-shadow: 0 10px 30px rgb(0 0 0 / 0.1); }
    label { display: block; margin-bottom: 1rem; }
    output { font-size: 2rem; font-weight: 700; }
  </style>
</head>
<body>
  <form id="form">
    <h1>Tip calculator</h1>
    <label>Bill <input id="bill" type="number" value="40"></label>
    <label>Tip <input id="tip" type="range" min="0" max="30" value="15"></label>
    <output id="total"></output>
    <p><a href="https://example.com/tipping">About tipping</a> <a href="#form">Back to top</a></p>
  </form>
  <script>
    const bill = document.getElementById("bill");
    const tip = document.getElementById("tip");
    function show() {
      document.getElementById("total").textContent = (bill.value * (1 + tip.value / 100)).toFixed(2);
    }
    bill.addEventListener("input", show);
    tip.addEventListener("input", show);
    show();
  </script>
</body>
</html>
`;

export const SAMPLE_SOURCES = {
  kanban: { entry: "index.tsx", files: [{ path: "index.tsx", content: KANBAN }] },
  dashboard: {
    entry: "index.tsx",
    files: [
      { path: "index.tsx", content: DASHBOARD },
      { path: "data.ts", content: DASHBOARD_DATA },
    ],
  },
  html: { entry: "index.html", files: [{ path: "index.html", content: COUNTER_HTML }] },
} as const satisfies Record<string, Source | { entry: string; files: readonly unknown[] }>;

/** One of the samples as a mutable source, as requests want it. */
export function sampleSource(name: keyof typeof SAMPLE_SOURCES): Source {
  const { entry, files } = SAMPLE_SOURCES[name];
  return { entry, files: files.map((file) => ({ ...file })) };
}

/** A source of the given files; its entry is `index.tsx` when there is one. */
export function sourceOf(files: Readonly<Record<string, string>>): Source {
  return {
    entry: "index.tsx" in files ? "index.tsx" : "index.html",
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  };
}
