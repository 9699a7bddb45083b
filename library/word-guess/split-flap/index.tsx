import { CornerDownLeft, Delete, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";

type Verdict = "correct" | "misplaced" | "absent";
type Flap = { letter: string; verdict: Verdict | null };
type Board = {
  wordNumber: number;
  lines: Flap[][];
  line: number;
  phase: "typing" | "found" | "missed";
  keys: Record<string, Verdict>;
  warning: string | null;
  rounds: { played: number; won: number };
};

const ANSWERS = ["PLANT", "RIVER"];
const LINES = 6;
const FLAPS = 5;
const BLANK: Flap = { letter: "", verdict: null };
const ALPHABET = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
const ORDER: (Verdict | undefined)[] = [undefined, "absent", "misplaced", "correct"];

const FLAP_LOOK: Record<Verdict, string> = {
  correct: "bg-emerald-500 text-black",
  misplaced: "bg-amber-400 text-black",
  absent: "bg-zinc-600 text-zinc-100",
};

function blankLines(): Flap[][] {
  return Array.from({ length: LINES }, () => Array.from({ length: FLAPS }, () => BLANK));
}

function openBoard(wordNumber: number, rounds: Board["rounds"]): Board {
  return { wordNumber, lines: blankLines(), line: 0, phase: "typing", keys: {}, warning: null, rounds };
}

function answerOf(board: Board): string {
  return ANSWERS[board.wordNumber % ANSWERS.length] ?? "";
}

function textOf(line: Flap[]): string {
  return line.map((flap) => flap.letter).join("");
}

function currentText(board: Board): string {
  return textOf(board.lines[board.line] ?? []);
}

function withText(board: Board, text: string): Board {
  const flaps = Array.from({ length: FLAPS }, (_, index) => ({ letter: text[index] ?? "", verdict: null }));
  return { ...board, lines: board.lines.map((line, index) => (index === board.line ? flaps : line)) };
}

function typeLetter(board: Board, letter: string): Board {
  const text = currentText(board);
  if (board.phase !== "typing" || text.length >= FLAPS) return board;
  return { ...withText(board, text + letter), warning: null };
}

function deleteLetter(board: Board): Board {
  if (board.phase !== "typing") return board;
  return withText(board, currentText(board).slice(0, -1));
}

function judge(text: string, answer: string): Flap[] {
  const open = new Map<string, number>();
  for (const [index, letter] of Array.from(answer).entries()) {
    if (text[index] !== letter) open.set(letter, (open.get(letter) ?? 0) + 1);
  }
  return Array.from(text, (letter, index): Flap => {
    if (answer[index] === letter) return { letter, verdict: "correct" };
    const count = open.get(letter) ?? 0;
    if (count === 0) return { letter, verdict: "absent" };
    open.set(letter, count - 1);
    return { letter, verdict: "misplaced" };
  });
}

function withBetterKeys(keys: Board["keys"], flaps: Flap[]): Board["keys"] {
  const better = { ...keys };
  for (const { letter, verdict } of flaps) {
    if (verdict && ORDER.indexOf(verdict) > ORDER.indexOf(better[letter])) better[letter] = verdict;
  }
  return better;
}

function enterGuess(board: Board): Board {
  if (board.phase !== "typing") return board;
  const text = currentText(board);
  if (text.length !== FLAPS) return { ...board, warning: "Type five letters" };
  if (board.lines.slice(0, board.line).some((line) => textOf(line) === text)) {
    return { ...board, warning: "Already guessed" };
  }
  const flaps = judge(text, answerOf(board));
  const found = text === answerOf(board);
  const phase = found ? "found" : board.line === LINES - 1 ? "missed" : "typing";
  const { played, won } = board.rounds;
  return {
    ...board,
    lines: board.lines.map((line, index) => (index === board.line ? flaps : line)),
    line: phase === "typing" ? board.line + 1 : board.line,
    phase,
    keys: withBetterKeys(board.keys, flaps),
    warning: null,
    rounds: phase === "typing" ? board.rounds : { played: played + 1, won: found ? won + 1 : won },
  };
}

function remarkOf(board: Board): string {
  const tries = board.line + 1;
  if (board.phase === "found") return `You found it in ${tries} ${tries > 1 ? "tries" : "try"}`;
  if (board.phase === "missed") return `The word was ${answerOf(board)}`;
  return board.warning ?? "Boarding: a word of five letters";
}

function FlapTile({ flap, name }: { flap: Flap; name: string }) {
  const said = [flap.letter || "empty", flap.verdict].filter((part) => part !== null).join(", ");
  return (
    <div
      role="img"
      aria-label={`${name}: ${said}`}
      className={`relative grid h-12 place-items-center rounded-sm text-3xl font-bold transition-colors duration-300 motion-reduce:transition-none sm:h-15 sm:text-4xl ${
        flap.verdict ? FLAP_LOOK[flap.verdict] : "bg-[#1b1c1f] text-zinc-50"
      }`}
    >
      {flap.letter}
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 h-0.5 bg-black/25" />
    </div>
  );
}

const RING = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-sky-300";
const KEYCAP = `h-12 rounded bg-zinc-800 font-bold text-zinc-50 hover:brightness-125 ${RING}`;

export default function SplitFlap() {
  const [board, setBoard] = useState(() => openBoard(0, { played: 0, won: 0 }));
  const over = board.phase !== "typing";

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Backspace") setBoard(deleteLetter);
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) setBoard(enterGuess);
      else if (/^[a-zA-Z]$/.test(event.key)) setBoard((current) => typeLetter(current, event.key.toUpperCase()));
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  const handleNewGame = (event: React.MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.blur();
    setBoard(openBoard(board.wordNumber + 1, board.rounds));
  };

  const keepFocus = (event: React.MouseEvent) => event.preventDefault();

  const letterKey = (letter: string) => {
    const verdict = board.keys[letter];
    return (
      <button
        key={letter}
        type="button"
        aria-label={verdict ? `Letter ${letter}, ${verdict}` : `Letter ${letter}`}
        onMouseDown={keepFocus}
        onClick={() => setBoard((current) => typeLetter(current, letter))}
        className={`h-12 min-w-0 flex-1 rounded font-bold hover:brightness-125 ${RING} ${
          verdict === "absent"
            ? "bg-zinc-950 text-zinc-400 line-through"
            : verdict
              ? FLAP_LOOK[verdict]
              : "bg-zinc-800 text-zinc-50"
        }`}
      >
        {letter}
      </button>
    );
  };

  return (
    <main className="min-h-screen bg-[#0b0c0e] p-3 font-mono text-zinc-100 sm:p-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b-2 border-amber-400 pb-3">
          <h1 className="text-2xl font-bold tracking-[0.2em] text-amber-300 uppercase sm:text-4xl">Word gate</h1>
          <div className="flex flex-wrap gap-x-6 text-zinc-300">
            <p className="text-amber-300">{`Try ${board.line + 1} of ${LINES}`}</p>
            <p>{`Played: ${board.rounds.played}`}</p>
            <p>{`Won: ${board.rounds.won}`}</p>
          </div>
        </header>
        <section aria-label="Guesses" className="grid gap-1.5 rounded-md bg-black p-2 ring-1 ring-zinc-800 sm:p-3">
          {board.lines.map((line, row) => (
            <div key={row} className="grid grid-cols-[2.2rem_1fr] items-center gap-2 sm:grid-cols-[9rem_1fr] sm:gap-6">
              <p aria-hidden="true" className={row === board.line && !over ? "text-amber-300" : "text-zinc-400"}>
                <span className="hidden sm:inline">Flight </span>
                {`0${row + 1}`}
              </p>
              <div className="grid grid-cols-5 gap-1.5 sm:gap-2">
                {line.map((flap, index) => (
                  <FlapTile key={index} flap={flap} name={`Row ${row + 1}, letter ${index + 1}`} />
                ))}
              </div>
            </div>
          ))}
        </section>
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-3">
          <p role="status" className={`text-lg sm:text-xl ${over ? "font-bold text-amber-300" : "text-zinc-200"}`}>
            {remarkOf(board)}
          </p>
          <button
            type="button"
            onClick={handleNewGame}
            className={`flex items-center gap-2 rounded border border-amber-400 px-4 py-2 font-bold ${RING} ${
              over ? "bg-amber-400 text-black hover:bg-amber-300" : "text-amber-300 hover:bg-amber-400/15"
            }`}
          >
            <RefreshCw size={18} aria-hidden="true" />
            New game
          </button>
        </div>
        <section aria-label="Keyboard" className="mx-auto grid w-full max-w-2xl gap-1.5">
          {ALPHABET.map((letters, row) => (
            <div key={letters} className="flex gap-1 sm:gap-1.5">
              {row === 2 && (
                <button
                  type="button"
                  aria-label="Enter"
                  onMouseDown={keepFocus}
                  onClick={() => setBoard(enterGuess)}
                  className={`${KEYCAP} grid w-11 place-items-center sm:w-16`}
                >
                  <CornerDownLeft size={20} aria-hidden="true" />
                </button>
              )}
              {Array.from(letters, letterKey)}
              {row === 2 && (
                <button
                  type="button"
                  aria-label="Delete"
                  onMouseDown={keepFocus}
                  onClick={() => setBoard(deleteLetter)}
                  className={`${KEYCAP} grid w-11 place-items-center sm:w-16`}
                >
                  <Delete size={20} aria-hidden="true" />
                </button>
              )}
            </div>
          ))}
        </section>
      </div>
    </main>
  );
}
