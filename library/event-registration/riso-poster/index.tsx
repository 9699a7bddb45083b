import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

type Texts = Record<"name" | "email" | "ticket" | "diet" | "dietNote" | "message" | "promo", string>;
type Form = Texts & { seats: number; workshops: string[]; agreed: boolean };
type Errors = Partial<Record<"name" | "email" | "dietNote" | "promo" | "agreed", string>>;

const PRICES = { Standard: 40, Student: 20, Supporter: 80 };
const WORKSHOPS = ["Pottery", "Printmaking", "Bread baking", "Bookbinding"];
const DIETS = ["None", "Vegetarian", "Vegan", "Other"];
const MESSAGE_MAX = 120;
const NO_TEXT: Texts = { name: "", email: "", ticket: "Standard", diet: "None", dietNote: "", message: "", promo: "" };
const EMPTY: Form = { ...NO_TEXT, seats: 1, workshops: [], agreed: false };

function findErrors(form: Form): Errors {
  const errors: Errors = {};
  if (form.name.trim() === "") errors.name = "Enter your name";
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(form.email.trim())) errors.email = "Enter a valid email";
  if (form.diet === "Other" && form.dietNote.trim() === "") errors.dietNote = "Tell us what you eat";
  if (!form.agreed) errors.agreed = "Agree to the house rules first";
  return errors;
}

const focusHeading = (heading: HTMLHeadingElement | null) => heading?.focus();

const INPUT =
  "mt-1 w-full border-2 border-blue-900 bg-white px-3 py-2.5 text-blue-950 focus-visible:outline-4 focus-visible:outline-orange-500 aria-invalid:border-red-700 aria-invalid:bg-red-50";
const OUTLINE_BUTTON =
  "border-2 border-blue-900 font-bold hover:bg-blue-100 focus-visible:outline-4 focus-visible:outline-orange-500 disabled:border-stone-400 disabled:text-stone-400 disabled:hover:bg-transparent";

type FieldProps = {
  name: "name" | "email" | "dietNote" | "promo";
  label: string;
  form: Form;
  errors: Errors;
  onChange: (fields: Partial<Form>) => void;
};

function TextField({ name, label, form, errors, onChange }: FieldProps) {
  return (
    <div>
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      <input
        id={name}
        name={name}
        type={name === "email" ? "email" : "text"}
        value={form[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
        aria-invalid={errors[name] !== undefined}
        aria-describedby={`${name}-problem`}
        className={INPUT}
      />
      <Problem id={`${name}-problem`} text={errors[name]} />
    </div>
  );
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return (
    <p id={id} role="alert" className="mt-1 text-sm font-semibold text-red-700 empty:hidden">
      {text}
    </p>
  );
}

type SeatButtonProps = { label: string; sign: string; disabled: boolean; onPress: () => void };

function SeatButton({ label, sign, disabled, onPress }: SeatButtonProps) {
  const look = `size-11 rounded-full text-xl ${OUTLINE_BUTTON}`;
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onPress} className={look}>
      {sign}
    </button>
  );
}

function Poster({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh bg-orange-50 text-blue-950 lg:grid lg:grid-cols-[minmax(22rem,2fr)_3fr]">
      <header className="relative overflow-hidden bg-amber-100 px-6 py-8 lg:px-10 lg:py-12">
        <svg
          aria-hidden="true"
          viewBox="0 0 400 700"
          preserveAspectRatio="xMidYMax slice"
          className="absolute right-0 bottom-0 h-full w-28 lg:h-4/5 lg:w-full"
        >
          <circle cx="300" cy="480" r="210" fill="#ff9d5c" />
          <circle cx="110" cy="560" r="190" fill="#7fb2e5" style={{ mixBlendMode: "multiply" }} />
          <path d="M150 700V430l70-70 70 70v270z" fill="#f6cf3e" style={{ mixBlendMode: "multiply" }} />
        </svg>
        <div className="relative max-w-60 lg:max-w-none">
          <h1 className="text-4xl leading-none font-black tracking-tighter lg:text-7xl">Makers&rsquo; Day</h1>
          <p className="mt-3 font-semibold lg:text-xl">Saturday 14 June, 10 to 17, Old Mill</p>
        </div>
      </header>
      <main className="px-6 py-8 lg:px-16 lg:py-12">{children}</main>
    </div>
  );
}

