import { useId, useState } from "react";
import type { KeyboardEvent } from "react";

const HEALTHY = "Operational";
const EVERY = "All";
const PROBES = 200;
const CIRCLE = 2 * Math.PI * 34;

const fleet = [
  { title: "Website", health: "Operational", misses: 0 },
  { title: "Checkout", health: "Down", misses: 31 },
  { title: "Catalogue", health: "Degraded", misses: 8 },
  { title: "Mail", health: "Operational", misses: 2 },
  { title: "Login", health: "Operational", misses: 1 },
  { title: "Payments", health: "Down", misses: 43 },
  { title: "Images", health: "Degraded", misses: 14 },
  { title: "Backups", health: "Operational", misses: 5 },
];
type Card = (typeof fleet)[number];
type Receipt = { title: string; who: string };

const looks: Record<string, { card: string; badge: string; arc: string }> = {
  Operational: { card: "bg-white", badge: "bg-teal-100 text-teal-900", arc: "#0f766e" },
  Degraded: { card: "bg-[#fff4d6]", badge: "bg-[#ffd97a] text-[#4a3000]", arc: "#b45309" },
  Down: { card: "bg-[#ffe3dd]", badge: "bg-[#c2280f] text-white", arc: "#c2280f" },
};
const ring = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-indigo-700";

function percentage(passed: number): string {
  return `${(passed * 100).toFixed(1)}%`;
}

function shareOf(card: Card): number {
  return 1 - card.misses / PROBES;
}

function byUptime(a: Card, b: Card): number {
  return b.misses - a.misses;
}

function Dial({ card }: { card: Card }) {
  const share = shareOf(card);
  return (
    <div className="relative grid size-24 shrink-0 place-items-center">
      <svg viewBox="0 0 80 80" aria-hidden="true" className="absolute inset-0 size-full -rotate-90">
        <circle cx="40" cy="40" r="34" fill="none" stroke="#17203a" strokeOpacity="0.12" strokeWidth="8" />
        <circle
          cx="40"
          cy="40"
          r="34"
          fill="none"
          stroke={looks[card.health]?.arc}
          strokeWidth="8"
          strokeDasharray={`${CIRCLE * share} ${CIRCLE}`}
        />
      </svg>
      <p className="text-lg font-extrabold tabular-nums">{percentage(share)}</p>
    </div>
  );
}

type TileProps = { card: Card; receipt: Receipt | undefined; onAcknowledge: () => void; onReopen: () => void };

