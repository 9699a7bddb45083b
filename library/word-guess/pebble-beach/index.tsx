import { useCallback, useEffect, useState, type ReactNode } from "react";

const SECRETS = ["PLANT", "RIVER"];
const WORD_LENGTH = 5;
const MAX_TRIES = 6;
const POSITIONS = [0, 1, 2, 3, 4];
const KEYS_TOP = [..."QWERTYUIOP"];
const KEYS_MIDDLE = [..."ASDFGHJKL"];
const KEYS_BOTTOM = [..."ZXCVBNM"];

type Guess = { word: string; marks: string[] };
type Trouble = "none" | "short" | "repeated";

const STONES: Record<string, string> = {
  correct: "bg-[#1f6f6b] text-white",
  misplaced: "bg-[#f3b08a] text-[#4a2108] ring-4 ring-inset ring-[#b4562a]",
  absent: "bg-[#cfc8bb] text-[#4d473c]",
};
const TROUBLES: Record<Trouble, string> = {
  none: "Which word lies on the beach?",
  short: "Type five letters",
  repeated: "Already guessed",
};

/** First the letters in their place, then what is left of the secret for the others. */
function weigh(word: string, secret: string): Guess {
  const marks = new Array<string>(WORD_LENGTH).fill("absent");
  const rest: string[] = [];
  for (const position of POSITIONS) {
    if (word[position] === secret[position]) marks[position] = "correct";
    else rest.push(secret[position] ?? "");
  }
  for (const position of POSITIONS) {
    const letter = word[position] ?? "";
    if (marks[position] === "correct" || !rest.includes(letter)) continue;
    marks[position] = "misplaced";
    rest.splice(rest.indexOf(letter), 1);
  }
  return { word, marks };
}

function bestMark(letter: string, guesses: Guess[]): string | undefined {
  const marks = guesses.flatMap((guess) => guess.marks.filter((_, position) => guess.word[position] === letter));
  return ["correct", "misplaced", "absent"].find((mark) => marks.includes(mark));
}

function Pebble({ label, letter, mark }: { label: string; letter: string; mark?: string | undefined }) {
  const outline = letter ? "bg-white text-[#2f2a22] shadow-md" : "border-2 border-dashed border-[#a89c86] bg-white/40";
  return (
    <div
      role="img"
      aria-label={`${label}: ${letter || "empty"}${mark ? `, ${mark}` : ""}`}
      className={`grid size-13 place-items-center rounded-[48%_52%_50%_50%/54%_48%_52%_46%] text-2xl font-semibold transition-colors duration-300 motion-reduce:transition-none sm:size-16 sm:text-3xl ${mark ? STONES[mark] : outline}`}
    >
      {letter}
    </div>
  );
}

type KeyProps = { name: string; wide?: boolean; look?: string; onPress: () => void; children: ReactNode };

function Key({ name, wide = false, look = "bg-white text-[#2f2a22] hover:bg-[#fff6ea]", onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={`h-12 rounded-2xl font-semibold shadow-sm transition-colors focus-visible:outline-3 focus-visible:outline-offset-1 focus-visible:outline-[#1d4f91] ${wide ? "px-2.5 text-sm sm:px-5 sm:text-base" : "min-w-0 flex-1"} ${look}`}
    >
      {children}
    </button>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <p className="text-[#4b443a]">
      {label}: <b>{value}</b>
    </p>
  );
}