export default function RisoPoster() {
  const [form, setForm] = useState<Form>(EMPTY);
  const [errors, setErrors] = useState<Errors>({});
  const [hasDiscount, setHasDiscount] = useState(false);
  const [isDone, setIsDone] = useState(false);

  const seatPrice = Object.entries(PRICES).find(([name]) => name === form.ticket)?.[1] ?? 0;
  const fullPrice = seatPrice * form.seats;
  const total = hasDiscount ? fullPrice * 0.9 : fullPrice;

  function change(fields: Partial<Form>) {
    setForm((current) => ({ ...current, ...fields }));
    setErrors((current) => Object.fromEntries(Object.entries(current).filter(([key]) => !(key in fields))));
  }

  function handleSeats(step: number) {
    setForm((current) => ({ ...current, seats: Math.min(5, Math.max(1, current.seats + step)) }));
  }

  function handleWorkshop(name: string) {
    setForm((current) => {
      const others = current.workshops.filter((workshop) => workshop !== name);
      const wasChosen = others.length < current.workshops.length;
      return { ...current, workshops: wasChosen ? others : [...others, name] };
    });
  }

  function handlePromo() {
    const isValid = form.promo.trim().toUpperCase() === "EARLY10";
    setHasDiscount(isValid);
    if (!isValid) setErrors((current) => ({ ...current, promo: "This code is not valid" }));
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = findErrors(form);
    setErrors(found);
    const firstWrong = Object.keys(found)[0];
    if (firstWrong === undefined) return setIsDone(true);
    const field = event.currentTarget.elements.namedItem(firstWrong);
    if (field instanceof HTMLElement) field.focus();
  }

  function handleAnother() {
    setForm(EMPTY);
    setHasDiscount(false);
    setIsDone(false);
  }

  if (isDone) {
    return (
      <Poster>
        <h2 ref={focusHeading} tabIndex={-1} className="text-4xl font-black outline-none">
          You are registered
        </h2>
        <p className="mt-4 max-w-prose text-lg">
          Thank you, {form.name.trim()}. We have sent your ticket to <b className="break-all">{form.email.trim()}</b>.
        </p>
        <ul className="mt-6 max-w-md divide-y-2 divide-blue-900 border-y-2 border-blue-900">
          <li className="py-3">{`${form.seats} × ${form.ticket}`}</li>
          <li className="py-3">{form.workshops.length > 0 ? form.workshops.join(" and ") : "No workshop chosen"}</li>
          <li className="py-3 font-bold">{`Total: $${total}`}</li>
        </ul>
        <button
          type="button"
          onClick={handleAnother}
          className="mt-8 bg-blue-900 px-6 py-3 font-bold text-white hover:bg-blue-800 focus-visible:outline-4 focus-visible:outline-orange-500"
        >
          Register another person
        </button>
      </Poster>
    );
  }

  return (
    <Poster>
      <form noValidate onSubmit={handleSubmit} className="flex max-w-2xl flex-col gap-6">
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField name="name" label="Full name" form={form} errors={errors} onChange={change} />
          <TextField name="email" label="Email" form={form} errors={errors} onChange={change} />
        </div>

        <fieldset>
          <legend className="font-bold">Ticket</legend>
          <div className="mt-1 grid gap-2 sm:grid-cols-3">
            {Object.entries(PRICES).map(([name, price]) => (
              <label
                key={name}
                className="flex items-center gap-3 border-2 border-blue-900 bg-white px-3 py-3 has-checked:bg-blue-900 has-checked:text-white has-focus-visible:outline-4 has-focus-visible:outline-orange-500"
              >
                <input
                  type="radio"
                  name="ticket"
                  checked={form.ticket === name}
                  onChange={() => change({ ticket: name })}
                  className="size-5 accent-orange-500"
                />
                <span className="grow">{name}</span>
                <span>${price}</span>
              </label>
            ))}
          </div>
        </fieldset>

        <div role="group" aria-label="Seats" className="flex items-center gap-4">
          <SeatButton label="Remove seat" sign="−" disabled={form.seats === 1} onPress={() => handleSeats(-1)} />
          <span aria-live="polite" className="min-w-20 text-center font-bold">{`Seats: ${form.seats}`}</span>
          <SeatButton label="Add seat" sign="+" disabled={form.seats === 5} onPress={() => handleSeats(1)} />
        </div>

        <fieldset>
          <legend className="font-bold">Workshops, up to two</legend>
          <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {WORKSHOPS.map((workshop) => (
              <label key={workshop} className="flex items-center gap-3 has-disabled:text-stone-500">
                <input
                  type="checkbox"
                  checked={form.workshops.includes(workshop)}
                  disabled={form.workshops.length >= 2 && !form.workshops.includes(workshop)}
                  onChange={() => handleWorkshop(workshop)}
                  className="size-5 accent-blue-900"
                />
                {workshop}
              </label>
            ))}
          </div>
        </fieldset>

        <div className="grid gap-6 sm:grid-cols-2">
          <label className="font-bold">
            Dietary needs
            <select value={form.diet} onChange={(event) => change({ diet: event.target.value })} className={INPUT}>
              {DIETS.map((diet) => (
                <option key={diet}>{diet}</option>
              ))}
            </select>
          </label>
          {form.diet === "Other" && (
            <TextField name="dietNote" label="Describe your needs" form={form} errors={errors} onChange={change} />
          )}
        </div>

        <div>
          <label className="font-bold">
            Message
            <textarea
              rows={3}
              maxLength={MESSAGE_MAX}
              value={form.message}
              onChange={(event) => change({ message: event.target.value })}
              aria-describedby="message-left"
              className={INPUT}
            />
          </label>
          <p id="message-left" className="text-right text-sm">
            {`${MESSAGE_MAX - form.message.length} characters left`}
          </p>
        </div>

        <div className="flex items-start gap-2">
          <TextField name="promo" label="Promo code" form={form} errors={errors} onChange={change} />
          <button type="button" onClick={handlePromo} className={`mt-7 px-5 py-2.5 ${OUTLINE_BUTTON}`}>
            Apply
          </button>
        </div>

        <div>
          <label className="flex items-center gap-3">
            <input
              name="agreed"
              type="checkbox"
              checked={form.agreed}
              onChange={(event) => change({ agreed: event.target.checked })}
              aria-invalid={errors.agreed !== undefined}
              aria-describedby="agreed-problem"
              className="size-5 accent-blue-900"
            />
            I agree to the house rules
          </label>
          <Problem id="agreed-problem" text={errors.agreed} />
        </div>

        <div className="flex flex-wrap items-center justify-between gap-4 border-t-4 border-blue-900 pt-5">
          <p className="text-2xl font-black">
            {`Total: $${total}`}
            {hasDiscount && <s className="ml-3 text-lg font-normal">${fullPrice}</s>}
          </p>
          <button
            type="submit"
            className="bg-orange-700 px-8 py-3 text-lg font-bold text-white hover:bg-orange-800 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-900"
          >
            Register
          </button>
        </div>
      </form>
    </Poster>
  );
}
