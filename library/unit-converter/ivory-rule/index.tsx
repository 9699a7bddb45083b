import { useState } from "react";
import type { FormEvent } from "react";
import { ArrowLeftRight } from "lucide-react";

type Unit = { name: string; symbol: string; toBase: (value: number) => number; fromBase: (value: number) => number };
type Kind = { name: string; units: Unit[]; first: [string, string]; lowest: string };
type Entry = { id: number; label: string; kind: Kind; from: string; to: string; text: string };

function factor(name: string, symbol: string, size: number): Unit {
  return { name, symbol, toBase: (value) => value * size, fromBase: (value) => value / size };
}

const LENGTH: Kind = {
  name: "Length",
  units: [
    factor("Metres", "m", 1),
    factor("Centimetres", "cm", 0.01),
    factor("Feet", "ft", 0.3048),
    factor("Inches", "in", 0.0254),
  ],
  first: ["Metres", "Feet"],
  lowest: "Enter zero or more",
};
const WEIGHT: Kind = {
  name: "Weight",
  units: [
    factor("Kilograms", "kg", 1),
    factor("Grams", "g", 0.001),
    factor("Pounds", "lb", 0.45359237),
    factor("Ounces", "oz", 0.028349523125),
  ],
  first: ["Kilograms", "Pounds"],
  lowest: "Enter zero or more",
};
const TEMPERATURE: Kind = {
  name: "Temperature",
  units: [
    { name: "Celsius", symbol: "°C", toBase: (value) => value + 273.15, fromBase: (value) => value - 273.15 },
    {
      name: "Fahrenheit",
      symbol: "°F",
      toBase: (value) => ((value - 32) * 5) / 9 + 273.15,
      fromBase: (value) => ((value - 273.15) * 9) / 5 + 32,
    },
    { name: "Kelvin", symbol: "K", toBase: (value) => value, fromBase: (value) => value },
  ],
  first: ["Celsius", "Fahrenheit"],
  lowest: "Below absolute zero",
};
const KINDS = [LENGTH, WEIGHT, TEMPERATURE];
const DECIMALS_MAX = 4;
const DECIMALS_FIRST = 2;
const HISTORY_MAX = 5;
const TOLERANCE = 1e-9;

function unitOf(kind: Kind, name: string): Unit {
  return kind.units.find((unit) => unit.name === name) ?? factor(name, "", 1);
}

function readNumber(text: string): number | null {
  const cleaned = text.trim().replace(",", ".");
  return /^-?\d*\.?\d+$/.test(cleaned) ? Number(cleaned) : null;
}

