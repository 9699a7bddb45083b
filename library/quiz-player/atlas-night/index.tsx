import { useReducer, useRef, type KeyboardEvent } from "react";

type Stop = { land: string; capital: string; decoys: string[]; lat: number; lon: number };

const ROUTE: readonly Stop[] = [
  { land: "Australia", capital: "Canberra", decoys: ["Sydney", "Darwin", "Hobart"], lat: -35.3, lon: 149.1 },
  { land: "Canada", capital: "Ottawa", decoys: ["Toronto", "Winnipeg", "Halifax"], lat: 45.4, lon: -75.7 },
  { land: "Turkey", capital: "Ankara", decoys: ["Istanbul", "Adana", "Trabzon"], lat: 39.9, lon: 32.9 },
  { land: "Morocco", capital: "Rabat", decoys: ["Casablanca", "Oujda", "Essaouira"], lat: 34, lon: -6.8 },
  { land: "Vietnam", capital: "Hanoi", decoys: ["Ho Chi Minh City", "Nha Trang", "Da Lat"], lat: 21, lon: 105.8 },
];
const ABOUT: Record<string, string> = {
  Australia: "Inland, between Sydney and Melbourne.",
  Canada: "On a river between two provinces.",
  Turkey: "High on the Anatolian plateau.",
  Morocco: "On the Atlantic, north of the biggest city.",
  Vietnam: "In the north, on the Red River.",
};
const SLOTS = [2, 0, 3, 1, 2];
const HINTS_PER_TRIP = 2;

type Leg = { stop: Stop; picked: string; sure: boolean; hinted: boolean };
type Trip = { screen: "home" | "travel" | "arrived"; legs: Leg[]; at: number; hints: number };
type Move =
  | { do: "depart"; stops: readonly Stop[] }
  | { do: "pick"; city: string }
  | { do: "check" }
  | { do: "hint" }
  | { do: "onward" };

const home: Trip = { screen: "home", legs: [], at: 0, hints: HINTS_PER_TRIP };

function travel(trip: Trip, move: Move): Trip {
  const amend = (patch: Partial<Leg>): Trip => ({
    ...trip,
    legs: trip.legs.map((leg, index) => (index === trip.at ? { ...leg, ...patch } : leg)),
  });
  switch (move.do) {
    case "depart":
      return {
        ...home,
        screen: "travel",
        legs: move.stops.map((stop) => ({ stop, picked: "", sure: false, hinted: false })),
      };
    case "pick":
      return amend({ picked: move.city });
    case "check":
      return amend({ sure: true });
    case "hint": {
      const leg = trip.legs[trip.at];
      const keep = leg !== undefined && !leg.stop.decoys.slice(1).includes(leg.picked);
      return { ...amend(keep ? { hinted: true } : { hinted: true, picked: "" }), hints: trip.hints - 1 };
    }
    case "onward":
      return trip.at + 1 < trip.legs.length ? { ...trip, at: trip.at + 1 } : { ...trip, screen: "arrived" };
  }
}

function citiesOf(leg: Leg): string[] {
  const slot = SLOTS[ROUTE.indexOf(leg.stop)] ?? 0;
  const decoys = leg.hinted ? leg.stop.decoys.slice(0, 1) : leg.stop.decoys;
  return [...decoys.slice(0, slot), leg.stop.capital, ...decoys.slice(slot)];
}

const RAD = Math.PI / 180;

/** Orthographic view of a point on a globe turned towards (lat0, lon0); null on the far side. */
function project(lat: number, lon: number, lat0: number, lon0: number) {
  const turn = (lon - lon0) * RAD;
  const [p, p0] = [lat * RAD, lat0 * RAD];
  const facing = Math.sin(p0) * Math.sin(p) + Math.cos(p0) * Math.cos(p) * Math.cos(turn);
  if (facing < 0) return null;
  const up = Math.cos(p0) * Math.sin(p) - Math.sin(p0) * Math.cos(p) * Math.cos(turn);
  return { x: 200 + 185 * Math.cos(p) * Math.sin(turn), y: 200 - 185 * up };
}

