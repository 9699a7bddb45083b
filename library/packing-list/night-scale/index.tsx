import { useReducer, useState } from "react";
import type { FormEvent } from "react";
import { Minus, Plus, Trash2 } from "lucide-react";

type Thing = { id: number; name: string; grams: number; count: number; category: string; packed: boolean };
type NewThing = Pick<Thing, "name" | "grams" | "category">;
type Action =
  | { type: "add"; thing: NewThing }
  | { type: "toggle" | "remove"; id: number }
  | { type: "count"; id: number; by: number }
  | { type: "unpack" | "reset" };

const CATEGORIES = ["Clothes", "Camp", "Kitchen"];
const COUNT_MAX = 5;
const GRAMS_MAX = 9999;
const FIRST_LIMIT = "5000";
const FIRST_THINGS: Thing[] = [
  { id: 1, name: "Rain jacket", grams: 400, count: 1, category: "Clothes", packed: false },
  { id: 2, name: "Wool socks", grams: 150, count: 1, category: "Clothes", packed: false },
  { id: 3, name: "Tent", grams: 2000, count: 1, category: "Camp", packed: false },
  { id: 4, name: "Sleeping bag", grams: 1200, count: 1, category: "Camp", packed: false },
  { id: 5, name: "Stove", grams: 350, count: 1, category: "Kitchen", packed: false },
];
const DIAL_LENGTH = 424;

const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-teal-300";
const FIELD = `mt-1 h-11 w-full rounded-lg border border-slate-500 bg-slate-950 px-3 text-white aria-invalid:border-rose-400 ${FOCUS}`;
const ROUND = `grid size-9 place-items-center rounded-full text-slate-200 transition-colors hover:bg-slate-700 disabled:text-slate-600 disabled:hover:bg-transparent ${FOCUS}`;
const PLAIN = `rounded-lg border border-slate-600 px-4 py-2 font-medium text-slate-100 hover:border-teal-300 hover:text-teal-200 ${FOCUS}`;

function reduce(things: Thing[], action: Action): Thing[] {
  switch (action.type) {
    case "add": {
      const id = things.reduce((highest, thing) => Math.max(highest, thing.id), 0) + 1;
      return [...things, { ...action.thing, id, count: 1, packed: false }];
    }
    case "toggle":
      return things.map((thing) => (thing.id === action.id ? { ...thing, packed: !thing.packed } : thing));
    case "remove":
      return things.filter((thing) => thing.id !== action.id);
    case "count":
      return things.map((thing) =>
        thing.id === action.id ? { ...thing, count: Math.min(COUNT_MAX, Math.max(1, thing.count + action.by)) } : thing,
      );
    case "unpack":
      return things.map((thing) => ({ ...thing, packed: false }));
    case "reset":
      return FIRST_THINGS;
  }
}

function weigh(things: Thing[]): number {
  return things.reduce((sum, thing) => sum + thing.grams * thing.count, 0);
}

function parseGrams(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : 0;
}

function findMistake(things: Thing[], thing: NewThing): string | null {
  const same = things.find(({ name }) => name.toLowerCase() === thing.name.toLowerCase());
  if (thing.name === "") return "Enter an item";
  if (same) return `${same.name} is already on the list`;
  if (thing.grams < 1 || thing.grams > GRAMS_MAX) return `Grams must be 1 to ${GRAMS_MAX}`;
  return null;
}

function Dial({ share }: { share: number }) {
  const shown = Math.min(1, share) * DIAL_LENGTH;
  return (
    <svg
      viewBox="0 0 220 190"
      className="mx-auto block w-full max-w-60"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M40 170a90 90 0 1 1 140 0" className="stroke-slate-700" strokeWidth="14" />
      <path
        d="M40 170a90 90 0 1 1 140 0"
        className={`transition-[stroke-dasharray] duration-300 ${share > 1 ? "stroke-rose-400" : "stroke-teal-400"}`}
        strokeWidth="14"
        strokeDasharray={`${shown} 600`}
      />
    </svg>
  );
}

