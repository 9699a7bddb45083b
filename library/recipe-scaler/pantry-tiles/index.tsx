import { useMemo, useState } from "react";
import { Apple, Candy, Citrus, Cuboid, Egg, Milk, Wheat } from "lucide-react";
import type { LucideIcon } from "lucide-react";

type Measure = { metric: string; imperial: string; perImperial: number };
type Food = { name: string; icon: LucideIcon; tint: string; base: number; measure?: Measure };

const WEIGHT: Measure = { metric: "g", imperial: "oz", perImperial: 28.35 };
const VOLUME: Measure = { metric: "ml", imperial: "fl oz", perImperial: 29.57 };
const FOODS: Food[] = [
  { name: "apples", icon: Apple, tint: "bg-[#f6c1b4]", base: 300, measure: WEIGHT },
  { name: "flour", icon: Wheat, tint: "bg-[#f1e1bd]", base: 200, measure: WEIGHT },
  { name: "sugar", icon: Candy, tint: "bg-[#f7cfe0]", base: 30, measure: WEIGHT },
  { name: "butter", icon: Cuboid, tint: "bg-[#fbe08a]", base: 40, measure: WEIGHT },
  { name: "milk", icon: Milk, tint: "bg-[#cfe3f5]", base: 300, measure: VOLUME },
  { name: "egg", icon: Egg, tint: "bg-[#fbd5a8]", base: 2 },
  { name: "lemon", icon: Citrus, tint: "bg-[#e3ed9d]", base: 1 },
];
const BASE_SERVINGS = 4;
const MOST_SERVINGS = 12;

function parseServings(text: string): number | undefined {
  const count = Number.parseInt(text, 10);
  if (String(count) !== text.trim()) return undefined;
  return count >= 1 && count <= MOST_SERVINGS ? count : undefined;
}

function quantityOf(food: Food, factor: number, isImperial: boolean): { amount: string; name: string } {
  const quantity = food.base * factor;
  if (!food.measure) {
    const pieces = Math.ceil(quantity);
    return { amount: String(pieces), name: pieces > 1 ? `${food.name}s` : food.name };
  }
  const { metric, imperial, perImperial } = food.measure;
  const amount = isImperial
    ? `${(quantity / perImperial).toFixed(1)} ${imperial}`
    : `${Math.round(quantity)} ${metric}`;
  return { amount, name: food.name };
}

const FOCUS = "focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-indigo-700";
const FOCUS_INSIDE =
  "has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo-700";
const STEP = `size-12 shrink-0 rounded-2xl bg-white text-2xl font-bold text-indigo-950 transition-colors hover:bg-indigo-100 disabled:bg-indigo-900 disabled:text-indigo-300 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-white`;
const CHIP = `rounded-2xl bg-white px-5 py-3 font-semibold transition-colors hover:bg-indigo-100 disabled:text-stone-500 disabled:hover:bg-white ${FOCUS}`;

type TileProps = { food: Food; factor: number; isImperial: boolean; isTicked: boolean; onToggle: () => void };

function Tile({ food, factor, isImperial, isTicked, onToggle }: TileProps) {
  const { amount, name } = quantityOf(food, factor, isImperial);
  const Icon = food.icon;
  return (
    <li>
      <label
        className={`relative flex h-full min-h-36 cursor-pointer lg:min-h-64 flex-col justify-between rounded-3xl p-5 transition-transform hover:-translate-y-0.5 ${FOCUS_INSIDE} ${
          isTicked ? "bg-[#e4e1da] text-stone-700" : food.tint
        }`}
      >
        <span className="flex items-start justify-between">
          <Icon aria-hidden="true" className="size-10" strokeWidth={1.5} />
          <input
            type="checkbox"
            checked={isTicked}
            onChange={onToggle}
            className="size-6 accent-indigo-950 outline-none"
          />
        </span>
        <span className={`mt-4 block ${isTicked ? "line-through" : ""}`}>
          <b className="block text-2xl font-extrabold tracking-tight sm:text-3xl">{amount}</b>{" "}
          <span className="text-lg">{name}</span>
        </span>
      </label>
    </li>
  );
}

