import { useMemo, useState } from "react";
import type { ReactNode } from "react";

type Wave = { room: string; day: string; use: number[] };
type Choice = { day: string; room: string; unit: "kWh" | "Euro"; hour: number; budget: string; comparing: boolean };

const CLOCK = [16, 17, 18, 19, 20, 21, 22, 23];
const ALL_ROOMS = "Whole house";
const EURO_PER_KWH = 0.3;
const WAVES: Wave[] = [
  { room: "Kitchen", day: "Saturday", use: [2, 3, 9, 14, 6, 2, 1, 1] },
  { room: "Living room", day: "Saturday", use: [3, 3, 4, 5, 8, 9, 7, 3] },
  { room: "Office", day: "Saturday", use: [4, 2, 1, 0, 0, 0, 1, 2] },
  { room: "Kitchen", day: "Sunday", use: [4, 5, 7, 12, 9, 3, 2, 1] },
  { room: "Living room", day: "Sunday", use: [5, 6, 6, 4, 7, 9, 7, 4] },
  { room: "Office", day: "Sunday", use: [0, 0, 1, 2, 4, 2, 0, 0] },
];
const TINTS: Record<string, string> = { Kitchen: "#ffb37a", "Living room": "#e5679b", Office: "#a78bfa" };
const FIRST_CHOICE: Choice = {
  day: "Saturday",
  room: ALL_ROOMS,
  unit: "kWh",
  hour: 16,
  budget: "10",
  comparing: false,
};
const GLASS = "rounded-2xl bg-[#2c1440] ring-1 ring-white/15";
const RING = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white";
const INPUT = `mt-1 h-11 w-full rounded-xl border border-white/40 bg-[#1d0b2e] px-3 text-base ${RING}`;
const WIDTH = 1000;
const HEIGHT = 260;
const TOP = 22;

function addUp(waves: Wave[]): number[] {
  return CLOCK.map((_, index) => waves.reduce((sum, wave) => sum + (wave.use[index] ?? 0), 0));
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function pointAt(value: number, index: number): string {
  const x = 50 + (index * (WIDTH - 100)) / (CLOCK.length - 1);
  return `${x.toFixed(1)},${(HEIGHT - (value / TOP) * HEIGHT).toFixed(1)}`;
}

/** Outline of a layer that lies on the layers below it. */
function layerPoints(waves: Wave[], layer: number): string {
  const upper = addUp(waves.slice(0, layer + 1)).map(pointAt);
  const lower = addUp(waves.slice(0, layer)).map(pointAt).reverse();
  return [...upper, ...lower].join(" ");
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name}>
      <p className="text-sm text-[#f6d9e6]">{name}</p>
      <p className="text-3xl font-light tracking-tight whitespace-nowrap tabular-nums sm:text-4xl">{children}</p>
    </div>
  );
}

