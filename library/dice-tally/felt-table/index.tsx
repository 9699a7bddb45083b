import { useEffect, useReducer, useState } from "react";

type Turn = { player: number; points: number; lost: boolean };
type Game = {
  rolled: number;
  face: number | null;
  turnTotal: number;
  player: number;
  scores: number[];
  wins: number[];
  turns: Turn[];
  winner: number | null;
};
type Action = { type: "roll" } | { type: "hold" } | { type: "restart" };

const DICE = [4, 6, 2, 1, 5, 6, 3, 6, 6, 1, 5, 5];
const GOAL = 50;
const PIPS: Record<number, [number, number][]> = {
  1: [[50, 50]],
  2: [
    [27, 27],
    [73, 73],
  ],
  3: [
    [27, 27],
    [50, 50],
    [73, 73],
  ],
  4: [
    [27, 27],
    [73, 27],
    [27, 73],
    [73, 73],
  ],
  5: [
    [27, 27],
    [73, 27],
    [50, 50],
    [27, 73],
    [73, 73],
  ],
  6: [
    [27, 24],
    [27, 50],
    [27, 76],
    [73, 24],
    [73, 50],
    [73, 76],
  ],
};

function newGame(wins: number[]): Game {
  return { rolled: 0, face: null, turnTotal: 0, player: 0, scores: [0, 0], wins, turns: [], winner: null };
}

function addTo(values: number[], player: number, points: number): number[] {
  return values.map((value, index) => (index === player ? value + points : value));
}

function roll(game: Game): Game {
  if (game.winner !== null) return game;
  const face = DICE[game.rolled % DICE.length] ?? 1;
  const next = { ...game, rolled: game.rolled + 1, face };
  if (face > 1) return { ...next, turnTotal: game.turnTotal + face };
  const turn = { player: game.player, points: game.turnTotal, lost: true };
  return { ...next, turnTotal: 0, player: 1 - game.player, turns: [turn, ...game.turns] };
}

function hold(game: Game): Game {
  if (game.turnTotal === 0 || game.winner !== null) return game;
  const scores = addTo(game.scores, game.player, game.turnTotal);
  const turn = { player: game.player, points: game.turnTotal, lost: false };
  const next = { ...game, scores, turnTotal: 0, turns: [turn, ...game.turns] };
  if ((scores[game.player] ?? 0) < GOAL) return { ...next, player: 1 - game.player };
  return { ...next, winner: game.player, wins: addTo(game.wins, game.player, 1) };
}

function reduce(game: Game, action: Action): Game {
  switch (action.type) {
    case "roll":
      return roll(game);
    case "hold":
      return hold(game);
    case "restart":
      return newGame(game.wins);
  }
}

function Die({ face }: { face: number | null }) {
  const pips = face === null ? [] : (PIPS[face] ?? []);
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      className="size-32 -rotate-6 drop-shadow-[0_12px_14px_rgba(0,0,0,0.5)] sm:size-44"
    >
      <rect x="3" y="3" width="94" height="94" rx="20" fill="#fbf5e4" stroke="#d8cba6" strokeWidth="3" />
      {face === null && (
        <path d="M38 40a12 12 0 1 1 16 11q-4 2-4 8M50 70v2" fill="none" stroke="#8a7c56" strokeWidth="6" />
      )}
      {pips.map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="9" fill={face === 1 ? "#b3261e" : "#2a2418"} />
      ))}
    </svg>
  );
}

type PlateProps = {
  seat: number;
  name: string;
  score: number;
  active: boolean;
  typed: string;
  onType: (name: string) => void;
};

function Plate({ seat, name, score, active, typed, onType }: PlateProps) {
  const share = Math.min(score / GOAL, 1) * 100;
  return (
    <section
      aria-label={`Seat ${seat}`}
      className={`flex min-w-0 flex-col gap-3 rounded-2xl border-2 p-3 transition-colors duration-200 sm:p-5 ${
        active ? "border-[#f1cf73] bg-[#0c4a35]" : "border-[#2c6a52] bg-[#0a3b2b]"
      }`}
    >
      <p className="truncate text-xl text-[#f6ecd0]">
        {name}: <span className="block text-6xl font-bold text-[#f1cf73] tabular-nums sm:text-7xl">{score}</span>
      </p>
      <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-black/40">
        <div
          className="h-full rounded-full bg-[#f1cf73] transition-[width] duration-300"
          style={{ width: `${share}%` }}
        />
      </div>
      <label className="text-sm text-[#cfe3d6]">
        {`Name of player ${seat}`}
        <input
          value={typed}
          maxLength={12}
          onChange={(event) => onType(event.target.value)}
          className="mt-1 block w-full rounded-lg border border-[#7fb09a] bg-[#062a1e] px-3 py-2 text-base text-white focus-visible:outline-3 focus-visible:outline-[#f1cf73]"
        />
      </label>
    </section>
  );
}

