import { Hand, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";

/** The only thing that is kept of a game is what was done, in order; everything shown is played from that. */
type Deed = "roll" | "hold";
type Entry = { seat: 0 | 1; kind: "held" | "lost"; points: number; after: number };
type Page = {
  seat: 0 | 1;
  scores: [number, number];
  pot: number;
  last: number | null;
  entries: Entry[];
  winner: 0 | 1 | null;
};

const SEQUENCE = [4, 6, 2, 1, 5, 6, 3, 6, 6, 1, 5, 5];
const WINNING_SCORE = 50;
const SEATS = [0, 1] as const;
const DOTS = ["", "5", "19", "159", "1379", "13579", "134679"];

function other(seat: 0 | 1): 0 | 1 {
  return seat === 0 ? 1 : 0;
}

function playThrough(deeds: Deed[]): Page {
  const page: Page = { seat: 0, scores: [0, 0], pot: 0, last: null, entries: [], winner: null };
  let dice = 0;
  for (const deed of deeds) {
    if (deed === "roll") {
      page.last = SEQUENCE[dice % SEQUENCE.length] ?? null;
      dice += 1;
    }
    if (deed === "roll" && page.last !== 1) {
      page.pot += page.last ?? 0;
      continue;
    }
    const points = page.pot;
    if (deed === "hold") page.scores[page.seat] += points;
    const after = page.scores[page.seat];
    page.entries.unshift({ seat: page.seat, kind: deed === "hold" ? "held" : "lost", points, after });
    page.pot = 0;
    if (after >= WINNING_SCORE) page.winner = page.seat;
    else page.seat = other(page.seat);
  }
  return page;
}

function canDo(deed: Deed, page: Page): boolean {
  if (page.winner !== null) return false;
  return deed === "roll" || page.pot > 0;
}

function deedOfKey(event: KeyboardEvent): Deed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.matches("input, textarea")) return null;
  const key = event.key.toLowerCase();
  return key === "r" ? "roll" : key === "h" ? "hold" : null;
}

function PencilDie({ face }: { face: number | null }) {
  const dots = face === null ? "" : (DOTS[face] ?? "");
  return (
    <svg viewBox="0 0 60 60" aria-hidden="true" className="size-24 shrink-0 sm:size-28">
      <path
        d="M8 7Q30 5 52 8Q55 30 52 53Q30 55 8 52Q5 30 8 7Z"
        fill="#fffdf6"
        stroke="#27408b"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      {Array.from(dots, (dot) => {
        const place = Number(dot) - 1;
        return (
          <circle key={dot} cx={17 + (place % 3) * 13} cy={17 + Math.floor(place / 3) * 13} r="4" fill="#27408b" />
        );
      })}
    </svg>
  );
}

const WRITING = "font-[family-name:'Segoe_Print','Bradley_Hand','Comic_Sans_MS',cursive]";
const STICKER =
  "flex items-center justify-center gap-2 rounded-md px-6 py-3 text-lg font-bold shadow-[2px_3px_0_rgba(39,64,139,0.35)] focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#b4233a] disabled:cursor-not-allowed disabled:bg-[#e6e2d6] disabled:text-[#6d6a62] disabled:shadow-none";

