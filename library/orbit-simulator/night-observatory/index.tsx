import { Pause, Play, RotateCcw, SkipForward, Telescope } from "lucide-react";
import { useEffect, useState, type ChangeEvent } from "react";

type Planet = {
  name: string;
  year: number;
  distance: number;
  diameter: number;
  color: string;
  orbit: number;
  size: number;
  start: number;
};

const planets: Planet[] = [
  { name: "Mercury", year: 88, distance: 58, diameter: 4879, color: "#b8b1a6", orbit: 52, size: 5, start: 20 },
  { name: "Venus", year: 225, distance: 108, diameter: 12104, color: "#f2c879", orbit: 82, size: 8, start: 145 },
  { name: "Earth", year: 365, distance: 150, diameter: 12756, color: "#5aa9ff", orbit: 114, size: 8, start: 262 },
  { name: "Mars", year: 687, distance: 228, diameter: 6792, color: "#ff7a59", orbit: 146, size: 6, start: 40 },
  { name: "Jupiter", year: 4333, distance: 778, diameter: 142984, color: "#e3a876", orbit: 188, size: 17, start: 205 },
  { name: "Saturn", year: 10759, distance: 1432, diameter: 120536, color: "#ead39c", orbit: 230, size: 14, start: 322 },
  { name: "Uranus", year: 30687, distance: 2867, diameter: 51118, color: "#8fe3e0", orbit: 268, size: 11, start: 118 },
  { name: "Neptune", year: 60190, distance: 4515, diameter: 49528, color: "#7c8dff", orbit: 302, size: 11, start: 62 },
];

const stars = Array.from({ length: 70 }, (_, index) => ({
  x: (index * 197 + 31) % 640,
  y: (index * 353 + 87) % 640,
  r: 0.5 + (index % 4) * 0.3,
}));

const FIRST_SPEED = 10;
const STEP_DAYS = 10;
const CENTRE = 320;
const grouped = (value: number) => value.toLocaleString("en-US");

function positionOf(planet: Planet, day: number) {
  const angle = ((planet.start - (day / planet.year) * 360) * Math.PI) / 180;
  return { x: CENTRE + planet.orbit * Math.cos(angle), y: CENTRE + planet.orbit * Math.sin(angle) };
}

