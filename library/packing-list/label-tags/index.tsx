import { useState } from "react";
import type { FormEvent } from "react";

type Item = { name: string; weight: number; pieces: number };
type Bag = { clothes: Item[]; camp: Item[]; kitchen: Item[] };
type Compartment = keyof Bag;

const COMPARTMENTS: { key: Compartment; title: string; tag: string; edge: string }[] = [
  { key: "clothes", title: "Clothes", tag: "bg-[#ffd66b]", edge: "bg-[#f0b429]" },
  { key: "camp", title: "Camp", tag: "bg-[#ffb199]", edge: "bg-[#f0805c]" },
  { key: "kitchen", title: "Kitchen", tag: "bg-[#9fd8e8]", edge: "bg-[#4aaac6]" },
];
const LEAST_PIECES = 1;
const MOST_PIECES = 5;
const START_LIMIT = "5000";
const START_BAG: Bag = {
  clothes: [
    { name: "Rain jacket", weight: 400, pieces: 1 },
    { name: "Wool socks", weight: 150, pieces: 1 },
  ],
  camp: [
    { name: "Tent", weight: 2000, pieces: 1 },
    { name: "Sleeping bag", weight: 1200, pieces: 1 },
  ],
  kitchen: [{ name: "Stove", weight: 350, pieces: 1 }],
};
const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#1d3f8f]";
const INPUT = `mt-1 h-12 w-full rounded-md border-2 border-[#3d2f25] bg-white px-3 text-lg ${RING}`;
const SMALL = `h-9 min-w-9 rounded-md bg-white/70 px-2.5 leading-none font-bold hover:bg-white disabled:bg-white/30 disabled:text-[#3d2f25]/50 ${RING}`;
const BUTTON = `rounded-md border-2 border-[#3d2f25] bg-transparent px-4 py-2 font-bold hover:bg-[#3d2f25] hover:text-white ${RING}`;

const totalOf = (items: Item[]) => items.reduce((sum, item) => sum + item.weight * item.pieces, 0);
const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function readNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) ? value : null;
}

