import { useReducer, useRef } from "react";
import type { FormEvent, ReactNode } from "react";

type Stop = { id: string; title: string; hours: number; euros: number };
type Form = { title: string; hours: string; euros: string; day: string };
type Trip = {
  stops: Record<string, Stop>;
  order: Record<string, string[]>;
  form: Form;
  errors: string[];
  budget: string;
};
type Action =
  | { do: "write"; field: keyof Form; text: string }
  | { do: "budget"; text: string }
  | { do: "add"; id: string }
  | { do: "remove" | "raise"; day: string; id: string }
  | { do: "shift"; day: string; id: string; to: string }
  | { do: "reset" };

const DAY_NAMES = ["Day 1", "Day 2", "Day 3"];
const LIMIT = 8;
const BLANK: Form = { title: "", hours: "", euros: "", day: "Day 1" };
const OPENING: Trip = {
  stops: {
    tram: { id: "tram", title: "Tram ride", hours: 2, euros: 10 },
    castle: { id: "castle", title: "Castle", hours: 3, euros: 15 },
    tiles: { id: "tiles", title: "Tile museum", hours: 2, euros: 8 },
  },
  order: { "Day 1": ["tram", "castle"], "Day 2": ["tiles"], "Day 3": [] },
  form: BLANK,
  errors: [],
  budget: "100",
};
const FORM_FIELDS = [
  { field: "title", label: "Stop name", numeric: false },
  { field: "hours", label: "Hours", numeric: true },
  { field: "euros", label: "Cost", numeric: true },
] as const;

const INPUT =
  "mt-1 block h-11 w-full rounded border border-zinc-500 bg-black px-3 text-amber-300 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-300";
const KEY =
  "size-9 rounded border border-zinc-600 bg-zinc-800 text-lg text-zinc-100 hover:border-amber-300 hover:text-amber-300 disabled:border-zinc-800 disabled:bg-transparent disabled:text-zinc-600 focus-visible:outline-2 focus-visible:outline-amber-300";

function toNumber(text: string): number {
  const trimmed = text.trim();
  return /^\d+$/.test(trimmed) ? Number(trimmed) : -1;
}

function mistakesIn(form: Form): string[] {
  const hours = toNumber(form.hours);
  const mistakes = [
    { message: "Enter a stop name", wrong: form.title.trim() === "" },
    { message: `Hours must be 1 to ${LIMIT}`, wrong: hours < 1 || hours > LIMIT },
    { message: "Cost must be 0 or more", wrong: toNumber(form.euros) < 0 },
  ];
  return mistakes.filter(({ wrong }) => wrong).map(({ message }) => message);
}

function raise(ids: string[], id: string): string[] {
  const place = ids.indexOf(id);
  const before = ids[place - 1];
  return before === undefined ? ids : [...ids.slice(0, place - 1), id, before, ...ids.slice(place + 1)];
}

function reduce(trip: Trip, action: Action): Trip {
  const idsOf = (day: string) => trip.order[day] ?? [];
  const without = (day: string, id: string) => idsOf(day).filter((other) => other !== id);
  switch (action.do) {
    case "write":
      return { ...trip, form: { ...trip.form, [action.field]: action.text } };
    case "budget":
      return { ...trip, budget: action.text };
    case "add": {
      const { form } = trip;
      const errors = mistakesIn(form);
      if (errors.length > 0) return { ...trip, errors };
      const stop = {
        id: action.id,
        title: form.title.trim(),
        hours: toNumber(form.hours),
        euros: toNumber(form.euros),
      };
      const order = { ...trip.order, [form.day]: [...idsOf(form.day), stop.id] };
      return { ...trip, order, errors, stops: { ...trip.stops, [stop.id]: stop }, form: { ...BLANK, day: form.day } };
    }
    case "remove":
      return { ...trip, order: { ...trip.order, [action.day]: without(action.day, action.id) } };
    case "raise":
      return { ...trip, order: { ...trip.order, [action.day]: raise(idsOf(action.day), action.id) } };
    case "shift": {
      const order = { ...trip.order, [action.day]: without(action.day, action.id) };
      return { ...trip, order: { ...order, [action.to]: [...idsOf(action.to), action.id] } };
    }
    case "reset":
      return OPENING;
  }
}

function Flaps({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded bg-zinc-800 px-3 py-2 leading-none font-bold text-amber-300">{children}</span>
  );
}