export default function DuskWaves() {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { day, room, unit, hour, budget, comparing } = choice;
  const otherDay = day === "Sunday" ? "Saturday" : "Sunday";
  const waves = useMemo(
    () => WAVES.filter((wave) => wave.day === day && (room === ALL_ROOMS || wave.room === room)),
    [day, room],
  );
  const otherWaves = useMemo(
    () => WAVES.filter((wave) => wave.day === otherDay && (room === ALL_ROOMS || wave.room === room)),
    [otherDay, room],
  );
  const use = addUp(waves);
  const otherUse = addUp(otherWaves);
  const used = total(use);
  const limit = Number.parseFloat(budget.replace(",", ".")) * 10;
  const hasLimit = limit > 0;
  const read = CLOCK.indexOf(hour);

  function choose(part: Partial<Choice>) {
    setChoice((before) => ({ ...before, ...part }));
  }

  function format(tenths: number): string {
    const energy = tenths / 10;
    return unit === "kWh" ? `${energy.toFixed(1)} kWh` : `€${(energy * EURO_PER_KWH).toFixed(2)}`;
  }

  function verdict(): string {
    if (!hasLimit) return "Enter a budget above 0";
    if (used > limit) return `Over budget by ${format(used - limit)}`;
    return "Within budget";
  }

  function contrast(): string {
    const otherUsed = total(otherUse);
    if (used === otherUsed) return `The same as ${otherDay}`;
    const word = used < otherUsed ? "less" : "more";
    return `${format(Math.abs(used - otherUsed))} ${word} than ${otherDay}`;
  }

  return (
    <main className="min-h-dvh bg-[linear-gradient(180deg,#1d0b2e_0%,#4a1a52_45%,#8c2f55_100%)] text-white">
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8">
        <header className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
          <h1 className="w-full text-2xl font-light tracking-tight lg:w-auto lg:text-3xl">
            Our evening in electricity
          </h1>
          <div aria-live="polite" className="flex flex-wrap gap-x-10 gap-y-3">
            <Figure name="Total">{format(used)}</Figure>
            <Figure name="Average per hour">{format(used / CLOCK.length)}</Figure>
            <Figure name="Peak hour">{`${CLOCK[use.indexOf(Math.max(...use))]}:00`}</Figure>
          </div>
        </header>

        <section aria-label="Chart" className={`mt-5 overflow-hidden ${GLASS}`}>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 pt-4">
            <p aria-live="polite" className="text-lg">{`At ${hour}:00: ${format(use[read] ?? 0)}`}</p>
            <p className="flex flex-wrap gap-x-5 text-sm">
              {waves.map((wave) => (
                <span key={wave.room} className="flex items-center gap-2">
                  <span aria-hidden="true" className="size-3 rounded-full" style={{ background: TINTS[wave.room] }} />
                  {wave.room}
                </span>
              ))}
            </p>
          </div>
          <figure aria-label="Consumption chart">
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="block h-44 w-full sm:h-56"
            >
              {waves.map((wave, layer) => (
                <polygon key={wave.room} points={layerPoints(waves, layer)} fill={TINTS[wave.room]} />
              ))}
              {comparing && (
                <polyline
                  points={otherUse.map(pointAt).join(" ")}
                  fill="none"
                  stroke="#ffffff"
                  strokeWidth="3"
                  strokeDasharray="8 6"
                  vectorEffect="non-scaling-stroke"
                />
              )}
              <path d={`M${pointAt(0, read)}V0`} stroke="#ffffff" strokeWidth="2" vectorEffect="non-scaling-stroke" />
            </svg>
          </figure>
          <label className="block bg-[#1d0b2e] px-[calc(5%-8px)] py-3">
            <span className="text-sm">Hour</span>
            <input
              type="range"
              min={CLOCK[0]}
              max={CLOCK.at(-1)}
              value={hour}
              onChange={(event) => choose({ hour: Number(event.target.value) })}
              className={`block h-7 w-full accent-[#ffb37a] ${RING}`}
            />
            <span aria-hidden="true" className="flex justify-between text-sm">
              {CLOCK.map((each) => (
                <span key={each}>{each}</span>
              ))}
            </span>
          </label>
        </section>

        <div className="mt-5 grid gap-5 md:grid-cols-2">
          <section aria-label="Choices" className={`grid content-start gap-4 p-5 ${GLASS}`}>
            <div className="grid grid-cols-2 gap-4">
              <label className="text-sm">
                Day
                <select className={INPUT} value={day} onChange={(event) => choose({ day: event.target.value })}>
                  <option>Saturday</option>
                  <option>Sunday</option>
                </select>
              </label>
              <label className="text-sm">
                Room
                <select className={INPUT} value={room} onChange={(event) => choose({ room: event.target.value })}>
                  {[ALL_ROOMS, ...Object.keys(TINTS)].map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              </label>
            </div>
            <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
              <div role="group" aria-label="Unit" className="flex rounded-full bg-[#1d0b2e] p-1">
                {(["kWh", "Euro"] as const).map((name) => (
                  <button
                    key={name}
                    type="button"
                    aria-pressed={unit === name}
                    onClick={() => choose({ unit: name })}
                    className={`h-9 rounded-full px-4 transition-colors aria-pressed:bg-white aria-pressed:font-semibold aria-pressed:text-[#2c1440] ${RING}`}
                  >
                    {name}
                  </button>
                ))}
              </div>
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  checked={comparing}
                  onChange={(event) => choose({ comparing: event.target.checked })}
                  className="size-5 accent-[#ffb37a]"
                />
                Compare days
              </label>
              <button
                type="button"
                onClick={() => setChoice(FIRST_CHOICE)}
                className={`h-10 rounded-full border border-white/50 px-4 hover:bg-white/15 ${RING}`}
              >
                Reset
              </button>
            </div>
            <label className="text-sm">
              Budget in kWh
              <input
                className={`${INPUT} aria-invalid:border-2 aria-invalid:border-[#ffd0c2]`}
                inputMode="decimal"
                value={budget}
                onChange={(event) => choose({ budget: event.target.value })}
                aria-invalid={!hasLimit}
                aria-describedby="verdict"
              />
            </label>
            <p
              id="verdict"
              role="status"
              className={`rounded-xl px-4 py-3 font-semibold ${hasLimit && used <= limit ? "bg-[#4a1a52]" : "bg-[#ffd0c2] text-[#5c0f1c]"}`}
            >
              {verdict()}
            </p>
            {comparing && <p className="text-lg">{contrast()}</p>}
          </section>

          <section aria-label="Table" className={`p-5 ${GLASS}`}>
            <table className="w-full text-right tabular-nums">
              <thead>
                <tr className="text-sm text-[#f6d9e6]">
                  <th scope="col" className="pb-1 pl-2 text-left font-normal">
                    Time
                  </th>
                  <th scope="col" className="pr-2 pb-1 font-normal">
                    {day}
                  </th>
                  {comparing && <th className="pr-2 pb-1 font-normal">{otherDay}</th>}
                </tr>
              </thead>
              <tbody>
                {CLOCK.map((each, index) => (
                  <tr key={each} className={`border-t border-white/15 ${index === read ? "bg-[#6b2a6b]" : ""}`}>
                    <th scope="row" className="py-1 pl-2 text-left font-normal">{`${each}:00`}</th>
                    <td className="pr-2">{format(use[index] ?? 0)}</td>
                    {comparing && <td className="pr-2">{format(otherUse[index] ?? 0)}</td>}
                  </tr>
                ))}
                <tr className="border-t-2 border-[#ffb37a] font-semibold">
                  <th scope="row" className="py-1.5 pl-2 text-left">
                    Sum
                  </th>
                  <td className="pr-2">{format(used)}</td>
                  {comparing && <td className="pr-2">{format(total(otherUse))}</td>}
                </tr>
              </tbody>
            </table>
          </section>
        </div>
      </div>
    </main>
  );
}
