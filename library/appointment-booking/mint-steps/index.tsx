import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { CalendarCheck, Check, Clock } from "lucide-react";

type Booking = { service: number; day: number; slot: number; name: string; phone: string };

const NONE = -1;
const EMPTY: Booking = { service: NONE, day: NONE, slot: NONE, name: "", phone: "" };
const SERVICES = [
  { label: "Puncture repair", price: 15, slots: 1 },
  { label: "Brake service", price: 40, slots: 1 },
  { label: "Full tune-up", price: 75, slots: 2 },
];
/** One letter for each time of the day: o is open, x is taken; the bar between is the lunch break. */
const WEEK = [
  { day: "Monday", plan: "oxo|oxo" },
  { day: "Tuesday", plan: "xoo|ooo" },
  { day: "Wednesday", plan: "xxx|xxx" },
  { day: "Thursday", plan: "oox|xoo" },
  { day: "Friday", plan: "ooo|oox" },
];
const SLOTS = [
  { at: 0, label: "09:00" },
  { at: 1, label: "10:00" },
  { at: 2, label: "11:00" },
  { at: 4, label: "13:00" },
  { at: 5, label: "14:00" },
  { at: 6, label: "15:00" },
];
const RULES: { part: keyof Booking; message: string; isRight: (booking: Booking) => boolean }[] = [
  { part: "service", message: "Choose a service", isRight: ({ service }) => service !== NONE },
  { part: "day", message: "Choose a day", isRight: ({ day }) => day !== NONE },
  { part: "slot", message: "Choose a time", isRight: ({ slot }) => slot !== NONE },
  { part: "name", message: "Enter your name", isRight: ({ name }) => name.trim().length > 0 },
  { part: "phone", message: "Enter a valid phone number", isRight: ({ phone }) => isPhoneNumber(phone) },
];

function isPhoneNumber(text: string): boolean {
  const digits = text.match(/\d/g) ?? [];
  return digits.length >= 7 && !/[^\d\s+()/-]/.test(text);
}

function openSlots(dayIndex: number, serviceIndex: number) {
  const plan = WEEK[dayIndex]?.plan ?? "";
  const needed = "o".repeat(SERVICES[serviceIndex]?.slots ?? 1);
  return SLOTS.filter((slot) => plan.startsWith(needed, slot.at));
}

const OPTION =
  "cursor-pointer rounded-2xl bg-[#f1faf6] px-4 py-3 ring-1 ring-teal-700/25 transition-shadow hover:ring-2 hover:ring-teal-500 has-checked:bg-teal-800 has-checked:text-white has-checked:ring-teal-800 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-orange-600 has-disabled:cursor-not-allowed has-disabled:bg-transparent has-disabled:text-slate-500 has-disabled:ring-slate-200";
const FIELD =
  "mt-1 w-full rounded-2xl border border-slate-400 bg-white px-4 py-3 focus-visible:outline-3 focus-visible:outline-orange-600 aria-invalid:border-2 aria-invalid:border-rose-700";
const SOLID =
  "rounded-full bg-orange-700 px-8 py-3 font-semibold text-white transition-colors hover:bg-orange-800 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-teal-900";
const GHOST =
  "rounded-full px-5 py-3 font-semibold text-teal-900 ring-1 ring-teal-700 transition-colors hover:bg-teal-100 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-teal-900";

type StepProps = { number: number; title: string; isDone: boolean; message?: string | undefined; children: ReactNode };

function Step({ number, title, isDone, message, children }: StepProps) {
  return (
    <li className="rounded-[2rem] bg-white p-5 shadow-sm sm:p-7">
      <fieldset>
        <legend className="flex items-center gap-3 pb-4 text-xl font-semibold">
          <span
            aria-hidden="true"
            className={`grid size-9 place-items-center rounded-full text-base transition-colors ${isDone ? "bg-teal-800 text-white" : "bg-[#d9efe8] text-teal-900"}`}
          >
            {isDone ? <Check className="size-5" /> : number}
          </span>
          {title}
        </legend>
        {children}
      </fieldset>
      <p role="alert" className="mt-3 font-medium text-rose-700 empty:hidden">
        {message}
      </p>
    </li>
  );
}

type ChoiceProps = { group: string; isChosen: boolean; isOff?: boolean; onPick: () => void; children: ReactNode };

function Choice({ group, isChosen, isOff = false, onPick, children }: ChoiceProps) {
  return (
    <label className={`${OPTION} flex flex-col`}>
      <input type="radio" name={group} className="sr-only" checked={isChosen} disabled={isOff} onChange={onPick} />
      {children}
    </label>
  );
}

