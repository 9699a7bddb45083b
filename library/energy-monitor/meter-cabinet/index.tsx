import { useReducer } from "react";
import { Power, TriangleAlert } from "lucide-react";

type Room = { name: string; colour: string; Saturday: number[]; Sunday: number[] };
type Day = "Saturday" | "Sunday";
type Unit = "kWh" | "Euro";
type Panel = { day: Day; room: string; unit: Unit; hour: number; budget: string; compare: boolean };
type Action =
  | { type: "day"; day: Day }
  | { type: "room" | "budget"; text: string }
  | { type: "unit"; unit: Unit }
  | { type: "hour"; hour: number }
  | { type: "compare" }
  | { type: "reset" };

const HOUSE = "Whole house";
const FIRST_HOUR = 16;
const LAST_HOUR = 23;
const CENTS_PER_TENTH = 3;
const TOP = 20;
const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, index) => FIRST_HOUR + index);
const DAYS: Day[] = ["Saturday", "Sunday"];
const UNITS: Unit[] = ["kWh", "Euro"];
/** Tenths of a kWh, one number for each hour. */
const ROOMS: Room[] = [
  { name: "Kitchen", colour: "#fbbf24", Saturday: [2, 3, 9, 14, 6, 2, 1, 1], Sunday: [4, 5, 7, 12, 9, 3, 2, 1] },
  { name: "Living room", colour: "#2dd4bf", Saturday: [3, 3, 4, 5, 8, 9, 7, 3], Sunday: [5, 6, 6, 4, 7, 9, 7, 4] },
  { name: "Office", colour: "#fb7185", Saturday: [4, 2, 1, 0, 0, 0, 1, 2], Sunday: [0, 0, 1, 2, 4, 2, 0, 0] },
];
const START: Panel = { day: "Saturday", room: HOUSE, unit: "kWh", hour: FIRST_HOUR, budget: "10", compare: false };
const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-300";
const FIELD = `mt-1 h-11 w-full rounded border border-stone-500 bg-stone-900 px-3 text-base text-stone-50 ${FOCUS} aria-invalid:border-rose-400`;

function panelReducer(panel: Panel, action: Action): Panel {
  switch (action.type) {
    case "day":
      return { ...panel, day: action.day };
    case "room":
      return { ...panel, room: action.text };
    case "budget":
      return { ...panel, budget: action.text };
    case "unit":
      return { ...panel, unit: action.unit };
    case "hour":
      return { ...panel, hour: Math.min(LAST_HOUR, Math.max(FIRST_HOUR, action.hour)) };
    case "compare":
      return { ...panel, compare: !panel.compare };
    case "reset":
      return START;
  }
}

function amount(tenths: number, unit: Unit): string {
  return unit === "kWh" ? `${(tenths / 10).toFixed(1)} kWh` : `€${((tenths * CENTS_PER_TENTH) / 100).toFixed(2)}`;
}

