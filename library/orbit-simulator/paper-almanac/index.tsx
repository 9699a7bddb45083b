import { useEffect, useReducer } from "react";

const ALMANAC = [
  { name: "Mercury", numeral: "I", days: 88, speed: "47.4", turn: 0.8, rx: 74, radius: 6, ink: "#6b5d4d" },
  { name: "Venus", numeral: "II", days: 225, speed: "35.0", turn: 2.9, rx: 116, radius: 9, ink: "#b07a1c" },
  { name: "Earth", numeral: "III", days: 365, speed: "29.8", turn: 4.4, rx: 160, radius: 10, ink: "#2c5f7c" },
  { name: "Mars", numeral: "IV", days: 687, speed: "24.1", turn: 5.9, rx: 204, radius: 8, ink: "#a33b20" },
  { name: "Jupiter", numeral: "V", days: 4333, speed: "13.1", turn: 1.4, rx: 262, radius: 20, ink: "#8c5a35" },
  { name: "Saturn", numeral: "VI", days: 10759, speed: "9.7", turn: 3.5, rx: 322, radius: 17, ink: "#8f7526" },
  { name: "Uranus", numeral: "VII", days: 30687, speed: "6.8", turn: 0.3, rx: 376, radius: 13, ink: "#3d7a72" },
  { name: "Neptune", numeral: "VIII", days: 60190, speed: "5.4", turn: 2.2, rx: 424, radius: 13, ink: "#39478a" },
];

const NOTES: Record<string, string> = {
  Mercury: "Not quite three months: the shortest year of all.",
  Venus: "Its day is longer than its year.",
  Earth: "The quarter of a day left over gives us leap years.",
  Mars: "Nearly two of our years for one of its own.",
  Jupiter: "Almost twelve of our years to go round once.",
  Saturn: "One Saturn year is a whole human generation.",
  Uranus: "It travels lying on its side.",
  Neptune: "It has completed one year since it was discovered.",
};

type Entry = (typeof ALMANAC)[number];

const TILT = 0.4;
const CENTRE_X = 450;
const CENTRE_Y = 210;

const opening = { day: 0, running: false, rate: 10 };

type State = { day: number; running: boolean; rate: number; chosen: string; lines: boolean };

type Action =
  | { type: "pass"; days: number }
  | { type: "toggle" }
  | { type: "reset" }
  | { type: "rate"; value: number }
  | { type: "choose"; name: string }
  | { type: "lines" };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "pass":
      return { ...state, day: state.day + action.days };
    case "toggle":
      return { ...state, running: !state.running };
    case "reset":
      return { ...state, ...opening };
    case "rate":
      return { ...state, rate: action.value };
    case "choose":
      return { ...state, chosen: state.chosen === action.name ? "" : action.name };
    case "lines":
      return { ...state, lines: !state.lines };
  }
}

function place(entry: Entry, day: number) {
  const angle = entry.turn - (day / entry.days) * Math.PI * 2;
  return { x: CENTRE_X + entry.rx * Math.cos(angle), y: CENTRE_Y + entry.rx * TILT * Math.sin(angle) };
}

function Engraving({ state, onChoose }: { state: State; onChoose: (name: string) => void }) {
  const placed = ALMANAC.map((entry) => ({ entry, ...place(entry, state.day) })).sort((a, b) => a.y - b.y);
  const behind = placed.filter((body) => body.y < CENTRE_Y);
  const before = placed.filter((body) => body.y >= CENTRE_Y);

  const drawBody = ({ entry, x, y }: (typeof placed)[number]) => (
    <g key={entry.name} onClick={() => onChoose(entry.name)} className="cursor-pointer">
      {entry.name === state.chosen && (
        <circle cx={x} cy={y} r={entry.radius + 7} fill="none" stroke="#8a2a1d" strokeWidth={2} />
      )}
      <circle cx={x} cy={y} r={entry.radius} fill={entry.ink} stroke="#2b2118" strokeWidth={1} />
      <circle cx={x} cy={y} r={entry.radius} fill="url(#hatch)" />
      {entry.name === "Saturn" && <ellipse cx={x} cy={y} rx={29} ry={7} fill="none" stroke="#2b2118" strokeWidth={2} />}
      <text x={x} y={y + entry.radius + 17} textAnchor="middle" fill="#2b2118" className="text-[24px] sm:text-[14px]">
        {entry.numeral}
      </text>
    </g>
  );

  return (
    <svg role="img" aria-label="Solar system" viewBox="0 22 900 394" className="mx-auto block h-auto w-full max-w-4xl">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
          <line x1="0" y1="0" x2="0" y2="4" stroke="#f6efdf" strokeWidth="1" opacity="0.45" />
        </pattern>
      </defs>
      {state.lines &&
        ALMANAC.map((entry) => (
          <ellipse
            key={entry.name}
            cx={CENTRE_X}
            cy={CENTRE_Y}
            rx={entry.rx}
            ry={entry.rx * TILT}
            fill="none"
            stroke={entry.name === state.chosen ? "#8a2a1d" : "#2b2118"}
            strokeWidth={entry.name === state.chosen ? 2 : 0.8}
            strokeDasharray={entry.name === state.chosen ? "none" : "1 3"}
          />
        ))}
      {behind.map(drawBody)}
      {Array.from({ length: 24 }, (_, ray) => (
        <line
          key={ray}
          x1={CENTRE_X}
          y1={CENTRE_Y - 32}
          x2={CENTRE_X}
          y2={CENTRE_Y - (ray % 2 ? 38 : 45)}
          transform={`rotate(${ray * 15} ${CENTRE_X} ${CENTRE_Y})`}
          stroke="#8a2a1d"
          strokeWidth={1.5}
        />
      ))}
      <circle cx={CENTRE_X} cy={CENTRE_Y} r={27} fill="#d99a2b" stroke="#2b2118" />
      <circle cx={CENTRE_X} cy={CENTRE_Y} r={27} fill="url(#hatch)" />
      {before.map(drawBody)}
    </svg>
  );
}