export default function PebbleBeach() {
  const [game, setGame] = useState(0);
  const [guesses, setGuesses] = useState<Guess[]>([]);
  const [letters, setLetters] = useState("");
  const [trouble, setTrouble] = useState<Trouble>("none");
  const [results, setResults] = useState<boolean[]>([]);

  const secret = SECRETS[game % SECRETS.length] ?? "";
  const won = guesses.some((guess) => guess.word === secret);
  const over = won || guesses.length >= MAX_TRIES;
  const tryNumber = Math.min(over ? guesses.length : guesses.length + 1, MAX_TRIES);

  const addLetter = useCallback(
    (letter: string) => {
      if (over || letters.length >= WORD_LENGTH) return;
      setLetters(letters + letter);
      setTrouble("none");
    },
    [over, letters],
  );

  const removeLetter = useCallback(() => {
    if (over) return;
    setLetters(letters.slice(0, -1));
  }, [over, letters]);

  const tryWord = useCallback(() => {
    if (over) return;
    if (letters.length < WORD_LENGTH) {
      setTrouble("short");
      return;
    }
    if (guesses.some((guess) => guess.word === letters)) {
      setTrouble("repeated");
      return;
    }
    const isFound = letters === secret;
    setGuesses([...guesses, weigh(letters, secret)]);
    setLetters("");
    setTrouble("none");
    if (isFound || guesses.length + 1 === MAX_TRIES) setResults([...results, isFound]);
  }, [over, letters, guesses, secret, results]);

  const beginGame = () => {
    setGame(game + 1);
    setGuesses([]);
    setLetters("");
    setTrouble("none");
  };

  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
      if (event.key === "Enter" && !isOnButton) tryWord();
      if (event.key === "Backspace") removeLetter();
      if (/^[a-z]$/i.test(event.key)) addLetter(event.key.toUpperCase());
    };
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  }, [addLetter, removeLetter, tryWord]);

  const renderPebbles = (row: number) => {
    const guess = guesses[row];
    const text = guess?.word ?? (row === guesses.length ? letters : "");
    return POSITIONS.map((position) => (
      <Pebble
        key={position}
        label={`Row ${row + 1}, letter ${position + 1}`}
        letter={text[position] ?? ""}
        mark={guess?.marks[position]}
      />
    ));
  };

  const renderLetter = (letter: string) => {
    const mark = bestMark(letter, guesses);
    const name = mark ? `Letter ${letter}, ${mark}` : `Letter ${letter}`;
    const look = mark === undefined ? undefined : STONES[mark];
    return (
      <Key key={letter} name={name} onPress={() => addLetter(letter)} {...(look ? { look } : {})}>
        {letter}
      </Key>
    );
  };

  return (
    <div className="min-h-screen bg-linear-to-b from-[#d7ebea] via-[#f2e8d8] to-[#ead7b8] px-3 py-4 text-[#2f2a22] sm:px-6 sm:py-5">
      <main className="mx-auto flex max-w-2xl flex-col items-center gap-4">
        <header className="flex w-full flex-wrap items-end justify-between gap-x-6 gap-y-1">
          <h1 className="text-3xl font-light tracking-tight text-[#14524f] sm:text-4xl">Five pebbles</h1>
          <div className="flex gap-4">
            <p className="font-semibold text-[#14524f]">{`Try ${tryNumber} of ${MAX_TRIES}`}</p>
            <Count label="Played" value={results.length} />
            <Count label="Won" value={results.filter((result) => result).length} />
          </div>
        </header>

        <section aria-label="Guesses" className="flex flex-col gap-2">
          {Array.from({ length: MAX_TRIES }, (_, row) => (
            <div key={row} className="flex gap-2.5 sm:gap-3">
              {renderPebbles(row)}
            </div>
          ))}
        </section>

        <div role="status" className="flex min-h-8 items-center text-center text-lg font-semibold">
          {over ? (
            <p className={won ? "text-[#14524f]" : "text-[#8a3b12]"}>
              {won
                ? `You found it in ${guesses.length} ${guesses.length === 1 ? "try" : "tries"}`
                : `The word was ${secret}`}
            </p>
          ) : (
            <p className={trouble === "none" ? "font-normal text-[#4b443a]" : "text-[#8a3b12]"}>{TROUBLES[trouble]}</p>
          )}
        </div>

        <section aria-label="Keyboard" className="flex w-full flex-col gap-1.5">
          <div className="flex gap-1 sm:gap-1.5">{KEYS_TOP.map(renderLetter)}</div>
          <div className="flex gap-1 px-4 sm:gap-1.5 sm:px-8">{KEYS_MIDDLE.map(renderLetter)}</div>
          <div className="flex gap-1 sm:gap-1.5">
            <Key name="Enter" wide look="bg-[#1f6f6b] text-white hover:bg-[#185855]" onPress={tryWord}>
              Enter
            </Key>
            {KEYS_BOTTOM.map(renderLetter)}
            <Key name="Delete" wide onPress={removeLetter}>
              Delete
            </Key>
          </div>
        </section>

        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={beginGame}
          className="rounded-full border-2 border-[#1f6f6b] px-7 py-2 font-semibold text-[#14524f] hover:bg-white/70 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#1d4f91]"
        >
          New game
        </button>
      </main>
    </div>
  );
}
