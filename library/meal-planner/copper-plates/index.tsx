import { useMemo, useState } from "react";

type Dish = { name: string; kind: "plants" | "meat"; colour: string; recipe: [string, number, string][] };
type Meal = { day: string; time: string; dish: Dish };

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const TIMES = [
  { time: "lunch", title: "Lunches" },
  { time: "dinner", title: "Dinners" },
];
const DISHES: Dish[] = [
  {
    name: "Lentil soup",
    kind: "plants",
    colour: "#e8a15c",
    recipe: [
      ["Lentils", 80, "g"],
      ["Carrots", 1, ""],
    ],
  },
  {
    name: "Veggie curry",
    kind: "plants",
    colour: "#e6c34a",
    recipe: [
      ["Rice", 90, "g"],
      ["Carrots", 2, ""],
    ],
  },
  {
    name: "Pesto pasta",
    kind: "plants",
    colour: "#a9c46c",
    recipe: [
      ["Pasta", 100, "g"],
      ["Cheese", 20, "g"],
    ],
  },
  {
    name: "Omelette",
    kind: "plants",
    colour: "#f3d98b",
    recipe: [
      ["Eggs", 2, ""],
      ["Cheese", 30, "g"],
    ],
  },
  {
    name: "Chicken rice",
    kind: "meat",
    colour: "#dfb896",
    recipe: [
      ["Chicken", 150, "g"],
      ["Rice", 70, "g"],
    ],
  },
  {
    name: "Fish tacos",
    kind: "meat",
    colour: "#8fc1c7",
    recipe: [
      ["Fish", 120, "g"],
      ["Tortillas", 3, ""],
    ],
  },
];
const [FEWEST, MOST] = [1, 8];
const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-orange-300";
const COPPER = `rounded-full border border-[#b8744a] text-[#f2c9a5] transition-colors hover:bg-[#b8744a]/25 disabled:border-stone-700 disabled:text-stone-500 ${FOCUS}`;
const GHOST = `${COPPER} px-5 py-2`;
const ROUND = `${COPPER} size-11 text-2xl leading-none`;

function collect(meals: Meal[], people: number) {
  const lines: { name: string; amount: number; unit: string }[] = [];
  for (const [name, amount, unit] of meals.flatMap((meal) => meal.dish.recipe)) {
    const line = lines.find((one) => one.name === name);
    if (line) line.amount += amount * people;
    else lines.push({ name, amount: amount * people, unit });
  }
  return lines.sort((a, b) => a.name.localeCompare(b.name));
}

type PlateProps = { day: string; time: string; dish: Dish | undefined; onPlace: () => void; onRemove: () => void };

function Plate({ day, time, dish, onPlace, onRemove }: PlateProps) {
  return (
    <li className="flex w-24 flex-col items-center gap-2 sm:w-28">
      <h3 className="text-sm tracking-wide text-stone-300">{day}</h3>
      <button
        type="button"
        aria-label={`${day} ${time}: ${dish ? dish.name : "empty"}`}
        onClick={onPlace}
        style={dish && { backgroundColor: dish.colour }}
        className={`grid size-24 place-items-center rounded-full border-[6px] px-1 sm:px-4 text-center leading-tight transition-transform hover:scale-105 sm:size-28 ${dish ? "border-[#f1e7dc] font-semibold text-stone-950" : "border-[#4a362a] bg-[#2a1f19] text-stone-300 ring-1 ring-[#b8744a]"} ${FOCUS}`}
      >
        {dish ? dish.name : "Empty"}
      </button>
      {dish && (
        <button
          type="button"
          aria-label={`Remove ${time} on ${day}`}
          onClick={onRemove}
          className={`rounded-full px-3 py-1 text-sm text-[#f2c9a5] underline underline-offset-4 hover:text-white ${FOCUS}`}
        >
          Remove
        </button>
      )}
    </li>
  );
}