function fixed(value: number, decimals: number): string {
  const rounded = value.toFixed(decimals);
  return Number(rounded) === 0 ? rounded.replace("-", "") : rounded;
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#b3261e]";
const SMALL = `border border-[#3c2a1a] px-4 py-2 transition-colors hover:bg-[#ead9b0] disabled:border-[#bda983] disabled:text-[#7a6a50] disabled:hover:bg-transparent ${RING}`;
const FIELD = `mt-1 h-14 w-full min-w-0 border-b-2 border-[#3c2a1a] bg-[#fffaf0] px-3 text-xl ${RING}`;
const TICKS = Array.from({ length: 51 }, (_, index) => index);

/** Both units on one rule: what stands above a tick is worth what stands below it. */
function Rule({ above, below }: { above: Unit; below: Unit }) {
  const worth = (value: number) => below.fromBase(above.toBase(value));
  return (
    <svg
      viewBox="0 0 1000 120"
      aria-hidden="true"
      className="w-full border-y border-[#3c2a1a] bg-[#fffaf0] max-sm:w-[215%]"
    >
      <line x1="0" y1="60" x2="1000" y2="60" stroke="#3c2a1a" />
      {TICKS.map((tick) => {
        const isNamed = tick % 10 === 0;
        const length = isNamed ? 26 : tick % 5 === 0 ? 18 : 10;
        const x = 30 + tick * 18.8;
        return (
          <g key={tick} stroke="#3c2a1a" strokeWidth={isNamed ? 2 : 1}>
            <line x1={x} x2={x} y1={60 - length} y2={60 + length} />
            {isNamed && (
              <g stroke="none" fill="#3c2a1a" fontSize="20" textAnchor="middle">
                <text x={x} y="26">
                  {tick}
                </text>
                <text x={x} y="108" fill="#b3261e">
                  {fixed(worth(tick), 1)}
                </text>
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}

export default function IvoryRule() {
  const [kind, setKind] = useState(LENGTH);
  const [from, setFrom] = useState(LENGTH.first[0]);
  const [to, setTo] = useState(LENGTH.first[1]);
  const [text, setText] = useState("1");
  const [decimals, setDecimals] = useState(DECIMALS_FIRST);
  const [history, setHistory] = useState<Entry[]>([]);
  const [count, setCount] = useState(0);

  const source = unitOf(kind, from);
  const target = unitOf(kind, to);
  const number = readNumber(text);
  const base = number === null ? 0 : source.toBase(number);
  const problem = number === null ? "Enter a number" : base < -TOLERANCE ? kind.lowest : null;
  const result = `${number} ${source.symbol} = ${fixed(target.fromBase(base), decimals)} ${target.symbol}`;

  function chooseKind(next: Kind) {
    setKind(next);
    setFrom(next.first[0]);
    setTo(next.first[1]);
  }

  function handleSwap() {
    setFrom(to);
    setTo(from);
  }

  function changeDecimals(step: number) {
    setDecimals((current) => Math.min(DECIMALS_MAX, Math.max(0, current + step)));
  }

  function handleSave(event: FormEvent) {
    event.preventDefault();
    if (problem !== null) return;
    setHistory((current) => [{ id: count, label: result, kind, from, to, text }, ...current].slice(0, HISTORY_MAX));
    setCount(count + 1);
  }

  function restore(entry: Entry) {
    setKind(entry.kind);
    setFrom(entry.from);
    setTo(entry.to);
    setText(entry.text);
  }

  function startOver() {
    chooseKind(LENGTH);
    setText("1");
    setDecimals(DECIMALS_FIRST);
  }

  return (
    <main className="min-h-dvh bg-[#4a2f1b] bg-[repeating-linear-gradient(92deg,transparent_0_14px,rgb(0_0_0/0.12)_14px_16px)] px-3 py-6 font-serif text-[#2c1d10] sm:px-8 sm:py-12">
      <div className="mx-auto max-w-5xl rounded-sm bg-[#f6ecd2] p-5 shadow-[0_16px_40px_rgb(0_0_0/0.5)] sm:p-10">
        <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
          <h1 className="text-3xl tracking-wide sm:text-4xl">The apprentice&rsquo;s rule</h1>
          <div role="group" aria-label="Kind" className="flex flex-wrap gap-x-6 gap-y-1 text-lg">
            {KINDS.map((item) => (
              <button
                key={item.name}
                type="button"
                aria-pressed={item === kind}
                onClick={() => chooseKind(item)}
                className={`border-b-3 border-transparent py-1 transition-colors hover:border-[#bda983] aria-pressed:border-[#b3261e] aria-pressed:text-[#b3261e] ${RING}`}
              >
                {item.name}
              </button>
            ))}
          </div>
        </header>

        <form noValidate onSubmit={handleSave} className="mt-8">
          <div className="grid items-end gap-4 sm:grid-cols-[1fr_1.2fr_auto_1.2fr]">
            <label>
              Value
              <input
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={text}
                onChange={(event) => setText(event.target.value)}
                aria-invalid={problem !== null}
                aria-describedby="outcome"
                className={`${FIELD} aria-invalid:border-[#b3261e] aria-invalid:text-[#b3261e]`}
              />
            </label>
            <label>
              From
              <select value={from} onChange={(event) => setFrom(event.target.value)} className={FIELD}>
                {kind.units.map((unit) => (
                  <option key={unit.name}>{unit.name}</option>
                ))}
              </select>
            </label>
            <button
              type="button"
              onClick={handleSwap}
              className={`flex h-14 items-center justify-center gap-2 ${SMALL}`}
            >
              <ArrowLeftRight aria-hidden="true" className="size-5" />
              Swap
            </button>
            <label>
              To
              <select value={to} onChange={(event) => setTo(event.target.value)} className={FIELD}>
                {kind.units.map((unit) => (
                  <option key={unit.name}>{unit.name}</option>
                ))}
              </select>
            </label>
          </div>
          <div id="outcome" role="status" className="my-7 min-h-14 text-center break-words">
            {problem === null ? (
              <p className="text-3xl sm:text-5xl">{result}</p>
            ) : (
              <p className="text-2xl text-[#b3261e] italic sm:text-4xl">{problem}</p>
            )}
          </div>
          <div className="overflow-hidden">{problem === null && <Rule above={source} below={target} />}</div>
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <button
              type="button"
              aria-label="Fewer decimals"
              disabled={decimals === 0}
              onClick={() => changeDecimals(-1)}
              className={SMALL}
            >
              −
            </button>
            <p role="status">{`Decimals: ${decimals}`}</p>
            <button
              type="button"
              aria-label="More decimals"
              disabled={decimals === DECIMALS_MAX}
              onClick={() => changeDecimals(1)}
              className={SMALL}
            >
              +
            </button>
            <button type="button" onClick={startOver} className={`ml-auto ${SMALL}`}>
              Start over
            </button>
            <button
              type="submit"
              disabled={problem !== null}
              className={`bg-[#b3261e] px-8 py-2.5 text-white transition-colors hover:bg-[#8c1c15] disabled:bg-[#cbb994] disabled:text-[#6b5a40] ${RING}`}
            >
              Save
            </button>
          </div>
        </form>

        <section aria-labelledby="history-title" className="mt-8 border-t border-[#3c2a1a] pt-5">
          <div className="flex items-center justify-between gap-4">
            <h2 id="history-title" className="text-xl">
              History
            </h2>
            <button type="button" disabled={history.length === 0} onClick={() => setHistory([])} className={SMALL}>
              Clear history
            </button>
          </div>
          {history.length === 0 ? (
            <p className="mt-2 italic">No conversions yet</p>
          ) : (
            <ol className="mt-3 flex flex-wrap gap-3">
              {history.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    aria-label={`Use: ${entry.label}`}
                    onClick={() => restore(entry)}
                    className={`bg-[#fffaf0] ${SMALL}`}
                  >
                    {entry.label}
                  </button>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </main>
  );
}
