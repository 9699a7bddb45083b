import { useId, useState } from "react";
import type { FormEvent } from "react";
import { Minus, Plus, RotateCcw, UserPlus, X } from "lucide-react";

type Person = { id: number; name: string; shares: number };

const TIPS = [0, 10, 15, 20];
const BARS = ["bg-emerald-400", "bg-sky-400", "bg-amber-400", "bg-rose-400", "bg-violet-400", "bg-teal-300"];
const START: Person[] = [
  { id: 1, name: "Ana", shares: 1 },
  { id: 2, name: "Ben", shares: 1 },
];

function parseCents(text: string): number | null {
  const value = text.trim().replace(",", ".");
  if (!/^\d{1,6}(\.\d{0,2})?$/.test(value)) return null;
  const cents = Math.round(Number(value) * 100);
  return cents > 0 ? cents : null;
}

function formatCents(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

function splitCents(total: number, people: Person[], roundUp: boolean): Map<number, number> {
  const shareCount = people.reduce((sum, person) => sum + person.shares, 0);
  const exact = people.map((person) => Math.floor((total * person.shares) / shareCount));
  const spare = total - exact.reduce((sum, cents) => sum + cents, 0);
  return new Map(
    people.map((person, index) => {
      const cents = (exact[index] ?? 0) + (index < spare ? 1 : 0);
      return [person.id, roundUp ? Math.ceil(cents / 100) * 100 : cents];
    }),
  );
}

type RowProps = {
  person: Person;
  cents: number;
  colour: string;
  isLast: boolean;
  onShares: (step: number) => void;
  onRemove: () => void;
};

function PersonRow({ person, cents, colour, isLast, onShares, onRemove }: RowProps) {
  const iconButton =
    "grid size-9 place-items-center rounded-lg border border-slate-600 text-slate-200 hover:bg-slate-700 disabled:cursor-not-allowed disabled:opacity-40 focus-visible:outline-2 focus-visible:outline-emerald-300";
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-slate-700 py-4 last:border-b-0">
      <span aria-hidden="true" className={`h-10 w-1.5 rounded-full ${colour}`} />
      <p className="min-w-32 flex-1 text-slate-300">
        {`${person.name} pays `}
        <strong className="block text-2xl font-semibold text-white tabular-nums">{formatCents(cents)}</strong>
      </p>
      <div className="flex items-center gap-2">
        <button
          type="button"
          className={iconButton}
          aria-label={`Take share from ${person.name}`}
          disabled={person.shares <= 1}
          onClick={() => onShares(-1)}
        >
          <Minus aria-hidden="true" className="size-4" />
        </button>
        <span className="w-16 text-center text-sm text-slate-300">
          {person.shares} {person.shares === 1 ? "share" : "shares"}
        </span>
        <button
          type="button"
          className={iconButton}
          aria-label={`Add share for ${person.name}`}
          disabled={person.shares >= 5}
          onClick={() => onShares(1)}
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
        <button
          type="button"
          className={`${iconButton} ml-2 hover:text-rose-300`}
          aria-label={`Remove ${person.name}`}
          disabled={isLast}
          onClick={onRemove}
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      </div>
    </li>
  );
}

