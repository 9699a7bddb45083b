import { useEffect, useReducer, useRef } from "react";

type Mark = "correct" | "misplaced" | "absent";
type Round = { guesses: string[]; draft: string; notice: string };
type Game = Round & { round: number; played: number; won: number };
type Action = { type: "letter"; letter: string } | { type: "delete" } | { type: "enter" } | { type: "new" };

const WORDS = ["PLANT", "RIVER"];
const LENGTH = 5;
const TRIES = 6;
const KEY_ROWS = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
const RANK: Record<Mark, number> = { absent: 1, misplaced: 2, correct: 3 };
const EMPTY_ROUND: Round = { guesses: [], draft: "", notice: "" };
const FIRST_GAME: Game = { ...EMPTY_ROUND, round: 0, played: 0, won: 0 };

const SQUARE: Record<Mark, string> = {
  correct: "bg-[#14532d] text-white",
  misplaced: "bg-[#f2c94c] text-black",
  absent: "bg-[#57534e] text-white",
};

function wordOf(game: Game): string {
  return WORDS[game.round % WORDS.length] ?? "";
}

function markGuess(guess: string, word: string): Mark[] {
  const left = Array.from(word).filter((letter, index) => guess[index] !== letter);
  return Array.from(guess).map((letter, index) => {
    if (word[index] === letter) return "correct";
    const found = left.indexOf(letter);
    if (found === -1) return "absent";
    left.splice(found, 1);
    return "misplaced";
  });
}

function markKeys(guesses: string[], word: string): Map<string, Mark> {
  const keys = new Map<string, Mark>();
  for (const guess of guesses) {
    markGuess(guess, word).forEach((mark, index) => {
      const letter = guess[index] ?? "";
      const known = keys.get(letter);
      if (!known || RANK[mark] > RANK[known]) keys.set(letter, mark);
    });
  }
  return keys;
}

function isOver(game: Game): boolean {
  return game.guesses.length === TRIES || game.guesses.includes(wordOf(game));
}

function submit(game: Game): Game {
  if (game.draft.length < LENGTH) return { ...game, notice: "Type five letters" };
  if (game.guesses.includes(game.draft)) return { ...game, notice: "Already guessed" };
  const next = { ...game, guesses: [...game.guesses, game.draft], draft: "", notice: "" };
  if (!isOver(next)) return next;
  const found = next.guesses.includes(wordOf(next));
  return { ...next, played: next.played + 1, won: next.won + (found ? 1 : 0) };
}

function reduce(game: Game, action: Action): Game {
  if (action.type === "new") return { ...game, ...EMPTY_ROUND, round: game.round + 1 };
  if (isOver(game)) return game;
  switch (action.type) {
    case "letter":
      return game.draft.length < LENGTH ? { ...game, draft: game.draft + action.letter, notice: "" } : game;
    case "delete":
      return { ...game, draft: game.draft.slice(0, -1) };
    case "enter":
      return submit(game);
  }
}

function actionOf(key: string): Action | null {
  if (key === "Enter") return { type: "enter" };
  if (key === "Backspace") return { type: "delete" };
  return /^[a-z]$/i.test(key) ? { type: "letter", letter: key.toUpperCase() } : null;
}

function verdictOf(game: Game): string {
  const { guesses } = game;
  if (guesses.includes(wordOf(game)))
    return `You found it in ${guesses.length} ${guesses.length === 1 ? "try" : "tries"}`;
  return isOver(game) ? `The word was ${wordOf(game)}` : game.notice || "1 Across, five letters";
}

function Square({ name, letter, mark }: { name: string; letter: string; mark: Mark | undefined }) {
  const said = letter === "" ? "empty" : mark ? `${letter}, ${mark}` : letter;
  return (
    <div
      role="img"
      aria-label={`${name}: ${said}`}
      className={`relative grid aspect-square place-items-center border-r-2 border-b-2 border-black text-3xl font-bold transition-colors duration-200 sm:text-4xl ${
        mark ? SQUARE[mark] : "bg-white"
      }`}
    >
      {letter}
      {mark === "misplaced" && (
        <span aria-hidden="true" className="absolute right-1.5 bottom-1.5 size-2 rounded-full border-2 border-black" />
      )}
    </div>
  );
}

const KEY =
  "h-13 border border-black font-bold focus-visible:outline-3 focus-visible:outline-offset-1 focus-visible:outline-blue-800 sm:h-14";

