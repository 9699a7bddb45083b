import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { Bike } from "lucide-react";

type Service = { name: string; price: number; hours: number; note: string };
type Errors = Partial<Record<"service" | "day" | "time" | "name" | "phone", string>>;

const SERVICES: Service[] = [
  { name: "Puncture repair", price: 15, hours: 1, note: "New tube or patch, 1 h" },
  { name: "Brake service", price: 40, hours: 1, note: "Pads and cables, 1 h" },
  { name: "Full tune-up", price: 75, hours: 2, note: "Gears to bearings, 2 h" },
];
const HOURS = [9, 10, 11, 13, 14, 15];
const TAKEN = new Map<string, number[]>([
  ["Monday", [10, 14]],
  ["Tuesday", [9]],
  ["Wednesday", HOURS],
  ["Thursday", [11, 13]],
  ["Friday", [15]],
]);
const FIELDS = ["name", "phone"] as const;
const LABELS = { name: "Name", phone: "Phone" };
const NO_CONTACT = { name: "", phone: "" };
const PHONE_DIGITS = 7;

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

function isFree(day: string, hour: number): boolean {
  return HOURS.includes(hour) && !TAKEN.get(day)?.includes(hour);
}

function startsOn(day: string, length: number): number[] {
  return HOURS.filter((hour) => isFree(day, hour) && (length < 2 || isFree(day, hour + 1)));
}

function isPhone(text: string): boolean {
  return /^[+\d\s()-]*$/.test(text) && text.replace(/\D/g, "").length >= PHONE_DIGITS;
}

const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-blue-700";
const CHOICE =
  "flex cursor-pointer items-center gap-3 border-2 border-stone-800 bg-white px-3 py-2.5 transition-colors hover:bg-amber-50 has-checked:bg-stone-800 has-checked:text-amber-50 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue-700";
const STUB = "border-t-4 border-dotted border-[#cfae7c] bg-[#f3e3bd] p-6 sm:p-8 lg:border-t-0 lg:border-l-4";
const STAMP =
  "inline-block -rotate-2 border-4 border-red-800 px-5 py-2 text-2xl font-black text-red-800 uppercase sm:text-4xl";
const BLOCKED =
  "has-disabled:cursor-not-allowed has-disabled:border-stone-400 has-disabled:bg-transparent has-disabled:text-stone-500";

type GroupProps = { number: string; title: string; problem?: string | undefined; children: ReactNode };

function Group({ number, title, problem, children }: GroupProps) {
  return (
    <fieldset className="border-t-2 border-dashed border-stone-400 pt-4">
      <legend className="float-left mb-3 w-full text-lg font-black tracking-wide uppercase">
        <span className="text-red-800">{number}</span> {title}
      </legend>
      <div className="clear-both">{children}</div>
      <Problem text={problem} />
    </fieldset>
  );
}

function Problem({ text, id }: { text: string | undefined; id?: string }) {
  return (
    <p id={id} role="alert" className="mt-2 font-bold text-red-800 empty:hidden">
      {text}
    </p>
  );
}