/** Land as dots: for each latitude, pairs of western and eastern longitude. */
const LAND: readonly [number, number[]][] = [
  [72, [-120, -80, -52, -24, 70, 140]],
  [66, [-165, -65, -52, -40, 14, 175]],
  [60, [-160, -68, 6, 10, 22, 165]],
  [54, [-130, -58, -8, 0, 9, 140, 158, 160]],
  [48, [-124, -56, -2, 140]],
  [42, [-123, -72, -8, 0, 12, 46, 54, 130]],
  [36, [-121, -77, -5, 9, 30, 118, 137, 139]],
  [30, [-115, -83, -9, 48, 52, 121]],
  [24, [-106, -99, -15, 56, 70, 118]],
  [18, [-102, -93, -16, 54, 74, 84, 95, 106]],
  [12, [-86, -84, -16, 44, 76, 79, 99, 109]],
  [6, [-77, -55, -8, 46, 80, 81, 101, 103, 116, 118]],
  [0, [-79, -51, 10, 42, 101, 117, 132, 134]],
  [-6, [-80, -36, 13, 38, 105, 108, 138, 146]],
  [-12, [-76, -39, 14, 39, 132, 143]],
  [-18, [-70, -41, 13, 36, 46, 49, 123, 146]],
  [-24, [-70, -44, 15, 34, 114, 150]],
  [-30, [-71, -52, 18, 30, 116, 152]],
  [-36, [-73, -57, 20, 22, 137, 150, 174, 176]],
  [-42, [-73, -65, 146, 148, 171, 173]],
  [-50, [-74, -69]],
];

const landDots = LAND.flatMap(([lat, spans]) =>
  spans.flatMap((west, index) => {
    const east = spans[index + 1];
    if (index % 2 === 1 || east === undefined) return [];
    const gap = 5 / Math.cos(lat * RAD);
    return Array.from({ length: Math.floor((east - west) / gap) + 1 }, (_, dot) => ({ lat, lon: west + dot * gap }));
  }),
);

function Globe({ stop }: { stop: Stop | undefined }) {
  const tilt = stop ? stop.lat * 0.6 : 18;
  const spin = stop ? stop.lon - 14 : 40;
  const pin = stop && project(stop.lat, stop.lon, tilt, spin);
  return (
    <figure className="mx-auto w-full max-w-72 md:max-w-md">
      <svg viewBox="0 0 400 400" aria-hidden="true" className="w-full">
        <circle cx="200" cy="200" r="190" fill="#0a2f3a" stroke="#2dd4bf" strokeWidth="2" />
        {landDots.map(({ lat, lon }) => {
          const dot = project(lat, lon, tilt, spin);
          return (
            dot && <circle key={`${lat} ${lon}`} cx={dot.x} cy={dot.y} r="4.2" fill="#5eead4" fillOpacity="0.75" />
          );
        })}
        {pin && <circle cx={pin.x} cy={pin.y} r="17" fill="none" stroke="#fb923c" strokeWidth="3" />}
        {pin && <circle cx={pin.x} cy={pin.y} r="7" fill="#fb923c" />}
      </svg>
      <figcaption className="mt-3 text-center text-sm text-teal-100">
        {stop ? `You are looking at ${stop.land}` : "Five stops around the world"}
      </figcaption>
    </figure>
  );
}

const solid =
  "rounded-lg bg-orange-400 px-6 py-3 font-semibold text-slate-950 hover:bg-orange-300 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-orange-200 disabled:cursor-not-allowed disabled:opacity-40";
const line =
  "rounded-lg border border-teal-300 px-6 py-3 font-semibold text-teal-50 hover:bg-teal-900 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-orange-200 disabled:cursor-not-allowed disabled:opacity-40";