export default function MorningCrossword() {
  const [game, dispatch] = useReducer(reduce, FIRST_GAME);
  const grid = useRef<HTMLElement>(null);
  const word = wordOf(game);
  const over = isOver(game);
  const keys = markKeys(game.guesses, word);
  const rows = Array.from(
    { length: TRIES },
    (_, row) => game.guesses[row] ?? (row === game.guesses.length ? game.draft : ""),
  );
  const current = over ? game.guesses.length : game.guesses.length + 1;

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton = event.target instanceof HTMLButtonElement;
      const action = actionOf(event.key);
      if (!action || (onButton && event.key === "Enter")) return;
      event.preventDefault();
      dispatch(action);
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  function startRound() {
    dispatch({ type: "new" });
    grid.current?.focus();
  }

  function renderKey(label: string, name: string, action: Action, look: string) {
    return (
      <button
        key={label}
        type="button"
        aria-label={name}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => dispatch(action)}
        className={`${KEY} ${look}`}
      >
        {label}
      </button>
    );
  }

  function renderLetterKey(letter: string) {
    const mark = keys.get(letter);
    const name = mark ? `Letter ${letter}, ${mark}` : `Letter ${letter}`;
    const look = mark ? SQUARE[mark] : "bg-white hover:bg-stone-200";
    return renderKey(letter, name, { type: "letter", letter }, `min-w-0 flex-1 ${look}`);
  }

  return (
    <main className="min-h-screen bg-[#ece5d8] p-3 font-[family-name:Georgia,serif] text-black sm:p-6">
      <div className="mx-auto max-w-5xl border-y-4 border-black bg-[#f7f2e8] px-3 py-4 sm:px-8">
        <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-black pb-3">
          <h1 className="text-3xl font-black tracking-tight sm:text-5xl">The Morning Word</h1>
          <p className="text-stone-700 italic">{`Puzzle no. ${game.round + 1}`}</p>
        </header>
        <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[27rem_minmax(0,1fr)] lg:gap-10">
          <section
            ref={grid}
            tabIndex={-1}
            aria-label="Guesses"
            className="mx-auto grid w-full max-w-[19rem] grid-cols-5 self-start border-t-2 border-l-2 border-black outline-none sm:max-w-sm lg:max-w-none"
          >
            {rows.flatMap((text, row) => {
              const marks = row < game.guesses.length ? markGuess(text, word) : [];
              return Array.from({ length: LENGTH }, (_, index) => (
                <Square
                  key={`${row}-${index}`}
                  name={`Row ${row + 1}, letter ${index + 1}`}
                  letter={text[index] ?? ""}
                  mark={marks[index]}
                />
              ));
            })}
          </section>
          <div className="flex min-w-0 flex-col gap-4">
            <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-y border-black py-2 text-lg">
              <p className="font-bold">{`Try ${current} of ${TRIES}`}</p>
              <p>{`Played: ${game.played}`}</p>
              <p>{`Won: ${game.won}`}</p>
            </div>
            <p className="hidden leading-relaxed text-stone-800 md:block">
              A word of five letters is wanted. Green stands in its place, yellow belongs elsewhere in the word, grey
              does not belong at all.
            </p>
            <p role="status" className="min-h-10 text-2xl font-bold italic md:min-h-12">
              {verdictOf(game)}
            </p>
            <section aria-label="Keyboard" className="flex flex-col gap-1.5 lg:mt-auto">
              {KEY_ROWS.map((letters, row) => (
                <div key={letters} className={`flex gap-[3px] sm:gap-1.5 ${row === 1 ? "px-3 sm:px-6" : ""}`}>
                  {row === 2 &&
                    renderKey("Enter", "Enter", { type: "enter" }, "bg-black px-1.5 text-sm text-white sm:px-3")}
                  {Array.from(letters, renderLetterKey)}
                  {row === 2 &&
                    renderKey(
                      "Delete",
                      "Delete",
                      { type: "delete" },
                      "bg-white px-1.5 text-sm hover:bg-stone-200 sm:px-3",
                    )}
                </div>
              ))}
            </section>
            <button
              type="button"
              onClick={startRound}
              className={`${KEY} ${over ? "bg-black text-white hover:bg-stone-800" : "bg-transparent hover:bg-stone-200"}`}
            >
              New game
            </button>
          </div>
        </div>
      </div>
    </main>
  );
}
