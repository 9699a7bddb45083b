import { useReducer, useRef } from "react";
import type { KeyboardEvent } from "react";
import { Check, Eraser, Pencil, X } from "lucide-react";

type ClassName = "Front" | "Legroom" | "Standard";
type Filter = ClassName | "All classes";
type Booking = { passengers: number; chosen: string[]; filter: Filter; notice: string; isLocked: boolean };
type Action =
  | { type: "press"; seat: string }
  | { type: "passengers"; count: number }
  | { type: "filter"; filter: Filter }
  | { type: "clear" }
  | { type: "confirm" }
  | { type: "change" };

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];
const LETTERS = ["A", "B", "C", "D"];
const TAKEN = ["1A", "2C", "3B", "3D", "4A", "5C", "6B", "6C", "7D", "8A"];
const MAX_PASSENGERS = 4;
const PRICES: Record<ClassName, number> = { Front: 60, Legroom: 40, Standard: 20 };
const FILTERS: Filter[] = ["All classes", "Front", "Legroom", "Standard"];
const TINTS: Record<ClassName, string> = {
  Front: "bg-[#ffd9a8] border-[#b86a0c]",
  Legroom: "bg-[#c9e8c4] border-[#3d7a34]",
  Standard: "bg-[#d5e6fb] border-[#3a6ea8]",
};
const START: Booking = { passengers: 2, chosen: [], filter: "All classes", notice: "", isLocked: false };
const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#0b4f94]";

function classOf(seat: string): ClassName {
  const row = Number.parseInt(seat, 10);
  if (row <= 2) return "Front";
  return row === 5 ? "Legroom" : "Standard";
}

function isOffered(seat: string, filter: Filter): boolean {
  return filter === "All classes" || classOf(seat) === filter;
}

function pressSeat(booking: Booking, seat: string): Booking {
  const { chosen, passengers } = booking;
  if (TAKEN.includes(seat)) return { ...booking, notice: `Seat ${seat} is taken` };
  if (chosen.includes(seat)) return { ...booking, notice: "", chosen: chosen.filter((one) => one !== seat) };
  if (chosen.length >= passengers) {
    return { ...booking, notice: `You can choose only ${passengers} ${passengers === 1 ? "seat" : "seats"}` };
  }
  return { ...booking, notice: "", chosen: [...chosen, seat] };
}

function bookingReducer(booking: Booking, action: Action): Booking {
  switch (action.type) {
    case "press":
      return pressSeat(booking, action.seat);
    case "passengers":
      return { ...booking, notice: "", passengers: action.count, chosen: booking.chosen.slice(0, action.count) };
    case "filter":
      return { ...booking, notice: "", filter: action.filter };
    case "clear":
      return { ...booking, notice: "", chosen: [] };
    case "confirm":
      return { ...booking, notice: "", isLocked: true };
    case "change":
      return { ...booking, isLocked: false };
  }
}

type SeatProps = { seat: string; booking: Booking; send: (action: Action) => void };

function Seat({ seat, booking, send }: SeatProps) {
  const isTaken = TAKEN.includes(seat);
  const isChosen = booking.chosen.includes(seat);
  const kind = classOf(seat);
  const look = isChosen
    ? "bg-[#0b4f94] border-[#0b4f94] text-white scale-105"
    : isTaken
      ? "bg-[#e3e7ec] border-[#a9b4c0] text-[#5b6673]"
      : `${TINTS[kind]} hover:-translate-y-0.5`;
  return (
    <button
      type="button"
      data-seat={seat}
      aria-label={`Seat ${seat}, ${isTaken ? "taken" : `${kind}, €${PRICES[kind]}`}`}
      aria-pressed={isChosen}
      disabled={booking.isLocked || !isOffered(seat, booking.filter)}
      onClick={() => send({ type: "press", seat })}
      className={`grid h-12 place-items-center rounded-t-2xl rounded-b-md border-b-4 text-sm font-bold transition-transform motion-reduce:transition-none disabled:opacity-35 aria-pressed:disabled:opacity-100 ${look} ${FOCUS}`}
    >
      {isTaken ? <X size={18} aria-hidden="true" /> : seat}
    </button>
  );
}

