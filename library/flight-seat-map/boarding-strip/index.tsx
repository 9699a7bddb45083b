import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";

type Fare = { name: string; price: number; rows: number[]; mark: string };
type Place = { code: string; fare: Fare; taken: boolean };

const EVERY_FARE = "All classes";
const FARES: Fare[] = [
  { name: "Front", price: 60, rows: [1, 2], mark: "bg-[#ffd1cc]" },
  { name: "Legroom", price: 40, rows: [5], mark: "bg-[#ffe9a3]" },
  { name: "Standard", price: 20, rows: [3, 4, 6, 7, 8], mark: "bg-white" },
];
const OCCUPIED = new Set(["1A", "2C", "3B", "3D", "4A", "5C", "6B", "6C", "7D", "8A"]);
const CABIN: Place[][] = [1, 2, 3, 4, 5, 6, 7, 8].map((row) =>
  FARES.filter((fare) => fare.rows.includes(row)).flatMap((fare) =>
    ["A", "B", "C", "D"].map((letter) => ({ code: row + letter, fare, taken: OCCUPIED.has(row + letter) })),
  ),
);
const PLACES = CABIN.flat();
const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const RED = "#c8102e";
const ring = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#c8102e]";

/** The nearest enabled seat that lies in this direction on the screen, whichever way the plane is drawn. */
function neighbourOf(from: HTMLElement, all: HTMLElement[], [dx, dy]: [number, number]): HTMLElement | null {
  const start = from.getBoundingClientRect();
  let best: HTMLElement | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const seat of all) {
    const box = seat.getBoundingClientRect();
    const [x, y] = [box.left - start.left, box.top - start.top];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead > 1 && aside < 2 && ahead < shortest) {
      shortest = ahead;
      best = seat;
    }
  }
  return best;
}

function seatWord(count: number): string {
  return count === 1 ? "seat" : "seats";
}

type SeatProps = { place: Place; isMine: boolean; isOff: boolean; onPress: () => void };

function SeatButton({ place, isMine, isOff, onPress }: SeatProps) {
  const { code, fare, taken } = place;
  const colour = isMine
    ? "bg-black text-white"
    : taken
      ? "bg-[#d9d9d9] text-[#595959]"
      : `${fare.mark} hover:bg-black hover:text-white`;
  return (
    <button
      type="button"
      aria-label={taken ? `Seat ${code}, taken` : `Seat ${code}, ${fare.name}, €${fare.price}`}
      aria-pressed={isMine}
      disabled={isOff}
      onClick={onPress}
      className={`h-11 w-full border-2 border-black text-sm font-bold transition-colors disabled:border-[#b0b0b0] disabled:text-[#8a8a8a] disabled:hover:bg-transparent ${isOff && !isMine ? "bg-transparent" : colour} ${ring} md:h-16`}
    >
      {taken ? <span className="line-through">{code}</span> : code}
    </button>
  );
}

