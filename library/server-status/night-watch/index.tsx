import { useReducer } from "react";
import { ArrowDownNarrowWide, Check, RotateCcw, Search, TriangleAlert } from "lucide-react";

type Status = "Operational" | "Degraded" | "Down";
type Service = { name: string; status: Status; failed: number };
type Filter = Status | "All";
type Watch = {
  filter: Filter;
  query: string;
  sorted: boolean;
  person: string;
  nameMissing: boolean;
  acknowledged: Record<string, string>;
};
type Action =
  | { type: "filter"; filter: Filter }
  | { type: "query" | "person"; text: string }
  | { type: "sort" }
  | { type: "clear" }
  | { type: "acknowledge" | "reopen"; service: string };

const CHECKS = 200;
const TICKS = 40;
const FILTERS: Filter[] = ["All", "Operational", "Degraded", "Down"];
const SERVICES: Service[] = [
  { name: "Website", status: "Operational", failed: 0 },
  { name: "Checkout", status: "Down", failed: 31 },
  { name: "Catalogue", status: "Degraded", failed: 8 },
  { name: "Mail", status: "Operational", failed: 2 },
  { name: "Login", status: "Operational", failed: 1 },
  { name: "Payments", status: "Down", failed: 43 },
  { name: "Images", status: "Degraded", failed: 14 },
  { name: "Backups", status: "Operational", failed: 5 },
];
const START: Watch = {
  filter: "All",
  query: "",
  sorted: false,
  person: "",
  nameMissing: false,
  acknowledged: {},
};
const TONES: Record<Status, { text: string; lamp: string }> = {
  Operational: { text: "text-emerald-300", lamp: "bg-emerald-400 shadow-emerald-400/60" },
  Degraded: { text: "text-amber-300", lamp: "bg-amber-400 shadow-amber-400/60" },
  Down: { text: "text-rose-300", lamp: "bg-rose-500 shadow-rose-500/70" },
};
const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-cyan-300";
const FIELD = `h-11 w-full rounded-md border border-zinc-600 bg-zinc-900 px-3 text-base ${FOCUS} aria-invalid:border-rose-400`;

function watchReducer(watch: Watch, action: Action): Watch {
  switch (action.type) {
    case "filter":
      return { ...watch, filter: action.filter };
    case "query":
      return { ...watch, query: action.text };
    case "person":
      return { ...watch, person: action.text, nameMissing: false };
    case "sort":
      return { ...watch, sorted: !watch.sorted };
    case "clear":
      return { ...watch, filter: "All", query: "" };
    case "acknowledge": {
      const person = watch.person.trim();
      if (person === "") return { ...watch, nameMissing: true };
      return { ...watch, acknowledged: { ...watch.acknowledged, [action.service]: person } };
    }
    case "reopen": {
      const { [action.service]: _, ...rest } = watch.acknowledged;
      return { ...watch, acknowledged: rest };
    }
  }
}

function uptimeOf(service: Service): number {
  return ((CHECKS - service.failed) / CHECKS) * 100;
}

function averageOf(services: Service[]): string {
  if (services.length === 0) return "–";
  const sum = services.reduce((total, service) => total + uptimeOf(service), 0);
  return `${(sum / services.length).toFixed(1)}%`;
}

function matches(service: Service, watch: Watch): boolean {
  const inState = watch.filter === "All" || service.status === watch.filter;
  return inState && service.name.toLowerCase().includes(watch.query.trim().toLowerCase());
}

/** One tick stands for five checks; the last ones are the newest, where the failures of an outage gather. */
function TickStrip({ service }: { service: Service }) {
  const bad = Math.ceil((service.failed * TICKS) / CHECKS);
  const isBad = (tick: number) =>
    service.status === "Down" ? tick >= TICKS - bad : (tick * 7 + service.failed * 9) % TICKS < bad;
  return (
    <div aria-hidden="true" className="flex h-7 gap-0.5">
      {Array.from({ length: TICKS }, (_, tick) => (
        <span
          key={tick}
          className={`grow rounded-xs ${isBad(tick) ? (service.status === "Down" ? "bg-rose-500" : "bg-amber-400") : "bg-emerald-500/45"}`}
        />
      ))}
    </div>
  );
}

type RowProps = { service: Service; by: string | undefined; send: (action: Action) => void };

function ServiceRow({ service, by, send }: RowProps) {
  const { name, status } = service;
  const tone = TONES[status];
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-5 gap-y-3 border-t border-zinc-800 py-3 md:grid-cols-[11rem_1fr_5rem_10.5rem]">
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className={`size-2.5 rounded-full shadow-[0_0_10px_2px] ${tone.lamp}`} />
        <div>
          <h2 className="text-lg leading-6 font-semibold">{name}</h2>
          <p className={`text-sm ${tone.text}`}>{status}</p>
        </div>
      </div>
      <div className="order-last col-span-2 md:order-none md:col-span-1">
        <TickStrip service={service} />
      </div>
      <p className="text-right font-mono text-lg tabular-nums">{uptimeOf(service).toFixed(1)}%</p>
      <div className="order-last col-span-2 flex flex-wrap items-center empty:hidden md:min-h-10 md:empty:flex justify-between gap-x-3 gap-y-1 md:order-none md:col-span-1 md:justify-end">
        {status !== "Operational" && by === undefined && (
          <button
            type="button"
            aria-label={`Acknowledge ${name}`}
            onClick={() => send({ type: "acknowledge", service: name })}
            className={`inline-flex h-10 w-full items-center justify-center gap-2 rounded-md bg-zinc-100 px-3 font-semibold text-zinc-950 transition-colors hover:bg-cyan-200 ${FOCUS}`}
          >
            <Check size={17} aria-hidden="true" />
            Acknowledge
          </button>
        )}
        {by !== undefined && (
          <>
            <p className="text-sm break-words text-cyan-200">{`Acknowledged by ${by}`}</p>
            <button
              type="button"
              aria-label={`Reopen ${name}`}
              onClick={() => send({ type: "reopen", service: name })}
              className={`inline-flex h-8 items-center gap-1.5 rounded-md border border-zinc-600 px-2.5 text-sm hover:bg-zinc-800 ${FOCUS}`}
            >
              <RotateCcw size={14} aria-hidden="true" />
              Reopen
            </button>
          </>
        )}
      </div>
    </li>
  );
}

