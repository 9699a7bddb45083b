import {
  ArrowDownWideNarrow,
  CalendarDays,
  ChartColumn,
  ChartLine,
  RotateCcw,
  Target,
  Trophy,
  Wallet,
} from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { Bar, BarChart, CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";

const MONTHS = ["January", "February", "March", "April", "May", "June"];
const SHOPS = ["Harbour", "Market", "Station"] as const;
type Shop = (typeof SHOPS)[number];
const SALES: Record<Shop, number[]> = {
  Harbour: [38, 46, 38, 52, 48, 60],
  Market: [30, 28, 36, 34, 40, 42],
  Station: [22, 20, 26, 24, 18, 28],
};
const COLOURS: Record<Shop, string> = { Harbour: "#fb923c", Market: "#a78bfa", Station: "#2dd4bf" };
const START = { shop: "All shops", from: "January", to: "June", target: "100", sorted: false, chart: "Bars" };

type MonthRow = { month: string; short: string; sales: number } & Record<Shop, number>;

function rowsFor(shops: readonly Shop[], from: string, to: string): MonthRow[] {
  const rows = MONTHS.map((month, index) => {
    const of = (shop: Shop) => (shops.includes(shop) ? (SALES[shop][index] ?? 0) : 0);
    const parts = { Harbour: of("Harbour"), Market: of("Market"), Station: of("Station") };
    return { month, short: month.slice(0, 3), ...parts, sales: parts.Harbour + parts.Market + parts.Station };
  });
  return rows.slice(MONTHS.indexOf(from), MONTHS.indexOf(to) + 1);
}

function thousands(value: number): string {
  return `€${Number.isInteger(value) ? value : value.toFixed(1)}k`;
}

const PANEL = "rounded-2xl border border-indigo-800 bg-indigo-900/50 p-4 sm:p-5";
const CONTROL =
  "h-10 w-full rounded-lg border border-indigo-500 bg-indigo-950 px-3 text-sm text-white focus-visible:outline-2 focus-visible:outline-orange-300";
const PUSH =
  "flex h-10 items-center justify-center gap-2 rounded-lg px-3 text-sm font-medium whitespace-nowrap focus-visible:outline-2 focus-visible:outline-orange-300";

function Tile(props: { name: string; icon: ReactNode; value: string; note: string }) {
  return (
    <div role="group" aria-label={props.name} className={PANEL}>
      <div className="flex items-center justify-between text-indigo-200">
        <p className="text-sm">{props.name}</p>
        {props.icon}
      </div>
      <p className="mt-3 text-xl font-semibold sm:text-3xl tracking-tight text-white">{props.value}</p>
      <p className="mt-1 text-sm text-indigo-200">{props.note}</p>
    </div>
  );
}

function Choice(props: { label: string; value: string; options: string[]; onPick: (value: string) => void }) {
  return (
    <label className="grid gap-1 text-sm text-indigo-100">
      {props.label}
      <select className={CONTROL} value={props.value} onChange={(event) => props.onPick(event.target.value)}>
        {props.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

function SalesChart({
  rows,
  shops,
  kind,
  target,
}: {
  rows: MonthRow[];
  shops: readonly Shop[];
  kind: string;
  target: number;
}) {
  const shared = { data: rows, responsive: true, accessibilityLayer: false, margin: { top: 12, right: 8, left: -18 } };
  const frame = [
    <CartesianGrid key="grid" stroke="#3b3780" vertical={false} />,
    <XAxis key="x" dataKey="short" stroke="#c7d2fe" tickLine={false} fontSize={13} />,
    <YAxis key="y" stroke="#c7d2fe" tickLine={false} axisLine={false} fontSize={13} />,
    <ReferenceLine key="target" y={target} stroke="#fde68a" strokeDasharray="6 5" ifOverflow="hidden" />,
  ];
  return kind === "Bars" ? (
    <BarChart {...shared} className="h-72 w-full">
      {frame}
      {shops.map((shop) => (
        <Bar key={shop} dataKey={shop} stackId="all" fill={COLOURS[shop]} isAnimationActive={false} maxBarSize={56} />
      ))}
    </BarChart>
  ) : (
    <LineChart {...shared} className="h-72 w-full">
      {frame}
      {shops.map((shop) => (
        <Line key={shop} dataKey={shop} stroke={COLOURS[shop]} strokeWidth={3} isAnimationActive={false} />
      ))}
    </LineChart>
  );
}

export default function MidnightTiles() {
  const [view, setView] = useState(START);
  const change = (part: Partial<typeof START>) => setView((now) => ({ ...now, ...part }));

  const shops = useMemo(() => SHOPS.filter((shop) => view.shop === "All shops" || shop === view.shop), [view.shop]);
  const rows = useMemo(() => rowsFor(shops, view.from, view.to), [shops, view.from, view.to]);
  const reversed = MONTHS.indexOf(view.from) > MONTHS.indexOf(view.to);
  const target = Number(view.target);
  const badTarget = view.target.trim() === "" || !(target >= 1);
  const total = rows.reduce((sum, row) => sum + row.sales, 0);
  const byValue = [...rows].sort((a, b) => b.sales - a.sales);
  const best = byValue[0];
  const reached = rows.filter((row) => row.sales >= target).length;

  const handleChart = (chart: string) => change({ chart });
  const handleSort = () => setView((now) => ({ ...now, sorted: !now.sorted }));
  const handleReset = () => setView(START);

  return (
    <main className="min-h-screen bg-indigo-950 px-4 py-6 font-sans text-white sm:px-8">
      <div className="mx-auto grid max-w-6xl gap-4">
        <h1 className="text-2xl font-semibold">Three bakeries, half a year</h1>
        <div className={`${PANEL} grid grid-cols-2 items-end gap-3 md:grid-cols-[1fr_1fr_1fr_1fr_auto]`}>
          <Choice
            label="Shop"
            value={view.shop}
            options={["All shops", ...SHOPS]}
            onPick={(shop) => change({ shop })}
          />
          <Choice label="From" value={view.from} options={MONTHS} onPick={(from) => change({ from })} />
          <Choice label="To" value={view.to} options={MONTHS} onPick={(to) => change({ to })} />
          <label className="grid gap-1 text-sm text-indigo-100">
            Monthly target
            <input
              type="number"
              className={CONTROL}
              value={view.target}
              onChange={(event) => change({ target: event.target.value })}
              aria-invalid={badTarget}
              aria-describedby="problems"
            />
          </label>
          <button
            type="button"
            onClick={handleReset}
            className={`${PUSH} col-span-2 bg-indigo-200 text-indigo-950 hover:bg-white md:col-span-1`}
          >
            <RotateCcw aria-hidden="true" size={16} /> Reset filters
          </button>
          <div id="problems" role="alert" className="col-span-full text-sm font-medium text-rose-200 empty:hidden">
            {reversed && <p>From must not be after To</p>}
            {badTarget && <p>Enter a positive number</p>}
          </div>
        </div>
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          <Tile
            name="Total sales"
            icon={<Wallet size={18} />}
            value={reversed ? "–" : thousands(total)}
            note={view.shop}
          />
          <Tile
            name="Monthly average"
            icon={<CalendarDays size={18} />}
            value={rows.length > 0 ? thousands(total / rows.length) : "–"}
            note={rows.length === 1 ? "over one month" : `over ${rows.length} months`}
          />
          <Tile
            name="Best month"
            icon={<Trophy size={18} />}
            value={best?.month ?? "–"}
            note={best ? thousands(best.sales) : "Nothing to compare"}
          />
          <Tile
            name="Target reached"
            icon={<Target size={18} />}
            value={badTarget ? "–" : `${reached} of ${rows.length} ${rows.length === 1 ? "month" : "months"}`}
            note={badTarget ? "Waiting for a target" : `at ${thousands(target)} or more`}
          />
        </div>
        <div className="grid gap-4 lg:grid-cols-[3fr_2fr]">
          <div className={`${PANEL} min-w-0`}>
            <div className="mb-3 flex flex-wrap items-center gap-2">
              <h2 className="mr-auto text-lg font-semibold">Sales by month</h2>
              {[
                { kind: "Bars", icon: <ChartColumn aria-hidden="true" size={16} /> },
                { kind: "Line", icon: <ChartLine aria-hidden="true" size={16} /> },
              ].map(({ kind, icon }) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={view.chart === kind}
                  onClick={() => handleChart(kind)}
                  className={`${PUSH} ${view.chart === kind ? "bg-orange-300 text-indigo-950" : "bg-indigo-800 text-white"}`}
                >
                  {icon} {kind}
                </button>
              ))}
            </div>
            <figure aria-label="Sales chart" className="m-0">
              {rows.length > 0 ? (
                <SalesChart rows={rows} shops={shops} kind={view.chart} target={badTarget ? 0 : target} />
              ) : (
                <p className="grid h-72 place-items-center text-indigo-200">No months in this range</p>
              )}
              <figcaption className="mt-2 flex flex-wrap gap-4 text-sm text-indigo-100">
                {shops.map((shop) => (
                  <span key={shop} className="flex items-center gap-2">
                    <span className="size-3 rounded-full" style={{ backgroundColor: COLOURS[shop] }} /> {shop}
                  </span>
                ))}
              </figcaption>
            </figure>
          </div>
          <div className={PANEL}>
            <div className="mb-3 flex items-center justify-between gap-2">
              <h2 className="text-lg font-semibold">Months</h2>
              <button
                type="button"
                onClick={handleSort}
                aria-pressed={view.sorted}
                className={`${PUSH} bg-indigo-800 aria-pressed:bg-orange-300 aria-pressed:text-indigo-950`}
              >
                <ArrowDownWideNarrow aria-hidden="true" size={16} /> Sort by sales
              </button>
            </div>
            <table className="w-full text-sm">
              <thead>
                <tr className="border-b border-indigo-600 text-left text-indigo-200">
                  <th scope="col" className="py-2 font-medium">
                    Month
                  </th>
                  <th scope="col" className="py-2 text-right font-medium">
                    Sales
                  </th>
                  <th scope="col" className="py-2 text-right font-medium">
                    Share
                  </th>
                </tr>
              </thead>
              <tbody>
                {(view.sorted ? byValue : rows).map((row) => (
                  <tr key={row.month} className="border-b border-indigo-800">
                    <th scope="row" className="py-2.5 text-left font-normal">
                      {row.month}
                    </th>
                    <td className="text-right tabular-nums">{thousands(row.sales)}</td>
                    <td className="text-right text-indigo-200 tabular-nums">
                      {Math.round((row.sales / total) * 100)}%
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className="font-semibold">
                  <th scope="row" className="pt-3 text-left">
                    Total
                  </th>
                  <td className="pt-3 text-right tabular-nums">{thousands(total)}</td>
                  <td className="pt-3 text-right tabular-nums">{total > 0 ? "100%" : "–"}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        </div>
      </div>
    </main>
  );
}
