import { useId, useState } from "react";

const times = ["16:00", "17:00", "18:00", "19:00", "20:00", "21:00", "22:00", "23:00"];
const days = ["Saturday", "Sunday"];
const everywhere = "Whole house";
const pricePerUnit = 0.3;
const initialBudget = "10";
const fullScale = 20;

/** Use in tenths of a kWh: first Saturday, then Sunday. */
const readings: Record<string, number[][]> = {
  Kitchen: [
    [2, 3, 9, 14, 6, 2, 1, 1],
    [4, 5, 7, 12, 9, 3, 2, 1],
  ],
  "Living room": [
    [3, 3, 4, 5, 8, 9, 7, 3],
    [5, 6, 6, 4, 7, 9, 7, 4],
  ],
  Office: [
    [4, 2, 1, 0, 0, 0, 1, 2],
    [0, 0, 1, 2, 4, 2, 0, 0],
  ],
};
const names = Object.keys(readings);
const floorPlan = [
  { name: "Office", x: 60, y: 92, width: 280, height: 82 },
  { name: "Kitchen", x: 60, y: 182, width: 120, height: 98 },
  { name: "Living room", x: 188, y: 182, width: 152, height: 98 },
];

const focus = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#b3441e]";
const control = `h-11 w-full rounded-none border-b-2 border-[#26413c] bg-white/70 px-2 ${focus}`;
const toggle = `h-10 border-2 border-[#26413c] px-4 font-semibold transition-colors hover:bg-[#f6dfa6] aria-pressed:bg-[#26413c] aria-pressed:text-white ${focus}`;

function useInRoom(room: string, day: number, index: number): number {
  const rooms = room === everywhere ? names : [room];
  return rooms.reduce((sum, name) => sum + (readings[name]?.[day]?.[index] ?? 0), 0);
}

function write(tenths: number, inEuro: boolean): string {
  if (inEuro) return `€${((tenths / 10) * pricePerUnit).toFixed(2)}`;
  return `${(tenths / 10).toFixed(1)} kWh`;
}

function glow(tenths: number): string {
  const share = Math.min(1, tenths / 10);
  return `rgb(255 ${Math.round(250 - share * 80)} ${Math.round(235 - share * 190)})`;
}

type HouseProps = { room: string; day: number; at: number; inEuro: boolean };

function CutHouse({ room, day, at, inEuro }: HouseProps) {
  return (
    <svg viewBox="0 0 400 300" aria-hidden="true" className="mx-auto block max-h-[21rem] w-full">
      <path d="M28 92 200 14l172 78Z" fill="#b3441e" />
      <path d="M284 52V18h26v46" fill="#8f3414" />
      <rect x="52" y="88" width="296" height="200" fill="#26413c" />
      {floorPlan.map(({ name, x, y, width, height }) => {
        const value = useInRoom(name, day, at);
        const isChosen = room === everywhere || room === name;
        return (
          <g key={name} opacity={isChosen ? 1 : 0.4}>
            <rect
              x={x}
              y={y}
              width={width}
              height={height}
              fill={glow(value)}
              className="transition-all duration-300"
            />
            <text x={x + 12} y={y + 26} fontSize="16" fontWeight="600" fill="#1c2f2b">
              {name}
            </text>
            <text x={x + 12} y={y + 48} fontSize="16" fill="#1c2f2b">
              {write(value, inEuro)}
            </text>
          </g>
        );
      })}
      <path d="M0 289h400" stroke="#26413c" strokeWidth="4" />
    </svg>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div role="group" aria-label={label} className="border-l-4 border-[#e0a526] pl-3">
      <p className="text-sm">{label}</p>
      <p className="text-2xl font-bold tabular-nums">{value}</p>
    </div>
  );
}