export default function CopperPlates() {
  const [meals, setMeals] = useState<Meal[]>([]);
  const [lastWeek, setLastWeek] = useState<Meal[]>([]);
  const [dish, setDish] = useState<Dish | null>(null);
  const [noMeat, setNoMeat] = useState(false);
  const [people, setPeople] = useState(2);
  const [bought, setBought] = useState(() => new Set<string>());
  const [hint, setHint] = useState<string | null>(null);

  const lines = useMemo(() => collect(meals, people), [meals, people]);
  const boughtLines = lines.filter((line) => bought.has(line.name));
  const offered = noMeat ? DISHES.filter(({ kind }) => kind === "plants") : DISHES;
  const isAt = (meal: Meal, day: string, time: string) => meal.day === day && meal.time === time;

  function update(next: Meal[], canUndo = false) {
    setLastWeek(canUndo ? meals : []);
    setMeals(next);
    setHint(null);
  }

  function place(day: string, time: string) {
    const others = meals.filter((meal) => !isAt(meal, day, time));
    if (!dish) return setHint("Choose a dish first");
    const isThird = others.filter((meal) => meal.dish.name === dish.name).length > 1;
    if (isThird) return setHint("Twice a week is enough");
    update([...others, { day, time, dish }]);
  }

  function remove(day: string, time: string) {
    update(meals.filter((meal) => !isAt(meal, day, time)));
  }

  function toggleNoMeat() {
    setNoMeat(!noMeat);
    if (!noMeat && dish?.kind === "meat") setDish(null);
  }

  function changePeople(step: number) {
    setPeople((count) => Math.max(FEWEST, Math.min(MOST, count + step)));
  }

  function toggleBought(name: string) {
    const next = new Set(bought);
    if (!next.delete(name)) next.add(name);
    setBought(next);
  }

  return (
    <main className="min-h-screen bg-[#17110d] font-[family-name:Optima,Candara,'Gill_Sans',sans-serif] text-stone-100">
      <div className="mx-auto max-w-7xl px-4 py-7 sm:px-8">
        <header className="flex flex-wrap items-center justify-between gap-4 border-b border-[#b8744a] pb-5">
          <div>
            <h1 className="text-4xl tracking-wide text-[#f0b98d]">Kitchen by night</h1>
            <p role="status" className="mt-1 text-stone-300">{`Meals planned: ${meals.length} of 14`}</p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <button
              type="button"
              aria-label="Fewer people"
              className={ROUND}
              disabled={people === FEWEST}
              onClick={() => changePeople(-1)}
            >
              −
            </button>
            <p role="status" className="min-w-20 text-center text-lg">{`People: ${people}`}</p>
            <button
              type="button"
              aria-label="More people"
              className={ROUND}
              disabled={people === MOST}
              onClick={() => changePeople(1)}
            >
              +
            </button>
          </div>
        </header>

        <div className="mt-6 grid gap-8 lg:grid-cols-[1fr_16rem]">
          <div className="min-w-0">
            <fieldset>
              <legend className="sr-only">Dishes</legend>
              <div className="flex flex-wrap gap-2.5">
                {offered.map((one) => (
                  <label
                    key={one.name}
                    className="flex cursor-pointer items-center gap-2.5 rounded-full border border-stone-600 py-2 pr-4 pl-2.5 transition-colors hover:border-[#f0b98d] has-checked:border-[#f0b98d] has-checked:bg-[#f0b98d] has-checked:text-stone-950 has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-orange-300"
                  >
                    <input
                      type="radio"
                      name="dish"
                      className="peer sr-only"
                      checked={dish?.name === one.name}
                      onChange={() => setDish(one)}
                    />
                    <span
                      aria-hidden="true"
                      style={{ backgroundColor: one.colour }}
                      className="size-6 rounded-full border-4 border-[#f1e7dc]"
                    />
                    {one.name}
                  </label>
                ))}
              </div>
            </fieldset>
            <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
              <label className="flex items-center gap-3">
                <input type="checkbox" className="size-5 accent-[#f0b98d]" checked={noMeat} onChange={toggleNoMeat} />
                Vegetarian only
              </label>
              <p role="alert" className="min-h-6 font-semibold text-red-300">
                {hint}
              </p>
            </div>

            {TIMES.map(({ time, title }) => (
              <section key={time} aria-label={title} className="mt-5">
                <h2 className="text-xl text-[#f0b98d]">{title}</h2>
                <ul className="mt-3 flex flex-wrap justify-center gap-x-4 gap-y-4 sm:justify-start lg:justify-between">
                  {WEEKDAYS.map((day) => (
                    <Plate
                      key={day}
                      day={day}
                      time={time}
                      dish={meals.find((meal) => isAt(meal, day, time))?.dish}
                      onPlace={() => place(day, time)}
                      onRemove={() => remove(day, time)}
                    />
                  ))}
                </ul>
              </section>
            ))}
            <div className="mt-6 flex gap-3">
              <button type="button" className={GHOST} disabled={meals.length === 0} onClick={() => update([], true)}>
                Clear week
              </button>
              {lastWeek.length > 0 && (
                <button type="button" className={GHOST} onClick={() => update(lastWeek)}>
                  Undo
                </button>
              )}
            </div>
          </div>

          <section aria-labelledby="list-title" className="self-start rounded-2xl bg-[#f6ede3] p-6 text-stone-900">
            <h2 id="list-title" className="text-2xl text-[#7a3f1d]">
              Shopping list
            </h2>
            {lines.length === 0 && <p className="mt-3 text-stone-700">Nothing to buy yet</p>}
            {lines.length > 0 && (
              <p role="status" className="mt-1 text-stone-700">{`${boughtLines.length} of ${lines.length} bought`}</p>
            )}
            <ul className="mt-3">
              {lines.map((line) => (
                <li key={line.name} className="border-t border-[#d8bda5]">
                  <label className="flex cursor-pointer items-center gap-3 py-2.5 text-lg has-checked:text-stone-600 has-checked:line-through">
                    <input
                      type="checkbox"
                      className="size-5 accent-[#7a3f1d]"
                      checked={bought.has(line.name)}
                      onChange={() => toggleBought(line.name)}
                    />
                    {`${line.name}: ${line.amount} ${line.unit}`}
                  </label>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
}
