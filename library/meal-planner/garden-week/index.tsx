import { useReducer } from "react";
import type { Dispatch } from "react";
import { Drumstick, Egg, Fish, Salad, Soup, Wheat } from "lucide-react";

type State = {
  week: (string | null)[];
  before: (string | null)[] | null;
  pick: string | null;
  greens: boolean;
  people: number;
  ticked: Record<string, boolean>;
  message: string;
};
type Action =
  | { type: "pick"; dish: string }
  | { type: "put" | "take"; index: number }
  | { type: "greens"; on: boolean }
  | { type: "people"; by: number }
  | { type: "tick"; item: string }
  | { type: "clear" | "undo" };

const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MENU = [
  { dish: "Lentil soup", meat: false, Icon: Soup, tint: "bg-orange-200", needs: { Lentils: 80, Carrots: 1 } },
  { dish: "Veggie curry", meat: false, Icon: Salad, tint: "bg-lime-300", needs: { Rice: 90, Carrots: 2 } },
  { dish: "Pesto pasta", meat: false, Icon: Wheat, tint: "bg-yellow-200", needs: { Pasta: 100, Cheese: 20 } },
  { dish: "Omelette", meat: false, Icon: Egg, tint: "bg-amber-300", needs: { Eggs: 2, Cheese: 30 } },
  { dish: "Chicken rice", meat: true, Icon: Drumstick, tint: "bg-rose-200", needs: { Chicken: 150, Rice: 70 } },
  { dish: "Fish tacos", meat: true, Icon: Fish, tint: "bg-cyan-200", needs: { Fish: 120, Tortillas: 3 } },
];
const COUNTED = ["Carrots", "Eggs", "Tortillas"];
const EMPTY_WEEK: (string | null)[] = DAY_NAMES.flatMap(() => [null, null]);
const START: State = { week: EMPTY_WEEK, before: null, pick: null, greens: false, people: 2, ticked: {}, message: "" };
const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-fuchsia-700";
const PILL = `rounded-full bg-emerald-900 px-5 py-2.5 font-bold text-white transition-colors hover:bg-emerald-700 disabled:bg-emerald-900/15 disabled:text-emerald-900/60 ${RING}`;

function put(state: State, index: number): State {
  const { pick, week } = state;
  if (pick === null) return { ...state, message: "Choose a dish first" };
  const elsewhere = week.filter((dish, place) => place !== index && dish === pick);
  if (elsewhere.length >= 2) return { ...state, message: "Twice a week is enough" };
  return { ...state, week: week.with(index, pick), before: null, message: "" };
}

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "pick":
      return { ...state, pick: action.dish, message: "" };
    case "put":
      return put(state, action.index);
    case "take":
      return { ...state, week: state.week.with(action.index, null), before: null, message: "" };
    case "greens": {
      const meaty = MENU.some(({ dish, meat }) => dish === state.pick && meat);
      return { ...state, greens: action.on, pick: action.on && meaty ? null : state.pick };
    }
    case "people":
      return { ...state, people: Math.min(8, Math.max(1, state.people + action.by)) };
    case "tick":
      return { ...state, ticked: { ...state.ticked, [action.item]: !state.ticked[action.item] } };
    case "clear":
      return { ...state, week: EMPTY_WEEK, before: state.week, message: "" };
    case "undo":
      return { ...state, week: state.before ?? state.week, before: null };
  }
}

function basketOf({ week, people }: State): [string, number][] {
  const basket: Record<string, number> = {};
  for (const { dish, needs } of MENU) {
    const times = week.filter((planned) => planned === dish).length;
    for (const [item, amount] of Object.entries(needs)) {
      if (times > 0) basket[item] = (basket[item] ?? 0) + amount * times * people;
    }
  }
  return Object.entries(basket);
}

function inWords(item: string, amount: number): string {
  return COUNTED.includes(item) ? `${item}: ${amount}` : `${item}: ${amount} g`;
}

type TileProps = { day: string; meal: string; dish: string | null; index: number; dispatch: Dispatch<Action> };

function MealTile({ day, meal, dish, index, dispatch }: TileProps) {
  const entry = MENU.find((one) => one.dish === dish);
  return (
    <div className={`flex min-h-26 flex-col rounded-3xl transition-colors lg:min-h-36 ${entry?.tint ?? "bg-white"}`}>
      <button
        type="button"
        aria-label={`${day} ${meal} ${dish ?? "free"}`}
        onClick={() => dispatch({ type: "put", index })}
        className={`flex flex-1 flex-col items-start gap-1 rounded-3xl p-3 text-left hover:bg-emerald-900/10 ${RING}`}
      >
        <span className="text-sm text-emerald-900 capitalize">{meal}</span>{" "}
        {entry ? (
          <>
            <entry.Icon size={26} aria-hidden />
            <span className="leading-tight font-bold">{entry.dish}</span>
          </>
        ) : (
          <span className="text-emerald-800">Free</span>
        )}
      </button>
      {entry && (
        <button
          type="button"
          aria-label={`Remove ${meal} on ${day}`}
          onClick={() => dispatch({ type: "take", index })}
          className={`mx-3 mb-2 self-start rounded-full text-sm font-bold underline underline-offset-2 hover:no-underline ${RING}`}
        >
          Remove
        </button>
      )}
    </div>
  );
}

