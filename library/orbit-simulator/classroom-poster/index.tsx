import { useEffect, useMemo, useRef, useState } from "react";

interface World {
  name: string;
  yearDays: number;
  fill: string;
  across: number;
  away: number;
  begin: number;
}

const WORLDS: readonly World[] = [
  { name: "Mercury", yearDays: 88, fill: "#9a8f86", across: 3.2, away: 8.5, begin: 300 },
  { name: "Venus", yearDays: 225, fill: "#e8a33d", across: 4.4, away: 13.5, begin: 80 },
  { name: "Earth", yearDays: 365, fill: "#2f7de1", across: 4.6, away: 18.5, begin: 190 },
  { name: "Mars", yearDays: 687, fill: "#d9482b", across: 3.8, away: 23.5, begin: 20 },
  { name: "Jupiter", yearDays: 4333, fill: "#c98b5e", across: 8, away: 29.8, begin: 245 },
  { name: "Saturn", yearDays: 10759, fill: "#d8b54a", across: 7, away: 36, begin: 130 },
  { name: "Uranus", yearDays: 30687, fill: "#3fb8b0", across: 5.8, away: 41.6, begin: 335 },
  { name: "Neptune", yearDays: 60190, fill: "#4257c9", across: 5.8, away: 46.4, begin: 60 },
];

const FUN_FACTS: Record<string, string> = {
  Mercury: "You would have four birthdays in one Earth year!",
  Venus: "It spins so slowly that its day outlasts its year.",
  Earth: "Home! Every birthday is one more trip around the Sun.",
  Mars: "A ten-year-old would only be five on Mars.",
  Jupiter: "The giant needs almost twelve Earth years.",
  Saturn: "Your grandparents may be just two Saturn years old.",
  Uranus: "Hardly anybody lives for one Uranus year.",
  Neptune: "Found in 1846, it finished its next lap in 2011.",
};

const START_PACE = 10;
const wholeLaps = (day: number, world: World) => Math.floor(day / world.yearDays);
const lapShare = (day: number, world: World) => (day % world.yearDays) / world.yearDays;

function useSimulatedDays(running: boolean, pace: number) {
  const [days, setDays] = useState(0);
  const paceRef = useRef(pace);
  useEffect(() => {
    paceRef.current = pace;
  }, [pace]);

  useEffect(() => {
    if (!running) return undefined;
    let handle = 0;
    let before: number | undefined;
    const loop = (now: number) => {
      const elapsed = Math.min(now - (before ?? now), 250);
      before = now;
      setDays((value) => value + (elapsed * paceRef.current) / 1000);
      handle = window.requestAnimationFrame(loop);
    };
    handle = window.requestAnimationFrame(loop);
    return () => window.cancelAnimationFrame(handle);
  }, [running]);

  return [days, setDays] as const;
}

function Sky({ days, rings, picked }: { days: number; rings: boolean; picked: World | undefined }) {
  return (
    <div
      role="img"
      aria-label="Solar system"
      className="relative aspect-square w-full overflow-hidden rounded-[2rem] border-4 border-black bg-[#1b2a6b]"
    >
      {WORLDS.map((world) => (
        <div
          key={world.name}
          className={`absolute rounded-full ${
            !rings
              ? "border-0"
              : world === picked
                ? "border-4 border-yellow-300"
                : "border-2 border-dashed border-[#6f82d6]"
          }`}
          style={{
            inset: `${50 - world.away}%`,
            transform: `rotate(${world.begin - (days / world.yearDays) * 360}deg)`,
          }}
        >
          <span
            className={`absolute rounded-full border-2 ${world === picked ? "border-yellow-300" : "border-black"}`}
            style={{
              width: `${(world.across / world.away) * 50}%`,
              aspectRatio: "1",
              left: "50%",
              top: 0,
              transform: "translate(-50%, -50%)",
              backgroundColor: world.fill,
            }}
          />
        </div>
      ))}
      <div className="absolute inset-[45.2%] rounded-full border-2 border-black bg-yellow-300" />
    </div>
  );
}