export default function MintSteps() {
  const [booking, setBooking] = useState(EMPTY);
  const [isTried, setIsTried] = useState(false);
  const [status, setStatus] = useState<"open" | "booked" | "cancelled">("open");
  const doneTitle = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (status === "booked") doneTitle.current?.focus();
  }, [status]);

  const service = SERVICES[booking.service];
  const day = WEEK[booking.day]?.day;
  const slot = SLOTS.find((item) => item.at === booking.slot);
  const open = openSlots(booking.day, booking.service);
  const wrong = RULES.filter((rule) => !rule.isRight(booking));

  function messageFor(part: keyof Booking): string | undefined {
    return isTried ? wrong.find((rule) => rule.part === part)?.message : undefined;
  }

  function update(change: Partial<Booking>) {
    setBooking((current) => ({ ...current, ...change }));
    if (status === "cancelled") setStatus("open");
  }

  function handleBook() {
    setIsTried(true);
    if (wrong.length > 0) return;
    setIsTried(false);
    setStatus("booked");
  }

  function empty(next: "open" | "cancelled") {
    setBooking(EMPTY);
    setIsTried(false);
    setStatus(next);
  }

  const heading = <h1 className="text-3xl font-bold tracking-tight sm:text-5xl">Book a bicycle repair</h1>;

  if (status === "booked" && service && slot) {
    return (
      <main className="grid min-h-dvh place-items-center bg-[#d9efe8] p-4 text-slate-900">
        <section aria-label="Confirmation" className="w-full max-w-xl rounded-[2rem] bg-white p-7 shadow-lg sm:p-12">
          <CalendarCheck aria-hidden="true" className="size-14 text-teal-800" strokeWidth={1.5} />
          <h1 ref={doneTitle} tabIndex={-1} className="mt-4 text-4xl font-bold tracking-tight outline-none">
            You are booked
          </h1>
          <p className="mt-4 text-xl">{`${service.label} on ${day} at ${slot.label}`}</p>
          <p className="mt-2 break-words text-slate-700">{`See you then, ${booking.name.trim()}. I call ${booking.phone.trim()} if a part is missing.`}</p>
          <p className="mt-6 rounded-2xl bg-teal-50 px-5 py-4 text-lg font-semibold">{`Price $${service.price}`}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <button type="button" onClick={() => setStatus("open")} className={SOLID}>
              Change booking
            </button>
            <button type="button" onClick={() => empty("cancelled")} className={GHOST}>
              Cancel booking
            </button>
          </div>
        </section>
      </main>
    );
  }

  return (
    <div className="flex min-h-dvh flex-col bg-[#d9efe8] text-slate-900">
      <main className="mx-auto w-full max-w-[68rem] grow px-4 py-8 sm:px-8">
        {heading}
        <p className="mt-2 mb-6 text-lg text-slate-700">Four small steps, then your bicycle is expected.</p>
        <p role="status" className="mb-5 rounded-2xl bg-white px-5 py-3 font-semibold empty:hidden">
          {status === "cancelled" && "Booking cancelled"}
        </p>
        <ol className="grid gap-5 lg:grid-cols-2">
          <Step number={1} title="Service" isDone={service !== undefined} message={messageFor("service")}>
            <div className="grid gap-2">
              {SERVICES.map((item, index) => (
                <Choice
                  key={item.label}
                  group="service"
                  isChosen={index === booking.service}
                  onPick={() => update({ service: index, slot: NONE })}
                >
                  <span className="flex justify-between gap-3 text-lg font-semibold">
                    {item.label} <span>${item.price}</span>
                  </span>
                  <span className="text-sm">{item.slots === 1 ? "One hour" : "Two hours in a row"}</span>
                </Choice>
              ))}
            </div>
          </Step>
          <Step number={2} title="Day" isDone={day !== undefined} message={messageFor("day")}>
            <div className="grid grid-cols-2 gap-2 *:last:col-span-2">
              {WEEK.map((item, index) => (
                <Choice
                  key={item.day}
                  group="day"
                  isChosen={index === booking.day}
                  onPick={() => update({ day: index, slot: NONE })}
                >
                  <span className="font-semibold">{item.day}</span>
                  <span className="text-sm">{`${openSlots(index, booking.service).length} free`}</span>
                </Choice>
              ))}
            </div>
          </Step>
          <Step number={3} title="Time" isDone={slot !== undefined} message={messageFor("slot")}>
            <div className="grid grid-cols-3 gap-2 text-center font-semibold">
              {SLOTS.map((item) => (
                <Choice
                  key={item.label}
                  group="slot"
                  isChosen={item.at === booking.slot}
                  isOff={!open.includes(item)}
                  onPick={() => update({ slot: item.at })}
                >
                  {item.label}
                </Choice>
              ))}
            </div>
            <p role="status" className="mt-3 flex items-center gap-2 text-slate-700">
              <Clock aria-hidden="true" className="size-4" />
              {day === undefined
                ? "Times open after the day"
                : open.length === 0
                  ? "No free slots"
                  : "Lunch is at noon"}
            </p>
          </Step>
          <Step number={4} title="Contact" isDone={booking.name.trim() !== "" && isPhoneNumber(booking.phone)}>
            {(["name", "phone"] as const).map((part) => (
              <label key={part} className="mb-3 block font-medium">
                {part === "name" ? "Name" : "Phone"}
                <input
                  type={part === "name" ? "text" : "tel"}
                  value={booking[part]}
                  onChange={(event) => update({ [part]: event.target.value })}
                  aria-invalid={messageFor(part) !== undefined}
                  aria-describedby={`${part}-message`}
                  className={FIELD}
                />
                <span id={`${part}-message`} role="alert" className="text-rose-700">
                  {messageFor(part)}
                </span>
              </label>
            ))}
          </Step>
        </ol>
      </main>
      <section aria-label="Summary" className="border-t border-teal-200 bg-white px-4 py-5 sm:px-8">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p aria-live="polite" className="text-lg">
            {!service && !day && !slot
              ? "Nothing chosen yet"
              : [service?.label, day, slot?.label].filter(Boolean).join(", ")}
            {service && <b className="ml-2 text-orange-800">{`$${service.price}`}</b>}
          </p>
          <div className="flex gap-3">
            <button type="button" onClick={() => empty("open")} className={GHOST}>
              Clear form
            </button>
            <button type="button" onClick={handleBook} className={SOLID}>
              Book
            </button>
          </div>
        </div>
      </section>
    </div>
  );
}
