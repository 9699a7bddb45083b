import { useState } from "react";
import { Minus, Plus, X } from "lucide-react";

type Ingredient = { name: string; amount: number; unit: string };
type Dish = { name: string; vegetarian: boolean; ingredients: Ingredient[] };
type Plan = Record<string, string>;

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MEALS = ["lunch", "dinner"];
const PLACES = DAYS.length * MEALS.length;
const PEOPLE_MAX = 8;
const REPEATS_MAX = 2;

const grams = (name: string, amount: number): Ingredient => ({ name, amount, unit: " g" });
const pieces = (name: string, amount: number): Ingredient => ({ name, amount, unit: "" });

const DISHES: Dish[] = [
  { name: "Lentil soup", vegetarian: true, ingredients: [grams("Lentils", 80), pieces("Carrots", 1)] },
  { name: "Veggie curry", vegetarian: true, ingredients: [grams("Rice", 90), pieces("Carrots", 2)] },
  { name: "Pesto pasta", vegetarian: true, ingredients: [grams("Pasta", 100), grams("Cheese", 20)] },
  { name: "Omelette", vegetarian: true, ingredients: [pieces("Eggs", 2), grams("Cheese", 30)] },
  { name: "Chicken rice", vegetarian: false, ingredients: [grams("Chicken", 150), grams("Rice", 70)] },
  { name: "Fish tacos", vegetarian: false, ingredients: [grams("Fish", 120), pieces("Tortillas", 3)] },
];

const GINGHAM = {
  backgroundColor: "#f3f7fd",
  backgroundImage:
    "linear-gradient(90deg, rgb(52 104 184 / 0.2) 50%, transparent 50%), linear-gradient(rgb(52 104 184 / 0.2) 50%, transparent 50%)",
  backgroundSize: "44px 44px",
};
const CARD = "rounded-sm border-t-4 border-red-600 bg-white shadow-md";
const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-blue-800";
const BUTTON = `rounded-sm border-2 border-blue-900 bg-white px-4 py-1.5 font-bold text-blue-950 hover:bg-blue-100 disabled:border-slate-300 disabled:bg-slate-100 disabled:text-slate-500 ${FOCUS}`;

function shoppingFor(plan: Plan, people: number): Ingredient[] {
  const needed = new Map<string, Ingredient>();
  for (const dishName of Object.values(plan)) {
    const dish = DISHES.find(({ name }) => name === dishName);
    for (const { name, amount, unit } of dish?.ingredients ?? []) {
      const sofar = needed.get(name)?.amount ?? 0;
      needed.set(name, { name, amount: sofar + amount * people, unit });
    }
  }
  return [...needed.values()];
}

function withoutPlace(plan: Plan, place: string): Plan {
  return Object.fromEntries(Object.entries(plan).filter(([key]) => key !== place));
}

