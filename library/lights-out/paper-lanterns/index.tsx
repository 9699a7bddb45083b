import { useEffect, useRef, useState } from "react";

type Place = { row: number; column: number };
type Level = { title: string; knots: string[] };

const LINES = [1, 2, 3, 4, 5];
/** A level is what would be lit after lighting these lanterns, so the same presses put it out again. */
const LEVELS: Level[] = [
  { title: "The middle", knots: ["3-3"] },
  { title: "Two corners", knots: ["1-1", "5-5"] },
  { title: "The festival", knots: ["1-1", "1-5", "5-1", "5-5", "3-3"] },
];
const HUES = ["#e4572e", "#f0a202", "#d7263d", "#f46036", "#c5283d"];

const keyOf = ({ row, column }: Place) => `${row}-${column}`;
const clampLine = (line: number) => Math.min(Math.max(line, 1), LINES.length);

/** A lantern burns when an odd number of the presses so far reached it. */
function isLit(place: Place, presses: string[]): boolean {
  const reaching = [
    place,
    { ...place, row: place.row - 1 },
    { ...place, row: place.row + 1 },
    { ...place, column: place.column - 1 },
    { ...place, column: place.column + 1 },
  ].map(keyOf);
  return presses.filter((press) => reaching.includes(press)).length % 2 === 1;
}

function countLit(presses: string[]): number {
  let lit = 0;
  for (const row of LINES) {
    for (const column of LINES) {
      if (isLit({ row, column }, presses)) lit += 1;
    }
  }
  return lit;
}

function placeAfterKey({ row, column }: Place, key: string): Place | null {
  if (key === "ArrowUp") return { row: clampLine(row - 1), column };
  if (key === "ArrowDown") return { row: clampLine(row + 1), column };
  if (key === "ArrowLeft") return { row, column: clampLine(column - 1) };
  if (key === "ArrowRight") return { row, column: clampLine(column + 1) };
  return null;
}

function LanternDrawing({ lit, hue }: { lit: boolean; hue: string }) {
  const paper = lit ? hue : "#e9e6df";
  const ribs = lit ? "rgba(255,255,255,0.55)" : "#b9b3a6";
  return (
    <svg viewBox="0 0 60 72" aria-hidden="true" className="h-full w-full">
      {lit && <ellipse cx="30" cy="36" rx="29" ry="27" fill={hue} opacity="0.18" />}
      <path d="M30 0v10" stroke="#55514a" strokeWidth="2" />
      <rect x="22" y="9" width="16" height="5" rx="1.5" fill="#55514a" />
      <ellipse cx="30" cy="36" rx="25" ry="22" fill={paper} stroke={lit ? "none" : "#a8a294"} strokeWidth="1.5" />
      <path d="M30 14v44M19 16q-8 20 0 40M41 16q8 20 0 40" fill="none" stroke={ribs} strokeWidth="1.6" />
      <rect x="22" y="57" width="16" height="5" rx="1.5" fill="#55514a" />
      <path d="M30 62v9M26 62v6M34 62v6" stroke={lit ? hue : "#a8a294"} strokeWidth="2" />
    </svg>
  );
}

function Fact({ children }: { children: string }) {
  return <p className="rounded-full bg-white px-4 py-1.5 shadow-sm ring-1 ring-stone-200">{children}</p>;
}

const BASE =
  "rounded-full px-5 py-2.5 font-medium transition-colors focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-teal-700 disabled:cursor-not-allowed";
const PLAIN = `${BASE} bg-white text-stone-800 ring-1 ring-stone-300 hover:bg-stone-100 disabled:bg-transparent disabled:text-stone-500`;
const MAIN = `${BASE} bg-teal-800 text-white hover:bg-teal-700 disabled:bg-stone-200 disabled:text-stone-600`;

