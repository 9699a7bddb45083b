import { useReducer, type FormEvent, type ReactNode } from "react";
import { Wrench } from "lucide-react";

const SERVICES = {
  "Puncture repair": { price: 15, hours: 1 },
  "Brake service": { price: 40, hours: 1 },
  "Full tune-up": { price: 75, hours: 2 },
};
type ServiceName = keyof typeof SERVICES;
const SERVICE_NAMES = Object.keys(SERVICES) as ServiceName[];

const TIMES = ["09:00", "10:00", "11:00", "13:00", "14:00", "15:00"];
/** The time that an appointment of two hours runs on into; none before lunch and at the end of the day. */
const NEXT_TIME: Record<string, string> = { "09:00": "10:00", "10:00": "11:00", "13:00": "14:00", "14:00": "15:00" };
const FREE_TIMES: Record<string, string[]> = {
  Monday: ["09:00", "11:00", "13:00", "15:00"],
  Tuesday: ["10:00", "11:00", "13:00", "14:00", "15:00"],
  Wednesday: [],
  Thursday: ["09:00", "10:00", "14:00", "15:00"],
  Friday: ["09:00", "10:00", "11:00", "13:00", "14:00"],
};

type Draft = { service: ServiceName | null; day: string | null; time: string | null; name: string; phone: string };
type Field = keyof Draft;
type State = { draft: Draft; asked: Field[]; page: "form" | "booked"; cancelled: boolean };
type Action =
  | { type: "pickService"; service: ServiceName }
  | { type: "pickDay"; day: string }
  | { type: "pickTime"; time: string }
  | { type: "write"; field: "name" | "phone"; text: string }
  | { type: "book" | "change" | "cancel" | "clear" };

const BLANK: Draft = { service: null, day: null, time: null, name: "", phone: "" };
const START: State = { draft: BLANK, asked: [], page: "form", cancelled: false };
const COMPLAINTS: Record<Field, string> = {
  service: "Choose a service",
  day: "Choose a day",
  time: "Choose a time",
  name: "Enter your name",
  phone: "Enter a valid phone number",
};

function freeTimes(day: string, service: ServiceName | null): string[] {
  const free = FREE_TIMES[day] ?? [];
  if (service === null || SERVICES[service].hours === 1) return free;
  return free.filter((time) => free.includes(NEXT_TIME[time] ?? ""));
}

function missingFields(draft: Draft): Field[] {
  const digits = draft.phone.replace(/[\s()+-]/g, "");
  const missing: Field[] = [];
  if (!draft.service) missing.push("service");
  if (!draft.day) missing.push("day");
  if (!draft.time) missing.push("time");
  if (!draft.name.trim()) missing.push("name");
  if (!/^\d{7,}$/.test(digits)) missing.push("phone");
  return missing;
}

function edit(state: State, change: Partial<Draft>): State {
  const asked = state.asked.filter((field) => !(field in change) || change[field] === null);
  return { ...state, draft: { ...state.draft, ...change }, asked, cancelled: false };
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "pickService":
      return edit(state, { service: action.service, time: null });
    case "pickDay":
      return edit(state, { day: action.day, time: null });
    case "pickTime":
      return edit(state, { time: action.time });
    case "write":
      return edit(state, { [action.field]: action.text });
    case "book": {
      const asked = missingFields(state.draft);
      return { ...state, asked, cancelled: false, page: asked.length === 0 ? "booked" : "form" };
    }
    case "change":
      return { ...state, page: "form" };
    case "cancel":
      return { ...START, cancelled: true };
    case "clear":
      return START;
  }
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-white";
const TILE =
  "relative flex cursor-pointer flex-col rounded-md bg-[#1c2127] px-4 py-3 transition-colors hover:bg-[#2a3139] has-checked:bg-[#ffc93c] has-checked:text-[#14171b] has-focus-visible:outline-3 has-focus-visible:outline-white";