export default function NightWatch() {
  const [watch, send] = useReducer(watchReducer, START);
  const found = SERVICES.filter((service) => matches(service, watch));
  const listed = watch.sorted ? found.toSorted((a, b) => uptimeOf(a) - uptimeOf(b)) : found;
  const incidents = SERVICES.filter((service) => service.status !== "Operational");
  const open = incidents.filter((service) => watch.acknowledged[service.name] === undefined).length;

  return (
    <main className="min-h-dvh bg-zinc-950 text-zinc-100 lg:grid lg:grid-cols-[19rem_minmax(0,1fr)]">
      <header className="grid content-start gap-x-8 gap-y-5 bg-zinc-900 px-5 py-6 sm:grid-cols-2 lg:grid-cols-1 lg:px-7 lg:py-9">
        <h1 className="text-2xl font-bold tracking-tight sm:col-span-2 lg:col-span-1">Duty watch</h1>
        <div role="status" className="flex items-center gap-3">
          <TriangleAlert aria-hidden="true" className={open > 0 ? "text-rose-400" : "text-emerald-400"} />
          <p className="text-lg font-semibold">{`Open incidents: ${open}`}</p>
        </div>
        <div role="group" aria-label="Average uptime" aria-live="polite">
          <p className="text-sm text-zinc-300">Average uptime</p>
          <p className="font-mono text-5xl leading-tight font-medium tracking-tighter tabular-nums">
            {averageOf(listed)}
          </p>
        </div>
        <div>
          <label htmlFor="person" className="mb-1.5 block text-sm text-zinc-300">
            Your name
          </label>
          <input
            id="person"
            className={FIELD}
            value={watch.person}
            maxLength={24}
            autoComplete="off"
            aria-invalid={watch.nameMissing}
            aria-describedby="person-problem"
            onChange={(event) => send({ type: "person", text: event.target.value })}
          />
          <p id="person-problem" role="alert" className="mt-1.5 min-h-6 text-sm text-rose-300">
            {watch.nameMissing && "Enter your name first"}
          </p>
        </div>
      </header>

      <section aria-label="Services" className="px-5 py-6 lg:px-10 lg:py-8">
        <div className="flex flex-wrap items-end gap-x-5 gap-y-4">
          <div className="w-full sm:w-60">
            <label htmlFor="search" className="mb-1.5 flex items-center gap-2 text-sm text-zinc-300">
              <Search size={14} aria-hidden="true" />
              Search services
            </label>
            <input
              id="search"
              type="text"
              className={FIELD}
              value={watch.query}
              autoComplete="off"
              onChange={(event) => send({ type: "query", text: event.target.value })}
              onKeyDown={(event) => event.key === "Escape" && send({ type: "query", text: "" })}
            />
          </div>
          <div role="group" aria-label="State" className="flex flex-wrap gap-1 rounded-lg bg-zinc-900 p-1">
            {FILTERS.map((filter) => (
              <button
                key={filter}
                type="button"
                aria-pressed={watch.filter === filter}
                onClick={() => send({ type: "filter", filter })}
                className={`h-9 rounded-md px-3 text-sm transition-colors hover:bg-zinc-800 aria-pressed:bg-cyan-300 aria-pressed:font-semibold aria-pressed:text-zinc-950 ${FOCUS}`}
              >
                {filter}
              </button>
            ))}
          </div>
        </div>
        <div className="mt-5 mb-2 flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-zinc-300">{`Showing ${listed.length} of ${SERVICES.length}`}</p>
          <button
            type="button"
            aria-pressed={watch.sorted}
            onClick={() => send({ type: "sort" })}
            className={`inline-flex h-9 items-center gap-2 rounded-md border border-zinc-600 px-3 text-sm hover:bg-zinc-800 aria-pressed:border-cyan-300 aria-pressed:text-cyan-200 ${FOCUS}`}
          >
            <ArrowDownNarrowWide size={16} aria-hidden="true" />
            Sort by uptime
          </button>
        </div>
        {listed.length === 0 ? (
          <div className="grid justify-items-center gap-4 rounded-xl border border-dashed border-zinc-600 px-6 py-16">
            <p className="text-lg">No services match</p>
            <button
              type="button"
              onClick={() => send({ type: "clear" })}
              className={`h-10 rounded-md bg-zinc-100 px-4 font-semibold text-zinc-950 hover:bg-cyan-200 ${FOCUS}`}
            >
              Clear filters
            </button>
          </div>
        ) : (
          <ul className="border-b border-zinc-800">
            {listed.map((service) => (
              <ServiceRow key={service.name} service={service} by={watch.acknowledged[service.name]} send={send} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}
