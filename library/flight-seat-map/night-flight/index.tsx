import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { Armchair, Lock, LockOpen } from "lucide-react";

type Status = "free" | "taken" | "mine";
type Chair = { id: string; row: number; letter: string; tier: string; price: number; status: Status; turn: number };

const LETTERS = "ABCD";
const ROW_COUNT = 8;
const SOLD = "1A 2C 3B 3D 4A 5C 6B 6C 7D 8A".split(" ");
const TIERS = [
  { name: "All classes", note: "the whole cabin", lamp: "#e9e4ff" },
  { name: "Front", note: "€60, rows 1 and 2", lamp: "#ffb86b" },
  { name: "Legroom", note: "€40, row 5", lamp: "#5eead4" },
  { name: "Standard", note: "€20, all others", lamp: "#a5b4fc" },
];
const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white";

function tierOf(row: number): { tier: string; price: number } {
  if (row < 3) return { tier: "Front", price: 60 };
  if (row === 5) return { tier: "Legroom", price: 40 };
  return { tier: "Standard", price: 20 };
}

function emptyCabin(): Chair[] {
  return Array.from({ length: ROW_COUNT * LETTERS.length }, (_, index) => {
    const row = Math.floor(index / LETTERS.length) + 1;
    const letter = LETTERS.charAt(index % LETTERS.length);
    const id = `${row}${letter}`;
    return { id, row, letter, ...tierOf(row), status: SOLD.includes(id) ? "taken" : "free", turn: 0 };
  });
}

function lampOf(tier: string): string {
  return TIERS.find((one) => one.name === tier)?.lamp ?? "#e9e4ff";
}

/** Frees what was chosen last until no more seats are held than there are passengers. */
function trimmed(cabin: Chair[], limit: number): Chair[] {
  const held = cabin.filter((chair) => chair.status === "mine").sort((a, b) => a.turn - b.turn);
  const surplus = held.slice(limit).map((chair) => chair.id);
  return cabin.map((chair) => (surplus.includes(chair.id) ? { ...chair, status: "free" } : chair));
}

function useCabin() {
  const [cabin, setCabin] = useState(emptyCabin);
  const [limit, setLimit] = useState(2);
  const [turn, setTurn] = useState(1);
  const [warning, setWarning] = useState("");
  const held = useMemo(() => cabin.filter((chair) => chair.status === "mine"), [cabin]);

  function setStatus(id: string, status: Status) {
    setCabin((before) => before.map((chair) => (chair.id === id ? { ...chair, status, turn } : chair)));
    setTurn((before) => before + 1);
  }

  function press(chair: Chair) {
    setWarning("");
    if (chair.status === "taken") return setWarning(`Seat ${chair.id} is taken`);
    if (chair.status === "mine") return setStatus(chair.id, "free");
    if (held.length >= limit) return setWarning(`You can choose only ${limit} seat${limit === 1 ? "" : "s"}`);
    setStatus(chair.id, "mine");
  }

  function seatPassengers(count: number) {
    setLimit(count);
    setWarning("");
    setCabin((before) => trimmed(before, count));
  }

  function clear() {
    setWarning("");
    setCabin((before) => trimmed(before, 0));
  }

  return { cabin, held, limit, warning, press, seatPassengers, clear };
}

type ChairProps = { chair: Chair; isDisabled: boolean; onPress: () => void };

function ChairButton({ chair, isDisabled, onPress }: ChairProps) {
  const { id, tier, price, status } = chair;
  const lamp = lampOf(tier);
  const style = status === "mine" ? { backgroundColor: lamp, color: "#120a2a" } : { borderColor: lamp };
  return (
    <button
      type="button"
      id={`chair-${id}`}
      aria-label={`Seat ${id}, ${status === "taken" ? "taken" : `${tier}, €${price}`}`}
      aria-pressed={status === "mine"}
      disabled={isDisabled}
      onClick={onPress}
      style={status === "taken" ? undefined : style}
      className={`h-12 rounded-lg border-2 text-sm font-semibold transition-colors hover:bg-white/15 disabled:opacity-30 aria-pressed:shadow-[0_0_18px_#ffffff66] aria-pressed:disabled:opacity-100 motion-reduce:transition-none ${status === "taken" ? "border-transparent bg-[#33275c] text-[#b7abdc]" : ""} ${FOCUS}`}
    >
      {status === "taken" ? <span aria-hidden="true">×</span> : id}
    </button>
  );
}