const FLAP =
  "after:pointer-events-none after:absolute after:inset-x-0 after:top-1/2 after:h-px after:bg-[#0b0d10]/60 has-disabled:cursor-not-allowed has-disabled:bg-transparent has-disabled:text-[#7c8690] has-disabled:ring-1 has-disabled:ring-[#2a3139]";
const MAIN_BUTTON = `rounded-md bg-[#ffc93c] px-8 py-3 text-lg font-bold text-[#14171b] transition-colors hover:bg-[#ffdb7d] ${RING}`;
const SIDE_BUTTON = `rounded-md px-6 py-3 font-semibold ring-2 ring-[#59636e] transition-colors ring-inset hover:bg-[#2a3139] ${RING}`;

type RowProps = { title: string; field: Field; asked: Field[]; children: ReactNode };

function BoardRow({ title, field, asked, children }: RowProps) {
  return (
    <fieldset className="grid min-w-0 gap-3 border-b border-[#2a3139] py-7 md:grid-cols-[9rem_1fr]">
      <legend className="float-left text-lg font-semibold text-[#ffc93c] md:pt-3">{title}</legend>
      <div className="min-w-0 md:col-start-2">
        {children}
        <Complaint field={field} asked={asked} />
      </div>
    </fieldset>
  );
}

function Complaint({ field, asked }: { field: Field; asked: Field[] }) {
  return (
    <p id={`${field}-complaint`} role="alert" className="mt-2 font-semibold text-[#ff9d8a] empty:hidden">
      {asked.includes(field) && COMPLAINTS[field]}
    </p>
  );
}

