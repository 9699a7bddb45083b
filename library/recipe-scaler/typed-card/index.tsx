import { useState } from "react";
import type { ChangeEvent } from "react";

type Units = "Metric" | "Imperial";
type Ingredient = { id: string; amount: number; measure: "g" | "ml" | "piece"; name: string; plural?: string };

const RECIPE_SERVINGS = 4;
const SERVINGS_MIN = 1;
const SERVINGS_MAX = 12;
const PANCAKES_EACH = 3;
const GRAMS_PER_OUNCE = 28.35;
const MILLILITRES_PER_FLUID_OUNCE = 29.57;
const INGREDIENTS: Ingredient[] = [
  { id: "apples", amount: 300, measure: "g", name: "apples" },
  { id: "flour", amount: 200, measure: "g", name: "flour" },
  { id: "sugar", amount: 30, measure: "g", name: "sugar" },
  { id: "butter", amount: 40, measure: "g", name: "butter" },
  { id: "milk", amount: 300, measure: "ml", name: "milk" },
  { id: "eggs", amount: 2, measure: "piece", name: "egg", plural: "eggs" },
  { id: "lemon", amount: 1, measure: "piece", name: "lemon", plural: "lemons" },
];
const METHOD = [
  "Whisk the eggs, sugar and milk, then fold in the flour. Rest it while you peel.",
  "Slice the apples thinly and turn them in the juice of the lemon.",
  "Melt a little butter, lay out the slices and pour the batter over them.",
  "Turn when the edge is dry. Serve warm.",
];
const UNITS: Units[] = ["Metric", "Imperial"];
const GINGHAM = {
  backgroundColor: "#eef3ee",
  backgroundImage:
    "linear-gradient(90deg, rgb(52 104 84 / 0.35) 50%, transparent 50%), linear-gradient(rgb(52 104 84 / 0.35) 50%, transparent 50%)",
  backgroundSize: "48px 48px",
};

function readServings(text: string): number | null {
  const value = Number(text.trim());
  const isWhole = text.trim() !== "" && Number.isInteger(value);
  return isWhole && value >= SERVINGS_MIN && value <= SERVINGS_MAX ? value : null;
}

