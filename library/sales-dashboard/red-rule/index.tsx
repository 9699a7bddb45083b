import { useReducer, type ReactNode } from "react";
import { Bar, CartesianGrid, Cell, ComposedChart, LabelList, Line, ReferenceLine, XAxis, YAxis } from "recharts";

const MONTHS = ["January", "February", "March", "April", "May", "June"];
const SHOPS = [
  { name: "Harbour", sales: [38, 46, 38, 52, 48, 60] },
  { name: "Market", sales: [30, 28, 36, 34, 40, 42] },
  { name: "Station", sales: [22, 20, 26, 24, 18, 28] },
];
const EVERY_SHOP = "All shops";
const RED = "#c10007";

type State = { shop: string; from: string; to: string; target: string; line: boolean; sorted: boolean };
type Action =
  | { type: "shop" | "from" | "to" | "target"; value: string }
  | { type: "line"; on: boolean }
  | { type: "sort" }
  | { type: "reset" };

const LISTS = [
  { label: "Shop", field: "shop", options: [EVERY_SHOP, ...SHOPS.map((shop) => shop.name)] },
  { label: "From", field: "from", options: MONTHS },
  { label: "To", field: "to", options: MONTHS },
] as const;
const INITIAL: State = { shop: EVERY_SHOP, from: "January", to: "June", target: "100", line: false, sorted: false };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "line":
      return { ...state, line: action.on };
    case "sort":
      return { ...state, sorted: !state.sorted };
    case "reset":
      return INITIAL;
    default:
      return { ...state, [action.type]: action.value };
  }
}

function sumFor(shop: string, month: string): number {
  const chosen = SHOPS.filter((one) => shop === EVERY_SHOP || one.name === shop);
  return chosen.reduce((sum, one) => sum + (one.sales[MONTHS.indexOf(month)] ?? 0), 0);
}

function inThousands(value: number): string {
  return `${Math.round(value * 10) / 10} k€`;
}

function parseTarget(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return value >= 1 ? value : null;
}

const LABEL = { fill: "#000000", stroke: "#ffffff", strokeWidth: 4, paintOrder: "stroke", fontWeight: 700 } as const;
const FIELD =
  "mt-1 h-11 w-full border-b-2 border-black bg-white pl-1 text-lg font-bold focus-visible:outline-2 focus-visible:outline-red-700";
const TAB =
  "px-1 pb-1 text-lg font-bold focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-red-700";
const CHOSEN = "border-b-4 border-red-700 text-red-700";
const IDLE = "border-b-4 border-transparent hover:border-neutral-400";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className="border-t-2 border-black pt-2">
      <p className="text-sm">{name}</p>
      <p className="text-2xl font-bold">{children}</p>
    </div>
  );
}