export default function WorkshopTicket() {
  const [service, setService] = useState<Service | null>(null);
  const [day, setDay] = useState("");
  const [hour, setHour] = useState<number | null>(null);
  const [contact, setContact] = useState(NO_CONTACT);
  const [errors, setErrors] = useState<Errors>({});
  const [isBooked, setIsBooked] = useState(false);
  const [isCancelled, setIsCancelled] = useState(false);

  const length = service?.hours ?? 1;
  const open = day === "" ? [] : startsOn(day, length);
  const isEmpty = service === null && day === "";
  const stub = [
    ["Service", service?.name],
    ["Day", day || null],
    ["Time", hour === null ? null : `${clock(hour)} to ${clock(hour + length)}`],
    ["Price", service && `$${service.price}`],
  ];

  function forget(field: keyof Errors) {
    setErrors((current) => Object.fromEntries(Object.entries(current).filter(([key]) => key !== field)));
    setIsCancelled(false);
  }

  function handleService(choice: Service) {
    setService(choice);
    setHour(null);
    forget("service");
  }

  function handleDay(choice: string) {
    setDay(choice);
    setHour(null);
    forget("day");
  }

  function handleTime(choice: number) {
    setHour(choice);
    forget("time");
  }

  function handleContact(field: "name" | "phone", text: string) {
    setContact((current) => ({ ...current, [field]: text }));
    forget(field);
  }

  function clearForm() {
    setService(null);
    setDay("");
    setHour(null);
    setContact(NO_CONTACT);
    setErrors({});
    setIsCancelled(false);
  }

  function handleCancel() {
    clearForm();
    setIsBooked(false);
    setIsCancelled(true);
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const found: Errors = {};
    if (service === null) found.service = "Choose a service";
    if (day === "") found.day = "Choose a day";
    if (hour === null) found.time = "Choose a time";
    if (contact.name.trim() === "") found.name = "Enter your name";
    if (!isPhone(contact.phone)) found.phone = "Enter a valid phone number";
    setErrors(found);
    if (Object.keys(found).length === 0) return setIsBooked(true);
    const field = event.currentTarget.elements.namedItem(found.name ? "name" : "phone");
    if (field instanceof HTMLElement && (found.name || found.phone)) field.focus();
  }

  const input = `mt-1 w-full border-2 border-stone-800 bg-white px-3 py-2.5 aria-invalid:border-red-800 aria-invalid:bg-red-50 ${FOCUS}`;
  const dark = `bg-red-800 px-7 py-3 text-lg font-black tracking-wide text-white uppercase transition-colors hover:bg-red-900 ${FOCUS}`;
  const plain = `border-2 border-stone-800 px-5 py-3 font-bold transition-colors hover:bg-amber-100 ${FOCUS}`;

  return (
    <main className="min-h-dvh bg-[#cfae7c] px-4 py-6 font-mono text-stone-900 sm:px-8 sm:py-12">
      <div className="mx-auto grid max-w-6xl bg-[#fdf6e3] shadow-[0_12px_40px_rgb(60_40_10/0.35)] lg:grid-cols-[1fr_22rem]">
        <div className="p-5 sm:p-10">
          <header className="mb-6">
            <Bike aria-hidden="true" className="float-left mr-4 size-12 text-red-800" strokeWidth={1.5} />
            <h1 className="text-2xl leading-tight font-black tracking-tight uppercase sm:text-4xl">Repair ticket</h1>
            <p>Spoke &amp; Chain, 09:00 to 16:00</p>
          </header>
          <p role="status" className="mb-4 border-2 border-stone-800 bg-amber-100 px-4 py-2 font-bold empty:hidden">
            {isCancelled && "Booking cancelled"}
          </p>
          {isBooked && service && hour !== null ? (
            <section aria-labelledby="booked-title" className="border-t-2 border-dashed border-stone-400 pt-8">
              <h2 id="booked-title" className={STAMP}>
                You are booked
              </h2>
              <p className="mt-8 text-xl font-bold">{`${service.name} on ${day} at ${clock(hour)}`}</p>
              <p className="mt-2 break-words">{`Reserved for ${contact.name.trim()}, phone ${contact.phone.trim()}.`}</p>
              <p className="mt-2">{`Price: $${service.price}, paid when you collect the bicycle.`}</p>
              <div className="mt-8 flex flex-wrap gap-4">
                <button type="button" onClick={() => setIsBooked(false)} className={dark}>
                  Change booking
                </button>
                <button type="button" onClick={handleCancel} className={plain}>
                  Cancel booking
                </button>
              </div>
            </section>
          ) : (
            <form noValidate onSubmit={handleSubmit} className="grid gap-7">
              <Group number="1" title="Service" problem={errors.service}>
                <div className="grid gap-2 sm:grid-cols-3">
                  {SERVICES.map((item) => (
                    <label key={item.name} className={`${CHOICE} relative sm:flex-col sm:items-start sm:gap-0`}>
                      <input
                        type="radio"
                        name="service"
                        checked={service === item}
                        onChange={() => handleService(item)}
                        className="size-5 shrink-0 accent-amber-400"
                      />
                      <span className="sm:mt-2">
                        <b className="block">{item.name}</b>
                        <span className="text-sm">{item.note}</span>
                      </span>
                      <b className="ml-auto text-xl sm:absolute sm:top-2 sm:right-3">${item.price}</b>
                    </label>
                  ))}
                </div>
              </Group>
              <Group number="2" title="Day" problem={errors.day}>
                <div className="grid grid-cols-2 gap-2 *:last:col-span-2 sm:grid-cols-5 sm:*:last:col-span-1">
                  {[...TAKEN.keys()].map((item) => (
                    <label key={item} className={`${CHOICE} flex-wrap gap-y-0`}>
                      <input
                        type="radio"
                        name="day"
                        checked={day === item}
                        onChange={() => handleDay(item)}
                        className="sr-only"
                      />
                      <b className="w-full">{item}</b>
                      <span className="text-sm">{`${startsOn(item, length).length} free`}</span>
                    </label>
                  ))}
                </div>
              </Group>
              <Group number="3" title="Time" problem={errors.time}>
                <p role="status" className="mb-2">
                  {day === ""
                    ? "Pick a day to open its hours."
                    : open.length === 0
                      ? "No free slots"
                      : `Open on ${day}`}
                </p>
                <div className="grid grid-cols-3 gap-2 sm:grid-cols-6">
                  {HOURS.map((item) => (
                    <label
                      key={item}
                      className={`${CHOICE} ${BLOCKED} justify-center font-bold ${day ? "has-disabled:line-through" : ""}`}
                    >
                      <input
                        type="radio"
                        name="time"
                        checked={hour === item}
                        disabled={!open.includes(item)}
                        onChange={() => handleTime(item)}
                        className="sr-only"
                      />
                      {clock(item)}
                    </label>
                  ))}
                </div>
              </Group>
              <Group number="4" title="Contact">
                <div className="grid gap-4 sm:grid-cols-2">
                  {FIELDS.map((field) => (
                    <div key={field}>
                      <label htmlFor={field}>{LABELS[field]}</label>
                      <input
                        id={field}
                        name={field}
                        type={field === "phone" ? "tel" : "text"}
                        value={contact[field]}
                        onChange={(event) => handleContact(field, event.target.value)}
                        aria-invalid={errors[field] !== undefined}
                        aria-describedby={`${field}-problem`}
                        className={input}
                      />
                      <Problem id={`${field}-problem`} text={errors[field]} />
                    </div>
                  ))}
                </div>
              </Group>
              <div className="flex flex-wrap gap-4">
                <button type="submit" className={dark}>
                  Book
                </button>
                <button type="button" onClick={clearForm} className={plain}>
                  Clear form
                </button>
              </div>
            </form>
          )}
        </div>
        <section aria-label="Summary" className={STUB}>
          <div aria-live="polite" className="lg:sticky lg:top-8">
            <div className="mx-auto mb-6 size-10 rounded-full border-[6px] border-stone-700 bg-[#cfae7c]" />
            <h2 className="mb-4 text-center text-lg font-black tracking-widest uppercase">Stub</h2>
            {isEmpty ? (
              <p className="text-center">Nothing chosen yet</p>
            ) : (
              <dl className="grid gap-4">
                {stub.map(([label, value]) => (
                  <div key={label} className="border-b border-stone-500 pb-2">
                    <dt className="text-xs tracking-widest text-stone-700 uppercase">{label}</dt>
                    <dd className="text-lg font-bold">{value ?? "open"}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </section>
      </div>
    </main>
  );
}