export default function BoardingStrip() {
  const [travellers, setTravellers] = useState(2);
  const [mine, setMine] = useState<Place[]>([]);
  const [fareName, setFareName] = useState(EVERY_FARE);
  const [refusal, setRefusal] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  const planeRef = useRef<HTMLDivElement>(null);

  const offered = PLACES.filter((place) => fareName === EVERY_FARE || place.fare.name === fareName);
  const free = offered.filter((place) => !place.taken && !mine.includes(place)).length;
  const total = mine.reduce((sum, place) => sum + place.fare.price, 0);
  const codes = mine.map((place) => place.code).sort();

  function handlePress(place: Place) {
    setRefusal("");
    if (place.taken) {
      setRefusal(`Seat ${place.code} is taken`);
      return;
    }
    if (mine.includes(place)) {
      setMine(mine.filter((one) => one !== place));
      return;
    }
    if (mine.length >= travellers) {
      setRefusal(`You can choose only ${travellers} ${seatWord(travellers)}`);
      return;
    }
    setMine([...mine, place]);
  }

  function handleTravellers(count: number) {
    setTravellers(count);
    setMine((before) => before.slice(0, count));
    setRefusal("");
  }

  function handleKey(event: KeyboardEvent) {
    const direction = DIRECTIONS[event.key];
    const plane = planeRef.current;
    if (!direction || !plane || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    neighbourOf(event.target, [...plane.querySelectorAll<HTMLElement>("button:enabled")], direction)?.focus();
  }

  function handleClear() {
    setMine([]);
    setRefusal("");
  }

  function chooseFare(name: string) {
    setFareName(name);
    setRefusal("");
  }

  return (
    <main className="min-h-dvh bg-[#f1f1ee] px-4 py-6 font-[family-name:Helvetica,Arial,sans-serif] text-black sm:px-8">
      <div className="mx-auto max-w-6xl">
        <header className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
          <h1 className="text-4xl leading-none font-bold tracking-tighter sm:text-5xl">Choose your place</h1>
          <label className="flex items-center gap-3 font-bold">
            Passengers
            <select
              className={`h-11 w-20 border-2 border-black bg-white px-2 disabled:text-[#6b6b6b] ${ring}`}
              value={travellers}
              disabled={confirmed}
              onChange={(event) => handleTravellers(Number(event.target.value))}
            >
              {[1, 2, 3, 4].map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
        </header>

        <fieldset disabled={confirmed} className="mt-5 flex flex-wrap items-center gap-x-7 gap-y-1">
          <legend className="sr-only">Legend</legend>
          {[EVERY_FARE, ...FARES.map((fare) => fare.name)].map((name) => {
            const fare = FARES.find((one) => one.name === name);
            return (
              <label key={name} className="flex min-h-10 cursor-pointer items-center gap-2">
                <input
                  type="radio"
                  name="fare"
                  className="size-5 accent-[#c8102e]"
                  checked={fareName === name}
                  onChange={() => chooseFare(name)}
                />
                {fare && <span aria-hidden="true" className={`size-5 border-2 border-black ${fare.mark}`} />}
                {name} {fare && <b>€{fare.price}</b>}
              </label>
            );
          })}
          <p aria-live="polite" className="font-bold md:ml-auto">{`${free} ${seatWord(free)} free`}</p>
        </fieldset>

        <div className="mx-auto mt-4 max-w-80 rounded-t-[10rem] rounded-b-3xl bg-white px-7 pt-24 pb-8 md:max-w-none md:rounded-l-[13rem] md:rounded-tr-[3rem] md:rounded-br-[3rem] md:py-5 md:pr-12 md:pl-40">
          <div
            ref={planeRef}
            role="group"
            aria-label="Seat map"
            onKeyDown={handleKey}
            className="flex flex-col gap-2.5 md:flex-row md:gap-4"
          >
            {CABIN.map((row, index) => (
              <div
                key={index}
                className="grid flex-1 grid-cols-[1fr_1fr_1.5rem_1fr_1fr] items-center gap-1.5 md:grid-cols-1 md:grid-rows-[auto_auto_2.25rem_auto_auto]"
              >
                {row.map((place, column) => (
                  <div key={place.code} className="contents">
                    {column === 2 && <p className="text-center text-sm font-bold text-[#595959]">{index + 1}</p>}
                    <SeatButton
                      place={place}
                      isMine={mine.includes(place)}
                      isOff={confirmed || !offered.includes(place)}
                      onPress={() => handlePress(place)}
                    />
                  </div>
                ))}
              </div>
            ))}
          </div>
        </div>

        <section aria-label="Boarding pass" className="mt-5 grid bg-white md:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="border-t-[14px] px-6 py-5" style={{ borderColor: RED }}>
            <p className="text-sm font-bold">Boarding pass</p>
            <ul className="mt-3 flex min-h-16 flex-wrap gap-x-8 gap-y-3">
              {mine.length === 0 && (
                <li className="text-[#595959]">Nothing chosen yet. Press a free place in the cabin.</li>
              )}
              {mine.map((place) => (
                <li key={place.code}>
                  <p className="text-4xl leading-none font-bold tracking-tighter">{place.code}</p>
                  <p className="mt-1 text-sm">
                    {place.fare.name} €{place.fare.price}
                  </p>
                </li>
              ))}
            </ul>
            <p role="status" className="min-h-6 font-bold" style={{ color: confirmed ? "#000000" : RED }}>
              {confirmed ? `Seats confirmed: ${codes.join(", ")}` : refusal}
            </p>
          </div>
          <div className="border-t-[14px] border-black px-6 py-5 md:border-l-4 md:border-l-[#f1f1ee] md:[border-left-style:dotted]">
            <div aria-live="polite">
              <p>{`Seats chosen: ${mine.length} of ${travellers}`}</p>
              <p className="text-3xl font-bold tracking-tight">{`Total: €${total}`}</p>
            </div>
            <div className="mt-3 flex gap-3">
              {confirmed ? (
                <button
                  type="button"
                  onClick={() => setConfirmed(false)}
                  className={`h-12 grow border-2 border-black font-bold hover:bg-[#f1f1ee] ${ring}`}
                >
                  Change
                </button>
              ) : (
                <button
                  type="button"
                  disabled={mine.length !== travellers}
                  onClick={() => {
                    setRefusal("");
                    setConfirmed(true);
                  }}
                  className={`h-12 grow bg-[#c8102e] font-bold text-white transition-colors hover:bg-black disabled:bg-[#d9d9d9] disabled:text-[#6b6b6b] ${ring}`}
                >
                  Confirm
                </button>
              )}
              <button
                type="button"
                disabled={confirmed || mine.length === 0}
                onClick={handleClear}
                className={`h-12 px-4 font-bold underline underline-offset-4 disabled:text-[#767676] disabled:no-underline ${ring}`}
              >
                Clear
              </button>
            </div>
          </div>
        </section>
      </div>
    </main>
  );
}
