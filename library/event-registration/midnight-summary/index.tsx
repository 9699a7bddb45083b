import { useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { CircleCheck, Minus, Plus, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";

type Ticket = { id: string; label: string; price: number; note: string };
type Answers = Record<"name" | "email" | "diet" | "dietNote" | "message" | "promo", string>;
type Problems = { [field: string]: string };

const TICKETS: [Ticket, ...Ticket[]] = [
  { id: "standard", label: "Standard", price: 40, note: "All workshops and lunch" },
  { id: "student", label: "Student", price: 20, note: "With a student card" },
  { id: "supporter", label: "Supporter", price: 80, note: "Pays for somebody else too" },
];
const WORKSHOPS = ["Pottery", "Printmaking", "Bread baking", "Bookbinding"];
const DIETS = ["None", "Vegetarian", "Vegan", "Other"];
const NO_ANSWERS: Answers = { name: "", email: "", diet: "None", dietNote: "", message: "", promo: "" };
const LIMIT = { seats: 5, workshops: 2, characters: 120 };
const PROMO = { code: "EARLY10", percent: 10 };

const CONTROL =
  "mt-1.5 block w-full min-w-0 rounded-md border border-zinc-600 bg-zinc-900 px-3 py-2.5 text-zinc-50 focus-visible:border-amber-300 focus-visible:outline-2 focus-visible:outline-amber-300 aria-invalid:border-red-400";
const QUIET_BUTTON =
  "grid h-11 min-w-11 place-items-center rounded-md border border-zinc-600 px-3 hover:bg-zinc-700 focus-visible:outline-2 focus-visible:outline-amber-300 disabled:cursor-not-allowed disabled:opacity-40";
const BRIGHT_BUTTON =
  "w-full rounded-md bg-amber-300 px-5 py-3 text-lg font-semibold text-zinc-950 hover:bg-amber-200 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-300";

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-xl border border-zinc-700 bg-zinc-800 p-5 sm:p-6">
      <h2 className="mb-4 text-lg font-semibold text-amber-200">{title}</h2>
      <div className="grid gap-5 sm:grid-cols-2">{children}</div>
    </section>
  );
}

function Warning({ id, text = "" }: { id: string; text?: string | undefined }) {
  return (
    <p id={id} role="alert" className="mt-1.5 flex items-center gap-1.5 text-sm text-red-300 empty:hidden">
      {text && <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />}
      {text}
    </p>
  );
}

type SeatButtonProps = { label: string; icon: LucideIcon; disabled: boolean; onClick: () => void };

function SeatButton({ label, icon: Icon, disabled, onClick }: SeatButtonProps) {
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onClick} className={QUIET_BUTTON}>
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}