export default function NightAtlas() {
  const [trip, dispatch] = useReducer(travel, home);
  const groupRef = useRef<HTMLDivElement>(null);
  const leg = trip.legs[trip.at];
  const score = trip.legs.filter((each) => each.sure && each.picked === each.stop.capital).length;
  const missed = trip.legs.filter((each) => each.picked !== each.stop.capital).map((each) => each.stop);
  const place = leg && trip.screen === "travel" ? leg.stop : undefined;

  const handleArrows = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || !leg || leg.sure) return;
    event.preventDefault();
    const cities = citiesOf(leg);
    const next = (Math.max(cities.indexOf(leg.picked), step > 0 ? -1 : 0) + step + cities.length) % cities.length;
    dispatch({ do: "pick", city: cities[next] ?? "" });
    groupRef.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <main className="grid min-h-screen content-center gap-8 bg-[#061b24] p-5 text-teal-50 md:grid-cols-2 md:items-center md:gap-12 md:p-12">
      <Globe stop={place} />

      <div className="mx-auto w-full max-w-lg">
        {trip.screen === "home" && (
          <>
            <h1 className="text-4xl leading-tight font-light md:text-5xl">Night flight to five capitals</h1>
            <p className="mt-5 text-lg text-teal-100">
              Each stop shows a country. Select its capital among four cities and do not be fooled by the biggest one.
              Two hints are on board.
            </p>
            <button type="button" className={`${solid} mt-8`} onClick={() => dispatch({ do: "depart", stops: ROUTE })}>
              Start
            </button>
          </>
        )}

        {trip.screen === "travel" && leg && (
          <>
            <div className="flex flex-wrap gap-x-8 gap-y-1 border-b border-teal-800 pb-3 text-teal-100">
              <p>{`Question ${trip.at + 1} of ${trip.legs.length}`}</p>
              <p>{`Score: ${score}`}</p>
              <p>{`Hints left: ${trip.hints}`}</p>
            </div>
            <h1 id="stop" className="mt-6 text-3xl font-light">
              {`The capital of ${leg.stop.land} is …`}
            </h1>
            <div
              ref={groupRef}
              role="radiogroup"
              aria-labelledby="stop"
              onKeyDown={handleArrows}
              className="mt-6 flex flex-col gap-2.5"
            >
              {citiesOf(leg).map((city, index) => {
                const picked = city === leg.picked;
                const shade =
                  leg.sure && city === leg.stop.capital
                    ? "border-emerald-300 bg-emerald-900"
                    : leg.sure && picked
                      ? "border-rose-300 bg-rose-950"
                      : picked
                        ? "border-orange-300 bg-teal-900"
                        : "border-teal-800 enabled:hover:border-teal-400";
                return (
                  <button
                    key={city}
                    type="button"
                    role="radio"
                    aria-checked={picked}
                    disabled={leg.sure}
                    tabIndex={picked || (leg.picked === "" && index === 0) ? 0 : -1}
                    onClick={() => dispatch({ do: "pick", city })}
                    className={`flex items-center gap-4 rounded-lg border-2 px-4 py-3 text-left text-lg focus-visible:outline-2 focus-visible:outline-orange-200 ${shade}`}
                  >
                    <span
                      className={`size-4 rounded-full border-2 ${picked ? "border-orange-300 bg-orange-300" : "border-teal-300"}`}
                    />
                    {city}
                  </button>
                );
              })}
            </div>
            <div aria-live="polite" className="mt-4 min-h-14">
              {leg.sure && (
                <p className="text-lg">
                  {leg.picked === leg.stop.capital ? "Well done! " : `Not quite. The answer is ${leg.stop.capital}. `}
                  <span className="text-teal-100">{ABOUT[leg.stop.land]}</span>
                </p>
              )}
            </div>
            <div className="mt-2 flex flex-wrap gap-3">
              {leg.sure ? (
                <button type="button" className={solid} onClick={() => dispatch({ do: "onward" })}>
                  {trip.at + 1 === trip.legs.length ? "See results" : "Next"}
                </button>
              ) : (
                <button
                  type="button"
                  className={solid}
                  disabled={!leg.picked}
                  onClick={() => dispatch({ do: "check" })}
                >
                  Check
                </button>
              )}
              <button
                type="button"
                className={line}
                disabled={leg.sure || leg.hinted || trip.hints === 0}
                onClick={() => dispatch({ do: "hint" })}
              >
                Hint
              </button>
            </div>
          </>
        )}

        {trip.screen === "arrived" && (
          <>
            <h1 className="text-4xl font-light">{`You scored ${score} of ${trip.legs.length}`}</h1>
            <ol className="mt-6 border-t border-teal-800">
              {trip.legs.map(({ stop, picked }) => (
                <li key={stop.land} className="flex flex-wrap justify-between gap-x-4 border-b border-teal-800 py-2.5">
                  <span>{`${stop.land}: ${stop.capital}`}</span>
                  <span className={picked === stop.capital ? "text-emerald-300" : "text-rose-200"}>
                    {picked === stop.capital ? "right" : `you said ${picked}`}
                  </span>
                </li>
              ))}
            </ol>
            <div className="mt-8 flex flex-wrap gap-3">
              {missed.length > 0 && (
                <button type="button" className={solid} onClick={() => dispatch({ do: "depart", stops: missed })}>
                  Practise mistakes
                </button>
              )}
              <button type="button" className={line} onClick={() => dispatch({ do: "depart", stops: ROUTE })}>
                Try again
              </button>
            </div>
          </>
        )}
      </div>
    </main>
  );
}