export default function PaperLanterns() {
  const [levelIndex, setLevelIndex] = useState(0);
  const [presses, setPresses] = useState<string[]>([]);
  const [bests, setBests] = useState<Record<number, number>>({});
  const lanterns = useRef(new Map<string, HTMLButtonElement>());

  const level = LEVELS[levelIndex] ?? { title: "", knots: [] };
  const all = [...level.knots, ...presses];
  const lights = countLit(all);
  const solved = lights === 0;
  const finished = solved && levelIndex === LEVELS.length - 1;
  const moves = presses.length;

  useEffect(() => {
    if (!solved) return;
    setBests((known) => ({ ...known, [levelIndex]: Math.min(known[levelIndex] ?? moves, moves) }));
  }, [solved, levelIndex, moves]);

  const pressLantern = (place: Place) => {
    if (solved) return;
    setPresses([...presses, keyOf(place)]);
  };

  const undo = () => setPresses(presses.slice(0, -1));

  const openLevel = (index: number) => {
    setLevelIndex(index);
    setPresses([]);
  };

  const startOver = () => {
    openLevel(0);
    setBests({});
  };

  const walk = (event: React.KeyboardEvent, place: Place) => {
    const next = placeAfterKey(place, event.key);
    if (!next) return;
    event.preventDefault();
    lanterns.current.get(keyOf(next))?.focus();
  };

  const keepLantern = (place: Place) => (element: HTMLButtonElement | null) => {
    if (element) lanterns.current.set(keyOf(place), element);
    else lanterns.current.delete(keyOf(place));
  };

  return (
    <main className="flex min-h-screen flex-col items-center bg-linear-to-b from-[#fdf3e7] via-[#f7efe9] to-[#dcebea] px-4 py-6 text-stone-800">
      <header className="flex w-full max-w-3xl flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <p className="font-medium text-teal-800">{`Level ${levelIndex + 1} of ${LEVELS.length}`}</p>
          <h1 className="text-3xl font-light tracking-tight sm:text-5xl">Paper lanterns</h1>
        </div>
        <ol aria-label="Levels" className="flex gap-4 text-sm">
          {LEVELS.map((item, index) => (
            <li
              key={item.title}
              aria-current={index === levelIndex ? "step" : undefined}
              className="border-b-2 border-transparent pb-1 text-stone-600 aria-[current=step]:border-teal-800 aria-[current=step]:font-semibold aria-[current=step]:text-teal-900"
            >
              {item.title}
            </li>
          ))}
        </ol>
      </header>

      <div className="mt-4 flex w-full max-w-3xl flex-wrap gap-2">
        <Fact>{`Lights on: ${lights}`}</Fact>
        <Fact>{`Moves: ${moves}`}</Fact>
        <Fact>{`Best: ${bests[levelIndex] ?? "none yet"}`}</Fact>
      </div>

      <section aria-label="Lanterns" className="mt-5 grid w-full max-w-3xl gap-1">
        {LINES.map((row) => (
          <div key={row} className="relative grid grid-cols-5 border-t-2 border-stone-500">
            {LINES.map((column) => {
              const place = { row, column };
              const lit = isLit(place, all);
              return (
                <button
                  key={column}
                  ref={keepLantern(place)}
                  type="button"
                  aria-label={`Row ${row}, column ${column}, ${lit ? "on" : "off"}`}
                  onClick={() => pressLantern(place)}
                  onKeyDown={(event) => walk(event, place)}
                  className="h-[5.4rem] rounded-b-2xl hover:bg-white/60 focus-visible:outline-3 focus-visible:-outline-offset-2 focus-visible:outline-teal-700"
                >
                  <LanternDrawing lit={lit} hue={HUES[(row * 2 + column) % HUES.length] ?? "#e4572e"} />
                </button>
              );
            })}
          </div>
        ))}
      </section>

      <div role="status" className="mt-4 flex min-h-16 flex-col items-center text-center text-lg">
        {!solved && <p className="text-stone-700">One touch turns a lantern and the four around it.</p>}
        {solved && (
          <p className="text-2xl font-light text-teal-900">
            {moves === 1 ? "Solved in 1 move" : `Solved in ${moves} moves`}
          </p>
        )}
        {solved && <p>{finished ? "All levels solved. Morning has come." : "Every lantern sleeps."}</p>}
      </div>

      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <button type="button" className={PLAIN} onClick={undo} disabled={moves === 0 || solved}>
          Undo
        </button>
        <button type="button" className={PLAIN} onClick={() => openLevel(levelIndex)}>
          Reset level
        </button>
        <button type="button" className={MAIN} onClick={() => openLevel(levelIndex + 1)} disabled={!solved || finished}>
          Next level
        </button>
        <button type="button" className={PLAIN} onClick={startOver}>
          Start over
        </button>
      </div>
    </main>
  );
}