export default function NightScale() {
  const [things, dispatch] = useReducer(reduce, FIRST_THINGS);
  const [name, setName] = useState("");
  const [grams, setGrams] = useState("");
  const [category, setCategory] = useState("Clothes");
  const [limitText, setLimitText] = useState(FIRST_LIMIT);
  const [hidePacked, setHidePacked] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  const total = weigh(things);
  const limit = parseGrams(limitText);
  const packedCount = things.filter((thing) => thing.packed).length;
  const share = limit === 0 ? 1 : total / limit;

  function handleAdd(event: FormEvent) {
    event.preventDefault();
    const thing = { name: name.trim(), grams: parseGrams(grams), category };
    const found = findMistake(things, thing);
    setMistake(found);
    if (found !== null) return;
    dispatch({ type: "add", thing });
    setName("");
    setGrams("");
  }

  function handleReset() {
    dispatch({ type: "reset" });
    setName("");
    setGrams("");
    setCategory("Clothes");
    setLimitText(FIRST_LIMIT);
    setHidePacked(false);
    setMistake(null);
  }

  return (
    <main className="min-h-screen bg-slate-950 font-sans text-slate-100">
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-6 sm:px-8 md:grid-cols-[17rem_1fr] lg:gap-10">
        <aside aria-label="Scale" className="self-start rounded-3xl bg-slate-900 p-5 md:sticky md:top-6">
          <h1 className="text-2xl font-semibold tracking-tight">Pack weight</h1>
          <div className="relative mt-4">
            <Dial share={share} />
            <p role="status" className="absolute inset-x-0 top-1/2 -translate-y-1/4 text-center text-slate-300">
              Total weight: <span className="block text-3xl font-semibold text-white tabular-nums">{total} g</span>
            </p>
          </div>
          <p
            role="status"
            className={`mt-2 text-center text-lg font-semibold ${total > limit ? "text-rose-300" : "text-teal-300"}`}
          >
            {limit === 0 && "Enter a limit"}
            {limit > 0 && (total > limit ? `${total - limit} g too heavy` : `${limit - total} g to spare`)}
          </p>
          <label className="mt-4 block text-sm text-slate-300">
            Weight limit
            <input
              className={FIELD}
              inputMode="numeric"
              value={limitText}
              onChange={(event) => setLimitText(event.target.value)}
              aria-invalid={limit === 0}
            />
          </label>
          <p role="status" className="mt-5 font-medium">{`Packed: ${packedCount} of ${things.length}`}</p>
          <progress
            aria-label="Packed things"
            className="mt-2 block h-2.5 w-full appearance-none overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-slate-700 [&::-webkit-progress-value]:bg-teal-400"
            value={packedCount}
            max={Math.max(1, things.length)}
          />
          <label className="mt-5 flex items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-teal-400"
              checked={hidePacked}
              onChange={(event) => setHidePacked(event.target.checked)}
            />
            Hide packed
          </label>
          <div className="mt-5 flex flex-wrap gap-2">
            <button type="button" className={PLAIN} onClick={() => dispatch({ type: "unpack" })}>
              Unpack all
            </button>
            <button type="button" className={PLAIN} onClick={handleReset}>
              Reset list
            </button>
          </div>
        </aside>

        <div className="min-w-0">
          <form onSubmit={handleAdd} noValidate className="rounded-3xl bg-slate-900 p-5">
            <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1.2fr_auto]">
              <label className="col-span-2 text-sm text-slate-300 lg:col-span-1">
                New item
                <input
                  className={FIELD}
                  maxLength={30}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              </label>
              <label className="text-sm text-slate-300">
                Grams
                <input
                  className={FIELD}
                  inputMode="numeric"
                  value={grams}
                  onChange={(event) => setGrams(event.target.value)}
                />
              </label>
              <label className="text-sm text-slate-300">
                Category
                <select className={FIELD} value={category} onChange={(event) => setCategory(event.target.value)}>
                  {CATEGORIES.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              </label>
              <button
                type="submit"
                className={`col-span-2 h-11 rounded-lg bg-teal-300 px-6 font-semibold text-slate-950 transition-colors hover:bg-teal-200 lg:col-span-1 ${FOCUS}`}
              >
                Add item
              </button>
            </div>
            <p role="alert" className="font-medium text-rose-300">
              {mistake !== null && <span className="mt-3 block">{mistake}</span>}
            </p>
          </form>

          {CATEGORIES.map((title) => {
            const mine = things.filter((thing) => thing.category === title);
            const shown = hidePacked ? mine.filter((thing) => !thing.packed) : mine;
            return (
              <section key={title} aria-label={title} className="mt-6">
                <div className="flex items-baseline justify-between border-b border-slate-700 pb-2">
                  <h2 className="text-xl font-semibold">{title}</h2>
                  <p className="text-slate-300 tabular-nums">{`${weigh(mine)} g`}</p>
                </div>
                {mine.length === 0 && <p className="py-4 text-slate-400">Nothing here</p>}
                {mine.length > 0 && shown.length === 0 && <p className="py-4 text-teal-300">All packed</p>}
                <ul>
                  {shown.map((thing) => (
                    <li
                      key={thing.id}
                      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-slate-800 py-2.5"
                    >
                      <label className="flex min-w-0 flex-1 basis-52 cursor-pointer items-center gap-4 text-lg">
                        <input
                          type="checkbox"
                          className="size-6 shrink-0 accent-teal-400"
                          checked={thing.packed}
                          onChange={() => dispatch({ type: "toggle", id: thing.id })}
                        />
                        <span className={`min-w-0 break-words ${thing.packed ? "text-slate-400 line-through" : ""}`}>
                          {thing.name}
                        </span>
                      </label>
                      <span className="text-slate-300 tabular-nums">{`${thing.grams * thing.count} g`}</span>
                      <div className="ml-auto flex items-center">
                        <button
                          type="button"
                          className={ROUND}
                          aria-label={`One less: ${thing.name}`}
                          disabled={thing.count === 1}
                          onClick={() => dispatch({ type: "count", id: thing.id, by: -1 })}
                        >
                          <Minus size={17} aria-hidden />
                        </button>
                        <span className="w-9 text-center tabular-nums">{`× ${thing.count}`}</span>
                        <button
                          type="button"
                          className={ROUND}
                          aria-label={`One more: ${thing.name}`}
                          disabled={thing.count === COUNT_MAX}
                          onClick={() => dispatch({ type: "count", id: thing.id, by: 1 })}
                        >
                          <Plus size={17} aria-hidden />
                        </button>
                        <button
                          type="button"
                          className={ROUND}
                          aria-label={`Remove: ${thing.name}`}
                          onClick={() => dispatch({ type: "remove", id: thing.id })}
                        >
                          <Trash2 size={17} aria-hidden />
                        </button>
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </div>
    </main>
  );
}