export default function NightLedger() {
  const fieldId = useId();
  const [amount, setAmount] = useState("");
  const [tip, setTip] = useState(0);
  const [people, setPeople] = useState(START);
  const [draft, setDraft] = useState("");
  const [draftError, setDraftError] = useState("");
  const [roundUp, setRoundUp] = useState(false);

  const bill = parseCents(amount);
  const isAmountWrong = amount.trim() !== "" && bill === null;
  const tipCents = Math.round(((bill ?? 0) * tip) / 100);
  const total = (bill ?? 0) + tipCents;
  const parts = splitCents(total, people, roundUp);
  const collected = [...parts.values()].reduce((sum, cents) => sum + cents, 0);

  function handleAdd(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = draft.trim();
    const existing = people.find((person) => person.name.toLowerCase() === name.toLowerCase());
    if (!name) return setDraftError("Enter a name");
    if (existing) return setDraftError(`${existing.name} is already on the list`);
    setPeople((list) => [...list, { id: Math.max(...list.map((person) => person.id)) + 1, name, shares: 1 }]);
    setDraft("");
    setDraftError("");
  }

  function handleShares(id: number, step: number) {
    setPeople((list) =>
      list.map((person) =>
        person.id === id ? { ...person, shares: Math.min(5, Math.max(1, person.shares + step)) } : person,
      ),
    );
  }

  function handleRemove(id: number) {
    setPeople((list) => (list.length > 1 ? list.filter((person) => person.id !== id) : list));
  }

  function handleStartOver() {
    setAmount("");
    setTip(0);
    setPeople(START);
    setDraft("");
    setDraftError("");
    setRoundUp(false);
  }

  const field =
    "w-full min-w-0 rounded-xl border border-slate-600 bg-slate-900 px-4 text-white placeholder:text-slate-400 focus:border-emerald-400 focus:outline-2 focus:outline-emerald-400 aria-invalid:border-rose-400";

  return (
    <main className="min-h-dvh bg-slate-900 text-slate-100 md:grid md:grid-cols-2">
      <section aria-labelledby={`${fieldId}-title`} className="flex flex-col gap-7 p-5 sm:p-8 lg:p-14">
        <header className="flex items-center justify-between gap-4">
          <h1 id={`${fieldId}-title`} className="text-xl font-semibold tracking-tight">
            Split the bill
          </h1>
          <button
            type="button"
            onClick={handleStartOver}
            className="flex items-center gap-2 rounded-lg px-3 py-2 text-sm text-slate-300 hover:bg-slate-800 hover:text-white focus-visible:outline-2 focus-visible:outline-emerald-300"
          >
            <RotateCcw aria-hidden="true" className="size-4" />
            Start over
          </button>
        </header>

        <div>
          <label htmlFor={`${fieldId}-amount`} className="mb-2 block text-sm text-slate-300">
            Bill amount
          </label>
          <input
            id={`${fieldId}-amount`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            value={amount}
            aria-invalid={isAmountWrong}
            aria-describedby={`${fieldId}-amount-error`}
            onChange={(event) => setAmount(event.target.value)}
            className={`${field} py-3 text-4xl font-light tabular-nums`}
          />
          <p id={`${fieldId}-amount-error`} role="alert" className="mt-2 text-sm text-rose-300 empty:hidden">
            {isAmountWrong ? "Enter an amount above zero" : ""}
          </p>
        </div>

        <div role="group" aria-label="Tip" className="grid grid-cols-4 gap-1 rounded-xl bg-slate-800 p-1">
          {TIPS.map((percent) => (
            <button
              key={percent}
              type="button"
              aria-pressed={tip === percent}
              onClick={() => setTip(percent)}
              className="rounded-lg py-2.5 text-sm font-medium text-slate-300 hover:text-white focus-visible:outline-2 focus-visible:outline-emerald-300 aria-pressed:bg-emerald-400 aria-pressed:text-slate-950"
            >
              {percent === 0 ? "No tip" : `${percent}%`}
            </button>
          ))}
        </div>

        <form onSubmit={handleAdd} noValidate>
          <label htmlFor={`${fieldId}-person`} className="mb-2 block text-sm text-slate-300">
            Person name
          </label>
          <div className="flex gap-2">
            <input
              id={`${fieldId}-person`}
              type="text"
              autoComplete="off"
              maxLength={20}
              value={draft}
              aria-invalid={draftError !== ""}
              aria-describedby={`${fieldId}-person-error`}
              onChange={(event) => {
                setDraft(event.target.value);
                setDraftError("");
              }}
              className={`${field} py-2.5`}
            />
            <button
              type="submit"
              className="flex shrink-0 items-center gap-2 rounded-xl bg-slate-700 px-4 font-medium hover:bg-slate-600 focus-visible:outline-2 focus-visible:outline-emerald-300"
            >
              <UserPlus aria-hidden="true" className="size-4" />
              Add person
            </button>
          </div>
          <p id={`${fieldId}-person-error`} role="alert" className="mt-2 text-sm text-rose-300 empty:hidden">
            {draftError}
          </p>
        </form>

        <label className="flex items-center gap-3 self-start text-slate-200">
          <input
            type="checkbox"
            checked={roundUp}
            onChange={(event) => setRoundUp(event.target.checked)}
            className="size-5 accent-emerald-400"
          />
          Round up
        </label>
      </section>

      <section aria-label="Result" className="bg-slate-800 p-5 sm:p-8 lg:p-14">
        <p className="text-slate-300">
          Total with tip:{" "}
          <strong className="block text-5xl font-light text-emerald-300 tabular-nums">{formatCents(total)}</strong>
        </p>
        <p className="mt-2 text-sm text-slate-300">
          {bill === null
            ? "Type a bill amount to begin."
            : `${formatCents(bill)} bill and ${formatCents(tipCents)} tip`}
        </p>
        <div aria-hidden="true" className="mt-6 flex h-3 gap-1 overflow-hidden rounded-full">
          {people.map((person, index) => (
            <span key={person.id} style={{ flexGrow: person.shares }} className={BARS[index % BARS.length]} />
          ))}
        </div>
        <ul className="mt-4">
          {people.map((person, index) => (
            <PersonRow
              key={person.id}
              person={person}
              cents={parts.get(person.id) ?? 0}
              colour={BARS[index % BARS.length] ?? "bg-emerald-400"}
              isLast={people.length === 1}
              onShares={(step) => handleShares(person.id, step)}
              onRemove={() => handleRemove(person.id)}
            />
          ))}
        </ul>
        {roundUp && (
          <p className="mt-4 rounded-xl bg-slate-900 px-4 py-3 text-slate-200">
            Left over: <strong className="text-amber-300">{formatCents(collected - total)}</strong>
          </p>
        )}
      </section>
    </main>
  );
}