export default function CloudCabin() {
  const [booking, send] = useReducer(bookingReducer, START);
  const mapRef = useRef<HTMLDivElement>(null);
  const { passengers, chosen, filter, notice, isLocked } = booking;
  const total = chosen.reduce((sum, seat) => sum + PRICES[classOf(seat)], 0);
  const seats = ROWS.flatMap((row) => LETTERS.map((letter) => `${row}${letter}`));
  const free = seats.filter((seat) => isOffered(seat, filter) && !TAKEN.includes(seat) && !chosen.includes(seat));
  const inOrder = chosen.toSorted();

  function handleArrow(event: KeyboardEvent) {
    const seat = (event.target as HTMLElement).dataset.seat;
    if (!seat || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    let index = seats.indexOf(seat);
    const column = index % LETTERS.length;
    if (event.key === "ArrowLeft" && column > 0) index -= 1;
    if (event.key === "ArrowRight" && column < LETTERS.length - 1) index += 1;
    if (event.key === "ArrowUp") index -= LETTERS.length;
    if (event.key === "ArrowDown") index += LETTERS.length;
    mapRef.current?.querySelector<HTMLElement>(`[data-seat="${seats[index]}"]`)?.focus();
  }

  return (
    <main className="min-h-dvh bg-[linear-gradient(180deg,#8ec9f0_0%,#d8eefb_70%,#f3fafe_100%)] px-4 py-6 font-[family-name:'Nunito','Quicksand','Segoe_UI',sans-serif] text-[#12314f] sm:px-8">
      <div className="mx-auto grid max-w-5xl gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_20rem]">
        <h1 className="text-3xl font-extrabold tracking-tight md:col-span-2 md:text-4xl">Pick your seats</h1>
        <section aria-label="Plane" className="relative">
          <div aria-hidden="true" className="absolute inset-0">
            <div className="absolute top-[44%] left-0 h-56 w-1/2 bg-[#f7fbfe] [clip-path:polygon(100%_0,100%_70%,0_100%,0_78%)]" />
            <div className="absolute top-[44%] right-0 h-56 w-1/2 bg-[#f7fbfe] [clip-path:polygon(0_0,100%_78%,100%_100%,0_70%)]" />
          </div>
          <div className="relative mx-auto w-full max-w-80 rounded-t-[10rem] rounded-b-[4rem] bg-white px-7 pt-8 pb-12 shadow-[0_10px_40px_#12314f33]">
            <svg viewBox="0 0 120 34" aria-hidden="true" className="mx-auto mb-6 block w-24">
              <path d="M6 30C20 6 100 6 114 30L92 32C82 20 38 20 28 32Z" fill="#12314f" />
            </svg>
            <div ref={mapRef} role="group" aria-label="Seat map" onKeyDown={handleArrow} className="grid gap-2">
              {ROWS.map((row) => (
                <div key={row} className="grid grid-cols-[1fr_1fr_1.75rem_1fr_1fr] items-center gap-1.5">
                  <Seat seat={`${row}A`} booking={booking} send={send} />
                  <Seat seat={`${row}B`} booking={booking} send={send} />
                  <span className="text-center text-sm text-[#44617d]">{row}</span>
                  <Seat seat={`${row}C`} booking={booking} send={send} />
                  <Seat seat={`${row}D`} booking={booking} send={send} />
                </div>
              ))}
            </div>
          </div>
        </section>

        <section aria-label="Your choice" className="grid content-start gap-5 rounded-3xl bg-white p-6">
          <label className="flex items-center justify-between gap-4 font-bold">
            Passengers
            <select
              value={passengers}
              disabled={isLocked}
              onChange={(event) => send({ type: "passengers", count: Number(event.target.value) })}
              className={`h-11 w-24 rounded-xl border-2 border-[#12314f] bg-white px-3 disabled:opacity-60 ${FOCUS}`}
            >
              {Array.from({ length: MAX_PASSENGERS }, (_, index) => (
                <option key={index}>{index + 1}</option>
              ))}
            </select>
          </label>
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-bold">Legend</legend>
            {FILTERS.map((name) => (
              <label key={name} className="flex min-h-9 cursor-pointer items-center gap-3">
                <input
                  type="radio"
                  name="class"
                  className="size-5 accent-[#0b4f94]"
                  checked={filter === name}
                  disabled={isLocked}
                  onChange={() => send({ type: "filter", filter: name })}
                />
                {name}
                {name !== "All classes" && (
                  <span className={`ml-auto rounded-lg border-b-4 px-3 font-bold ${TINTS[name]}`}>€{PRICES[name]}</span>
                )}
              </label>
            ))}
            <p className="mt-1 text-[#44617d]">{`${free.length} ${free.length === 1 ? "seat" : "seats"} free`}</p>
          </fieldset>
          <div aria-live="polite" className="border-t-2 border-dashed border-[#a9c6dd] pt-4">
            <p>{`Seats chosen: ${chosen.length} of ${passengers}`}</p>
            <p className="text-3xl font-extrabold">{`Total: €${total}`}</p>
            <p role="status" className="mt-1 min-h-7 font-bold text-[#a3260f]">
              {notice}
            </p>
            {isLocked && (
              <p className="flex items-center gap-2 font-bold text-[#1f6b2c]">
                <Check size={20} aria-hidden="true" />
                {`Seats confirmed: ${inOrder.join(", ")}`}
              </p>
            )}
          </div>
          <div className="grid grid-cols-2 gap-3">
            <button
              type="button"
              disabled={isLocked || chosen.length === 0}
              onClick={() => send({ type: "clear" })}
              className={`flex h-12 items-center justify-center gap-2 rounded-xl border-2 border-[#12314f] font-bold hover:bg-[#e8f3fb] disabled:opacity-40 ${FOCUS}`}
            >
              <Eraser size={18} aria-hidden="true" />
              Clear
            </button>
            <button
              type="button"
              disabled={!isLocked && chosen.length < passengers}
              onClick={() => send({ type: isLocked ? "change" : "confirm" })}
              className={`flex h-12 items-center justify-center gap-2 rounded-xl bg-[#0b4f94] font-bold text-white hover:bg-[#083b70] disabled:opacity-40 ${FOCUS}`}
            >
              {isLocked ? <Pencil size={18} aria-hidden="true" /> : <Check size={18} aria-hidden="true" />}
              {isLocked ? "Change" : "Confirm"}
            </button>
          </div>
        </section>
      </div>
    </main>
  );
}