export default function RedRule() {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const first = MONTHS.indexOf(state.from);
  const last = MONTHS.indexOf(state.to);
  const months = MONTHS.slice(first, last + 1);
  const data = months.map((month) => ({ month, tick: month.slice(0, 3), sales: sumFor(state.shop, month) }));
  const total = data.reduce((sum, entry) => sum + entry.sales, 0);
  const descending = data.slice().sort((a, b) => b.sales - a.sales);
  const empty = first > last;
  const target = parseTarget(state.target);
  const hits = data.filter((entry) => target !== null && entry.sales >= target).length;
  const shares = SHOPS.map(({ name }) => ({
    name,
    sales: months.reduce((sum, month) => sum + sumFor(name, month), 0),
  }));
  const everything = shares.reduce((sum, share) => sum + share.sales, 0);

  function toggleShop(name: string) {
    dispatch({ type: "shop", value: state.shop === name ? EVERY_SHOP : name });
  }

  return (
    <main className="min-h-screen bg-white font-[family-name:Helvetica,Arial,sans-serif] text-black">
      <div className="h-3 bg-red-700" />
      <div className="mx-auto grid max-w-6xl gap-10 px-5 py-8 lg:grid-cols-[19rem_1fr] lg:gap-14">
        <header>
          <h1 className="text-lg font-bold">Bakery sales</h1>
          <div role="group" aria-label="Total sales" className="mt-4">
            <p className="text-8xl leading-none font-bold tracking-tighter text-red-700">{empty ? "–" : total}</p>
            <p className="mt-2">Total sales in thousand euros</p>
          </div>
          <div className="mt-8 grid grid-cols-2 gap-x-5 gap-y-6 lg:grid-cols-1">
            <Fact name="Monthly average">{empty ? "–" : inThousands(total / data.length)}</Fact>
            <Fact name="Best month">{descending[0]?.month ?? "–"}</Fact>
          </div>
          <h2 className="mt-8 text-sm">Share of each shop</h2>
          <ul className="mt-2 grid gap-3">
            {shares.map(({ name, sales }) => {
              const percent = everything === 0 ? 0 : Math.round((sales / everything) * 100);
              return (
                <li key={name}>
                  <button
                    type="button"
                    aria-pressed={state.shop === name}
                    onClick={() => toggleShop(name)}
                    className="block w-full text-left focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-red-700"
                  >
                    <span className="flex justify-between font-bold">
                      <span>{name}</span> <span>{percent}%</span>
                    </span>
                    <span className="mt-1 block h-2 bg-neutral-200">
                      <span
                        className={`block h-full ${state.shop === name ? "bg-red-700" : "bg-black"}`}
                        style={{ width: `${percent}%` }}
                      />
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </header>
        <div className="min-w-0">
          <div className="grid grid-cols-2 gap-5 sm:grid-cols-4">
            {LISTS.map(({ label, field, options }) => (
              <label key={field} className="block text-sm">
                {label}
                <select
                  className={FIELD}
                  value={state[field]}
                  onChange={(event) => dispatch({ type: field, value: event.target.value })}
                >
                  {options.map((option) => (
                    <option key={option}>{option}</option>
                  ))}
                </select>
              </label>
            ))}
            <label className="block text-sm">
              Monthly target
              <input
                className={FIELD}
                inputMode="numeric"
                value={state.target}
                onChange={(event) => dispatch({ type: "target", value: event.target.value })}
                aria-invalid={target === null}
                aria-describedby="hints"
              />
            </label>
          </div>
          <div className="mt-4 flex flex-wrap items-start justify-between gap-3">
            <div id="hints" role="status" className="font-bold text-red-700">
              {empty && <p>From must not be after To</p>}
              {target === null ? (
                <p>Enter a positive number</p>
              ) : (
                <p className="text-black">{`Target reached in ${hits} of ${data.length} ${data.length === 1 ? "month" : "months"}`}</p>
              )}
            </div>
            <button type="button" onClick={() => dispatch({ type: "reset" })} className={`${TAB} ${IDLE} underline`}>
              Reset filters
            </button>
          </div>
          <div className="mt-6 flex gap-5">
            {[false, true].map((line) => (
              <button
                key={String(line)}
                type="button"
                aria-pressed={state.line === line}
                onClick={() => dispatch({ type: "line", on: line })}
                className={`${TAB} ${state.line === line ? CHOSEN : IDLE}`}
              >
                {line ? "Line" : "Bars"}
              </button>
            ))}
          </div>
          <figure aria-label="Sales chart" className="mt-3">
            {empty ? (
              <p className="grid h-64 place-items-center border-2 border-black">No months chosen</p>
            ) : (
              <ComposedChart
                responsive
                data={data}
                className="h-64 w-full"
                accessibilityLayer={false}
                margin={{ top: 28, right: 0, bottom: 0, left: 0 }}
              >
                <CartesianGrid vertical={false} stroke="#d4d4d4" />
                <XAxis dataKey="tick" scale="band" tickLine={false} stroke="#000000" />
                <YAxis hide domain={[0, "dataMax"]} />
                {target !== null && <ReferenceLine y={target} stroke="#737373" strokeWidth={2} strokeDasharray="2 4" />}
                {!state.line && (
                  <Bar dataKey="sales" isAnimationActive={false}>
                    {data.map((entry) => (
                      <Cell key={entry.month} fill={target !== null && entry.sales >= target ? RED : "#171717"} />
                    ))}
                    <LabelList dataKey="sales" position="top" style={LABEL} />
                  </Bar>
                )}
                {state.line && (
                  <Line
                    dataKey="sales"
                    stroke={RED}
                    strokeWidth={5}
                    dot={{ r: 6, fill: RED }}
                    isAnimationActive={false}
                  >
                    <LabelList dataKey="sales" position="top" offset={12} style={LABEL} />
                  </Line>
                )}
              </ComposedChart>
            )}
          </figure>
          <div className="mt-8 flex items-end justify-between border-b-2 border-black">
            <h2 className="pb-2 text-lg font-bold">Months</h2>
            <button
              type="button"
              aria-pressed={state.sorted}
              onClick={() => dispatch({ type: "sort" })}
              className={`${TAB} ${state.sorted ? CHOSEN : IDLE}`}
            >
              Sort by sales
            </button>
          </div>
          <table className="w-full text-left tabular-nums">
            <thead className="text-sm">
              <tr>
                <th scope="col" className="py-2 font-normal">
                  Month
                </th>
                {SHOPS.map((shop) => (
                  <th key={shop.name} scope="col" className="py-2 text-right font-normal">
                    {shop.name}
                  </th>
                ))}
                <th scope="col" className="py-2 text-right font-normal">
                  Sales
                </th>
              </tr>
            </thead>
            <tbody>
              {(state.sorted ? descending : data).map((entry) => (
                <tr key={entry.month} className="border-t border-neutral-300">
                  <th scope="row" className="py-2">
                    {entry.month}
                  </th>
                  {SHOPS.map((shop) => (
                    <td key={shop.name} className="text-right text-neutral-700">
                      {state.shop === EVERY_SHOP || state.shop === shop.name ? sumFor(shop.name, entry.month) : "–"}
                    </td>
                  ))}
                  <td className="text-right font-bold">{entry.sales}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t-2 border-black text-red-700">
                <th scope="row" colSpan={4} className="py-2">
                  Total
                </th>
                <td className="text-right font-bold">{total}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      </div>
    </main>
  );
}
