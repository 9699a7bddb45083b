import { useState } from "react";
import type { ChangeEvent, FormEvent } from "react";
import { Utensils } from "lucide-react";

type Guest = { name: string; shares: number };
type Part = Guest & { cents: number };

const FIRST_GUESTS: readonly Guest[] = [
  { name: "Ana", shares: 1 },
  { name: "Ben", shares: 1 },
];
const TIP_CHOICES = [
  { percent: 0, label: "No tip" },
  { percent: 10, label: "10%" },
  { percent: 15, label: "15%" },
  { percent: 20, label: "20%" },
];
const MAX_SHARES = 5;
const CLOTH = {
  backgroundColor: "#fff5f2",
  backgroundImage:
    "linear-gradient(90deg, rgb(220 70 60 / 0.22) 50%, transparent 50%), linear-gradient(rgb(220 70 60 / 0.22) 50%, transparent 50%)",
  backgroundSize: "56px 56px",
};

function toCents(text: string): number {
  const cleaned = text.trim().replace(",", ".");
  return /^\d{1,6}(\.\d{1,2})?$/.test(cleaned) ? Math.round(Number.parseFloat(cleaned) * 100) : 0;
}

const dollars = (cents: number) => "$" + (cents / 100).toFixed(2);

function serveParts(guests: Guest[], total: number, wholeDollars: boolean): Part[] {
  const portions = guests.reduce((sum, guest) => sum + guest.shares, 0);
  let given = 0;
  const parts = guests.map((guest) => {
    const cents = Math.floor((total / portions) * guest.shares + 1e-7);
    given += cents;
    return { ...guest, cents };
  });
  for (const part of parts) {
    if (given >= total) break;
    part.cents += 1;
    given += 1;
  }
  if (!wholeDollars) return parts;
  return parts.map((part) => ({ ...part, cents: Math.ceil(part.cents / 100) * 100 }));
}

type PlateProps = { part: Part; isOnly: boolean; onChange: (change: number) => void; onRemove: () => void };

function Plate({ part, isOnly, onChange, onRemove }: PlateProps) {
  const round =
    "size-10 rounded-full bg-red-700 text-xl font-bold text-white shadow hover:bg-red-800 disabled:bg-stone-300 disabled:text-stone-600 disabled:shadow-none focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-700";
  return (
    <li className="flex flex-col items-center gap-3">
      <div className="grid size-36 place-items-center rounded-full border border-stone-200 bg-stone-100 shadow-lg sm:size-48">
        <div className="grid size-28 place-content-center rounded-full border border-stone-200 bg-white px-2 text-center sm:size-36">
          <p className="text-sm break-words text-stone-700 sm:text-base">
            {`${part.name} pays `}
            <b className="block text-lg text-red-800 sm:text-2xl">{dollars(part.cents)}</b>
          </p>
          <p className="text-xs text-stone-600">{part.shares === 1 ? "one share" : `${part.shares} shares`}</p>
        </div>
      </div>
      <div className="flex gap-2 rounded-full bg-white p-1.5 shadow">
        <button
          type="button"
          className={round}
          disabled={part.shares === 1}
          onClick={() => onChange(-1)}
          aria-label={`Take share from ${part.name}`}
        >
          −
        </button>
        <button
          type="button"
          className={round}
          disabled={part.shares === MAX_SHARES}
          onClick={() => onChange(1)}
          aria-label={`Add share for ${part.name}`}
        >
          +
        </button>
        <button
          type="button"
          className="size-10 rounded-full text-xl text-stone-700 hover:bg-stone-200 disabled:text-stone-400 disabled:hover:bg-transparent focus-visible:outline-4 focus-visible:outline-blue-700"
          disabled={isOnly}
          onClick={onRemove}
          aria-label={`Remove ${part.name}`}
        >
          ×
        </button>
      </div>
    </li>
  );
}