export default function DepartureBoard() {
  const [trip, dispatch] = useReducer(reduce, OPENING);
  const nextNumber = useRef(1);
  const titleField = useRef<HTMLInputElement>(null);

  const stopsOf = (day: string) =>
    (trip.order[day] ?? []).map((id) => trip.stops[id]).filter((stop) => stop !== undefined);
  const sum = (stops: Stop[], unit: "hours" | "euros") => stops.reduce((all, stop) => all + stop[unit], 0);
  const all = DAY_NAMES.flatMap(stopsOf);
  const budget = toNumber(trip.budget);
  const rest = budget - sum(all, "euros");

  function submit(event: FormEvent) {
    event.preventDefault();
    dispatch({ do: "add", id: `new-${nextNumber.current}` });
    nextNumber.current += 1;
    titleField.current?.focus();
  }

  function renderRow(stop: Stop, index: number, day: string) {
    const place = DAY_NAMES.indexOf(day);
    const [previous, next] = [DAY_NAMES[place - 1], DAY_NAMES[place + 1]];
    const keys = [
      { label: "Move up", sign: "↑", off: index === 0, run: () => dispatch({ do: "raise", day, id: stop.id }) },
      {
        label: "Previous day",
        sign: "←",
        off: previous === undefined,
        run: () => previous && dispatch({ do: "shift", day, id: stop.id, to: previous }),
      },
      {
        label: "Next day",
        sign: "→",
        off: next === undefined,
        run: () => next && dispatch({ do: "shift", day, id: stop.id, to: next }),
      },
      { label: "Remove", sign: "×", off: false, run: () => dispatch({ do: "remove", day, id: stop.id }) },
    ];
    return (
      <li
        key={stop.id}
        className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-x-4 gap-y-2 border-b border-zinc-800 py-4 sm:grid-cols-[5rem_1fr_5rem_auto]"
      >
        <span className="text-zinc-300">{`${stop.hours} h`}</span>
        <h3 className="min-w-0 text-xl break-words text-amber-300 uppercase">{stop.title}</h3>
        <span className="text-right text-zinc-300">{`€${stop.euros}`}</span>
        <div className="col-span-3 flex gap-1.5 sm:col-span-1">
          {keys.map((key) => (
            <button
              key={key.label}
              type="button"
              className={KEY}
              aria-label={`${key.label}: ${stop.title}`}
              disabled={key.off}
              onClick={key.run}
            >
              {key.sign}
            </button>
          ))}
        </div>
      </li>
    );
  }

  return (
    <main className="min-h-screen bg-black font-mono text-zinc-100">
      <header className="border-b-4 border-amber-400 bg-zinc-900">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-4 lg:px-8">
          <h1 className="text-lg font-bold tracking-wide text-white sm:tracking-widest uppercase sm:text-3xl">
            Lisboa departures
          </h1>
          <button
            type="button"
            onClick={() => dispatch({ do: "reset" })}
            className="rounded border border-zinc-400 px-3 py-2 hover:border-amber-300 hover:text-amber-300 focus-visible:outline-2 focus-visible:outline-amber-300"
          >
            Reset trip
          </button>
        </div>
      </header>
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-6 lg:grid-cols-[1fr_19rem] lg:px-8">
        <div className="grid content-start gap-7">
          {DAY_NAMES.map((day) => {
            const stops = stopsOf(day);
            return (
              <section key={day} aria-label={day}>
                <div className="flex flex-wrap items-center justify-between gap-3 border-b-2 border-zinc-500 pb-2">
                  <h2 className="text-2xl font-bold text-white">{day}</h2>
                  <p role="status" className="font-bold text-red-300">
                    {sum(stops, "hours") > LIMIT && `${day} is too full`}
                  </p>
                  <p>
                    <Flaps>{`${sum(stops, "hours")} h, €${sum(stops, "euros")}`}</Flaps>
                  </p>
                </div>
                {stops.length === 0 ? (
                  <p className="border-b border-zinc-800 py-6 text-xl text-zinc-400 uppercase">Nothing planned</p>
                ) : (
                  <ol>{stops.map((stop, index) => renderRow(stop, index, day))}</ol>
                )}
              </section>
            );
          })}
        </div>
        <aside aria-label="Controls" className="grid content-start gap-6">
          <div className="rounded-lg border border-zinc-700 bg-zinc-900 p-5">
            <p role="status" className="text-xl leading-relaxed font-bold">
              Trip total: <Flaps>{`${sum(all, "hours")} h, €${sum(all, "euros")}`}</Flaps>
            </p>
            <label className="mt-4 block text-zinc-300">
              Budget
              <input
                className={INPUT}
                inputMode="numeric"
                value={trip.budget}
                onChange={(event) => dispatch({ do: "budget", text: event.target.value })}
              />
            </label>
            <p role="status" className={`mt-3 text-lg font-bold ${rest < 0 ? "text-red-300" : "text-emerald-300"}`}>
              {budget < 0 ? "Enter a budget" : rest < 0 ? `€${-rest} over budget` : `€${rest} left`}
            </p>
          </div>
          <form
            onSubmit={submit}
            noValidate
            className="grid grid-cols-2 gap-x-4 rounded-lg border border-zinc-700 bg-zinc-900 p-5"
          >
            <h2 className="col-span-2 text-lg font-bold text-white">Announce a stop</h2>
            {FORM_FIELDS.map(({ field, label, numeric }) => (
              <label key={field} className={`mt-3 block text-zinc-300 ${numeric ? "" : "col-span-2"}`}>
                {label}
                <input
                  ref={field === "title" ? titleField : undefined}
                  className={INPUT}
                  inputMode={numeric ? "numeric" : "text"}
                  maxLength={40}
                  value={trip.form[field]}
                  onChange={(event) => dispatch({ do: "write", field, text: event.target.value })}
                />
              </label>
            ))}
            <label className="col-span-2 mt-3 block text-zinc-300">
              Day
              <select
                className={INPUT}
                value={trip.form.day}
                onChange={(event) => dispatch({ do: "write", field: "day", text: event.target.value })}
              >
                {DAY_NAMES.map((day) => (
                  <option key={day}>{day}</option>
                ))}
              </select>
            </label>
            <div role="alert" className="col-span-2 mt-3 text-red-300">
              {trip.errors.map((message) => (
                <p key={message}>{message}</p>
              ))}
            </div>
            <button
              type="submit"
              className="col-span-2 mt-3 rounded bg-amber-400 py-3 font-bold text-black transition-colors hover:bg-amber-300 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-300"
            >
              Add stop
            </button>
          </form>
        </aside>
      </div>
    </main>
  );
}