export default function Scorepad() {
  const [deeds, setDeeds] = useState<Deed[]>([]);
  const [inputs, setInputs] = useState<[string, string]>(["", ""]);
  const [wins, setWins] = useState<[number, number]>([0, 0]);

  const page = playThrough(deeds);
  const nameOf = (seat: 0 | 1) => (inputs[seat].trim() === "" ? `Player ${seat + 1}` : inputs[seat].trim());
  const clash = nameOf(0).toLowerCase() === nameOf(1).toLowerCase();

  const perform = (deed: Deed) => {
    if (!canDo(deed, page)) return;
    const next = [...deeds, deed];
    const { winner } = playThrough(next);
    setDeeds(next);
    if (winner !== null) setWins(winner === 0 ? [wins[0] + 1, wins[1]] : [wins[0], wins[1] + 1]);
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const deed = deedOfKey(event);
      if (deed) perform(deed);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  const rename = (seat: 0 | 1, text: string) => setInputs(seat === 0 ? [text, inputs[1]] : [inputs[0], text]);

  return (
    <div className="min-h-screen bg-[#c9a87c] bg-[repeating-linear-gradient(92deg,#c39f70_0_3px,#cba97c_3px_11px,#c7a376_11px_17px)] p-3 text-[#1e2a52] sm:p-8">
      <main className="mx-auto max-w-4xl overflow-hidden rounded-lg bg-[#fffdf6] shadow-[0_18px_40px_rgba(60,35,10,0.4)]">
        <div
          aria-hidden="true"
          className="h-9 bg-[radial-gradient(circle_at_50%_60%,#8a6a44_0_7px,transparent_8px)] bg-[size:34px_36px] bg-center"
        />
        <div className="px-4 pb-6 sm:px-10 sm:pb-9">
          <header className="flex flex-wrap items-baseline justify-between gap-x-6 border-b-2 border-[#b4233a] pb-2">
            <h1 className={`text-3xl font-bold sm:text-4xl ${WRITING}`}>Pig, first to {WINNING_SCORE}</h1>
            <p className="text-lg font-semibold">{`Wins: ${wins[0]} to ${wins[1]}`}</p>
          </header>

          <section aria-label="Players" className="mt-5 grid grid-cols-2 divide-x-2 divide-[#9db4e0]">
            {SEATS.map((seat) => (
              <div key={seat} className="flex min-w-0 flex-col gap-2 px-3 first:pl-0 last:pr-0 sm:px-6">
                <label className="text-sm text-[#4a5578]">
                  {`Name of player ${seat + 1}`}
                  <input
                    value={inputs[seat]}
                    maxLength={14}
                    aria-invalid={clash}
                    onChange={(event) => rename(seat, event.target.value)}
                    className={`block h-10 w-full border-b-2 border-[#7f97cc] bg-transparent text-xl focus-visible:outline-3 focus-visible:outline-[#b4233a] aria-invalid:border-[#b4233a] ${WRITING}`}
                  />
                </label>
                <p className={`truncate text-2xl sm:text-3xl ${WRITING}`}>
                  {nameOf(seat)}: <b className="block text-6xl sm:text-7xl">{page.scores[seat]}</b>
                </p>
                <p
                  aria-hidden="true"
                  className={`h-1.5 rounded-full transition-colors ${page.seat === seat ? "bg-[#b4233a]" : "bg-transparent"}`}
                />
              </div>
            ))}
          </section>
          <p role="alert" className="min-h-7 pt-1 font-semibold text-[#b4233a]">
            {clash ? "Choose different names" : ""}
          </p>

          <section
            aria-label="Turn"
            className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-4 rounded-lg bg-[#eef3fc] p-4 sm:p-5"
          >
            <PencilDie face={page.last} />
            <div role="status" className="min-w-36 flex-1 text-lg">
              <p className="text-xl font-bold">
                {page.winner === null
                  ? `${nameOf(page.seat)} to play`
                  : `${nameOf(page.winner)} wins with ${page.scores[page.winner]}`}
              </p>
              <p>{page.last === null ? "The first roll is waiting" : `Rolled ${page.last}`}</p>
              <p>{`Turn total: ${page.pot}`}</p>
            </div>
            <div className="flex w-full gap-3 sm:w-auto">
              <button
                type="button"
                onClick={() => perform("roll")}
                disabled={!canDo("roll", page)}
                className={`${STICKER} flex-1 bg-[#ffd95a] text-[#1e2a52] hover:bg-[#ffe68f]`}
              >
                <RotateCw size={20} aria-hidden="true" />
                Roll
              </button>
              <button
                type="button"
                onClick={() => perform("hold")}
                disabled={!canDo("hold", page)}
                className={`${STICKER} flex-1 bg-[#27408b] text-white hover:bg-[#1e3170]`}
              >
                <Hand size={20} aria-hidden="true" />
                Hold
              </button>
            </div>
          </section>

          <section aria-label="Turns" className="mt-6">
            <div className="flex items-center justify-between">
              <h2 className={`text-2xl font-bold ${WRITING}`}>Turn by turn</h2>
              <button
                type="button"
                onClick={() => setDeeds([])}
                className="rounded-md border-2 border-[#27408b] px-4 py-1.5 font-semibold hover:bg-[#eef3fc] focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#b4233a]"
              >
                Restart
              </button>
            </div>
            <ol className={`mt-2 border-t border-[#b9c8ea] text-lg ${WRITING}`}>
              {page.entries.map((entry, index) => (
                <li
                  key={page.entries.length - index}
                  className={`flex justify-between border-b border-[#b9c8ea] py-1.5 ${entry.kind === "lost" ? "text-[#a01d33]" : ""}`}
                >
                  <span>{`${nameOf(entry.seat)} ${entry.kind} ${entry.points}`}</span>
                  <span>{`now at ${entry.after}`}</span>
                </li>
              ))}
            </ol>
            {page.entries.length === 0 && (
              <p className="border-b border-[#b9c8ea] py-2 text-[#4a5578]">No turns yet. Keys: R rolls, H holds.</p>
            )}
          </section>
        </div>
      </main>
    </div>
  );
}
