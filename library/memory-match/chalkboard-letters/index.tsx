import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

const LETTERS = [
  { letter: "A", word: "apple", ink: "text-red-800" },
  { letter: "B", word: "boat", ink: "text-blue-900" },
  { letter: "C", word: "cat", ink: "text-green-900" },
  { letter: "D", word: "drum", ink: "text-purple-900" },
  { letter: "E", word: "egg", ink: "text-orange-900" },
  { letter: "F", word: "fish", ink: "text-teal-900" },
  { letter: "G", word: "goat", ink: "text-pink-900" },
  { letter: "H", word: "house", ink: "text-stone-900" },
] as const;

const BOARDS = [4, 12, 16] as const;
type Board = (typeof BOARDS)[number];

/** A board's layout is a list of letter indexes; each new deal continues the same number sequence. */
function layOut(board: Board, dealNumber: number): number[] {
  const half = Array.from({ length: board / 2 }, (_, index) => index);
  if (board === 4) return [...half, ...half];
  const order: number[] = [];
  const rest = [...half, ...half];
  let chance = 7 + dealNumber * 131;
  while (rest.length > 0) {
    chance = (chance * 16807 + 11) % 2147483647;
    order.push(...rest.splice(chance % rest.length, 1));
  }
  return order;
}

function minutes(total: number): string {
  const rest = total % 60;
  return `${(total - rest) / 60}:${rest < 10 ? "0" : ""}${rest}`;
}

type Result = { text: string; matched: boolean };