export default function GardenWeek() {
  const [state, dispatch] = useReducer(reduce, START);
  const { week, pick, greens, people, ticked } = state;
  const basket = basketOf(state);
  const planned = week.filter((dish) => dish !== null).length;
  const done = basket.filter(([item]) => ticked[item]).length;

  return (
    <main className="min-h-screen bg-[#dcecd0] font-[family-name:Avenir,'Century_Gothic',system-ui,sans-serif] text-emerald-950">
      <div className="mx-auto max-w-7xl px-4 py-6 sm:px-8">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="text-4xl leading-none font-black tracking-tight sm:text-6xl">What’s cooking</h1>
          <p role="status" className="text-lg font-bold">{`Meals planned: ${planned} of ${week.length}`}</p>
        </header>

        <fieldset className="mt-6">
          <legend className="sr-only">Dishes</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
            {MENU.filter(({ meat }) => !greens || !meat).map(({ dish, Icon, tint }) => (
              <label
                key={dish}
                className={`flex cursor-pointer items-center gap-2 rounded-full py-2.5 pr-3 pl-3 font-bold ring-emerald-950 transition-shadow hover:ring-2 has-checked:bg-emerald-950 has-checked:text-white has-focus-visible:ring-4 ${tint}`}
              >
                <input
                  type="radio"
                  name="dish"
                  className="size-4 shrink-0 accent-lime-400"
                  checked={pick === dish}
                  onChange={() => dispatch({ type: "pick", dish })}
                />
                <Icon size={20} className="shrink-0" aria-hidden />
                <span className="leading-tight">{dish}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-3 flex flex-wrap items-center gap-x-8 gap-y-2">
          <label className="flex items-center gap-3 font-bold">
            <input
              type="checkbox"
              className="size-5 accent-emerald-800"
              checked={greens}
              onChange={(event) => dispatch({ type: "greens", on: event.target.checked })}
            />
            Vegetarian only
          </label>
          <p role="alert" className="min-h-7 text-lg font-bold text-red-800">
            {state.message}
          </p>
        </div>

        <ol aria-label="Week" className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-7 lg:gap-3">
          {DAY_NAMES.map((day, row) => (
            <li key={day}>
              <h2 className="mb-2 font-black">{day}</h2>
              <div className="grid grid-cols-2 gap-2 lg:grid-cols-1">
                {["lunch", "dinner"].map((meal, column) => {
                  const index = row * 2 + column;
                  return (
                    <MealTile
                      key={meal}
                      day={day}
                      meal={meal}
                      dish={week[index] ?? null}
                      index={index}
                      dispatch={dispatch}
                    />
                  );
                })}
              </div>
            </li>
          ))}
        </ol>

        <div className="mt-6 grid gap-5 lg:grid-cols-[22rem_1fr]">
          <div className="rounded-3xl bg-lime-300 p-6">
            <p role="status" className="text-3xl font-black">{`People: ${people}`}</p>
            <div className="mt-4 flex flex-wrap gap-2">
              <button
                type="button"
                className={PILL}
                disabled={people === 1}
                onClick={() => dispatch({ type: "people", by: -1 })}
              >
                Fewer people
              </button>
              <button
                type="button"
                className={PILL}
                disabled={people === 8}
                onClick={() => dispatch({ type: "people", by: 1 })}
              >
                More people
              </button>
              <button
                type="button"
                className={PILL}
                disabled={planned === 0}
                onClick={() => dispatch({ type: "clear" })}
              >
                Clear week
              </button>
              {state.before && (
                <button type="button" className={PILL} onClick={() => dispatch({ type: "undo" })}>
                  Undo
                </button>
              )}
            </div>
          </div>
          <section aria-label="Shopping list" className="rounded-3xl bg-white p-6">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <h2 className="text-3xl font-black">Shopping list</h2>
              <p role="status" className="font-bold">
                {basket.length > 0 && `${done} of ${basket.length} bought`}
              </p>
            </div>
            {basket.length === 0 && <p className="mt-4 text-lg">Nothing to buy yet</p>}
            <ul className="mt-4 grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
              {basket.map(([item, amount]) => (
                <li key={item}>
                  <label className="flex cursor-pointer items-center gap-3 rounded-full bg-emerald-50 px-4 py-2.5 text-lg has-checked:text-emerald-800 has-checked:line-through">
                    <input
                      type="checkbox"
                      className="size-5 shrink-0 accent-emerald-800"
                      checked={ticked[item] ?? false}
                      onChange={() => dispatch({ type: "tick", item })}
                    />
                    {inWords(item, amount)}
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