export default function MidnightSummary() {
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [ticket, setTicket] = useState<Ticket>(TICKETS[0]);
  const [seats, setSeats] = useState(1);
  const [workshops, setWorkshops] = useState<ReadonlySet<string>>(new Set());
  const [percentOff, setPercentOff] = useState(0);
  const [agreed, setAgreed] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [view, setView] = useState<"form" | "done">("form");
  const formElement = useRef<HTMLFormElement>(null);

  const subtotal = ticket.price * seats;
  const discount = (subtotal * percentOff) / 100;
  const total = subtotal - discount;
  const workshopsFull = workshops.size >= LIMIT.workshops;

  function clearProblem(field: string) {
    setProblems((current) => ({ ...current, [field]: "" }));
  }

  function answer(field: keyof Answers, value: string) {
    setAnswers((current) => ({ ...current, [field]: value }));
    clearProblem(field);
  }

  function addSeats(step: number) {
    setSeats((count) => Math.min(LIMIT.seats, Math.max(1, count + step)));
  }

  function toggleWorkshop(name: string) {
    setWorkshops((current) => {
      const next = new Set(current);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  }

  function applyCode() {
    const matches = answers.promo.trim().toUpperCase() === PROMO.code;
    setPercentOff(matches ? PROMO.percent : 0);
    setProblems((current) => ({ ...current, promo: matches ? "" : "This code is not valid" }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const found: Problems = {};
    if (!answers.name.trim()) found["name"] = "Enter your name";
    if (!/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(answers.email.trim())) found["email"] = "Enter a valid email";
    if (answers.diet === "Other" && !answers.dietNote.trim()) found["dietNote"] = "We need a few words here";
    if (!agreed) found["agreed"] = "Agree to the house rules first";
    setProblems(found);
    const first = ["name", "email", "dietNote", "agreed"].find((field) => found[field]);
    if (!first) setView("done");
    else formElement.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }

  function restart() {
    setAnswers(NO_ANSWERS);
    setTicket(TICKETS[0]);
    setSeats(1);
    setWorkshops(new Set());
    setPercentOff(0);
    setAgreed(false);
    setView("form");
  }

  function textField(field: "name" | "email" | "dietNote" | "promo", label: string) {
    return (
      <div className="grow">
        <label className="text-zinc-200">
          {label}
          <input
            type={field === "email" ? "email" : "text"}
            name={field}
            value={answers[field]}
            onChange={(event) => answer(field, event.target.value)}
            aria-invalid={Boolean(problems[field])}
            aria-describedby={`${field}-warning`}
            className={CONTROL}
          />
        </label>
        <Warning id={`${field}-warning`} text={problems[field]} />
      </div>
    );
  }

  if (view === "done") {
    return (
      <main className="grid min-h-dvh place-items-center bg-zinc-950 p-5 text-zinc-100">
        <div className="w-full max-w-lg rounded-xl border border-zinc-700 bg-zinc-800 p-8 text-center">
          <CircleCheck aria-hidden="true" className="mx-auto size-14 text-amber-300" />
          <div role="status" className="mt-4">
            <h1 className="text-3xl font-semibold">You are registered</h1>
          </div>
          <p className="mt-3 text-zinc-300">{`${answers.name.trim()}, see you at Makers' Day on 14 June.`}</p>
          <p className="break-all text-zinc-300">{answers.email.trim()}</p>
          <p className="mt-5 border-y border-zinc-600 py-4">
            {`${seats} × ${ticket.label}, ${[...workshops].join(" + ") || "no workshop"}. Total: $${total}`}
          </p>
          <button type="button" onClick={restart} className={`mt-6 ${BRIGHT_BUTTON}`}>
            Register another person
          </button>
        </div>
      </main>
    );
  }

  return (
    <main className="min-h-dvh bg-zinc-950 px-4 py-6 text-zinc-100 sm:px-8 lg:py-12">
      <form ref={formElement} noValidate onSubmit={submit} className="mx-auto max-w-6xl">
        <header className="mb-6 lg:mb-10">
          <h1 className="text-3xl font-semibold tracking-tight lg:text-5xl">Register for Makers&rsquo; Day</h1>
          <p className="mt-2 text-zinc-300">Saturday 14 June, 10 to 17, Old Mill</p>
        </header>
        <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
          <div className="grid gap-5">
            <Panel title="About you">
              {textField("name", "Full name")}
              {textField("email", "Email")}
            </Panel>

            <Panel title="Ticket and seats">
              <div role="radiogroup" aria-label="Ticket" className="grid gap-2">
                {TICKETS.map((option) => (
                  <label
                    key={option.id}
                    className="flex gap-3 rounded-md border border-zinc-600 p-3 has-checked:border-amber-300"
                  >
                    <input
                      type="radio"
                      name="ticket"
                      checked={ticket.id === option.id}
                      onChange={() => setTicket(option)}
                      className="mt-0.5 size-5 shrink-0 accent-amber-300"
                    />
                    <span className="grow">
                      {option.label}
                      <small className="block text-sm text-zinc-300">{option.note}</small>
                    </span>
                    <span className="text-amber-200">${option.price}</span>
                  </label>
                ))}
              </div>
              <div>
                <div className="flex items-center gap-3">
                  <SeatButton label="Remove seat" icon={Minus} disabled={seats <= 1} onClick={() => addSeats(-1)} />
                  <span className="w-24 text-center text-xl">{seats === 1 ? "1 seat" : `${seats} seats`}</span>
                  <SeatButton
                    label="Add seat"
                    icon={Plus}
                    disabled={seats >= LIMIT.seats}
                    onClick={() => addSeats(1)}
                  />
                </div>
                <p className="mt-3 text-sm text-zinc-300">Up to five seats. Bigger groups, please write to us.</p>
              </div>
            </Panel>

            <Panel title={`Workshops, ${workshops.size} of ${LIMIT.workshops} chosen`}>
              {WORKSHOPS.map((name) => (
                <label key={name} className="flex items-center gap-3 has-disabled:text-zinc-400">
                  <input
                    type="checkbox"
                    checked={workshops.has(name)}
                    disabled={workshopsFull && !workshops.has(name)}
                    onChange={() => toggleWorkshop(name)}
                    className="size-5 accent-amber-300"
                  />
                  {name}
                </label>
              ))}
            </Panel>

            <Panel title="Anything else">
              <label className="text-zinc-200">
                Dietary needs
                <select
                  value={answers.diet}
                  onChange={(event) => answer("diet", event.target.value)}
                  className={CONTROL}
                >
                  {DIETS.map((diet) => (
                    <option key={diet}>{diet}</option>
                  ))}
                </select>
              </label>
              {answers.diet === "Other" && textField("dietNote", "Describe your needs")}
              <div className="sm:col-span-2">
                <label htmlFor="message-box">Message</label>
                <textarea
                  id="message-box"
                  rows={2}
                  maxLength={LIMIT.characters}
                  value={answers.message}
                  onChange={(event) => answer("message", event.target.value)}
                  className={CONTROL}
                />
                <p className="mt-1 text-sm text-zinc-300">{`${LIMIT.characters - answers.message.length} characters left`}</p>
              </div>
            </Panel>
          </div>

          <aside
            aria-label="Your order"
            className="rounded-xl border border-amber-300 bg-zinc-900 p-5 sm:p-6 lg:sticky lg:top-6"
          >
            <div className="flex items-start gap-2">
              {textField("promo", "Promo code")}
              <button type="button" onClick={applyCode} className={`mt-7.5 ${QUIET_BUTTON}`}>
                Apply
              </button>
            </div>
            <div className="my-5 grid gap-2 border-y border-zinc-600 py-4 text-zinc-200">
              <p>{`${seats} × ${ticket.label} at $${ticket.price}`}</p>
              {discount > 0 && <p className="text-amber-200">{`Promo code, $${discount} off`}</p>}
              <p className="text-3xl font-semibold text-white">{`Total: $${total}`}</p>
            </div>
            <label className="flex items-center gap-3">
              <input
                type="checkbox"
                name="agreed"
                checked={agreed}
                onChange={(event) => {
                  setAgreed(event.target.checked);
                  clearProblem("agreed");
                }}
                aria-invalid={Boolean(problems["agreed"])}
                aria-describedby="rules-warning"
                className="size-5 accent-amber-300"
              />
              I agree to the house rules
            </label>
            <Warning id="rules-warning" text={problems["agreed"]} />
            <button type="submit" className={`mt-5 ${BRIGHT_BUTTON}`}>
              Register
            </button>
          </aside>
        </div>
      </form>
    </main>
  );
}
