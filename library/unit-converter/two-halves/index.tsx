import { useMemo, useRef, useState } from "react";
import type { FormEvent } from "react";
import { ArrowLeftRight, Minus, Plus } from "lucide-react";

type Conversion = { kind: string; from: string; to: string; text: string };
type Saved = Conversion & { label: string; id: number };
type Outcome = { left: string; right: string } | { problem: string };

const SYMBOLS = new Map([
  ["Metres", "m"],
  ["Centimetres", "cm"],
  ["Feet", "ft"],
  ["Inches", "in"],
  ["Kilograms", "kg"],
  ["Grams", "g"],
  ["Pounds", "lb"],
  ["Ounces", "oz"],
  ["Celsius", "°C"],
  ["Fahrenheit", "°F"],
  ["Kelvin", "K"],
]);
/** How many of each unit make up the same amount: 1 metre, 1 kilogram. */
const PARTS: { [unit: string]: number } = {
  Metres: 1,
  Centimetres: 100,
  Feet: 1 / 0.3048,
  Inches: 1 / 0.0254,
  Kilograms: 1,
  Grams: 1000,
  Pounds: 1 / 0.45359237,
  Ounces: 16 / 0.45359237,
};
const KINDS = [
  { kind: "Length", units: ["Metres", "Centimetres", "Feet", "Inches"], from: "Metres", to: "Feet" },
  { kind: "Weight", units: ["Kilograms", "Grams", "Pounds", "Ounces"], from: "Kilograms", to: "Pounds" },
  { kind: "Temperature", units: ["Celsius", "Fahrenheit", "Kelvin"], from: "Celsius", to: "Fahrenheit" },
];
const FIRST: Conversion = { kind: "Length", from: "Metres", to: "Feet", text: "1" };
const FIRST_DECIMALS = 2;
const DECIMALS = { min: 0, max: 4 };
const KEPT = 5;
const COLDEST = -273.15;

function toCelsius(value: number, unit: string): number {
  if (unit === "Fahrenheit") return (value - 32) / 1.8;
  return unit === "Kelvin" ? value + COLDEST : value;
}

function fromCelsius(value: number, unit: string): number {
  if (unit === "Fahrenheit") return value * 1.8 + 32;
  return unit === "Kelvin" ? value - COLDEST : value;
}

function convert({ kind, from, to, text }: Conversion, decimals: number): Outcome {
  const match = /^\s*(-?)(\d*)(?:[.,](\d+))?\s*$/.exec(text);
  if (!match || (!match[2] && !match[3])) return { problem: "Enter a number" };
  const value = Number(`${match[1]}${match[2] || "0"}.${match[3] ?? "0"}`);
  const left = `${value} ${SYMBOLS.get(from)}`;
  const show = (number: number) => `${number.toFixed(decimals).replace(/^-(0\.?0*)$/, "$1")} ${SYMBOLS.get(to)}`;
  if (kind === "Temperature") {
    const celsius = toCelsius(value, from);
    if (celsius < COLDEST - 1e-9) return { problem: "Below absolute zero" };
    return { left, right: show(fromCelsius(celsius, to)) };
  }
  if (value < 0) return { problem: "Enter zero or more" };
  return { left, right: show((value / (PARTS[from] ?? 1)) * (PARTS[to] ?? 1)) };
}

const WHITE_RING = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-white";
const DARK_RING = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#1b1464]";
const PLAIN = `rounded-full px-5 py-2.5 font-semibold ring-2 ring-[#1b1464] transition-colors ring-inset hover:bg-[#e8e6ff] disabled:text-[#6c6a80] disabled:ring-[#b9b7c9] disabled:hover:bg-transparent ${DARK_RING}`;
const ROUND = `grid size-11 place-items-center rounded-full ring-2 ring-[#1b1464] transition-colors ring-inset hover:bg-[#e8e6ff] disabled:text-[#6c6a80] disabled:ring-[#b9b7c9] disabled:hover:bg-transparent ${DARK_RING}`;

type UnitsProps = {
  label: string;
  units: string[];
  value: string;
  className: string;
  onChange: (unit: string) => void;
};

function Units({ label, units, value, className, onChange }: UnitsProps) {
  return (
    <label className="text-lg font-semibold">
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`mt-1 block h-13 w-full cursor-pointer rounded-2xl px-4 text-xl font-bold ${className}`}
      >
        {units.map((unit) => (
          <option key={unit} className="bg-white text-black">
            {unit}
          </option>
        ))}
      </select>
    </label>
  );
}

