import { useEffect, useState } from "react";

type Scene = { town: number; year: number; unit: "People" | "Share"; picked: string[] };
type Person = { age: string; women: number; men: number };

const TOWN_NAMES = ["Alder", "Brook", "Cove"];
const BANDS = ["0–19", "20–39", "40–59", "60–79", "80+"];
const YEARS = { first: 2000, last: 2020, step: 10 };
const OPENING: Scene = { town: 0, year: YEARS.first, unit: "People", picked: [] };
const BEAT = 1000;
const STACK = 3;
const DOT = 12;
const HALF = DOT * 8;
/** Hundreds of women and men by town and census, from the youngest to the oldest. */
const COUNTS = [
  ["12 14 13 9 2 / 13 15 13 8 1", "10 11 14 11 4 / 10 12 14 8 2", "6 8 10 12 6 / 7 8 10 10 3"],
  ["8 10 7 4 1 / 8 9 7 5 1", "9 16 9 5 1 / 9 15 9 6 1", "11 20 11 6 2 / 11 21 11 5 2"],
  ["6 6 6 5 2 / 6 7 6 5 1", "5 6 7 5 2 / 6 6 7 5 1", "5 5 6 7 3 / 5 5 6 6 2"],
];
const WOMEN = "#7c3a9d";
const MEN = "#0b7285";
const OUTLINE = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-[#7c3a9d]";
const PILL = `h-11 rounded-full px-5 transition-colors hover:bg-[#eadff2] aria-pressed:bg-[#3b2a4a] aria-pressed:text-white ${OUTLINE}`;

function crowdOf(town: number, year: number): Person[] {
  const line = COUNTS[town]?.[(year - YEARS.first) / YEARS.step] ?? "";
  const [women, men] = line.split(" / ").map((side) => side.split(" ").map(Number));
  return BANDS.map((age, index) => ({ age, women: women?.[index] ?? 0, men: men?.[index] ?? 0 }));
}

function sizeOf(crowd: Person[]): number {
  return crowd.reduce((sum, person) => sum + person.women + person.men, 0);
}

function grouped(hundreds: number): string {
  return String(hundreds * 100).replace(/\B(?=(\d{3})+$)/g, ",");
}

function portion(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

function Dots({
  count,
  colour,
  mirrored,
  faded,
}: {
  count: number;
  colour: string;
  mirrored: boolean;
  faded: boolean;
}) {
  return (
    <svg viewBox={`0 0 ${HALF} ${DOT * STACK}`} aria-hidden="true" className="block h-auto w-full">
      {Array.from({ length: count }, (_, dot) => {
        const across = DOT * Math.floor(dot / STACK) + DOT / 2;
        return (
          <circle
            key={dot}
            cx={mirrored ? HALF - across : across}
            cy={DOT * (STACK - 1 - (dot % STACK)) + DOT / 2}
            r="4.6"
            fill={colour}
            className="transition-opacity duration-300 motion-reduce:transition-none"
            opacity={faded ? 0.22 : 1}
          />
        );
      })}
    </svg>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div role="group" aria-label={name} className="border-t border-[#3b2a4a] pt-2">
      <p className="text-sm text-[#5c4a6c]">{name}</p>
      <p className="text-2xl tabular-nums">{value}</p>
    </div>
  );
}

export default function DotCrowd() {
  const [scene, setScene] = useState(OPENING);
  const [playing, setPlaying] = useState(false);
  const { town, year, unit, picked } = scene;
  const crowd = crowdOf(town, year);
  const size = sizeOf(crowd);
  const original = sizeOf(crowdOf(town, YEARS.first));
  const women = crowd.reduce((sum, person) => sum + person.women, 0);
  const ranked = crowd.toSorted((a, b) => b.women + b.men - a.women - a.men);
  const highlighted = crowd.find((person) => picked.includes(person.age));

  useEffect(() => {
    if (!playing) return;
    const timer = window.setTimeout(() => {
      const next = Math.min(YEARS.last, year + YEARS.step);
      setScene((before) => ({ ...before, year: next }));
      if (next === YEARS.last) setPlaying(false);
    }, BEAT);
    return () => window.clearTimeout(timer);
  }, [playing, year]);

  function change(part: Partial<Scene>) {
    setScene((before) => ({ ...before, ...part }));
  }

  function togglePlay() {
    if (!playing && year === YEARS.last) change({ year: YEARS.first });
    setPlaying((before) => !before);
  }

  function changeYear(value: string) {
    setPlaying(false);
    change({ year: Number(value) });
  }

  function restart() {
    setPlaying(false);
    setScene(OPENING);
  }

  function dotsFor(count: number): number {
    return unit === "People" ? count : Math.round((100 * count) / size);
  }

  function label(count: number): string {
    return unit === "People" ? grouped(count) : portion(count, size);
  }

  return (
    <main className="min-h-dvh bg-[#faf7fc] px-5 py-6 font-[family-name:Optima,Candara,'Noto_Sans',sans-serif] text-[#2b1d38] sm:px-10">
      <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <section aria-label="Facts" className="grid content-start gap-5">
          <h1 className="text-4xl leading-tight">Who lives here?</h1>
          <fieldset className="grid grid-cols-3 rounded-full bg-[#eadff2] p-1">
            <legend className="sr-only">Town</legend>
            {TOWN_NAMES.map((name, index) => (
              <label
                key={name}
                className="relative grid h-11 cursor-pointer place-items-center rounded-full has-checked:bg-white has-checked:font-bold has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-[#7c3a9d]"
              >
                <input
                  type="radio"
                  name="place"
                  checked={index === town}
                  onChange={() => change({ town: index })}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                {name}
              </label>
            ))}
          </fieldset>
          <div aria-live="polite" className="grid grid-cols-2 gap-x-5 gap-y-4">
            <Fact name="Population" value={grouped(size)} />
            <Fact name="Largest group" value={ranked[0]?.age ?? "–"} />
            <Fact name="Women per 100 men" value={((100 * women) / (size - women)).toFixed(0)} />
            <Fact name="Change since 2000" value={portion(size - original, original)} />
          </div>
          <div
            role="group"
            aria-label="Highlighted group"
            aria-live="polite"
            className="min-h-28 rounded-2xl bg-[#eadff2] p-4"
          >
            <p className="text-sm text-[#4d3b5e]">Highlighted group</p>
            {highlighted ? (
              <>
                <p className="text-xl">
                  {`${highlighted.age}: ${grouped(highlighted.women + highlighted.men)} people, ${portion(highlighted.women + highlighted.men, size)}`}
                </p>
                <p>
                  Women {grouped(highlighted.women)}, Men {grouped(highlighted.men)}
                </p>
              </>
            ) : (
              <p className="text-xl">Choose an age group</p>
            )}
          </div>
        </section>

        <section aria-label="Drawing" className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <button
              type="button"
              onClick={togglePlay}
              className={`${PILL} w-24 bg-[#3b2a4a] text-white hover:bg-[#5a3f70]`}
            >
              {playing ? "Pause" : "Play"}
            </button>
            <label className="flex min-w-48 grow items-center gap-4">
              Year
              <input
                type="range"
                min={YEARS.first}
                max={YEARS.last}
                step={YEARS.step}
                value={year}
                onChange={(event) => changeYear(event.target.value)}
                className={`h-8 grow accent-[#7c3a9d] ${OUTLINE}`}
              />
              <span className="text-3xl tabular-nums">{year}</span>
            </label>
          </div>
          <figure aria-label="Population pyramid" className="mx-auto mt-4 max-w-2xl">
            <div className="grid grid-cols-[minmax(0,1fr)_5.5rem_minmax(0,1fr)] pb-2 font-bold">
              <span className="text-right" style={{ color: WOMEN }}>
                Women
              </span>
              <span />
              <span style={{ color: MEN }}>Men</span>
            </div>
            {crowd.toReversed().map((person) => {
              const isPicked = picked.includes(person.age);
              const faded = picked.length > 0 && !isPicked;
              return (
                <div key={person.age} className="grid grid-cols-[minmax(0,1fr)_5.5rem_minmax(0,1fr)] items-center py-1">
                  <Dots count={dotsFor(person.women)} colour={WOMEN} mirrored faded={faded} />
                  <button
                    type="button"
                    aria-pressed={isPicked}
                    onClick={() => change({ picked: isPicked ? [] : [person.age] })}
                    className={`mx-2 min-h-11 rounded-full hover:bg-[#eadff2] aria-pressed:bg-[#3b2a4a] aria-pressed:text-white ${OUTLINE}`}
                  >
                    {person.age}
                  </button>
                  <Dots count={dotsFor(person.men)} colour={MEN} mirrored={false} faded={faded} />
                </div>
              );
            })}
            <figcaption className="mt-2 text-center text-sm text-[#5c4a6c]">
              {unit === "People" ? "Each dot is 100 people" : "Each dot is about one person in a hundred"}
            </figcaption>
          </figure>
        </section>
        <section aria-label="Table">
          <div role="group" aria-label="Numbers" className="flex gap-1">
            {(["People", "Share"] as const).map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={unit === name}
                onClick={() => change({ unit: name })}
                className={PILL}
              >
                {name}
              </button>
            ))}
            <button type="button" onClick={restart} className={`${PILL} ml-auto border border-[#3b2a4a]`}>
              Reset
            </button>
          </div>
          <table className="mt-2 w-full text-right tabular-nums">
            <thead>
              <tr className="border-b border-[#3b2a4a]">
                <th className="py-1 text-left font-normal">Age</th>
                <th className="font-normal">Women</th>
                <th className="font-normal">Men</th>
              </tr>
            </thead>
            <tbody>
              {crowd.map((person) => (
                <tr key={person.age} className={picked.includes(person.age) ? "bg-[#eadff2] font-bold" : ""}>
                  <th scope="row" className="py-1 text-left font-normal">
                    {person.age}
                  </th>
                  <td>{label(person.women)}</td>
                  <td>{label(person.men)}</td>
                </tr>
              ))}
              <tr className="border-t border-[#3b2a4a] font-bold">
                <th scope="row" className="py-1 text-left">
                  Total
                </th>
                <td>{label(women)}</td>
                <td>{label(size - women)}</td>
              </tr>
            </tbody>
          </table>
        </section>
      </div>
    </main>
  );
}