export default function ChalkboardLetters() {
  const [board, setBoard] = useState<Board>(16);
  const [dealNumber, setDealNumber] = useState(1);
  const [first, setFirst] = useState<number | null>(null);
  const [second, setSecond] = useState<number | null>(null);
  const [solved, setSolved] = useState<ReadonlySet<number>>(new Set());
  const [history, setHistory] = useState<Result[]>([]);
  const [elapsed, setElapsed] = useState(0);
  const [bests, setBests] = useState<{ board: Board; moves: number }[]>([]);
  const grid = useRef<HTMLDivElement>(null);

  const layout = layOut(board, dealNumber);
  const moves = history.length;
  const isDone = solved.size === board / 2;
  const isTiming = (first !== null || moves > 0) && !isDone;
  const best = bests.find((entry) => entry.board === board);

  useEffect(() => {
    if (second === null) return undefined;
    const handle = setTimeout(() => {
      setFirst(null);
      setSecond(null);
    }, 1300);
    return () => clearTimeout(handle);
  }, [second]);

  useEffect(() => {
    if (!isTiming) return undefined;
    const handle = setInterval(() => setElapsed((value) => value + 1), 1000);
    return () => clearInterval(handle);
  }, [isTiming, dealNumber]);

  function handleDeal(nextBoard: Board) {
    setBoard(nextBoard);
    setDealNumber((value) => value + 1);
    setFirst(null);
    setSecond(null);
    setSolved(new Set());
    setHistory([]);
    setElapsed(0);
  }

  function handleRecord(finalMoves: number) {
    setBests((entries) => {
      const previous = entries.find((entry) => entry.board === board);
      const fewest = previous ? Math.min(previous.moves, finalMoves) : finalMoves;
      return [...entries.filter((entry) => entry.board !== board), { board, moves: fewest }];
    });
  }

  function handleCard(place: number) {
    const letter = layout[place];
    if (letter === undefined || second !== null || place === first || solved.has(letter)) return;
    if (first === null) {
      setFirst(place);
      return;
    }
    const firstLetter = layout[first] ?? 0;
    const matched = firstLetter === letter;
    const text = `${LETTERS[firstLetter]?.letter ?? ""} ${LETTERS[letter]?.letter ?? ""}`;
    setHistory((results) => [...results, { text, matched }]);
    if (!matched) {
      setSecond(place);
      return;
    }
    setFirst(null);
    setSolved((letters) => new Set(letters).add(letter));
    if (solved.size + 1 === board / 2) handleRecord(moves + 1);
  }

  function handleArrows(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0 || !grid.current) return;
    const buttons = Array.from(grid.current.querySelectorAll("button"));
    const here = buttons.findIndex((button) => button === document.activeElement);
    buttons[(here + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  }

  const columns =
    board === 4
      ? "max-w-sm grid-cols-2"
      : board === 12
        ? "max-w-xl grid-cols-3 lg:max-w-none lg:grid-cols-6"
        : "max-w-xl grid-cols-4 lg:max-w-none lg:grid-cols-8";

  return (
    <main className="flex min-h-dvh flex-col border-8 border-amber-900 bg-emerald-950 p-4 font-serif text-emerald-50 sm:border-[14px] sm:p-8">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b-2 border-dashed border-emerald-200/50 pb-4">
        <h1 className="text-3xl italic sm:text-5xl">Letter twins</h1>
        <div role="group" aria-label="Board" className="flex flex-wrap gap-x-5 gap-y-2 text-lg">
          {BOARDS.map((option) => (
            <button
              key={option}
              type="button"
              aria-pressed={board === option}
              onClick={() => handleDeal(option)}
              className="border-b-2 border-transparent px-1 py-1 text-emerald-100 hover:border-emerald-200 focus-visible:outline-2 focus-visible:outline-yellow-200 aria-pressed:border-yellow-200 aria-pressed:text-yellow-200"
            >
              {option} cards
            </button>
          ))}
          <button
            type="button"
            onClick={() => handleDeal(board)}
            className="rounded-sm border-2 border-emerald-100 px-4 py-1 hover:bg-emerald-900 focus-visible:outline-2 focus-visible:outline-yellow-200"
          >
            New game
          </button>
        </div>
      </header>

      <div className="mt-4 flex flex-wrap gap-x-10 gap-y-1 text-lg sm:text-xl">
        <p>
          Moves: <span className="text-yellow-200">{moves}</span>
        </p>
        <p>
          Pairs:{" "}
          <span className="text-yellow-200">
            {solved.size} of {board / 2}
          </span>
        </p>
        <p>
          Time: <span className="text-yellow-200 tabular-nums">{minutes(elapsed)}</span>
        </p>
        <p>
          Best: <span className="text-yellow-200">{best ? `${best.moves} moves` : "none yet"}</span>
        </p>
      </div>

      <div className="flex grow flex-col items-center justify-center py-6">
        <div
          ref={grid}
          role="group"
          aria-label="Cards, use the arrow keys to move"
          onKeyDown={handleArrows}
          className={`grid w-full gap-2 sm:gap-4 ${columns}`}
        >
          {layout.map((letterIndex, place) => {
            const entry = LETTERS[letterIndex] ?? LETTERS[0];
            const isSolved = solved.has(letterIndex);
            const isShown = isSolved || place === first || place === second;
            return (
              <button
                key={place}
                type="button"
                onClick={() => handleCard(place)}
                aria-label={`Card ${place + 1}, ${isShown ? `${entry.letter} ${entry.word}` : "face down"}`}
                className={`flex aspect-square flex-col items-center justify-center rounded-sm border-2 lg:aspect-3/4 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-yellow-200 ${
                  isShown
                    ? `border-amber-100 ${isSolved ? "bg-yellow-200" : "bg-amber-50"} ${entry.ink}`
                    : "border-dashed border-emerald-200 bg-emerald-900 text-emerald-100 hover:bg-emerald-800"
                }`}
              >
                <span className={isShown ? "text-4xl leading-tight sm:text-6xl" : "text-2xl sm:text-3xl"}>
                  {isShown ? entry.letter : place + 1}
                </span>
                {isShown && <span className="text-sm italic sm:text-lg"> {entry.word}</span>}
              </button>
            );
          })}
        </div>
      </div>

      <footer className="flex min-h-16 flex-wrap items-center gap-x-6 gap-y-2 border-t-2 border-dashed border-emerald-200/50 pt-4">
        <p role="status" className="text-xl text-yellow-200">
          {isDone
            ? `All pairs found in ${minutes(elapsed)}. Bravo!`
            : second === null
              ? "Pick two cards."
              : "Not the same."}
        </p>
        <ul aria-label="Last tries" className="flex flex-wrap gap-2">
          {history.slice(-5).map((result, index) => (
            <li
              key={index}
              className={`rounded-sm border px-2 text-lg ${result.matched ? "border-yellow-200 text-yellow-200" : "border-emerald-200/60"}`}
            >
              {result.text}
            </li>
          ))}
        </ul>
      </footer>
    </main>
  );
}