const BUTTON =
  "rounded-full px-7 py-3 text-lg font-bold focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-white disabled:cursor-not-allowed disabled:bg-[#2a5b48] disabled:text-[#a9c7b9]";

export default function FeltTable() {
  const [game, dispatch] = useReducer(reduce, newGame([0, 0]));
  const [typed, setTyped] = useState(["", ""]);
  const names = typed.map((name, index) => name.trim() || `Player ${index + 1}`);
  const over = game.winner !== null;
  const sameNames = names[0]?.toLowerCase() === names[1]?.toLowerCase();

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() === "r") dispatch({ type: "roll" });
      if (event.key.toLowerCase() === "h") dispatch({ type: "hold" });
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  function typeName(index: number, name: string) {
    setTyped(typed.map((other, seat) => (seat === index ? name : other)));
  }

  function plateOf(index: number) {
    return (
      <Plate
        seat={index + 1}
        name={names[index] ?? ""}
        score={game.scores[index] ?? 0}
        active={!over && game.player === index}
        typed={typed[index] ?? ""}
        onType={(name) => typeName(index, name)}
      />
    );
  }

  return (
    <main className="min-h-screen bg-[#3a2114] p-2 font-[family-name:Georgia,serif] text-[#f6ecd0] sm:p-5">
      <div className="mx-auto flex min-h-[calc(100vh-2.5rem)] max-w-6xl flex-col gap-6 rounded-[2rem] border-4 border-[#6b4226] bg-[#0f5a40] bg-[radial-gradient(circle_at_50%_30%,#17795a,transparent_65%)] p-4 shadow-2xl sm:rounded-[3rem] sm:p-9">
        <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="text-3xl font-bold sm:text-4xl">Pig at the green table</h1>
          <p className="text-lg text-[#f1cf73]">{`Wins: ${game.wins.join(" to ")}`}</p>
        </header>
        <div className="grid flex-1 grid-cols-2 items-center gap-3 md:grid-cols-[1fr_1.15fr_1fr] md:gap-8">
          {plateOf(0)}
          <section
            aria-label="Dice"
            className="order-first col-span-2 flex flex-col items-center gap-3 text-center md:order-none md:col-span-1"
          >
            <div role="status">
              <p className="text-2xl font-bold">
                {over
                  ? `${names[game.winner ?? 0]} wins with ${game.scores[game.winner ?? 0]}`
                  : `${names[game.player]} to play`}
              </p>
              <p className="min-h-7 text-lg text-[#d9eadf]">{game.face === null ? "" : `Rolled ${game.face}`}</p>
            </div>
            <Die face={game.face} />
            <p className="text-2xl">
              Turn total: <span className="font-bold text-[#f1cf73]">{game.turnTotal}</span>
            </p>
            <div className="flex gap-3">
              <button
                type="button"
                disabled={over}
                onClick={() => dispatch({ type: "roll" })}
                className={`${BUTTON} bg-[#f1cf73] text-[#2c1c05] hover:bg-[#ffe39a]`}
              >
                Roll
              </button>
              <button
                type="button"
                disabled={game.turnTotal === 0 || over}
                onClick={() => dispatch({ type: "hold" })}
                className={`${BUTTON} bg-[#fbf5e4] text-[#2c1c05] hover:bg-white`}
              >
                Hold
              </button>
            </div>
          </section>
          {plateOf(1)}
        </div>
        {sameNames && (
          <p role="alert" className="text-center text-lg font-bold text-[#ffd9c7]">
            Choose different names
          </p>
        )}
        <section aria-labelledby="turns" className="rounded-2xl bg-[#0a3b2b] p-4 sm:p-5">
          <div className="flex items-center justify-between gap-4">
            <h2 id="turns" className="text-xl">
              Turns
            </h2>
            <button
              type="button"
              onClick={() => dispatch({ type: "restart" })}
              className="rounded-full border-2 border-[#f1cf73] px-5 py-1.5 font-bold text-[#f1cf73] hover:bg-[#f1cf73]/15 focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-white"
            >
              Restart
            </button>
          </div>
          {game.turns.length === 0 ? (
            <p className="mt-3 text-[#cfe3d6]">No turns yet. {GOAL} points win; a 1 takes the turn away.</p>
          ) : (
            <ol className="mt-3 flex flex-wrap gap-2">
              {game.turns.map((turn, index) => (
                <li
                  key={game.turns.length - index}
                  className={`rounded-full border px-3 py-1 ${turn.lost ? "border-[#f3a58f] text-[#ffd9c7]" : "border-[#7fb09a] text-[#e5f3ea]"}`}
                >
                  {`${names[turn.player]} ${turn.lost ? "lost" : "held"} ${turn.points}`}
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </main>
  );
}