export default function DepartureBoard() {
  const [{ draft, asked, page, cancelled }, dispatch] = useReducer(reduce, START);
  const available = draft.day ? freeTimes(draft.day, draft.service) : [];
  const price = draft.service ? SERVICES[draft.service].price : 0;
  const chosen = [draft.service, draft.day, draft.time].filter((part) => part !== null);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    dispatch({ type: "book" });
    const first = missingFields(draft).find((field) => field === "name" || field === "phone");
    const input = first ? event.currentTarget.elements.namedItem(first) : null;
    if (input instanceof HTMLElement) input.focus();
  }

  return (
    <div className="flex min-h-dvh flex-col bg-[#0f1215] font-sans text-[#eef1f4]">
      <header className="border-b-4 border-[#ffc93c] px-5 py-5 sm:px-10">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-3">
          <h1 className="flex items-center gap-3 text-2xl font-bold tracking-tight sm:text-4xl">
            <Wrench aria-hidden="true" className="size-8 text-[#ffc93c]" />
            Bicycle repairs
          </h1>
          <p className="text-[#b9c2cb]">One stand, one mechanic, five days</p>
        </div>
      </header>
      <main className="mx-auto w-full max-w-[69rem] grow px-5 py-4 sm:px-10">
        <p role="status" className="mt-4 rounded-md bg-[#22445c] px-4 py-3 font-semibold empty:hidden">
          {cancelled && "Booking cancelled"}
        </p>
        {page === "booked" ? (
          <section aria-labelledby="booked" className="py-10">
            <h2 id="booked" className="text-4xl font-bold text-[#ffc93c] sm:text-6xl">
              You are booked
            </h2>
            <p className="mt-6 text-2xl">{`${draft.service} on ${draft.day} at ${draft.time}`}</p>
            <ul className="mt-6 max-w-md divide-y divide-[#2a3139] rounded-md bg-[#1c2127] px-5">
              <li className="py-3 break-words">{`Name: ${draft.name.trim()}`}</li>
              <li className="py-3">{`Phone: ${draft.phone.trim()}`}</li>
              <li className="py-3">{`Price: $${price}`}</li>
            </ul>
            <div className="mt-8 flex flex-wrap gap-4">
              <button type="button" onClick={() => dispatch({ type: "change" })} className={MAIN_BUTTON}>
                Change booking
              </button>
              <button type="button" onClick={() => dispatch({ type: "cancel" })} className={SIDE_BUTTON}>
                Cancel booking
              </button>
            </div>
          </section>
        ) : (
          <form id="booking" noValidate onSubmit={handleSubmit}>
            <BoardRow title="Service" field="service" asked={asked}>
              <div className="grid gap-2 sm:grid-cols-3">
                {SERVICE_NAMES.map((name) => (
                  <label key={name} className={TILE}>
                    <input
                      type="radio"
                      name="service"
                      className="sr-only"
                      checked={draft.service === name}
                      onChange={() => dispatch({ type: "pickService", service: name })}
                    />
                    <b className="text-lg">{name}</b>
                    <span>{`$${SERVICES[name].price}, ${SERVICES[name].hours === 1 ? "one hour" : "two hours"}`}</span>
                  </label>
                ))}
              </div>
            </BoardRow>
            <BoardRow title="Day" field="day" asked={asked}>
              <div className="grid grid-cols-2 gap-2 *:last:col-span-2 sm:grid-cols-5 sm:*:last:col-span-1">
                {Object.keys(FREE_TIMES).map((day) => (
                  <label key={day} className={TILE}>
                    <input
                      type="radio"
                      name="day"
                      className="sr-only"
                      checked={draft.day === day}
                      onChange={() => dispatch({ type: "pickDay", day })}
                    />
                    <b>{day}</b>
                    <span className="text-sm">{freeTimes(day, draft.service).length} free</span>
                  </label>
                ))}
              </div>
            </BoardRow>
            <BoardRow title="Time" field="time" asked={asked}>
              <div className="grid grid-cols-3 gap-2 sm:grid-cols-6">
                {TIMES.map((time) => (
                  <label key={time} className={`${TILE} ${FLAP} items-center font-mono text-xl font-bold`}>
                    <input
                      type="radio"
                      name="time"
                      className="sr-only"
                      checked={draft.time === time}
                      disabled={!available.includes(time)}
                      onChange={() => dispatch({ type: "pickTime", time })}
                    />
                    {time}
                  </label>
                ))}
              </div>
              <p role="status" className="mt-2 text-[#b9c2cb]">
                {draft.day === null
                  ? "The board lights up once a day is picked"
                  : available.length === 0 && "No free slots"}
              </p>
            </BoardRow>
            <fieldset className="grid gap-4 py-7 md:grid-cols-[9rem_1fr_1fr] md:gap-3">
              <legend className="float-left text-lg font-semibold text-[#ffc93c]">You</legend>
              {(["name", "phone"] as const).map((field) => (
                <div key={field} className={field === "name" ? "md:col-start-2" : ""}>
                  <label htmlFor={field}>{field === "name" ? "Name" : "Phone"}</label>
                  <input
                    id={field}
                    name={field}
                    type={field === "name" ? "text" : "tel"}
                    value={draft[field]}
                    onChange={(event) => dispatch({ type: "write", field, text: event.target.value })}
                    aria-invalid={asked.includes(field)}
                    aria-describedby={`${field}-complaint`}
                    className={`mt-1 w-full rounded-md border-2 border-[#59636e] bg-[#1c2127] px-4 py-3 text-lg aria-invalid:border-[#ff9d8a] ${RING}`}
                  />
                  <Complaint field={field} asked={asked} />
                </div>
              ))}
            </fieldset>
          </form>
        )}
      </main>
      <section aria-label="Summary" className="bg-[#1c2127] px-5 py-5 sm:px-10">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-5">
          <p aria-live="polite" className="text-xl">
            {chosen.length === 0 ? "Nothing chosen yet" : chosen.join(", ")}
            {draft.service && <b className="ml-3 font-mono text-2xl text-[#ffc93c]">${price}</b>}
          </p>
          {page === "form" && (
            <div className="flex gap-4">
              <button type="button" onClick={() => dispatch({ type: "clear" })} className={SIDE_BUTTON}>
                Clear form
              </button>
              <button type="submit" form="booking" className={MAIN_BUTTON}>
                Book
              </button>
            </div>
          )}
        </div>
      </section>
    </div>
  );
}
