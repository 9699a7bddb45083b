import { useCallback, useEffect, useId, useState, type ReactNode } from "react";

const ROLLS = [4, 6, 2, 1, 5, 6, 3, 6, 6, 1, 5, 5];
const TO_WIN = 50;
const KEY_HINT = "R rolls, H holds";

type Line = { id: number; who: number; what: string };

const SIDES = [
  { panel: "bg-[#ffd9cf]", ring: "ring-[#c2412d]", fill: "#e8684f", text: "text-[#7c2114]" },
  { panel: "bg-[#fff1c9]", ring: "ring-[#8a6100]", fill: "#e0a91b", text: "text-[#5f4300]" },
];

function PiggyBank({ level, color, id }: { level: number; color: string; id: string }) {
  const top = 98 - Math.min(Math.max(level, 0), 1) * 76;
  const body =
    "M24 58c0-20 17-33 40-33 7 0 14 1 20 4l13-8-1 16c5 5 8 10 9 16h8v17h-9c-3 6-7 10-12 14v12H78v-8H54v8H40V84C30 79 24 70 24 58z";
  return (
    <svg viewBox="0 0 128 104" aria-hidden="true" className="h-auto w-full">
      <clipPath id={id}>
        <path d={body} />
      </clipPath>
      <path d={body} fill="#ffffff" />
      <rect
        x="10"
        y={top}
        width="110"
        height="90"
        fill={color}
        clipPath={`url(#${id})`}
        className="transition-[y] duration-500 motion-reduce:transition-none"
      />
      <path d={body} fill="none" stroke="#4a2a25" strokeWidth="3" strokeLinejoin="round" />
      <path d="M54 31q9-3 18-1" stroke="#4a2a25" strokeWidth="4" strokeLinecap="round" fill="none" />
      <circle cx="92" cy="48" r="3" fill="#4a2a25" />
      <path d="M24 56q-11-1-9-10q2-6 8-3" fill="none" stroke="#4a2a25" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

type HalfProps = {
  seat: number;
  name: string;
  score: number;
  turn: boolean;
  draft: string;
  onDraft: (text: string) => void;
};

function Half({ seat, name, score, turn, draft, onDraft }: HalfProps) {
  const side = SIDES[seat] ?? { panel: "", ring: "", fill: "", text: "" };
  const field = useId();
  const bank = useId();
  return (
    <section
      aria-label={`Half ${seat + 1}`}
      className={`flex min-w-0 flex-col gap-2 rounded-3xl p-3 ring-inset transition-shadow duration-200 sm:gap-3 sm:p-6 ${side.panel} ${turn ? `ring-4 ${side.ring}` : "ring-0"}`}
    >
      <label htmlFor={field} className={`text-sm ${side.text}`}>
        {`Name of player ${seat + 1}`}
      </label>
      <input
        id={field}
        value={draft}
        maxLength={12}
        onChange={(event) => onDraft(event.target.value)}
        className="h-11 w-full rounded-xl border-2 border-[#8f6a5c] bg-white px-3 text-lg text-[#4a2a25] focus-visible:outline-3 focus-visible:outline-offset-1 focus-visible:outline-[#22577a]"
      />
      <div className="mx-auto w-full max-w-52">
        <PiggyBank level={score / TO_WIN} color={side.fill} id={bank} />
      </div>
      <p className={`truncate text-center text-xl font-bold sm:text-2xl ${side.text}`}>
        {name}: <span className="text-3xl sm:text-5xl">{score}</span>
      </p>
    </section>
  );
}

function BigButton({
  onClick,
  disabled,
  look,
  children,
}: {
  onClick: () => void;
  disabled: boolean;
  look: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={disabled}
      className={`h-16 flex-1 rounded-full text-xl font-extrabold transition-colors focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#22577a] disabled:cursor-not-allowed disabled:bg-[#ece3dd] disabled:text-[#7a675e] ${look}`}
    >
      {children}
    </button>
  );
}

export default function PinkPiggy() {
  const [position, setPosition] = useState(0);
  const [last, setLast] = useState(0);
  const [coins, setCoins] = useState(0);
  const [current, setCurrent] = useState(0);
  const [scores, setScores] = useState([0, 0]);
  const [wins, setWins] = useState([0, 0]);
  const [lines, setLines] = useState<Line[]>([]);
  const [drafts, setDrafts] = useState(["", ""]);

  const names = drafts.map((draft, seat) => draft.trim() || `Player ${seat + 1}`);
  const winner = scores.findIndex((score) => score >= TO_WIN);
  const finished = winner !== -1;
  const alike = new Set(names.map((name) => name.toLowerCase())).size < names.length;

  const passTurn = useCallback(
    (what: string) => {
      setLines([{ id: lines.length, who: current, what }, ...lines]);
      setCoins(0);
      setCurrent(1 - current);
    },
    [lines, current],
  );

  const roll = useCallback(() => {
    if (finished) return;
    const number = ROLLS[position] ?? 1;
    setLast(number);
    setPosition((position + 1) % ROLLS.length);
    if (number === 1) passTurn(`lost ${coins}`);
    else setCoins(coins + number);
  }, [finished, position, coins, passTurn]);

  const hold = useCallback(() => {
    if (finished || coins === 0) return;
    const total = (scores[current] ?? 0) + coins;
    setScores(scores.map((score, seat) => (seat === current ? total : score)));
    if (total >= TO_WIN) setWins(wins.map((count, seat) => (seat === current ? count + 1 : count)));
    passTurn(`held ${coins}`);
  }, [finished, coins, scores, current, wins, passTurn]);

  const restart = () => {
    setPosition(0);
    setLast(0);
    setCoins(0);
    setCurrent(0);
    setScores([0, 0]);
    setLines([]);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === "r" || event.key === "R") roll();
      if (event.key === "h" || event.key === "H") hold();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [roll, hold]);

  const changeDraft = (seat: number, text: string) =>
    setDrafts((known) => known.map((draft, index) => (index === seat ? text : draft)));

  return (
    <div className="min-h-screen bg-[#fffaf5] p-3 text-[#4a2a25] sm:p-6">
      <main className="mx-auto grid max-w-6xl gap-4 lg:min-h-[calc(100vh-3rem)] lg:content-center lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-6">
        <div className="flex flex-col gap-4">
          <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <h1 className="text-4xl font-black tracking-tight text-[#c2412d] sm:text-5xl">Piggy race</h1>
            <p className="rounded-full bg-[#4a2a25] px-4 py-1.5 font-bold text-white">{`Wins: ${wins.join(" to ")}`}</p>
          </header>
          <div className="grid grid-cols-2 gap-3 sm:gap-5">
            {names.map((name, seat) => (
              <Half
                key={seat}
                seat={seat}
                name={name}
                score={scores[seat] ?? 0}
                turn={!finished && current === seat}
                draft={drafts[seat] ?? ""}
                onDraft={(text) => changeDraft(seat, text)}
              />
            ))}
          </div>
          {alike && (
            <p role="alert" className="rounded-2xl bg-[#4a2a25] px-4 py-2 text-center font-bold text-white">
              Choose different names
            </p>
          )}
          <div
            role="status"
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 rounded-3xl bg-white px-5 py-4 ring-2 ring-[#ecd9cd]"
          >
            <p className="text-xl font-bold sm:text-2xl">
              {finished ? `${names[winner]} wins with ${scores[winner]}` : `${names[current]} to play`}
            </p>
            <p className="text-right text-lg">Turn total: {coins}</p>
            <p className="col-span-2 text-lg text-[#6e4f46]">{last > 0 ? `Rolled ${last}` : "The dice are warm."}</p>
          </div>
          <div className="flex gap-3 sm:gap-5">
            <BigButton onClick={roll} disabled={finished} look="bg-[#c2412d] text-white hover:bg-[#a73320]">
              Roll
            </BigButton>
            <BigButton
              onClick={hold}
              disabled={finished || coins === 0}
              look="bg-[#f6c445] text-[#4a2a25] hover:bg-[#ffd668]"
            >
              Hold
            </BigButton>
          </div>
        </div>
        <aside aria-label="Turns" className="flex flex-col rounded-3xl bg-[#f6e9e0] p-5 lg:min-h-[32rem]">
          <h2 className="text-2xl font-black">Turns</h2>
          <p className="text-[#6e4f46]">{KEY_HINT}</p>
          {lines.length === 0 ? (
            <p className="my-4">No turns yet</p>
          ) : (
            <ul className="my-4 flex flex-col gap-2">
              {lines.map((line) => (
                <li
                  key={line.id}
                  className={`rounded-2xl px-4 py-2 font-semibold ${SIDES[line.who]?.panel} ${SIDES[line.who]?.text}`}
                >
                  {names[line.who]} {line.what}
                </li>
              ))}
            </ul>
          )}
          <button
            type="button"
            onClick={restart}
            className="mt-auto h-12 rounded-full border-2 border-[#4a2a25] font-bold hover:bg-white focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#22577a]"
          >
            Restart
          </button>
        </aside>
      </main>
    </div>
  );
}