export default function PlatesOnTable() {
  const [billText, setBillText] = useState("");
  const [tipPercent, setTipPercent] = useState(0);
  const [guests, setGuests] = useState<Guest[]>([...FIRST_GUESTS]);
  const [newName, setNewName] = useState("");
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [wholeDollars, setWholeDollars] = useState(false);

  const billCents = toCents(billText);
  const billProblem = billText.trim().length > 0 && billCents === 0 ? "Enter an amount above zero" : null;
  const totalCents = billCents + Math.round(billCents * (tipPercent / 100));
  const parts = serveParts(guests, totalCents, wholeDollars);
  const leftOver = parts.reduce((sum, part) => sum + part.cents, 0) - totalCents;

  const handleBill = (event: ChangeEvent<HTMLInputElement>) => setBillText(event.target.value);

  function handleName(event: ChangeEvent<HTMLInputElement>) {
    setNewName(event.target.value);
    setNameProblem(null);
  }

  function handleSeat(event: FormEvent) {
    event.preventDefault();
    const name = newName.trim();
    const seated = guests.find((guest) => guest.name.toLowerCase() === name.toLowerCase());
    if (name === "") {
      setNameProblem("Enter a name");
    } else if (seated) {
      setNameProblem(`${seated.name} is already on the list`);
    } else {
      setGuests((current) => current.concat({ name, shares: 1 }));
      setNewName("");
    }
  }

  function handleShares(name: string, change: number) {
    setGuests((current) =>
      current.map((guest) => (guest.name === name ? { ...guest, shares: guest.shares + change } : guest)),
    );
  }

  function handleLeave(name: string) {
    setGuests((current) => current.filter((guest) => guest.name !== name));
  }

  function handleStartOver() {
    setBillText("");
    setTipPercent(0);
    setGuests([...FIRST_GUESTS]);
    setNewName("");
    setNameProblem(null);
    setWholeDollars(false);
  }

  return (
    <main style={CLOTH} className="flex min-h-dvh flex-col items-center gap-8 px-4 py-6 text-stone-900 sm:py-10">
      <section aria-labelledby="table-title" className="w-full max-w-4xl rounded-3xl bg-white p-5 shadow-xl sm:p-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id="table-title" className="flex items-center gap-3 text-2xl font-black text-red-800 sm:text-3xl">
            <Utensils aria-hidden="true" className="size-7" />
            Table for friends
          </h1>
          <button
            type="button"
            onClick={handleStartOver}
            className="rounded-full border-2 border-red-700 px-4 py-1.5 font-bold text-red-800 hover:bg-red-50 focus-visible:outline-4 focus-visible:outline-blue-700"
          >
            Start over
          </button>
        </div>

        <div className="mt-6 grid gap-6 md:grid-cols-2">
          <div>
            <label htmlFor="bill-amount" className="font-bold">
              Bill amount
            </label>
            <input
              id="bill-amount"
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={billText}
              onChange={handleBill}
              aria-invalid={billProblem !== null}
              aria-describedby="bill-problem"
              className="mt-1 w-full rounded-2xl border-2 border-stone-400 px-4 py-3 text-2xl font-bold focus:border-blue-700 focus:outline-2 focus:outline-blue-700 aria-invalid:border-red-700 aria-invalid:bg-red-50"
            />
            <p id="bill-problem" role="alert" className="mt-1 font-semibold text-red-700">
              {billProblem}
            </p>
            <div role="group" aria-label="Tip" className="mt-3 flex flex-wrap gap-2">
              {TIP_CHOICES.map((choice) => (
                <button
                  key={choice.label}
                  type="button"
                  aria-pressed={choice.percent === tipPercent}
                  onClick={() => setTipPercent(choice.percent)}
                  className="rounded-full bg-stone-100 px-4 py-2 font-bold hover:bg-stone-200 focus-visible:outline-4 focus-visible:outline-blue-700 aria-pressed:bg-red-700 aria-pressed:text-white"
                >
                  {choice.label}
                </button>
              ))}
            </div>
          </div>

          <form onSubmit={handleSeat} noValidate>
            <label htmlFor="person-name" className="font-bold">
              Person name
            </label>
            <div className="mt-1 flex gap-2">
              <input
                id="person-name"
                type="text"
                maxLength={20}
                autoComplete="off"
                value={newName}
                onChange={handleName}
                aria-invalid={nameProblem !== null}
                aria-describedby="name-problem"
                className="w-full min-w-0 rounded-2xl border-2 border-stone-400 px-4 py-3 focus:border-blue-700 focus:outline-2 focus:outline-blue-700 aria-invalid:border-red-700 aria-invalid:bg-red-50"
              />
              <button
                type="submit"
                className="shrink-0 rounded-2xl bg-blue-800 px-4 font-bold text-white hover:bg-blue-900 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-700"
              >
                Add person
              </button>
            </div>
            <p id="name-problem" role="alert" className="mt-1 font-semibold text-red-700">
              {nameProblem}
            </p>
            <label className="mt-4 flex items-center gap-3 font-bold">
              <input
                type="checkbox"
                className="size-6 accent-red-700"
                checked={wholeDollars}
                onChange={() => setWholeDollars((on) => !on)}
              />
              Round up
            </label>
          </form>
        </div>

        <div className="mt-6 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t-2 border-dotted border-stone-300 pt-4 text-lg">
          <p>
            Total with tip: <b>{dollars(totalCents)}</b>
          </p>
          {wholeDollars && (
            <p>
              Left over: <b>{dollars(leftOver)}</b>
            </p>
          )}
        </div>
      </section>

      <ul aria-label="People at the table" className="flex flex-wrap justify-center gap-x-6 gap-y-8 sm:gap-x-10">
        {parts.map((part) => (
          <Plate
            key={part.name}
            part={part}
            isOnly={parts.length === 1}
            onChange={(change) => handleShares(part.name, change)}
            onRemove={() => handleLeave(part.name)}
          />
        ))}
      </ul>
    </main>
  );
}