export default function HouseSection() {
  const [day, setDay] = useState(0);
  const [room, setRoom] = useState(everywhere);
  const [inEuro, setInEuro] = useState(false);
  const [at, setAt] = useState(0);
  const [budgetText, setBudgetText] = useState(initialBudget);
  const [compared, setCompared] = useState(false);
  const budgetId = useId();

  const otherDay = 1 - day;
  const hourly = times.map((_, index) => useInRoom(room, day, index));
  const otherHourly = times.map((_, index) => useInRoom(room, otherDay, index));
  const total = hourly.reduce((sum, value) => sum + value, 0);
  const otherTotal = otherHourly.reduce((sum, value) => sum + value, 0);
  const peak = hourly.reduce((best, value, index) => (value > (hourly[best] ?? 0) ? index : best), 0);
  const budget = Number(budgetText.replace(",", "."));
  const budgetWrong = !(budget > 0) || budget === Number.POSITIVE_INFINITY;
  const excess = total - budget * 10;

  function reset() {
    setDay(0);
    setRoom(everywhere);
    setInEuro(false);
    setAt(0);
    setBudgetText("10");
    setCompared(false);
  }

  function budgetMessage(): string {
    if (budgetWrong) return "Enter a budget above 0";
    return excess > 0 ? `Over budget by ${write(excess, inEuro)}` : "Within budget";
  }

  function difference(): string {
    const gap = total - otherTotal;
    if (gap === 0) return `Exactly as much as ${days[otherDay]}`;
    return `${write(Math.abs(gap), inEuro)} ${gap > 0 ? "more" : "less"} than ${days[otherDay]}`;
  }

  return (
    <div className="min-h-dvh bg-[#f3ead7] font-[family-name:'Century_Gothic',Futura,'Avenir_Next',sans-serif] text-[#1c2f2b]">
      <main className="mx-auto grid max-w-6xl gap-x-12 gap-y-6 px-5 py-6 sm:px-8 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)]">
        <div>
          <h1 className="text-3xl font-bold tracking-tight">Lights on at home</h1>
          <div className="mt-4 grid grid-cols-2 gap-4">
            <label className="block">
              Day
              <select
                className={control}
                value={days[day]}
                onChange={(event) => setDay(days.indexOf(event.target.value))}
              >
                {days.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <label className="block">
              Room
              <select className={control} value={room} onChange={(event) => setRoom(event.target.value)}>
                <option>{everywhere}</option>
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          </div>
          <div className="mt-4">
            <CutHouse room={room} day={day} at={at} inEuro={inEuro} />
          </div>
          <p aria-live="polite" className="mt-3 text-xl font-bold">
            At {times[at]}: {write(hourly[at] ?? 0, inEuro)}
          </p>
          <label className="mt-1 flex items-center gap-4">
            Hour
            <input
              type="range"
              min="16"
              max="23"
              value={at + 16}
              aria-valuetext={times[at]}
              onChange={(event) => setAt(Number(event.target.value) - 16)}
              className={`h-8 w-full accent-[#b3441e] ${focus}`}
            />
          </label>
          <label htmlFor={budgetId} className="mt-3 block">
            Budget in kWh
          </label>
          <div className="mt-1 grid grid-cols-[7rem_1fr] items-stretch">
            <input
              id={budgetId}
              className={`${control} aria-invalid:border-[#a1260d] aria-invalid:bg-[#fde3da]`}
              inputMode="decimal"
              value={budgetText}
              onChange={(event) => setBudgetText(event.target.value)}
              aria-invalid={budgetWrong}
              aria-describedby={`${budgetId}-note`}
            />
            <p
              id={`${budgetId}-note`}
              role="status"
              className={`flex items-center px-3 font-bold ${budgetWrong || excess > 0 ? "bg-[#a1260d] text-white" : "bg-[#d7e4c6]"}`}
            >
              {budgetMessage()}
            </p>
          </div>
        </div>

        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2">
            <button type="button" aria-pressed={!inEuro} onClick={() => setInEuro(false)} className={toggle}>
              kWh
            </button>
            <button type="button" aria-pressed={inEuro} onClick={() => setInEuro(true)} className={toggle}>
              Euro
            </button>
            <label className="ml-2 flex h-10 items-center gap-2">
              <input
                type="checkbox"
                className="size-5 accent-[#26413c]"
                checked={compared}
                onChange={(event) => setCompared(event.target.checked)}
              />
              Compare days
            </label>
            <button
              type="button"
              onClick={reset}
              className={`h-10 px-2 underline underline-offset-4 sm:ml-auto ${focus}`}
            >
              Reset
            </button>
          </div>
          <div aria-live="polite" className="mt-5 flex flex-wrap gap-x-8 gap-y-3">
            <Fact label="Total" value={write(total, inEuro)} />
            <Fact label="Average per hour" value={write(total / times.length, inEuro)} />
            <Fact label="Peak hour" value={times[peak] ?? "–"} />
          </div>
          {compared && <p className="mt-3 text-lg font-semibold text-[#8a3413]">{difference()}</p>}
          <figure aria-label="Consumption chart" className="mt-5">
            <svg viewBox="0 0 560 190" aria-hidden="true" className="block w-full">
              {[0, 5, 10, 15, 20].map((mark) => (
                <path key={mark} d={`M0 ${160 - mark * 7.6}H560`} stroke="#26413c" strokeOpacity="0.22" />
              ))}
              {hourly.map((value, index) => {
                const height = (Math.min(value, fullScale) / fullScale) * 152;
                const x = index * 70;
                return (
                  <g key={times[index]}>
                    <rect
                      x={x + 9}
                      y={160 - height}
                      width="52"
                      height={height}
                      fill={index === at ? "#b3441e" : "#e0a526"}
                    />
                    {compared && (
                      <path
                        d={`M${x + 3} ${160 - (otherHourly[index] ?? 0) * 7.6}h64`}
                        stroke="#1c2f2b"
                        strokeWidth="3"
                      />
                    )}
                    <text x={x + 35} y="182" fontSize="15" textAnchor="middle" fill="#1c2f2b">
                      {times[index]}
                    </text>
                  </g>
                );
              })}
            </svg>
          </figure>
          <table className="mt-4 w-full text-right tabular-nums">
            <thead>
              <tr className="border-b-2 border-[#26413c]">
                <th className="px-2 py-1 text-left">Time</th>
                <th className="px-2">{days[day]}</th>
                {compared && <th className="px-2">{days[otherDay]}</th>}
              </tr>
            </thead>
            <tbody>
              {times.map((time, index) => (
                <tr key={time} className={index === at ? "bg-[#f6dfa6] font-bold" : "border-b border-[#26413c]/20"}>
                  <th scope="row" className="px-2 py-1 text-left font-normal">
                    {time}
                  </th>
                  <td className="px-2">{write(hourly[index] ?? 0, inEuro)}</td>
                  {compared && <td className="px-2">{write(otherHourly[index] ?? 0, inEuro)}</td>}
                </tr>
              ))}
              <tr className="border-t-2 border-[#26413c] font-bold">
                <th scope="row" className="px-2 py-1 text-left">
                  Together
                </th>
                <td className="px-2">{write(total, inEuro)}</td>
                {compared && <td className="px-2">{write(otherTotal, inEuro)}</td>}
              </tr>
            </tbody>
          </table>
        </div>
      </main>
    </div>
  );
}