export default function PantryTiles() {
  const [entry, setEntry] = useState(String(BASE_SERVINGS));
  const [servings, setServings] = useState(BASE_SERVINGS);
  const [isImperial, setIsImperial] = useState(false);
  const [basket, setBasket] = useState<ReadonlySet<string>>(new Set());
  const [isHiding, setIsHiding] = useState(false);

  const problem = parseServings(entry) === undefined ? "Enter a whole number from 1 to 12" : "";
  const shown = useMemo(() => FOODS.filter((food) => !(isHiding && basket.has(food.name))), [isHiding, basket]);
  const missing = FOODS.length - basket.size;

  function handleEntry(text: string) {
    setEntry(text);
    setServings((current) => parseServings(text) ?? current);
  }

  function serve(count: number) {
    const next = Math.max(1, Math.min(count, MOST_SERVINGS));
    setServings(next);
    setEntry(`${next}`);
  }

  function toggleFood(name: string) {
    setBasket((current) => {
      const next = new Set(current);
      if (next.has(name)) next.delete(name);
      else next.add(name);
      return next;
    });
  }

  function emptyBasket() {
    setBasket(new Set());
  }

  function startOver() {
    serve(BASE_SERVINGS);
    emptyBasket();
    setIsImperial(false);
    setIsHiding(false);
  }

  return (
    <main className="min-h-dvh bg-[#faf6ee] px-4 py-6 text-indigo-950 sm:px-8 sm:py-8">
      <div className="mx-auto max-w-6xl">
        <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <h1 className="text-4xl font-extrabold tracking-tight sm:text-6xl">Apple pancakes</h1>
          <p role="status" className="text-2xl font-bold">
            {missing === 0 ? "Everything is ticked" : `To buy: ${missing}`}
          </p>
        </header>
        <div className="grid gap-4 lg:grid-cols-[22rem_1fr]">
          <section aria-label="Settings" className="flex flex-col gap-6 rounded-3xl bg-indigo-950 p-6 text-white">
            <div>
              <label htmlFor="servings" className="text-lg font-semibold">
                Servings
              </label>
              <div className="mt-2 flex gap-3">
                <button
                  type="button"
                  aria-label="Fewer servings"
                  onClick={() => serve(servings - 1)}
                  disabled={servings === 1}
                  className={STEP}
                >
                  −
                </button>
                <input
                  id="servings"
                  inputMode="numeric"
                  autoComplete="off"
                  value={entry}
                  onChange={(event) => handleEntry(event.target.value)}
                  aria-invalid={problem !== ""}
                  aria-describedby="servings-problem"
                  className="h-12 w-full min-w-0 rounded-2xl border-4 border-white bg-white text-center text-2xl font-extrabold text-indigo-950 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-white aria-invalid:border-rose-400"
                />
                <button
                  type="button"
                  aria-label="More servings"
                  onClick={() => serve(servings + 1)}
                  disabled={servings === MOST_SERVINGS}
                  className={STEP}
                >
                  +
                </button>
              </div>
              <p id="servings-problem" role="alert" className="mt-3 font-semibold text-rose-200 empty:hidden">
                {problem}
              </p>
            </div>
            <fieldset>
              <legend className="mb-2 text-lg font-semibold">Units</legend>
              <div className="grid grid-cols-2 gap-3">
                {[false, true].map((imperial) => (
                  <label
                    key={String(imperial)}
                    className="flex cursor-pointer items-center gap-3 rounded-2xl border-2 border-indigo-300 px-4 py-3 transition-colors has-checked:border-white has-checked:bg-white has-checked:text-indigo-950 has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-white"
                  >
                    <input
                      type="radio"
                      name="units"
                      checked={isImperial === imperial}
                      onChange={() => setIsImperial(imperial)}
                      className="size-4 accent-indigo-950 outline-none"
                    />
                    {imperial ? "Imperial" : "Metric"}
                  </label>
                ))}
              </div>
            </fieldset>
            <div className="mt-auto">
              <div aria-hidden="true" className="flex flex-wrap gap-1.5">
                {Array.from({ length: servings * 3 }, (_, index) => (
                  <span key={index} className="size-4 rounded-full border-2 border-[#e9b45f] bg-[#fbe08a]" />
                ))}
              </div>
              <p role="status" className="mt-3 text-lg font-semibold">{`Pancakes: ${servings * 3}`}</p>
            </div>
          </section>
          {shown.length === 0 ? (
            <p className="grid min-h-72 place-items-center rounded-3xl border-4 border-dashed border-indigo-200 text-2xl font-bold">
              Nothing left to buy
            </p>
          ) : (
            <ul
              aria-label="Ingredients"
              className="grid grid-cols-2 content-start gap-4 sm:grid-cols-4 *:first:col-span-2"
            >
              {shown.map((food) => (
                <Tile
                  key={food.name}
                  food={food}
                  factor={servings / BASE_SERVINGS}
                  isImperial={isImperial}
                  isTicked={basket.has(food.name)}
                  onToggle={() => toggleFood(food.name)}
                />
              ))}
            </ul>
          )}
        </div>
        <div className="mt-4 flex flex-wrap gap-3 lg:justify-end">
          <label className={`${CHIP} flex cursor-pointer items-center gap-3 ${FOCUS_INSIDE}`}>
            <input
              type="checkbox"
              checked={isHiding}
              onChange={() => setIsHiding((on) => !on)}
              className="size-5 accent-indigo-950 outline-none"
            />
            Hide ticked
          </label>
          <button type="button" onClick={emptyBasket} disabled={basket.size === 0} className={CHIP}>
            Untick all
          </button>
          <button type="button" onClick={startOver} className={CHIP}>
            Reset
          </button>
        </div>
      </div>
    </main>
  );
}