function amountOf(item: Ingredient, servings: number, units: Units): string {
  const scaled = (item.amount * servings) / RECIPE_SERVINGS;
  if (item.measure === "piece") {
    const pieces = Math.ceil(scaled);
    return `${pieces} ${pieces === 1 ? item.name : item.plural}`;
  }
  if (units === "Metric") return `${Math.round(scaled)} ${item.measure} ${item.name}`;
  if (item.measure === "g") return `${(scaled / GRAMS_PER_OUNCE).toFixed(1)} oz ${item.name}`;
  return `${(scaled / MILLILITRES_PER_FLUID_OUNCE).toFixed(1)} fl oz ${item.name}`;
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-sky-700";
const KEY = `grid h-11 min-w-11 place-items-center rounded-full border-2 border-stone-700 bg-stone-800 px-4 text-lg font-bold text-white transition-colors hover:bg-stone-600 disabled:border-stone-400 disabled:bg-stone-200 disabled:text-stone-500 ${RING}`;
const LINK = `font-bold text-[#9b2c2c] underline underline-offset-4 hover:text-stone-900 disabled:text-stone-500 disabled:no-underline ${RING}`;

type LineProps = { text: string; isTicked: boolean; onToggle: () => void };

function Line({ text, isTicked, onToggle }: LineProps) {
  return (
    <li className="border-b border-sky-300">
      <label className="flex h-11 cursor-pointer items-center gap-4 px-1 text-lg transition-colors hover:bg-sky-50">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={onToggle}
          className={`size-5 shrink-0 accent-[#9b2c2c] ${RING}`}
        />
        <span className={isTicked ? "text-stone-600 line-through decoration-2" : ""}>{text}</span>
      </label>
    </li>
  );
}

export default function TypedCard() {
  const [servings, setServings] = useState(RECIPE_SERVINGS);
  const [typed, setTyped] = useState(String(RECIPE_SERVINGS));
  const [units, setUnits] = useState<Units>("Metric");
  const [ticked, setTicked] = useState<string[]>([]);
  const [hidesTicked, setHidesTicked] = useState(false);

  const isInvalid = readServings(typed) === null;
  const left = INGREDIENTS.length - ticked.length;
  const listed = INGREDIENTS.filter((item) => !hidesTicked || !ticked.includes(item.id));

  function handleTyped(event: ChangeEvent<HTMLInputElement>) {
    setTyped(event.target.value);
    const value = readServings(event.target.value);
    if (value !== null) setServings(value);
  }

  function changeServings(step: number) {
    const next = Math.min(SERVINGS_MAX, Math.max(SERVINGS_MIN, servings + step));
    setServings(next);
    setTyped(String(next));
  }

  function toggle(id: string) {
    setTicked((current) => (current.includes(id) ? current.filter((other) => other !== id) : [...current, id]));
  }

  function handleReset() {
    setServings(RECIPE_SERVINGS);
    setTyped(String(RECIPE_SERVINGS));
    setUnits("Metric");
    setTicked([]);
    setHidesTicked(false);
  }

  return (
    <main style={GINGHAM} className="flex min-h-dvh items-center px-3 py-6 font-mono text-stone-900 sm:px-8">
      <article className="mx-auto w-full max-w-5xl rounded-lg bg-[#fffdf7] shadow-[0_10px_30px_rgb(20_50_40/0.35)]">
        <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 border-b-4 border-double border-[#c0504d] px-5 pt-6 pb-4 sm:px-10">
          <div>
            <p className="text-stone-700">From the school kitchen</p>
            <h1 className="text-3xl font-bold tracking-tight sm:text-5xl">Apple pancakes</h1>
          </div>
          <p role="status" className="text-xl font-bold text-[#9b2c2c]">{`Pancakes: ${servings * PANCAKES_EACH}`}</p>
        </header>

        <div className="grid gap-x-12 gap-y-8 px-5 py-6 sm:px-10 md:grid-cols-[1.15fr_1fr]">
          <section aria-labelledby="ingredients">
            <div className="flex flex-wrap items-baseline justify-between gap-3 border-b border-sky-300 pb-2">
              <h2 id="ingredients" className="text-xl font-bold">
                Ingredients
              </h2>
              <p role="status">{left === 0 ? "Everything is ticked" : `To buy: ${left}`}</p>
            </div>
            <ul>
              {listed.map((item) => (
                <Line
                  key={item.id}
                  text={amountOf(item, servings, units)}
                  isTicked={ticked.includes(item.id)}
                  onToggle={() => toggle(item.id)}
                />
              ))}
            </ul>
            {listed.length === 0 && <p className="border-b border-sky-300 py-6 text-center">Nothing left to buy</p>}
            <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <label className="flex cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  checked={hidesTicked}
                  onChange={(event) => setHidesTicked(event.target.checked)}
                  className={`size-5 accent-stone-800 ${RING}`}
                />
                Hide ticked
              </label>
              <button type="button" onClick={() => setTicked([])} disabled={ticked.length === 0} className={LINK}>
                Untick all
              </button>
            </div>
          </section>

          <div>
            <div className="rounded-md bg-[#e4ede6] p-5">
              <label htmlFor="servings" className="font-bold">
                Servings
              </label>
              <div className="mt-2 flex gap-3">
                <button
                  type="button"
                  aria-label="Fewer servings"
                  disabled={servings === SERVINGS_MIN}
                  onClick={() => changeServings(-1)}
                  className={KEY}
                >
                  −
                </button>
                <input
                  id="servings"
                  inputMode="numeric"
                  autoComplete="off"
                  value={typed}
                  onChange={handleTyped}
                  aria-invalid={isInvalid}
                  aria-describedby="servings-problem"
                  className={`h-11 w-full min-w-0 border-b-2 border-stone-800 bg-[#fffdf7] text-center text-2xl font-bold aria-invalid:border-red-700 aria-invalid:text-red-800 ${RING}`}
                />
                <button
                  type="button"
                  aria-label="More servings"
                  disabled={servings === SERVINGS_MAX}
                  onClick={() => changeServings(1)}
                  className={KEY}
                >
                  +
                </button>
              </div>
              <p id="servings-problem" role="alert" className="mt-2 font-bold text-red-800 empty:hidden">
                {isInvalid && `Enter a whole number from ${SERVINGS_MIN} to ${SERVINGS_MAX}`}
              </p>
              <fieldset className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
                <legend className="mb-1 font-bold">Units</legend>
                {UNITS.map((name) => (
                  <label key={name} className="flex cursor-pointer items-center gap-2">
                    <input
                      type="radio"
                      name="units"
                      checked={units === name}
                      onChange={() => setUnits(name)}
                      className={`size-5 accent-stone-800 ${RING}`}
                    />
                    {name}
                  </label>
                ))}
              </fieldset>
            </div>
            <h2 className="mt-6 text-xl font-bold">Method</h2>
            <ol className="mt-2 list-inside list-decimal space-y-2 leading-snug">
              {METHOD.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="mt-5 text-right">
              <button type="button" onClick={handleReset} className={LINK}>
                Reset
              </button>
            </p>
          </div>
        </div>
      </article>
    </main>
  );
}