export default function OrbitSimulator() {
  const [day, setDay] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(FIRST_SPEED);
  const [chosenName, setChosenName] = useState<string | null>(null);
  const [showOrbits, setShowOrbits] = useState(true);

  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    let previous: number | null = null;
    const advance = (now: number) => {
      const seconds = previous === null ? 0 : Math.min(now - previous, 250) / 1000;
      previous = now;
      setDay((current) => current + seconds * speed);
      frame = requestAnimationFrame(advance);
    };
    frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [playing, speed]);

  const chosen = planets.find((planet) => planet.name === chosenName) ?? null;
  const completed = chosen ? Math.floor(day / chosen.year) : 0;
  const progress = chosen ? Math.round(((day % chosen.year) / chosen.year) * 100) : 0;

  const handleStep = () => setDay((current) => current + STEP_DAYS);
  const handleSpeed = (event: ChangeEvent<HTMLInputElement>) => setSpeed(Number(event.target.value));
  const handleChoose = (name: string) => setChosenName((current) => (current === name ? null : name));
  const handleReset = () => {
    setPlaying(false);
    setDay(0);
    setSpeed(FIRST_SPEED);
  };

  return (
    <main className="min-h-screen bg-slate-950 text-slate-100 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-label="Simulation" className="flex flex-col items-center gap-4 p-4 sm:p-6">
        <svg
          role="img"
          aria-label="Solar system"
          viewBox="0 0 640 640"
          className="aspect-square w-full max-w-[min(40rem,calc(100vh-10rem))] min-w-0"
        >
          <defs>
            <radialGradient id="sun-glow">
              <stop offset="35%" stopColor="#ffc53d" />
              <stop offset="100%" stopColor="#ffc53d" stopOpacity="0" />
            </radialGradient>
          </defs>
          {stars.map((star) => (
            <circle key={`${star.x}-${star.y}`} cx={star.x} cy={star.y} r={star.r} fill="#94a3b8" opacity={0.5} />
          ))}
          {showOrbits &&
            planets.map((planet) => (
              <circle
                key={planet.name}
                cx={CENTRE}
                cy={CENTRE}
                r={planet.orbit}
                fill="none"
                stroke={planet.name === chosenName ? planet.color : "#475569"}
                strokeWidth={planet.name === chosenName ? 2 : 1}
              />
            ))}
          <circle cx={CENTRE} cy={CENTRE} r={44} fill="url(#sun-glow)" />
          <circle cx={CENTRE} cy={CENTRE} r={20} fill="#ffd666" />
          {planets.map((planet) => {
            const { x, y } = positionOf(planet, day);
            return (
              <g key={planet.name} className="cursor-pointer" onClick={() => handleChoose(planet.name)}>
                {planet.name === chosenName && (
                  <circle cx={x} cy={y} r={planet.size + 6} fill="none" stroke="#ffffff" strokeDasharray="4 3" />
                )}
                {planet.name === "Saturn" && (
                  <ellipse cx={x} cy={y} rx={24} ry={7} fill="none" stroke={planet.color} strokeWidth={3} />
                )}
                <circle cx={x} cy={y} r={planet.size} fill={planet.color} />
                <text
                  x={x}
                  y={y - planet.size - 9}
                  textAnchor="middle"
                  fill="#cbd5e1"
                  className="text-[20px] sm:text-[13px]"
                >
                  {planet.name}
                </text>
              </g>
            );
          })}
        </svg>

        <div className="flex w-full max-w-2xl flex-wrap items-center justify-center gap-x-5 gap-y-3 rounded-2xl border border-slate-800 bg-slate-900 px-4 py-3">
          <div className="flex gap-2">
            <button
              type="button"
              onClick={() => setPlaying((current) => !current)}
              className="flex w-28 items-center justify-center gap-2 rounded-xl bg-amber-300 px-4 py-2.5 font-semibold text-slate-950 hover:bg-amber-200 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-amber-200"
            >
              {playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
              {playing ? "Pause" : "Play"}
            </button>
            <button
              type="button"
              onClick={handleStep}
              disabled={playing}
              className="flex items-center gap-2 rounded-xl border border-slate-700 px-3 py-2.5 font-medium hover:bg-slate-800 focus-visible:outline-2 focus-visible:outline-amber-200 disabled:cursor-not-allowed disabled:opacity-40"
            >
              <SkipForward size={16} aria-hidden />
              Step
            </button>
            <button
              type="button"
              onClick={handleReset}
              className="flex items-center gap-2 rounded-xl border border-slate-700 px-3 py-2.5 font-medium hover:bg-slate-800 focus-visible:outline-2 focus-visible:outline-amber-200"
            >
              <RotateCcw size={16} aria-hidden />
              Reset
            </button>
          </div>
          <div className="flex min-w-48 flex-1 items-center gap-3">
            <label htmlFor="speed" className="text-sm text-slate-300">
              Speed
            </label>
            <input
              id="speed"
              type="range"
              min={5}
              max={100}
              step={5}
              value={speed}
              onChange={handleSpeed}
              className="min-w-0 flex-1 accent-amber-300"
            />
            <output htmlFor="speed" className="w-20 text-right text-sm tabular-nums text-amber-200">
              {`${speed} days/s`}
            </output>
          </div>
        </div>
      </section>

      <aside className="flex flex-col gap-6 border-t border-slate-800 bg-slate-900 p-6 lg:border-t-0 lg:border-l">
        <header>
          <h1 className="flex items-center gap-3 text-2xl font-semibold tracking-tight">
            <Telescope size={26} className="text-amber-300" aria-hidden />
            Orbit simulator
          </h1>
          <p className="mt-2 text-sm leading-relaxed text-slate-300">
            The farther a planet is from the Sun, the longer its path and the slower its journey.
          </p>
        </header>

        <p className="rounded-2xl bg-slate-950 px-4 py-3 text-lg text-slate-300">
          Elapsed: <strong className="text-2xl text-white tabular-nums">{grouped(Math.floor(day))}</strong> days
        </p>

        <section aria-labelledby="planets-heading">
          <h2 id="planets-heading" className="mb-3 text-sm font-medium text-slate-300">
            Planets
          </h2>
          <div className="grid grid-cols-2 gap-2">
            {planets.map((planet) => (
              <button
                key={planet.name}
                type="button"
                aria-pressed={planet.name === chosenName}
                onClick={() => handleChoose(planet.name)}
                className={`flex items-center gap-2.5 rounded-xl border px-3 py-2 text-left focus-visible:outline-2 focus-visible:outline-amber-200 ${
                  planet.name === chosenName ? "border-amber-300 bg-slate-800" : "border-slate-700 hover:bg-slate-800"
                }`}
              >
                <span className="size-3.5 rounded-full" style={{ backgroundColor: planet.color }} />
                {planet.name}
              </button>
            ))}
          </div>
          <label className="mt-4 flex w-fit items-center gap-2.5 text-sm text-slate-200">
            <input
              type="checkbox"
              checked={showOrbits}
              onChange={(event) => setShowOrbits(event.target.checked)}
              className="size-4 accent-amber-300"
            />
            Show orbits
          </label>
        </section>

        <section aria-label="Facts" className="min-h-52 rounded-2xl border border-slate-700 p-5">
          {chosen ? (
            <>
              <h2 className="text-xl font-semibold" style={{ color: chosen.color }}>
                {chosen.name}
              </h2>
              <ul className="mt-3 flex flex-col gap-1.5 text-slate-200">
                <li>{`Year: ${grouped(chosen.year)} days`}</li>
                <li>{`Distance from the Sun: ${grouped(chosen.distance)} million km`}</li>
                <li>{`Diameter: ${grouped(chosen.diameter)} km`}</li>
                <li>{`Orbits completed: ${completed}`}</li>
              </ul>
              <div className="mt-4 h-2 overflow-hidden rounded-full bg-slate-800">
                <div className="h-full rounded-full" style={{ width: `${progress}%`, backgroundColor: chosen.color }} />
              </div>
              <p className="mt-2 text-sm text-slate-300">{`${progress}% of the current orbit`}</p>
            </>
          ) : (
            <>
              <h2 className="text-xl font-semibold text-slate-200">Choose a planet</h2>
              <p className="mt-2 text-sm leading-relaxed text-slate-300">
                Pick a name above or a planet in the picture to see how long its year is.
              </p>
            </>
          )}
        </section>
      </aside>
    </main>
  );
}