function Tile({ card, receipt, onAcknowledge, onReopen }: TileProps) {
  const look = looks[card.health];
  return (
    <li className={`flex flex-col gap-3 rounded-3xl p-5 shadow-[0_2px_0_#17203a1f] ${look?.card}`}>
      <div className="flex items-start justify-between gap-2">
        <div>
          <h2 className="text-xl font-extrabold">{card.title}</h2>
          <p className={`mt-1.5 inline-block rounded-full px-2.5 py-0.5 text-sm font-bold ${look?.badge}`}>
            {card.health}
          </p>
        </div>
        <Dial card={card} />
      </div>
      <p className="text-sm text-[#3b4666]">{`${card.misses} of ${PROBES} checks failed`}</p>
      {card.health === HEALTHY ? (
        <p className="mt-auto py-3 text-sm font-bold text-teal-800">Nothing to do</p>
      ) : (
        <div className="mt-auto min-h-11 pt-1">
          {receipt ? (
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="min-w-0 text-sm font-semibold break-words">Acknowledged by {receipt.who}</p>
              <button
                type="button"
                onClick={onReopen}
                className={`min-h-11 text-sm font-bold text-indigo-800 underline underline-offset-4 hover:text-indigo-950 ${ring}`}
              >
                Reopen<span className="sr-only"> {card.title}</span>
              </button>
            </div>
          ) : (
            <button
              type="button"
              onClick={onAcknowledge}
              className={`min-h-11 w-full rounded-xl bg-[#17203a] px-3 py-2 text-sm font-bold text-white transition-colors hover:bg-indigo-800 ${ring}`}
            >
              Acknowledge {card.title}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

export default function DutyCards() {
  const [health, setHealth] = useState(EVERY);
  const [search, setSearch] = useState("");
  const [worstFirst, setWorstFirst] = useState(false);
  const [me, setMe] = useState("");
  const [complaint, setComplaint] = useState("");
  const [receipts, setReceipts] = useState<Receipt[]>([]);
  const searchId = useId();
  const nameId = useId();

  const wanted = search.trim().toLowerCase();
  let shown = fleet.filter((card) => health === EVERY || card.health === health);
  shown = shown.filter((card) => card.title.toLowerCase().includes(wanted));
  if (worstFirst) shown = [...shown].sort(byUptime);
  const average = shown.reduce((sum, card) => sum + shareOf(card), 0) / Math.max(1, shown.length);
  const troubled = fleet.filter((card) => card.health !== HEALTHY).length;

  function acknowledge(title: string) {
    if (me.trim() === "") {
      setComplaint("Enter your name first");
      return;
    }
    setReceipts((before) => [...before, { title, who: me.trim() }]);
  }

  function reopen(title: string) {
    setReceipts((before) => before.filter((receipt) => receipt.title !== title));
  }

  function clearFilters() {
    setHealth(EVERY);
    setSearch("");
  }

  function handleSearchKey(event: KeyboardEvent) {
    if (event.key === "Escape") setSearch("");
  }

  function countOf(name: string): number {
    return name === EVERY ? fleet.length : fleet.filter((card) => card.health === name).length;
  }

  return (
    <div className="min-h-dvh bg-[#e9e7fb] font-[family-name:'Trebuchet_MS',Verdana,sans-serif] text-[#17203a]">
      <header className="bg-indigo-800 py-7 text-white">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-10 gap-y-5 px-5 sm:px-8">
          <h1 className="text-3xl font-extrabold tracking-tight sm:text-4xl">Is the shop well?</h1>
          <div className="flex flex-wrap gap-x-10 gap-y-3">
            <p aria-live="polite" className="self-end text-xl font-bold">
              Open incidents: {troubled - receipts.length}
            </p>
            <div role="group" aria-label="Average uptime" aria-live="polite" className="flex items-baseline gap-3">
              <p className="text-indigo-100">Average uptime</p>
              <p className="text-3xl font-extrabold tabular-nums">{shown.length > 0 ? percentage(average) : "–"}</p>
            </div>
          </div>
        </div>
      </header>
      <main className="mx-auto max-w-6xl px-5 py-6 sm:px-8">
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <div>
            <label htmlFor={searchId} className="font-bold">
              Search services
            </label>
            <input
              id={searchId}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={handleSearchKey}
              className={`mt-1.5 h-12 w-full rounded-2xl border-2 border-[#17203a] bg-white px-4 ${ring}`}
            />
          </div>
          <div>
            <label htmlFor={nameId} className="font-bold">
              Your name
            </label>
            <input
              id={nameId}
              type="text"
              value={me}
              maxLength={24}
              autoComplete="off"
              onChange={(event) => {
                setMe(event.target.value);
                setComplaint("");
              }}
              aria-invalid={complaint !== ""}
              aria-describedby={`${nameId}-complaint`}
              className={`mt-1.5 h-12 w-full rounded-2xl border-2 border-[#17203a] bg-white px-4 aria-invalid:border-[#c2280f] aria-invalid:bg-[#fff1ee] ${ring}`}
            />
            <p id={`${nameId}-complaint`} role="alert" className="mt-1 min-h-6 font-bold text-[#a3200b]">
              {complaint}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {[EVERY, "Operational", "Degraded", "Down"].map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={health === name}
              onClick={() => setHealth(name)}
              className={`h-11 rounded-full bg-white px-4 font-bold transition-colors hover:bg-indigo-100 aria-pressed:bg-[#17203a] aria-pressed:text-white ${ring}`}
            >
              {name} <span className="font-normal tabular-nums">{countOf(name)}</span>
            </button>
          ))}
          <button
            type="button"
            aria-pressed={worstFirst}
            onClick={() => setWorstFirst(!worstFirst)}
            className={`h-11 rounded-full border-2 border-[#17203a] px-4 font-bold hover:bg-white aria-pressed:bg-[#ffd97a] sm:ml-auto ${ring}`}
          >
            Sort by uptime
          </button>
        </div>
        <p role="status" className="mt-4 mb-3">{`Showing ${shown.length} of ${fleet.length}`}</p>
        {shown.length > 0 ? (
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {shown.map((card) => (
              <Tile
                key={card.title}
                card={card}
                receipt={receipts.find((receipt) => receipt.title === card.title)}
                onAcknowledge={() => acknowledge(card.title)}
                onReopen={() => reopen(card.title)}
              />
            ))}
          </ul>
        ) : (
          <div className="rounded-3xl bg-white px-6 py-14 text-center">
            <p className="text-2xl font-extrabold">No services match</p>
            <button
              type="button"
              onClick={clearFilters}
              className={`mt-5 h-11 rounded-full bg-indigo-800 px-6 font-bold text-white hover:bg-indigo-900 ${ring}`}
            >
              Clear filters
            </button>
          </div>
        )}
      </main>
    </div>
  );
}