function hourlyUse(rooms: Room[], day: Day): number[] {
  return HOURS.map((_, index) => rooms.reduce((sum, room) => sum + (room[day][index] ?? 0), 0));
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Budget in tenths of a kWh, or null when the text is no number above zero. */
function parseBudget(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return Number.isFinite(value) && value > 0 ? value * 10 : null;
}

function comparison(mine: number, theirs: number, other: Day, unit: Unit): string {
  if (mine === theirs) return `As much as ${other}`;
  return `${amount(Math.abs(mine - theirs), unit)} ${mine < theirs ? "less" : "more"} than ${other}`;
}

/** Each lamp is a tenth of a kWh; its colour is that of the room that burns it. */
function LampColumn({ rooms, day, index, isRead }: { rooms: Room[]; day: Day; index: number; isRead: boolean }) {
  const lit = rooms.flatMap((room) => Array.from({ length: room[day][index] ?? 0 }, () => room.colour));
  const x = 8 + index * 64;
  return (
    <g>
      {isRead && <rect x={x - 6} y="0" width="60" height="300" rx="6" fill="#57534e" />}
      {Array.from({ length: TOP }, (_, lamp) => (
        <rect key={lamp} x={x} y={256 - lamp * 13} width="48" height="9" rx="2" fill={lit[lamp] ?? "#3a3532"} />
      ))}
      <text x={x + 24} y="290" textAnchor="middle" fontSize="15" fill="#fafaf9">
        {`${HOURS[index]}:00`}
      </text>
    </g>
  );
}

function Wheels({ text }: { text: string }) {
  return (
    <p className="font-mono text-4xl font-semibold whitespace-nowrap">
      {[...text].map((sign, index) => (
        <span
          key={index}
          className={/[\d.]/.test(sign) ? "mr-1 inline-block rounded bg-stone-50 px-1.5 py-1 text-stone-950" : ""}
        >
          {sign}
        </span>
      ))}
    </p>
  );
}

export default function MeterCabinet() {
  const [panel, send] = useReducer(panelReducer, START);
  const { day, room, unit, hour } = panel;
  const other: Day = day === "Saturday" ? "Sunday" : "Saturday";
  const rooms = ROOMS.filter((one) => room === HOUSE || one.name === room);
  const use = hourlyUse(rooms, day);
  const otherUse = hourlyUse(rooms, other);
  const total = sumOf(use);
  const peak = use.indexOf(Math.max(...use));
  const budget = parseBudget(panel.budget);
  const isOver = budget !== null && total > budget;

  return (
    <main className="min-h-dvh bg-stone-800 px-4 py-5 text-stone-50 sm:px-8 lg:py-7">
      <div className="mx-auto grid max-w-6xl gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <section aria-label="Meter" className="rounded-xl bg-stone-950 p-5">
          <h1 className="text-xl font-bold">Evening meter</h1>
          <div role="group" aria-label="Total" aria-live="polite" className="mt-4 rounded-lg bg-stone-800 p-3">
            <p className="mb-1.5 text-sm text-stone-200">Total</p>
            <Wheels text={amount(total, unit)} />
          </div>
          <div className="mt-3 grid grid-cols-2 gap-3">
            <div role="group" aria-label="Average per hour">
              <p className="text-sm text-stone-300">Average per hour</p>
              <p className="text-xl font-semibold">{amount(total / HOURS.length, unit)}</p>
            </div>
            <div role="group" aria-label="Peak hour">
              <p className="text-sm text-stone-300">Peak hour</p>
              <p className="text-xl font-semibold">{`${HOURS[peak]}:00`}</p>
            </div>
          </div>
          <div className="mt-5 grid gap-3 sm:grid-cols-3 lg:grid-cols-1">
            <label className="block text-sm">
              Day
              <select
                className={FIELD}
                value={day}
                onChange={(event) =>
                  send({ type: "day", day: event.target.value === "Sunday" ? "Sunday" : "Saturday" })
                }
              >
                {DAYS.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <label className="block text-sm">
              Room
              <select
                className={FIELD}
                value={room}
                onChange={(event) => send({ type: "room", text: event.target.value })}
              >
                {[HOUSE, ...ROOMS.map((one) => one.name)].map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <label className="block text-sm">
              Budget in kWh
              <input
                className={FIELD}
                inputMode="decimal"
                value={panel.budget}
                aria-invalid={budget === null}
                aria-describedby="budget-note"
                onChange={(event) => send({ type: "budget", text: event.target.value })}
              />
            </label>
          </div>
          <p
            id="budget-note"
            role="status"
            className={`mt-3 flex min-h-11 items-center gap-2 rounded px-3 font-semibold transition-colors ${isOver || budget === null ? "bg-rose-300 text-rose-950" : "bg-emerald-900 text-emerald-100"}`}
          >
            {isOver && <TriangleAlert size={18} aria-hidden="true" className="shrink-0" />}
            {budget === null && "Enter a budget above 0"}
            {budget !== null && (isOver ? `Over budget by ${amount(total - budget, unit)}` : "Within budget")}
          </p>
        </section>

        <section aria-label="Hours" className="min-w-0">
          <div className="flex flex-wrap items-center gap-3">
            <div role="group" aria-label="Unit" className="flex rounded bg-stone-950 p-1">
              {UNITS.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={unit === name}
                  onClick={() => send({ type: "unit", unit: name })}
                  className={`h-9 rounded px-4 transition-colors aria-pressed:bg-amber-300 aria-pressed:font-bold aria-pressed:text-stone-950 ${FOCUS}`}
                >
                  {name}
                </button>
              ))}
            </div>
            <label className="flex h-11 items-center gap-2">
              <input
                type="checkbox"
                checked={panel.compare}
                onChange={() => send({ type: "compare" })}
                className="size-5 accent-amber-300"
              />
              Compare days
            </label>
            <button
              type="button"
              onClick={() => send({ type: "reset" })}
              className={`ml-auto flex h-11 items-center gap-2 rounded border border-stone-400 px-4 hover:bg-stone-700 ${FOCUS}`}
            >
              <Power size={17} aria-hidden="true" />
              Reset
            </button>
          </div>
          <div className="mt-3 grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
            <div>
              <figure aria-label="Consumption chart" className="rounded-xl bg-stone-900 p-3 sm:p-5">
                <svg viewBox="0 0 520 302" aria-hidden="true" className="block max-h-96 w-full">
                  {HOURS.map((each, index) => (
                    <LampColumn key={each} rooms={rooms} day={day} index={index} isRead={each === hour} />
                  ))}
                </svg>
                <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
                  {rooms.map(({ name, colour }) => (
                    <span key={name} className="flex items-center gap-2">
                      <span aria-hidden="true" className="size-3 rounded-xs" style={{ backgroundColor: colour }} />
                      {name}
                    </span>
                  ))}
                </figcaption>
              </figure>
              <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
                <label className="flex min-w-56 grow items-center gap-3">
                  Hour
                  <input
                    type="range"
                    min={FIRST_HOUR}
                    max={LAST_HOUR}
                    value={hour}
                    onChange={(event) => send({ type: "hour", hour: Number(event.target.value) })}
                    className={`grow accent-amber-300 ${FOCUS}`}
                  />
                </label>
                <p aria-live="polite" className="min-w-44 font-semibold text-amber-200">
                  {`At ${hour}:00: ${amount(use[hour - FIRST_HOUR] ?? 0, unit)}`}
                </p>
              </div>
              {panel.compare && <p className="mt-2 text-lg">{comparison(total, sumOf(otherUse), other, unit)}</p>}
            </div>
            <table className="w-full text-right tabular-nums">
              <thead>
                <tr className="text-sm text-stone-200">
                  <th scope="col" className="py-1 pl-2 text-left font-normal">
                    Time
                  </th>
                  <th scope="col" className="pr-2 font-normal">
                    {day}
                  </th>
                  {panel.compare && (
                    <th scope="col" className="pr-2 font-normal">
                      {other}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {HOURS.map((each, index) => (
                  <tr key={each} className={`border-t border-stone-600 ${each === hour ? "bg-stone-600" : ""}`}>
                    <th scope="row" className="py-1.5 pl-2 text-left font-normal xl:py-2.5">{`${each}:00`}</th>
                    <td className="pr-2">{amount(use[index] ?? 0, unit)}</td>
                    {panel.compare && <td className="pr-2 text-stone-200">{amount(otherUse[index] ?? 0, unit)}</td>}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className="border-t-2 border-amber-300 font-bold">
                  <th scope="row" className="py-1.5 pl-2 text-left">
                    Sum
                  </th>
                  <td className="pr-2">{amount(total, unit)}</td>
                  {panel.compare && <td className="pr-2">{amount(sumOf(otherUse), unit)}</td>}
                </tr>
              </tfoot>
            </table>
          </div>
        </section>
      </div>
    </main>
  );
}