export default function NightFlight() {
  const { cabin, held, limit, warning, press, seatPassengers, clear } = useCabin();
  const [tier, setTier] = useState("All classes");
  const [isSettled, setIsSettled] = useState(false);
  const inTier = cabin.filter((chair) => tier === "All classes" || chair.tier === tier);
  const free = inTier.filter((chair) => chair.status === "free").length;
  const total = held.reduce((sum, chair) => sum + chair.price, 0);
  const isComplete = held.length === limit;

  function handleArrow(event: KeyboardEvent<HTMLDivElement>) {
    const here = cabin.find((chair) => `chair-${chair.id}` === (event.target as HTMLElement).id);
    if (!here) return;
    let column = LETTERS.indexOf(here.letter);
    let row = here.row;
    if (event.key === "ArrowLeft") column = Math.max(0, column - 1);
    else if (event.key === "ArrowRight") column = Math.min(LETTERS.length - 1, column + 1);
    else if (event.key === "ArrowUp") row = Math.max(1, row - 1);
    else if (event.key === "ArrowDown") row = Math.min(ROW_COUNT, row + 1);
    else return;
    event.preventDefault();
    document.getElementById(`chair-${row}${LETTERS.charAt(column)}`)?.focus();
  }

  return (
    <main className="min-h-dvh bg-[radial-gradient(circle_at_50%_40%,#35216b_0%,#170d35_55%,#0b0620_100%)] px-4 py-6 text-[#f3f0ff] sm:px-8">
      <div className="mx-auto grid max-w-6xl items-start gap-6 md:grid-cols-[15rem_minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)_17rem] lg:gap-10">
        <section aria-label="Flight" className="grid gap-6">
          <div>
            <h1 className="text-3xl leading-tight font-light">The late flight to the islands</h1>
            <p className="mt-2 text-[#cfc6ee]">Choose where you want to sleep.</p>
          </div>
          <label className="block">
            Passengers
            <select
              value={limit}
              disabled={isSettled}
              onChange={(event) => seatPassengers(Number(event.target.value))}
              className={`mt-1 block h-12 w-full rounded-lg border border-[#8d7fc2] bg-[#170d35] px-3 disabled:opacity-50 ${FOCUS}`}
            >
              <option>1</option>
              <option>2</option>
              <option>3</option>
              <option>4</option>
            </select>
          </label>
          <fieldset disabled={isSettled} className="grid gap-1">
            <legend className="mb-1">Legend</legend>
            {TIERS.map(({ name, note, lamp }) => (
              <label
                key={name}
                className="flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-3 hover:bg-white/10 has-checked:bg-white/15"
              >
                <input
                  type="radio"
                  name="tier"
                  checked={tier === name}
                  onChange={() => setTier(name)}
                  className="size-4"
                  style={{ accentColor: lamp }}
                />
                <Armchair size={20} aria-hidden="true" style={{ color: lamp }} />
                <span>
                  <span className="block leading-5 font-semibold">{name}</span>
                  <span className="block text-sm text-[#cfc6ee]">{note}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </section>

        <section
          aria-label="Cabin"
          className="mx-auto w-full max-w-sm rounded-[3.5rem] border border-[#6a58a8] bg-[#120a2a] px-6 py-8"
        >
          <div
            aria-hidden="true"
            className="mb-4 grid grid-cols-[1fr_1fr_3rem_1fr_1fr] gap-2 text-center text-sm text-[#cfc6ee]"
          >
            <span>A</span>
            <span>B</span>
            <span />
            <span>C</span>
            <span>D</span>
          </div>
          <div
            role="group"
            aria-label="Seat map"
            onKeyDown={handleArrow}
            className="grid grid-cols-[1fr_1fr_3rem_1fr_1fr] gap-x-2 gap-y-3"
          >
            {cabin.map((chair) => (
              <div key={chair.id} className="contents">
                {chair.letter === "C" && (
                  <span className="grid place-items-center bg-[linear-gradient(90deg,transparent,#7c4dff88,transparent)] text-sm">
                    {chair.row}
                  </span>
                )}
                <ChairButton
                  chair={chair}
                  isDisabled={isSettled || !inTier.includes(chair)}
                  onPress={() => press(chair)}
                />
              </div>
            ))}
          </div>
        </section>

        <section
          aria-label="Your choice"
          className="grid gap-4 rounded-3xl bg-[#f3f0ff] p-6 text-[#1b1038] md:col-span-2 lg:col-span-1"
        >
          <p className="text-[#4b3d78]">{`${free} ${free === 1 ? "seat" : "seats"} free`}</p>
          <div aria-live="polite">
            <p className="text-lg">{`Seats chosen: ${held.length} of ${limit}`}</p>
            <p className="text-4xl font-light tracking-tight">{`Total: €${total}`}</p>
          </div>
          <ul className="flex min-h-10 flex-wrap gap-2">
            {held.length === 0 && <li className="text-[#4b3d78]">Nobody has a place yet.</li>}
            {held.map((chair) => (
              <li key={chair.id} className="rounded-full bg-[#d9d0fa] px-4 py-2 text-sm">
                <b>{chair.id}</b> {chair.tier}
              </li>
            ))}
          </ul>
          <p role="status" className="min-h-12 font-semibold text-[#9c1239]">
            {isSettled ? (
              <span className="text-[#14532d]">{`Seats confirmed: ${held.map((chair) => chair.id).join(", ")}`}</span>
            ) : (
              warning
            )}
          </p>
          <button
            type="button"
            disabled={!isSettled && !isComplete}
            onClick={() => setIsSettled(!isSettled)}
            className="flex h-12 items-center justify-center gap-2 rounded-full bg-[#4c1d95] font-semibold text-white transition-colors hover:bg-[#6d28d9] focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#4c1d95] disabled:bg-[#cdc4e6] disabled:text-[#6b5f8f]"
          >
            {isSettled ? <LockOpen size={18} aria-hidden="true" /> : <Lock size={18} aria-hidden="true" />}
            {isSettled ? "Change" : "Confirm"}
          </button>
          <button
            type="button"
            disabled={isSettled || held.length === 0}
            onClick={clear}
            className="h-11 rounded-full border border-[#4c1d95] font-semibold hover:bg-[#e4dcfb] focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#4c1d95] disabled:opacity-40"
          >
            Clear
          </button>
        </section>
      </div>
    </main>
  );
}