export default function LabelTags() {
  const [bag, setBag] = useState(START_BAG);
  const [packed, setPacked] = useState<string[]>([]);
  const [limit, setLimit] = useState(START_LIMIT);
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [entry, setEntry] = useState({ name: "", grams: "", to: "clothes" });
  const [error, setError] = useState("");

  const everything = [...bag.clothes, ...bag.camp, ...bag.kitchen];
  const weight = totalOf(everything);
  const spare = (readNumber(limit) ?? Number.NaN) - weight;
  const percent = everything.length === 0 ? 0 : (packed.length / everything.length) * 100;

  function changeCompartment(key: Compartment, change: (items: Item[]) => Item[]) {
    setBag((current) => ({ ...current, [key]: change(current[key]) }));
  }

  function changePieces(key: Compartment, name: string, step: number) {
    changeCompartment(key, (items) =>
      items.map((item) => {
        const pieces = Math.max(LEAST_PIECES, Math.min(MOST_PIECES, item.pieces + step));
        return item.name === name ? { ...item, pieces } : item;
      }),
    );
  }

  function removeItem(key: Compartment, name: string) {
    changeCompartment(key, (items) => items.filter((item) => item.name !== name));
    setPacked((names) => names.filter((other) => other !== name));
  }

  function togglePacked(name: string) {
    setPacked((names) => (names.includes(name) ? names.filter((other) => other !== name) : [...names, name]));
  }

  function errorIn(name: string, grams: number | null): string {
    const twin = everything.find((item) => isSameName(item.name, name));
    if (name.length === 0) return "Enter an item";
    if (twin !== undefined) return `${twin.name} is already on the list`;
    return grams !== null && grams >= 1 && grams <= 9999 ? "" : "Grams must be 1 to 9999";
  }

  function addItem(event: FormEvent) {
    event.preventDefault();
    const name = entry.name.trim();
    const grams = readNumber(entry.grams);
    const problem = errorIn(name, grams);
    const target = COMPARTMENTS.find(({ key }) => key === entry.to);
    setError(problem);
    if (problem !== "" || grams === null || !target) return;
    changeCompartment(target.key, (items) => [...items, { name, weight: grams, pieces: 1 }]);
    setEntry({ ...entry, name: "", grams: "" });
  }

  function resetList() {
    setBag(START_BAG);
    setPacked([]);
    setLimit(START_LIMIT);
    setOnlyMissing(false);
    setEntry({ name: "", grams: "", to: "clothes" });
    setError("");
  }

  function spareWords(): string {
    if (Number.isNaN(spare)) return "Enter a limit";
    return spare < 0 ? `${-spare} g too heavy` : `${spare} g to spare`;
  }

  function renderTag(item: Item, key: Compartment, colours: string) {
    const done = packed.includes(item.name);
    return (
      <li
        key={item.name}
        className={`flex flex-col justify-between gap-3 rounded-l-[2.2rem] rounded-r-md py-3 pr-3 pl-4 shadow-md transition-opacity ${colours} ${done ? "opacity-95 saturate-50" : ""}`}
      >
        <label className="flex cursor-pointer items-start gap-3">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-white shadow-inner">
            <input
              type="checkbox"
              className="size-5 accent-[#1d3f8f]"
              checked={done}
              onChange={() => togglePacked(item.name)}
            />
          </span>
          <span className="min-w-0">
            <span className={`block text-xl leading-tight font-bold break-words ${done ? "line-through" : ""}`}>
              {item.name}
            </span>
            <span className="block">{`${item.weight * item.pieces} g`}</span>
          </span>
        </label>
        <div className="flex items-center gap-1.5 pl-12">
          <button
            type="button"
            className={SMALL}
            aria-label={`One less: ${item.name}`}
            disabled={item.pieces === LEAST_PIECES}
            onClick={() => changePieces(key, item.name, -1)}
          >
            −
          </button>
          <span className="min-w-7 text-center font-bold">{item.pieces}</span>
          <button
            type="button"
            className={SMALL}
            aria-label={`One more: ${item.name}`}
            disabled={item.pieces === MOST_PIECES}
            onClick={() => changePieces(key, item.name, 1)}
          >
            +
          </button>
          <button
            type="button"
            className={`${SMALL} ml-auto`}
            aria-label={`Remove: ${item.name}`}
            onClick={() => removeItem(key, item.name)}
          >
            Remove
          </button>
        </div>
      </li>
    );
  }

  return (
    <main className="min-h-screen bg-[#f4ecdf] font-[family-name:'Trebuchet_MS','Segoe_UI',sans-serif] text-[#3d2f25]">
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="text-4xl font-black tracking-tight sm:text-5xl">Tag every gram</h1>
          <div className="flex flex-wrap gap-2">
            <button type="button" className={BUTTON} onClick={() => setPacked([])}>
              Unpack all
            </button>
            <button type="button" className={BUTTON} onClick={resetList}>
              Reset list
            </button>
          </div>
        </header>

        <div className="mt-5 grid items-center gap-x-8 gap-y-4 rounded-xl bg-white p-5 shadow-sm md:grid-cols-[1fr_auto_auto]">
          <div>
            <p role="status" className="text-xl font-bold">{`Packed: ${packed.length} of ${everything.length}`}</p>
            <div
              role="progressbar"
              aria-label="Packed"
              aria-valuemin={0}
              aria-valuemax={everything.length}
              aria-valuenow={packed.length}
              className="mt-2 h-4 overflow-hidden rounded-full bg-[#e7dac6]"
            >
              <div className="h-full bg-[#2f7d4f] transition-[width]" style={{ width: `${percent}%` }} />
            </div>
          </div>
          <div role="status" className="text-xl font-bold">
            <p>{`Total weight: ${weight} g`}</p>
            <p className={spare < 0 ? "text-red-700" : "text-[#226040]"}>{spareWords()}</p>
          </div>
          <label className="block w-36 font-bold">
            Weight limit
            <input
              className={INPUT}
              inputMode="numeric"
              value={limit}
              onChange={(event) => setLimit(event.target.value)}
            />
          </label>
        </div>

        <form
          onSubmit={addItem}
          noValidate
          className="mt-5 grid grid-cols-2 items-end gap-3 md:grid-cols-[2fr_1fr_1fr_auto]"
        >
          <label className="col-span-2 font-bold md:col-span-1">
            New item
            <input
              className={INPUT}
              maxLength={30}
              value={entry.name}
              onChange={(event) => setEntry({ ...entry, name: event.target.value })}
            />
          </label>
          <label className="font-bold">
            Grams
            <input
              className={INPUT}
              inputMode="numeric"
              value={entry.grams}
              onChange={(event) => setEntry({ ...entry, grams: event.target.value })}
            />
          </label>
          <label className="font-bold">
            Category
            <select
              className={INPUT}
              value={entry.to}
              onChange={(event) => setEntry({ ...entry, to: event.target.value })}
            >
              {COMPARTMENTS.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button
            type="submit"
            className={`col-span-2 h-12 rounded-md bg-[#1d3f8f] px-6 font-bold text-white hover:bg-[#15306f] md:col-span-1 ${RING}`}
          >
            Add item
          </button>
        </form>
        <div className="mt-3 flex min-h-8 flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <label className="flex items-center gap-3 font-bold">
            <input
              type="checkbox"
              className="size-5 accent-[#1d3f8f]"
              checked={onlyMissing}
              onChange={() => setOnlyMissing((on) => !on)}
            />
            Hide packed
          </label>
          <p role="alert" className="text-lg font-bold text-red-700">
            {error}
          </p>
        </div>

        {COMPARTMENTS.map(({ key, title, tag, edge }) => {
          const visible = bag[key].filter((item) => !onlyMissing || !packed.includes(item.name));
          return (
            <section key={key} aria-labelledby={`title-${key}`} className="mt-4">
              <div className={`flex items-baseline justify-between rounded-md px-4 py-2 ${edge}`}>
                <h2 id={`title-${key}`} className="text-2xl font-black">
                  {title}
                </h2>
                <p className="text-lg font-bold">{`${totalOf(bag[key])} g`}</p>
              </div>
              {visible.length === 0 && (
                <p className="py-4 pl-4 text-lg">{bag[key].length === 0 ? "Nothing here" : "All packed"}</p>
              )}
              <ul className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
                {visible.map((item) => renderTag(item, key, tag))}
              </ul>
            </section>
          );
        })}
      </div>
    </main>
  );
}
