import { useEffect, useId, useReducer, useRef } from "react";
import type { FormEvent, ReactNode } from "react";
import { Ticket } from "lucide-react";

type Texts = Record<"fullName" | "email" | "diet" | "needs" | "message" | "promo", string>;
type Kind = "Standard" | "Student" | "Supporter";
type Booking = Texts & {
  kind: Kind;
  seats: number;
  workshops: readonly string[];
  appliedCode: string | null;
  rules: boolean;
  attempts: number;
  isSent: boolean;
};
type Change = Partial<Booking> | ((booking: Booking) => Partial<Booking>);

const KINDS = ["Standard", "Student", "Supporter"] as const;
const PRICE: Record<Kind, number> = { Standard: 40, Student: 20, Supporter: 80 };
const WORKSHOPS = ["Pottery", "Printmaking", "Bread baking", "Bookbinding"];

const NO_TEXTS: Texts = { fullName: "", email: "", diet: "None", needs: "", message: "", promo: "" };
const NOT_SENT = { appliedCode: null, rules: false, attempts: 0, isSent: false };
const BLANK: Booking = { ...NO_TEXTS, ...NOT_SENT, kind: "Standard", seats: 1, workshops: [] };

function amend(booking: Booking, change: Change): Booking {
  return { ...booking, ...(typeof change === "function" ? change(booking) : change) };
}

function mistakes({ fullName, email, diet, needs, rules }: Booking) {
  return {
    fullName: fullName.trim().length > 0 ? "" : "Enter your name",
    email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim()) ? "" : "Enter a valid email",
    needs: diet !== "Other" || needs.trim().length > 0 ? "" : "Write what we should know",
    rules: rules ? "" : "Agree to the house rules first",
  };
}

const isDiscount = (code: string | null) => code !== null && code.trim().toUpperCase() === "EARLY10";

function priceOf({ kind, seats, appliedCode }: Booking): number {
  const full = PRICE[kind] * seats;
  return isDiscount(appliedCode) ? full - full / 10 : full;
}

const BOX =
  "w-full min-w-0 rounded-2xl bg-violet-50 px-4 py-3 text-violet-950 ring-2 ring-violet-300 focus:bg-white focus:outline-none focus:ring-violet-700 aria-invalid:ring-rose-600";
const CHIP =
  "relative flex cursor-pointer items-center justify-center rounded-full px-4 py-2.5 text-center font-medium ring-2 ring-violet-300 has-checked:bg-violet-700 has-checked:text-white has-checked:ring-violet-700 has-disabled:cursor-not-allowed has-disabled:text-violet-400 has-focus-visible:ring-4 has-focus-visible:ring-fuchsia-500";
const STEP =
  "size-11 rounded-full bg-violet-200 text-2xl leading-none hover:bg-violet-300 focus-visible:outline-4 focus-visible:outline-fuchsia-500 disabled:bg-violet-100 disabled:text-violet-300";
const COVER =
  "absolute inset-0 size-full cursor-pointer appearance-none rounded-full opacity-0 disabled:cursor-not-allowed";

type RowProps = {
  label: string;
  field: Exclude<keyof Texts, "diet" | "message">;
  booking: Booking;
  error: string;
  change: (change: Change) => void;
  children?: ReactNode;
};

function TextRow({ label, field, booking, error, change, children }: RowProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type={field === "email" ? "email" : "text"}
          value={booking[field]}
          aria-invalid={error !== ""}
          aria-describedby={`${id}-error`}
          onChange={(event) => change({ [field]: event.target.value })}
          className={BOX}
        />
        {children}
      </div>
      <p id={`${id}-error`} role="alert" className="font-medium text-rose-700 empty:hidden">
        {error}
      </p>
    </div>
  );
}

type SeatStepProps = { label: string; sign: string; disabled: boolean; onStep: () => void };

function SeatStep({ label, sign, disabled, onStep }: SeatStepProps) {
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onStep} className={STEP}>
      {sign}
    </button>
  );
}

function Page({ title, booking, children }: { title: string; booking: Booking; children: ReactNode }) {
  return (
    <main className="min-h-dvh bg-violet-100 py-6 text-violet-950 sm:px-6 sm:py-10">
      <div className="mx-auto flex max-w-2xl flex-col gap-5">
        <div role="status" className="px-5 sm:px-0">
          <h1 className="text-2xl font-bold sm:text-3xl">{title}</h1>
        </div>
        <Stub booking={booking} />
        {children}
      </div>
    </main>
  );
}

function Stub({ booking }: { booking: Booking }) {
  return (
    <section aria-label="Your ticket" className="flex bg-violet-900 text-violet-50 shadow-lg sm:rounded-3xl">
      <div className="min-w-0 flex-1 p-5 sm:p-7">
        <p className="flex items-center gap-2 text-sm text-violet-200">
          <Ticket aria-hidden="true" className="size-4" />
          Makers&rsquo; Day, Saturday 14 June
        </p>
        <p className="mt-2 truncate text-2xl font-bold sm:text-3xl">{booking.fullName.trim() || "Your name here"}</p>
        <p className="mt-1 text-violet-200">{booking.workshops.join(" and ") || "No workshop yet"}</p>
      </div>
      <div className="grid w-28 shrink-0 place-content-center border-l-4 border-dotted border-violet-300 text-center sm:w-40">
        <b className="text-4xl sm:text-5xl">{booking.seats}</b>
        <span className="text-sm text-violet-200">{booking.kind}</span>
      </div>
    </section>
  );
}