const button =
  "border border-[#2b2118] px-5 py-2 text-lg hover:bg-[#ebdfc4] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-[#8a2a1d] disabled:cursor-not-allowed disabled:opacity-40";

export default function OrbitAlmanac() {
  const [state, dispatch] = useReducer(reduce, { ...opening, chosen: "", lines: true });
  const { day, running, rate } = state;

  useEffect(() => {
    if (!running) return;
    let last = -1;
    let frame = requestAnimationFrame(function turn(now) {
      if (last >= 0) dispatch({ type: "pass", days: (Math.min(250, now - last) / 1000) * rate });
      last = now;
      frame = requestAnimationFrame(turn);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, rate]);

  const entry = ALMANAC.find((candidate) => candidate.name === state.chosen);
  const handleChoose = (name: string) => dispatch({ type: "choose", name });

  return (
    <div className="min-h-screen bg-[#f6efdf] px-4 py-6 font-serif text-[#2b2118] sm:px-8">
      <main className="mx-auto flex max-w-6xl flex-col gap-5">
        <header className="border-y-4 border-double border-[#2b2118] py-3 text-center">
          <h1 className="text-3xl tracking-wide sm:text-4xl">An Almanac of Years</h1>
          <p className="mt-1 text-lg italic">How long eight worlds take to travel once around the Sun</p>
        </header>

        <Engraving state={state} onChoose={handleChoose} />

        <section
          aria-label="Controls"
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-y border-[#2b2118] py-4"
        >
          <p className="text-xl">
            Elapsed: <span className="text-2xl font-bold">{Math.floor(day).toLocaleString("en-US")}</span> days
          </p>
          <div className="flex flex-wrap gap-2">
            <button
              type="button"
              className="min-w-24 bg-[#8a2a1d] px-5 py-2 text-lg text-[#fdf8ec] hover:bg-[#6f2016] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-[#2b2118]"
              onClick={() => dispatch({ type: "toggle" })}
            >
              {running ? "Pause" : "Play"}
            </button>
            <button
              type="button"
              className={button}
              disabled={running}
              onClick={() => dispatch({ type: "pass", days: 10 })}
            >
              Step
            </button>
            <button type="button" className={button} onClick={() => dispatch({ type: "reset" })}>
              Reset
            </button>
          </div>
          <label className="flex flex-wrap items-center gap-3 text-lg">
            Speed
            <input
              type="range"
              min={5}
              max={100}
              step={5}
              value={rate}
              onChange={(event) => dispatch({ type: "rate", value: event.target.valueAsNumber })}
              className="w-40 accent-[#8a2a1d]"
            />
            <span className="w-24 italic">{`${rate} days/s`}</span>
          </label>
          <label className="flex items-center gap-2 text-lg">
            <input
              type="checkbox"
              checked={state.lines}
              onChange={() => dispatch({ type: "lines" })}
              className="size-4 accent-[#8a2a1d]"
            />
            Show orbits
          </label>
        </section>

        <div className="grid gap-6 md:grid-cols-2">
          <nav aria-label="Planets" className="grid grid-cols-2 gap-x-6">
            {ALMANAC.map((item) => (
              <button
                key={item.name}
                type="button"
                aria-pressed={item.name === state.chosen}
                onClick={() => handleChoose(item.name)}
                className={`flex items-baseline gap-3 border-b border-dotted border-[#2b2118] px-2 py-2 text-left text-lg focus-visible:outline-2 focus-visible:outline-[#8a2a1d] ${
                  item.name === state.chosen ? "bg-[#8a2a1d] text-[#fdf8ec]" : "hover:bg-[#ebdfc4]"
                }`}
              >
                <span className="w-9 text-sm">{item.numeral}</span>
                {item.name}
              </button>
            ))}
          </nav>
          <article className="min-h-48 border border-[#2b2118] bg-[#fdf8ec] p-6 text-lg">
            {entry ? (
              <>
                <h2 className="text-2xl">{`${entry.numeral}. ${entry.name}`}</h2>
                <p className="mt-1 italic">{NOTES[entry.name]}</p>
                <hr className="my-3 border-[#2b2118]" />
                <p>{`Year: ${entry.days.toLocaleString("en-US")} days`}</p>
                <p>{`Mean orbital speed: ${entry.speed} km/s`}</p>
                <p>{`Orbits completed: ${Math.floor(day / entry.days)}`}</p>
              </>
            ) : (
              <>
                <h2 className="text-2xl">Choose a planet</h2>
                <p className="mt-2 italic">Turn to its entry in the index and the almanac tells you about its year.</p>
              </>
            )}
          </article>
        </div>
      </main>
    </div>
  );
}