export default function TwoHalves() {
  const [current, setCurrent] = useState(FIRST);
  const [decimals, setDecimals] = useState(FIRST_DECIMALS);
  const [saved, setSaved] = useState<Saved[]>([]);
  const nextId = useRef(1);

  const outcome = useMemo(() => convert(current, decimals), [current, decimals]);
  const problem = "problem" in outcome ? outcome.problem : null;
  const units = KINDS.find(({ kind }) => kind === current.kind)?.units ?? [];

  function change(fields: Partial<Conversion>) {
    setCurrent((conversion) => ({ ...conversion, ...fields }));
  }

  function stepDecimals(step: number) {
    const next = decimals + step;
    if (next < DECIMALS.min || next > DECIMALS.max) return;
    setDecimals(next);
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if ("problem" in outcome) return;
    const entry = { ...current, label: `${outcome.left} = ${outcome.right}`, id: nextId.current };
    nextId.current += 1;
    setSaved((entries) => [entry, ...entries.slice(0, KEPT - 1)]);
  }

  function handleStartOver() {
    setCurrent(FIRST);
    setDecimals(FIRST_DECIMALS);
  }

  return (
    <main className="flex min-h-dvh flex-col bg-white text-[#1b1464]">
      <form noValidate onSubmit={handleSubmit} className="flex grow flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-5 py-5 sm:px-12">
          <h1 className="text-2xl font-black tracking-tight">Converter</h1>
          <div role="group" aria-label="Kind" className="flex flex-wrap gap-1 rounded-full bg-[#e8e6ff] p-1">
            {KINDS.map(({ kind, from, to }) => (
              <button
                key={kind}
                type="button"
                aria-pressed={current.kind === kind}
                onClick={() => change({ kind, from, to })}
                className={`rounded-full px-3 py-2 font-semibold transition-colors hover:bg-white aria-pressed:bg-[#1b1464] aria-pressed:text-white sm:px-5 ${DARK_RING}`}
              >
                {kind}
              </button>
            ))}
          </div>
        </header>

        <div className="relative grid grow md:grid-cols-2">
          <div className="flex min-w-0 flex-col justify-between gap-10 bg-[#ff8a5c] px-5 pt-8 pb-14 text-[#2b0f02] sm:px-12 md:py-10 md:pr-20">
            <Units
              label="From"
              units={units}
              value={current.from}
              onChange={(from) => change({ from })}
              className={`bg-[#ffb596] ${DARK_RING}`}
            />
            <label className="text-lg font-semibold">
              Value
              <input
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={current.text}
                onChange={(event) => change({ text: event.target.value })}
                aria-invalid={problem !== null}
                aria-describedby="result"
                className={`block w-full min-w-0 border-b-4 border-[#2b0f02] bg-transparent text-6xl font-black tracking-tighter aria-invalid:border-dashed sm:text-8xl ${DARK_RING}`}
              />
            </label>
          </div>
          <button
            type="button"
            aria-label="Swap"
            onClick={() => change({ from: current.to, to: current.from })}
            className="absolute top-1/2 left-1/2 z-10 grid size-18 -translate-1/2 place-items-center rounded-full bg-white shadow-lg transition-transform hover:rotate-180 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-black max-md:rotate-90 max-md:hover:-rotate-90"
          >
            <ArrowLeftRight aria-hidden="true" className="size-8" strokeWidth={2.5} />
          </button>
          <div className="flex min-w-0 flex-col justify-between gap-10 bg-[#1b1464] px-5 pt-14 pb-8 text-white sm:px-12 md:py-10 md:pl-20">
            <Units
              label="To"
              units={units}
              value={current.to}
              onChange={(to) => change({ to })}
              className={`bg-[#39319a] ${WHITE_RING}`}
            />
            <p id="result" role="status" className="min-h-32 break-words">
              {"problem" in outcome ? (
                <span className="text-4xl font-bold text-[#ffc2a8] sm:text-5xl">{outcome.problem}</span>
              ) : (
                <>
                  <span className="block text-lg font-semibold">{`${outcome.left} =`}</span>
                  <span className="text-5xl font-black tracking-tighter lg:text-7xl">{` ${outcome.right}`}</span>
                </>
              )}
            </p>
          </div>
        </div>

        <div className="flex flex-wrap items-center gap-3 px-5 pt-6 sm:px-12">
          <button
            type="button"
            aria-label="Fewer decimals"
            disabled={decimals === DECIMALS.min}
            onClick={() => stepDecimals(-1)}
            className={ROUND}
          >
            <Minus aria-hidden="true" className="size-5" />
          </button>
          <p role="status" className="w-28 text-center font-semibold">
            Decimals: {decimals}
          </p>
          <button
            type="button"
            aria-label="More decimals"
            disabled={decimals === DECIMALS.max}
            onClick={() => stepDecimals(1)}
            className={ROUND}
          >
            <Plus aria-hidden="true" className="size-5" />
          </button>
          <button type="button" onClick={handleStartOver} className={`sm:ml-auto ${PLAIN}`}>
            Start over
          </button>
          <button
            type="submit"
            disabled={problem !== null}
            className={`rounded-full bg-[#1b1464] px-8 py-2.5 font-semibold text-white transition-colors hover:bg-[#39319a] disabled:bg-[#dcdbe6] disabled:text-[#6c6a80] ${DARK_RING}`}
          >
            Save
          </button>
        </div>
      </form>
      <section aria-labelledby="history" className="flex flex-wrap items-center gap-3 px-5 py-6 sm:px-12">
        <h2 id="history" className="mr-2 text-lg font-black">
          History
        </h2>
        {saved.length === 0 && <p className="grow">No conversions yet</p>}
        {saved.map((entry) => (
          <button
            key={entry.id}
            type="button"
            aria-label={`Use: ${entry.label}`}
            onClick={() => change({ kind: entry.kind, from: entry.from, to: entry.to, text: entry.text })}
            className={`rounded-full bg-[#ffe3d6] px-4 py-2.5 font-semibold transition-colors hover:bg-[#ffcbb3] ${DARK_RING}`}
          >
            {entry.label}
          </button>
        ))}
        <button type="button" disabled={saved.length === 0} onClick={() => setSaved([])} className={`ml-auto ${PLAIN}`}>
          Clear history
        </button>
      </section>
    </main>
  );
}