export default function TicketPreview() {
  const [booking, change] = useReducer(amend, BLANK);
  const form = useRef<HTMLFormElement>(null);
  const found = mistakes(booking);
  const shown = booking.attempts > 0 ? found : { fullName: "", email: "", needs: "", rules: "" };
  const total = priceOf(booking);
  const isRefused = booking.appliedCode === booking.promo && !isDiscount(booking.appliedCode);
  const promoError = isRefused ? "This code is not valid" : "";

  useEffect(() => {
    if (booking.attempts === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [booking.attempts]);

  function handleSeat(step: 1 | -1) {
    change((current) => ({ seats: Math.max(1, Math.min(5, current.seats + step)) }));
  }

  function handleWorkshop(name: string, isOn: boolean) {
    change((current) => ({
      workshops: isOn ? [...current.workshops, name] : current.workshops.filter((other) => other !== name),
    }));
  }

  function handlePromo() {
    change((current) => ({ appliedCode: current.promo }));
  }

  function handleRegister(event: FormEvent) {
    event.preventDefault();
    const isRight = Object.values(found).every((text) => text === "");
    change((current) => (isRight ? { isSent: true } : { attempts: current.attempts + 1 }));
  }

  if (booking.isSent) {
    return (
      <Page title="You are registered" booking={booking}>
        <div className="bg-white p-6 text-lg sm:rounded-3xl sm:p-8">
          <p className="break-words">{`${booking.fullName.trim()}, your ticket is on its way to ${booking.email.trim()}.`}</p>
          <p className="mt-1">{`Please bring it along. Total: $${total}`}</p>
          <button
            type="button"
            onClick={() => change(BLANK)}
            className="mt-6 rounded-full bg-violet-700 px-6 py-3 font-semibold text-white hover:bg-violet-800 focus-visible:outline-4 focus-visible:outline-fuchsia-500"
          >
            Register another person
          </button>
        </div>
      </Page>
    );
  }

  return (
    <Page title="Get your ticket" booking={booking}>
      <form
        ref={form}
        noValidate
        onSubmit={handleRegister}
        className="flex flex-col gap-6 bg-white p-5 sm:rounded-3xl sm:p-8"
      >
        <TextRow label="Full name" field="fullName" booking={booking} error={shown.fullName} change={change} />
        <TextRow label="Email" field="email" booking={booking} error={shown.email} change={change} />

        <fieldset className="grid gap-2 sm:grid-cols-3">
          <legend className="mb-1.5 font-semibold">Ticket</legend>
          {KINDS.map((kind) => (
            <label key={kind} className={CHIP}>
              <input
                type="radio"
                name="kind"
                className={COVER}
                checked={booking.kind === kind}
                onChange={() => change({ kind })}
              />
              {`${kind} $${PRICE[kind]}`}
            </label>
          ))}
        </fieldset>

        <div className="flex flex-wrap items-center gap-3">
          <span className="grow font-semibold">{booking.seats === 1 ? "One seat" : `${booking.seats} seats`}</span>
          <SeatStep label="Remove seat" sign="−" disabled={booking.seats === 1} onStep={() => handleSeat(-1)} />
          <SeatStep label="Add seat" sign="+" disabled={booking.seats === 5} onStep={() => handleSeat(1)} />
        </div>

        <fieldset className="grid min-w-0 gap-2 min-[22rem]:grid-cols-2">
          <legend className="mb-1.5 font-semibold">Choose up to two workshops</legend>
          {WORKSHOPS.map((name) => (
            <label key={name} className={CHIP}>
              <input
                type="checkbox"
                className={COVER}
                checked={booking.workshops.includes(name)}
                disabled={booking.workshops.length === 2 && !booking.workshops.includes(name)}
                onChange={(event) => handleWorkshop(name, event.target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>

        <label className="grid gap-1.5 font-semibold">
          Dietary needs
          <select value={booking.diet} onChange={(event) => change({ diet: event.target.value })} className={BOX}>
            {["None", "Vegetarian", "Vegan", "Other"].map((diet) => (
              <option key={diet}>{diet}</option>
            ))}
          </select>
        </label>
        {booking.diet === "Other" && (
          <TextRow label="Describe your needs" field="needs" booking={booking} error={shown.needs} change={change} />
        )}

        <div>
          <label className="grid gap-1.5 font-semibold">
            Message
            <textarea
              rows={3}
              maxLength={120}
              value={booking.message}
              onChange={(event) => change({ message: event.target.value })}
              className={`${BOX} font-normal`}
            />
          </label>
          <p className="mt-1 text-right text-sm">{`${120 - booking.message.length} characters left`}</p>
        </div>

        <TextRow label="Promo code" field="promo" booking={booking} error={promoError} change={change}>
          <button
            type="button"
            onClick={handlePromo}
            className="rounded-full bg-violet-200 px-6 font-semibold hover:bg-violet-300"
          >
            Apply
          </button>
        </TextRow>

        <div>
          <label className="flex items-center gap-3">
            <input
              type="checkbox"
              checked={booking.rules}
              aria-invalid={shown.rules !== ""}
              aria-describedby="house-rules-error"
              onChange={(event) => change({ rules: event.target.checked })}
              className="size-6 accent-violet-700"
            />
            I agree to the house rules
          </label>
          <p id="house-rules-error" role="alert" className="mt-1 font-medium text-rose-700 empty:hidden">
            {shown.rules}
          </p>
        </div>

        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-2xl font-bold">{`Total: $${total}`}</p>
          <button
            type="submit"
            className="rounded-full bg-fuchsia-700 px-10 py-3.5 text-lg font-semibold text-white hover:bg-fuchsia-800 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-violet-700"
          >
            Register
          </button>
        </div>
      </form>
    </Page>
  );
}