export default function IndexCards() {
  const [plan, setPlan] = useState<Plan>({});
  const [clearedPlan, setClearedPlan] = useState<Plan | null>(null);
  const [chosen, setChosen] = useState("");
  const [vegetarianOnly, setVegetarianOnly] = useState(false);
  const [people, setPeople] = useState(2);
  const [bought, setBought] = useState<string[]>([]);
  const [notice, setNotice] = useState("");

  const dishes = DISHES.filter((dish) => dish.vegetarian || !vegetarianOnly);
  const shopping = shoppingFor(plan, people);
  const boughtCount = shopping.filter((item) => bought.includes(item.name)).length;
  const plannedCount = Object.keys(plan).length;

  function changePlan(next: Plan) {
    setPlan(next);
    setClearedPlan(null);
    setNotice("");
  }

  function handleFilter(only: boolean) {
    setVegetarianOnly(only);
    const dish = DISHES.find(({ name }) => name === chosen);
    if (only && dish && !dish.vegetarian) setChosen("");
  }

  function handlePlace(place: string) {
    const others = Object.values(withoutPlace(plan, place));
    if (chosen === "") {
      setNotice("Choose a dish first");
    } else if (others.filter((name) => name === chosen).length >= REPEATS_MAX) {
      setNotice("Twice a week is enough");
    } else {
      changePlan({ ...plan, [place]: chosen });
    }
  }

  function handleTick(name: string) {
    setBought(bought.includes(name) ? bought.filter((other) => other !== name) : [...bought, name]);
  }

  function handleClear() {
    changePlan({});
    setClearedPlan(plan);
  }

  function handleUndo() {
    if (clearedPlan) changePlan(clearedPlan);
  }

  return (
    <main
      style={GINGHAM}
      className="min-h-screen px-3 py-5 font-[family-name:'Courier_New',Courier,monospace] text-slate-900 sm:px-6"
    >
      <div className="mx-auto max-w-7xl">
        <header className={`${CARD} flex flex-wrap items-center gap-x-8 gap-y-3 px-5 py-4`}>
          <h1 className="text-2xl font-bold sm:text-3xl">Meals of the week</h1>
          <p role="status" className="font-bold">{`Meals planned: ${plannedCount} of ${PLACES}`}</p>
          <div className="flex items-center gap-2 lg:ml-auto">
            <button
              type="button"
              aria-label="Fewer people"
              disabled={people === 1}
              onClick={() => setPeople(people - 1)}
              className={`${BUTTON} px-2.5`}
            >
              <Minus size={18} aria-hidden />
            </button>
            <p role="status" className="min-w-28 text-center font-bold">{`People: ${people}`}</p>
            <button
              type="button"
              aria-label="More people"
              disabled={people === PEOPLE_MAX}
              onClick={() => setPeople(people + 1)}
              className={`${BUTTON} px-2.5`}
            >
              <Plus size={18} aria-hidden />
            </button>
          </div>
          <div className="flex gap-2">
            <button type="button" disabled={plannedCount === 0} onClick={handleClear} className={BUTTON}>
              Clear week
            </button>
            {clearedPlan && (
              <button type="button" onClick={handleUndo} className={`${BUTTON} bg-yellow-200`}>
                Undo
              </button>
            )}
          </div>
        </header>

        <div className="mt-5 grid items-start gap-5 md:grid-cols-[15rem_1fr] lg:grid-cols-[17rem_1fr_17rem]">
          <fieldset className="min-w-0">
            <legend className="sr-only">Dishes</legend>
            <label className={`${CARD} flex items-center gap-3 px-4 py-2.5 font-bold`}>
              <input
                type="checkbox"
                className="size-5 accent-blue-800"
                checked={vegetarianOnly}
                onChange={(event) => handleFilter(event.target.checked)}
              />
              Vegetarian only
            </label>
            <div className="mt-3 grid grid-cols-2 gap-3 md:grid-cols-1">
              {dishes.map((dish) => (
                <label
                  key={dish.name}
                  className={`${CARD} flex cursor-pointer gap-3 px-4 py-2.5 transition-transform md:has-checked:translate-x-2 has-checked:bg-yellow-100 has-focus-visible:outline-3 has-focus-visible:outline-blue-800`}
                >
                  <input
                    type="radio"
                    name="dish"
                    className="mt-1 size-4 shrink-0 accent-blue-800"
                    checked={chosen === dish.name}
                    onChange={() => setChosen(dish.name)}
                  />
                  <span>
                    <span className="block font-bold">{dish.name}</span>
                    {dish.ingredients.map(({ name, amount, unit }) => (
                      <span key={name} className="block text-sm text-slate-700">{`${name} ${amount}${unit}`}</span>
                    ))}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>

          <section aria-label="Week" className={`${CARD} px-4 pt-3 pb-5 sm:px-6`}>
            <p role="alert" className="min-h-7 font-bold text-red-700">
              {notice}
              {notice === "" && <span className="font-normal text-slate-700">Pick a card, then press a place.</span>}
            </p>
            {DAYS.map((day) => (
              <div
                key={day}
                className="grid grid-cols-2 items-center gap-2 border-t border-blue-300 py-2 sm:grid-cols-[7rem_1fr_1fr]"
              >
                <h2 className="col-span-2 font-bold sm:col-span-1">{day}</h2>
                {MEALS.map((meal) => {
                  const place = `${day} ${meal}`;
                  const dishName = plan[place];
                  return (
                    <div key={place} className="relative min-w-0">
                      <button
                        type="button"
                        aria-label={`${place}: ${dishName ?? "empty"}`}
                        onClick={() => handlePlace(place)}
                        className={`h-14 w-full rounded-sm px-2.5 text-left leading-tight transition-colors ${dishName ? "bg-blue-900 pr-9 font-bold text-white hover:bg-blue-800" : "border-2 border-dashed border-slate-400 text-slate-600 hover:border-blue-800 hover:bg-blue-50"} ${FOCUS}`}
                      >
                        {dishName ?? meal}
                      </button>
                      {dishName && (
                        <button
                          type="button"
                          aria-label={`Remove ${meal} on ${day}`}
                          onClick={() => changePlan(withoutPlace(plan, place))}
                          className="absolute top-3.5 right-1.5 grid size-7 place-items-center rounded-full text-white hover:bg-white hover:text-blue-950 focus-visible:outline-2 focus-visible:outline-white"
                        >
                          <X size={18} aria-hidden />
                        </button>
                      )}
                    </div>
                  );
                })}
              </div>
            ))}
          </section>

          <section aria-labelledby="shopping-title" className={`${CARD} px-5 py-4 md:col-span-2 lg:col-span-1`}>
            <h2 id="shopping-title" className="text-xl font-bold">
              Shopping list
            </h2>
            {shopping.length === 0 ? (
              <p className="mt-3 border-t border-blue-300 pt-3 text-slate-700">Nothing to buy yet</p>
            ) : (
              <>
                <p role="status" className="mt-1 text-slate-700">{`${boughtCount} of ${shopping.length} bought`}</p>
                <ul className="mt-3">
                  {shopping.map(({ name, amount, unit }) => (
                    <li key={name} className="border-t border-blue-300">
                      <label className="flex cursor-pointer items-center gap-3 py-2 has-checked:text-slate-600 has-checked:line-through">
                        <input
                          type="checkbox"
                          className="size-5 shrink-0 accent-blue-800"
                          checked={bought.includes(name)}
                          onChange={() => handleTick(name)}
                        />
                        {`${name}: ${amount}${unit}`}
                      </label>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      </div>
    </main>
  );
}
