import { Croissant } from "lucide-react";
import { useState, type ChangeEvent } from "react";

type Month = { name: string; sales: [harbour: number, market: number, station: number] };
type ChartKind = "bars" | "line";
type Filters = { shop: string; from: string; to: string };

const SHOPS = ["Harbour", "Market", "Station"];
const YEAR: Month[] = [
  { name: "January", sales: [38, 30, 22] },
  { name: "February", sales: [46, 28, 20] },
  { name: "March", sales: [38, 36, 26] },
  { name: "April", sales: [52, 34, 24] },
  { name: "May", sales: [48, 40, 18] },
  { name: "June", sales: [60, 42, 28] },
];
const KINDS: [label: string, value: ChartKind][] = [
  ["Bars", "bars"],
  ["Line", "line"],
];
const INPUT =
  "mt-1 block h-11 w-full rounded-lg border border-stone-500 bg-white px-3 text-stone-900 focus-visible:outline-2 focus-visible:outline-orange-800";
const PILL = "rounded-full border border-stone-800 px-4 py-1.5 text-sm font-semibold focus-visible:outline-2";
const ON = "bg-stone-800 text-amber-50";
const ALL: Filters = { shop: "All shops", from: "January", to: "June" };

function salesOf(month: Month, shop: string): number {
  return month.sales.reduce((sum, value, index) => (shop === ALL.shop || SHOPS[index] === shop ? sum + value : sum), 0);
}

function euros(thousand: number): string {
  return `€${thousand.toLocaleString("en-GB", { maximumFractionDigits: 1 })}k`;
}

function position(name: string): number {
  return YEAR.findIndex((month) => month.name === name);
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div role="group" aria-label={label} className="border-l-4 border-orange-700 pl-4">
      <p className="text-sm text-stone-700">{label}</p>
      <p className="font-serif text-3xl font-bold text-stone-900">{value}</p>
    </div>
  );
}

type ChartProps = {
  points: { name: string; value: number }[];
  kind: ChartKind;
  goal: number | null;
  chosen: string | null;
  onChoose: (name: string) => void;
};

