import { useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";

type Sex = "women" | "men";
type Row = { town: string; year: number; sex: Sex; counts: number[] };

const ages = ["0–19", "20–39", "40–59", "60–79", "80+"];
const towns = ["Alder", "Brook", "Cove"];
const years = [2000, 2010, 2020];
const lastYear = years.length - 1;
const tallest = 22;
const wait = 1000;
const rows: Row[] = [
  { town: "Alder", year: 2000, sex: "women", counts: [12, 14, 13, 9, 2] },
  { town: "Alder", year: 2000, sex: "men", counts: [13, 15, 13, 8, 1] },
  { town: "Alder", year: 2010, sex: "women", counts: [10, 11, 14, 11, 4] },
  { town: "Alder", year: 2010, sex: "men", counts: [10, 12, 14, 8, 2] },
  { town: "Alder", year: 2020, sex: "women", counts: [6, 8, 10, 12, 6] },
  { town: "Alder", year: 2020, sex: "men", counts: [7, 8, 10, 10, 3] },
  { town: "Brook", year: 2000, sex: "women", counts: [8, 10, 7, 4, 1] },
  { town: "Brook", year: 2000, sex: "men", counts: [8, 9, 7, 5, 1] },
  { town: "Brook", year: 2010, sex: "women", counts: [9, 16, 9, 5, 1] },
  { town: "Brook", year: 2010, sex: "men", counts: [9, 15, 9, 6, 1] },
  { town: "Brook", year: 2020, sex: "women", counts: [11, 20, 11, 6, 2] },
  { town: "Brook", year: 2020, sex: "men", counts: [11, 21, 11, 5, 2] },
  { town: "Cove", year: 2000, sex: "women", counts: [6, 6, 6, 5, 2] },
  { town: "Cove", year: 2000, sex: "men", counts: [6, 7, 6, 5, 1] },
  { town: "Cove", year: 2010, sex: "women", counts: [5, 6, 7, 5, 2] },
  { town: "Cove", year: 2010, sex: "men", counts: [6, 6, 7, 5, 1] },
  { town: "Cove", year: 2020, sex: "women", counts: [5, 5, 6, 7, 3] },
  { town: "Cove", year: 2020, sex: "men", counts: [5, 5, 6, 6, 2] },
];
const box = "border-4 border-black";
const ring = "focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-[#1d3fd1]";
const press = `min-h-11 ${box} bg-white px-4 font-black transition-colors hover:bg-[#ffe98a] aria-pressed:bg-black aria-pressed:text-white ${ring}`;

function countsOf(town: string, year: number, sex: Sex): number[] {
  return rows.find((row) => row.town === town && row.year === year && row.sex === sex)?.counts ?? [];
}

function add(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function inPeople(hundreds: number): string {
  return (hundreds * 100).toLocaleString("en-US");
}

function inShare(hundreds: number, whole: number): string {
  return `${((hundreds / Math.max(1, whole)) * 100).toFixed(1)}%`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className="px-4 py-2">
      <p className="text-sm font-bold">{name}</p>
      <p className="text-3xl font-black tracking-tight tabular-nums">{children}</p>
    </div>
  );
}

type ColumnsProps = { heights: number[]; sex: Sex; chosen: number | null };

function Columns({ heights, sex, chosen }: ColumnsProps) {
  const isUp = sex === "women";
  const colour = isUp ? "#e4002b" : "#1d3fd1";
  return (
    <svg viewBox="0 0 500 170" preserveAspectRatio="none" aria-hidden="true" className="block h-40 w-full">
      {heights.map((height, index) => {
        const length = (Math.min(height, tallest) / tallest) * 170;
        return (
          <rect
            key={ages[index]}
            x={index * 100 + 14}
            y={isUp ? 170 - length : 0}
            width="72"
            height={length}
            fill={chosen === index ? "#000000" : colour}
            className="transition-all duration-300 motion-reduce:transition-none"
          />
        );
      })}
    </svg>
  );
}

export default function BoldShapes() {
  const [town, setTown] = useState("Alder");
  const [yearIndex, setYearIndex] = useState(0);
  const [asShare, setAsShare] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const [running, setRunning] = useState(false);
  const year = years[yearIndex] ?? 2000;
  const women = useMemo(() => countsOf(town, year, "women"), [town, year]);
  const men = useMemo(() => countsOf(town, year, "men"), [town, year]);
  const together = ages.map((_, index) => (women[index] ?? 0) + (men[index] ?? 0));
  const whole = add(together);
  const atFirst = add(countsOf(town, 2000, "women")) + add(countsOf(town, 2000, "men"));
  const largest = together.reduce((best, count, index) => (count > (together[best] ?? 0) ? index : best), 0);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setYearIndex((index) => Math.min(lastYear, index + 1)), wait);
    return () => clearInterval(timer);
  }, [running]);

  useEffect(() => {
    if (yearIndex === lastYear) setRunning(false);
  }, [yearIndex]);

  function handlePlay() {
    if (!running && yearIndex === lastYear) setYearIndex(0);
    setRunning(!running);
  }

  function handleYear(value: number) {
    setRunning(false);
    setYearIndex(years.indexOf(value));
  }

  function handleReset() {
    setTown("Alder");
    setYearIndex(0);
    setAsShare(false);
    setChosen(null);
    setRunning(false);
  }

  const write = (count: number) => (asShare ? inShare(count, whole) : inPeople(count));
  const scaled = (counts: number[]) => counts.map((count) => (asShare ? (count / whole) * 100 : count));

  return (
    <main className="min-h-dvh bg-[#ffd500] px-4 py-5 font-[family-name:'Arial_Black','Helvetica_Neue',Arial,sans-serif] font-medium text-black sm:px-8">
      <div className="mx-auto max-w-6xl">
        <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <h1 className="text-3xl leading-none font-black tracking-tighter sm:text-5xl">{`${town} ${year}`}</h1>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">Town</legend>
            {towns.map((name) => (
              <label
                key={name}
                className={`flex min-h-11 cursor-pointer items-center gap-2 bg-white px-3 font-black has-checked:bg-[#e4002b] has-checked:text-white has-focus-visible:outline-4 has-focus-visible:outline-[#1d3fd1] ${box}`}
              >
                <input
                  type="radio"
                  name="town"
                  value={name}
                  checked={town === name}
                  onChange={() => setTown(name)}
                  className="size-4 accent-black"
                />
                {name}
              </label>
            ))}
          </fieldset>
        </header>

        <div
          className={`mt-4 grid grid-cols-2 divide-black bg-white sm:grid-cols-4 sm:divide-x-4 ${box}`}
          aria-live="polite"
        >
          <Fact name="Population">{inPeople(whole)}</Fact>
          <Fact name="Largest group">{ages[largest]}</Fact>
          <Fact name="Women per 100 men">{Math.round((add(women) / add(men)) * 100)}</Fact>
          <Fact name="Change since 2000">{inShare(whole - atFirst, atFirst)}</Fact>
        </div>

        <div className="mt-4 grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <section aria-label="Drawing" className={`bg-white p-3 sm:p-4 ${box}`}>
            <figure aria-label="Population pyramid">
              <p className="font-black text-[#c40024]">Women</p>
              <Columns heights={scaled(women)} sex="women" chosen={chosen} />
              <div className="grid grid-cols-5 border-y-4 border-black">
                {ages.map((age, index) => (
                  <button
                    key={age}
                    type="button"
                    aria-pressed={chosen === index}
                    onClick={() => setChosen(chosen === index ? null : index)}
                    className={`min-h-11 font-black hover:bg-[#ffe98a] aria-pressed:bg-black aria-pressed:text-white ${ring}`}
                  >
                    {age}
                  </button>
                ))}
              </div>
              <Columns heights={scaled(men)} sex="men" chosen={chosen} />
              <p className="font-black text-[#1d3fd1]">Men</p>
            </figure>
            <div className="mt-3 flex items-center gap-4 border-t-4 border-black pt-3">
              <button type="button" onClick={handlePlay} className={`${press} w-24`}>
                {running ? "Pause" : "Play"}
              </button>
              <label className="grow font-black">
                Year
                <input
                  type="range"
                  min="2000"
                  max="2020"
                  step="10"
                  value={year}
                  onChange={(event) => handleYear(Number(event.target.value))}
                  className={`block h-6 w-full accent-black ${ring}`}
                />
              </label>
            </div>
          </section>

          <section aria-label="Figures" className="grid content-start gap-4">
            <div role="group" aria-label="Highlighted group" className="min-h-28 bg-black px-4 py-3 text-white">
              <p className="text-sm font-bold text-[#ffd500]">Highlighted group</p>
              {chosen === null && <p className="mt-1 text-xl font-black">Choose an age group</p>}
              {chosen !== null && (
                <>
                  <p className="text-xl font-black">
                    {ages[chosen]}: {inPeople(together[chosen] ?? 0)}
                  </p>
                  <p>{inShare(together[chosen] ?? 0, whole)} of the town</p>
                  <p>{`Women ${inPeople(women[chosen] ?? 0)} · Men ${inPeople(men[chosen] ?? 0)}`}</p>
                </>
              )}
            </div>
            <div className="flex flex-wrap gap-2">
              <button type="button" aria-pressed={!asShare} onClick={() => setAsShare(false)} className={press}>
                People
              </button>
              <button type="button" aria-pressed={asShare} onClick={() => setAsShare(true)} className={press}>
                Share
              </button>
              <button type="button" onClick={handleReset} className={`${press} ml-auto`}>
                Reset
              </button>
            </div>
            <table className={`w-full bg-white text-right tabular-nums ${box}`}>
              <thead>
                <tr className="border-b-4 border-black">
                  <th className="px-3 py-1.5 text-left">Age</th>
                  <th className="px-3">Women</th>
                  <th className="px-3">Men</th>
                </tr>
              </thead>
              <tbody>
                {ages.map((age, index) => (
                  <tr key={age} className={chosen === index ? "bg-[#ffd500]" : ""}>
                    <th scope="row" className="px-3 py-1 text-left">
                      {age}
                    </th>
                    <td className="px-3">{write(women[index] ?? 0)}</td>
                    <td className="px-3">{write(men[index] ?? 0)}</td>
                  </tr>
                ))}
                <tr className="border-t-4 border-black font-black">
                  <th scope="row" className="px-3 py-1.5 text-left">
                    Total
                  </th>
                  <td className="px-3">{write(add(women))}</td>
                  <td className="px-3">{write(add(men))}</td>
                </tr>
              </tbody>
            </table>
          </section>
        </div>
      </div>
    </main>
  );
}