export default function YearRace() {
  const [running, setRunning] = useState(false);
  const [pace, setPace] = useState(START_PACE);
  const [rings, setRings] = useState(true);
  const [pickedName, setPickedName] = useState("");
  const [days, setDays] = useSimulatedDays(running, pace);

  const picked = useMemo(() => WORLDS.find((world) => world.name === pickedName), [pickedName]);
  const totalLaps = WORLDS.reduce((sum, world) => sum + wholeLaps(days, world), 0);

  function jumpAhead() {
    setDays((value) => value + 10);
  }

  function startOver() {
    setRunning(false);
    setDays(0);
    setPace(START_PACE);
  }

  function pick(name: string) {
    setPickedName((current) => (current === name ? "" : name));
  }

  const chunky =
    "rounded-full border-4 border-black px-4 py-2 text-base font-extrabold sm:px-5 sm:text-lg shadow-[0_4px_0_#000] focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-700 motion-safe:active:translate-y-1 disabled:cursor-not-allowed disabled:bg-neutral-200 disabled:text-neutral-500 disabled:shadow-none";

  return (
    <main className="min-h-screen bg-[#ffe9b8] p-4 text-black sm:p-6 lg:p-8">
      <div className="mx-auto grid max-w-6xl gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-5">
          <header className="flex flex-wrap items-end justify-between gap-2">
            <h1 className="text-4xl font-black tracking-tight">The great year race</h1>
            <p className="rounded-full border-4 border-black bg-white px-4 py-1 text-lg font-bold">
              {`Elapsed: ${Math.floor(days).toLocaleString("en-US")} days`}
            </p>
          </header>
          <Sky days={days} rings={rings} picked={picked} />
        </div>

        <div className="flex flex-col gap-5">
          <section aria-label="Controls" className="rounded-[2rem] border-4 border-black bg-[#8fd3ff] p-5">
            <div className="flex flex-wrap gap-2 sm:gap-3">
              <button
                type="button"
                onClick={() => setRunning((value) => !value)}
                className={`${chunky} min-w-24 ${running ? "bg-orange-300" : "bg-lime-300"}`}
              >
                {running ? "Pause" : "Play"}
              </button>
              <button type="button" onClick={jumpAhead} disabled={running} className={`${chunky} bg-white`}>
                Step
              </button>
              <button type="button" onClick={startOver} className={`${chunky} bg-white`}>
                Reset
              </button>
            </div>
            <div className="mt-5 flex flex-wrap items-center gap-3 font-bold sm:text-lg">
              <label htmlFor="pace">Speed</label>
              <input
                id="pace"
                type="range"
                min="5"
                max="100"
                step="5"
                value={pace}
                onChange={(event) => setPace(Number(event.target.value))}
                className="min-w-20 flex-1 accent-black"
              />
              <span className="w-24 text-right">{`${pace} days/s`}</span>
            </div>
            <label className="mt-3 flex w-fit items-center gap-3 text-lg font-bold">
              <input
                type="checkbox"
                checked={rings}
                onChange={() => setRings((value) => !value)}
                className="size-5 accent-black"
              />
              Show orbits
            </label>
          </section>

          <section aria-label="Facts" className="min-h-40 rounded-[2rem] border-4 border-black bg-white p-5 text-lg">
            {picked ? (
              <>
                <h2 className="text-2xl font-black">{picked.name}</h2>
                <p className="mt-1">{FUN_FACTS[picked.name]}</p>
                <p className="mt-3 flex flex-wrap gap-x-6 font-bold">
                  <span>{`Year: ${picked.yearDays.toLocaleString("en-US")} days`}</span>
                  <span>{`Orbits completed: ${wholeLaps(days, picked)}`}</span>
                </p>
              </>
            ) : (
              <>
                <h2 className="text-2xl font-black">Choose a planet</h2>
                <p className="mt-1">Tap a racer below and its orbit lights up in yellow.</p>
              </>
            )}
          </section>

          <section aria-labelledby="race" className="rounded-[2rem] border-4 border-black bg-white p-5">
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
              <h2 id="race" className="text-xl font-black">
                The race of years
              </h2>
              <p className="font-bold">{totalLaps === 1 ? "1 birthday so far" : `${totalLaps} birthdays so far`}</p>
            </div>
            <ul className="flex flex-col gap-1.5">
              {WORLDS.map((world) => (
                <li key={world.name} className="flex items-center gap-3">
                  <button
                    type="button"
                    aria-pressed={world === picked}
                    onClick={() => pick(world.name)}
                    className={`flex w-32 items-center gap-2 rounded-full border-2 border-black px-3 py-0.5 font-bold focus-visible:outline-4 focus-visible:outline-blue-700 ${
                      world === picked ? "bg-yellow-300" : "bg-white hover:bg-yellow-100"
                    }`}
                  >
                    <span className="size-3 rounded-full border border-black" style={{ backgroundColor: world.fill }} />
                    {world.name}
                  </button>
                  <span className="h-5 flex-1 overflow-hidden rounded-full border-2 border-black bg-neutral-100">
                    <span
                      className="block h-full"
                      style={{ width: `${lapShare(days, world) * 100}%`, backgroundColor: world.fill }}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
}