function Chart({ points, kind, goal, chosen, onChoose }: ChartProps) {
  const top = Math.max(...points.map((point) => point.value), goal ?? 0) * 1.15;
  const column = 100 / points.length;
  const path = points.map((point, index) => `${(index + 0.5) * column},${100 - (point.value / top) * 100}`).join(" ");
  const visibleGoal = goal !== null && goal / top <= 1 ? (goal / top) * 100 : null;
  return (
    <div className="relative h-64 border-b-2 border-stone-700">
      {visibleGoal !== null && (
        <div
          className="absolute inset-x-0 border-t-2 border-dashed border-stone-500"
          style={{ bottom: `${visibleGoal}%` }}
        />
      )}
      {kind === "line" && (
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full" aria-hidden="true">
          <polyline points={path} fill="none" stroke="#c2410c" strokeWidth="3" vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <div className="absolute inset-0 flex">
        {points.map((point) => {
          const height = `${(point.value / top) * 100}%`;
          const active = chosen === point.name;
          const fill = goal !== null && point.value < goal ? "bg-orange-300" : "bg-orange-600";
          return (
            <button
              key={point.name}
              type="button"
              aria-label={`${point.name}, ${point.value} thousand euros`}
              aria-pressed={active}
              onClick={() => onChoose(point.name)}
              className="group relative min-w-0 grow basis-0 focus-visible:outline-2 focus-visible:outline-stone-900"
            >
              <span
                className={`absolute inset-x-0 mx-auto w-fit rounded bg-white px-1 text-sm font-semibold ${kind === "bars" ? "mb-1" : "mb-3"}`}
                style={{ bottom: height }}
              >
                {point.value}
              </span>
              {kind === "bars" ? (
                <span
                  className={`absolute inset-x-[14%] bottom-0 rounded-t-lg ${active ? "bg-stone-800" : `${fill} group-hover:bg-orange-800`}`}
                  style={{ height }}
                />
              ) : (
                <span
                  className={`absolute left-1/2 size-4 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-orange-700 ${active ? "bg-stone-800" : "bg-amber-50 group-hover:bg-orange-200"}`}
                  style={{ bottom: height }}
                />
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
}

export default function BakeryCounter() {
  const [filters, setFilters] = useState<Filters>(ALL);
  const [goalText, setGoalText] = useState("100");
  const [kind, setKind] = useState<ChartKind>("bars");
  const [highestFirst, setHighestFirst] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);

  const rangeWrong = position(filters.from) > position(filters.to);
  const goal = Number(goalText) >= 1 ? Number(goalText) : null;
  const months = YEAR.slice(position(filters.from), position(filters.to) + 1);
  const points = months.map((month) => ({ name: month.name, value: salesOf(month, filters.shop) }));
  const total = points.reduce((sum, point) => sum + point.value, 0);
  const ranked = points.toSorted((a, b) => b.value - a.value);
  const reached = points.filter((point) => goal !== null && point.value >= goal).length;
  const detail = months.find((month) => month.name === chosen);

  function pick(field: keyof Filters) {
    return (event: ChangeEvent<HTMLSelectElement>) => {
      const value = event.target.value;
      setFilters((now) => ({ ...now, [field]: value }));
    };
  }

  function chooseMonth(name: string) {
    setChosen((now) => (now === name ? null : name));
  }

  function resetFilters() {
    setFilters(ALL);
    setGoalText("100");
    setKind("bars");
    setHighestFirst(false);
    setChosen(null);
  }

  const monthNames = YEAR.map((month) => month.name);
  const lists: [label: string, field: keyof Filters, options: string[]][] = [
    ["Shop", "shop", [ALL.shop, ...SHOPS]],
    ["From", "from", monthNames],
    ["To", "to", monthNames],
  ];

  return (
    <div className="min-h-screen bg-amber-50 font-sans text-stone-900">
      <header className="border-b-8 border-double border-orange-700 bg-amber-100 py-5">
        <h1 className="mx-auto flex max-w-6xl items-center gap-3 px-4 font-serif text-3xl font-bold">
          <Croissant aria-hidden="true" className="text-orange-800" size={32} /> Sales at the counter
        </h1>
      </header>
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-6 lg:grid-cols-[15rem_1fr]">
        <aside aria-label="Filters" className="grid grid-cols-2 content-start gap-4 lg:grid-cols-1">
          {lists.map(([label, field, options]) => (
            <label key={field} className="text-sm font-semibold">
              {label}
              <select value={filters[field]} onChange={pick(field)} className={INPUT}>
                {options.map((option) => (
                  <option key={option}>{option}</option>
                ))}
              </select>
            </label>
          ))}
          <label className="text-sm font-semibold">
            Monthly target
            <input
              type="number"
              min={1}
              value={goalText}
              onChange={(event) => setGoalText(event.target.value)}
              aria-invalid={goal === null}
              aria-describedby="goal-text"
              className={INPUT}
            />
          </label>
          <p
            id="goal-text"
            role="status"
            className={`col-span-full ${goal === null ? "font-semibold text-red-800" : ""}`}
          >
            {goal === null
              ? "Enter a positive number"
              : `Reached in ${reached} of ${points.length} ${points.length === 1 ? "month" : "months"}`}
          </p>
          <button type="button" onClick={resetFilters} className={`${PILL} col-span-full h-11 hover:bg-amber-200`}>
            Reset filters
          </button>
        </aside>
        <main className="min-w-0">
          <p role="alert" className="mb-4 rounded-lg bg-red-800 px-4 py-3 font-semibold text-white empty:hidden">
            {rangeWrong ? "From must not be after To" : ""}
          </p>
          <div className="grid gap-4 sm:grid-cols-3">
            <Figure label="Total sales" value={rangeWrong ? "–" : euros(total)} />
            <Figure label="Monthly average" value={rangeWrong ? "–" : euros(total / points.length)} />
            <Figure label="Best month" value={ranked[0]?.name ?? "–"} />
          </div>
          <section aria-labelledby="chart-title" className="mt-8 rounded-3xl bg-white p-4 shadow-sm sm:p-6">
            <div className="mb-4 flex flex-wrap items-center gap-2">
              <h2 id="chart-title" className="mr-auto font-serif text-xl font-bold">
                Sales by month
              </h2>
              {KINDS.map(([label, value]) => (
                <button
                  key={value}
                  type="button"
                  aria-pressed={kind === value}
                  onClick={() => setKind(value)}
                  className={`${PILL} ${kind === value ? ON : "hover:bg-amber-200"}`}
                >
                  {label}
                </button>
              ))}
            </div>
            <figure aria-label="Sales chart" className="m-0">
              {rangeWrong ? (
                <p className="py-20 text-center text-stone-700">There are no months to show.</p>
              ) : (
                <Chart points={points} kind={kind} goal={goal} chosen={chosen} onChoose={chooseMonth} />
              )}
              <div className="flex pt-2 text-center text-sm text-stone-700">
                {points.map((point) => (
                  <span key={point.name} className="grow basis-0">
                    {point.name.slice(0, 3)}
                  </span>
                ))}
              </div>
            </figure>
            <p className="mt-4 rounded-xl bg-amber-100 px-4 py-3 text-sm" role="status">
              {detail
                ? `${detail.name}: ${SHOPS.map((shop, index) => `${shop} ${euros(detail.sales[index] ?? 0)}`).join(", ")}`
                : "Choose a month in the chart to see what each shop sold."}
            </p>
          </section>
          <section aria-labelledby="table-title" className="mt-8">
            <div className="mb-2 flex items-center justify-between">
              <h2 id="table-title" className="font-serif text-xl font-bold">
                Month by month
              </h2>
              <button
                type="button"
                aria-pressed={highestFirst}
                onClick={() => setHighestFirst((now) => !now)}
                className={`${PILL} ${highestFirst ? ON : ""}`}
              >
                Sort by sales
              </button>
            </div>
            <table className="w-full border-collapse">
              <thead>
                <tr className="border-b-2 border-stone-700 text-sm">
                  <th scope="col" className="py-2 text-left">
                    Month
                  </th>
                  <th scope="col" className="py-2 text-right">
                    Sales
                  </th>
                  <th scope="col" className="py-2 text-right">
                    Target
                  </th>
                </tr>
              </thead>
              <tbody>
                {(highestFirst ? ranked : points).map((point) => (
                  <tr key={point.name} className="border-b border-stone-300">
                    <td className="py-2.5">{point.name}</td>
                    <td className="text-right tabular-nums">{euros(point.value)}</td>
                    <td
                      className={`text-right text-sm ${goal !== null && point.value >= goal ? "font-bold text-emerald-800" : ""}`}
                    >
                      {goal === null ? "–" : point.value >= goal ? "reached" : "missed"}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className="font-bold">
                  <td className="py-3">Total</td>
                  <td className="text-right tabular-nums">{euros(total)}</td>
                  <td className="text-right text-sm">{goal === null ? "–" : `${reached} reached`}</td>
                </tr>
              </tfoot>
            </table>
          </section>
        </main>
      </div>
    </div>
  );
}
