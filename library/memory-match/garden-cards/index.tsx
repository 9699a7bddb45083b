import { useEffect, useState } from "react";
import { Bird, Bug, Clover, Flower2, Leaf, RotateCcw, Snail, Sun, TreePine } from "lucide-react";
import type { LucideIcon } from "lucide-react";

type BoardSize = 4 | 12 | 16;
type Picture = { name: string; icon: LucideIcon; colour: string };

const SIZES: readonly BoardSize[] = [4, 12, 16];
const TURN_BACK_MS = 1200;

const PICTURES: readonly Picture[] = [
  { name: "sun", icon: Sun, colour: "text-amber-600" },
  { name: "leaf", icon: Leaf, colour: "text-green-700" },
  { name: "flower", icon: Flower2, colour: "text-pink-600" },
  { name: "snail", icon: Snail, colour: "text-orange-700" },
  { name: "bird", icon: Bird, colour: "text-sky-700" },
  { name: "tree", icon: TreePine, colour: "text-emerald-800" },
  { name: "beetle", icon: Bug, colour: "text-red-700" },
  { name: "clover", icon: Clover, colour: "text-lime-700" },
];

function deal(size: BoardSize, seed: number): number[] {
  if (size === 4) return [0, 1, 0, 1];
  const deck = Array.from({ length: size }, (_, index) => Math.floor(index / 2));
  let state = seed;
  for (let last = deck.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    const moved = deck[last] ?? 0;
    deck[last] = deck[other] ?? 0;
    deck[other] = moved;
  }
  return deck;
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

type CardProps = { position: number; picture: Picture; isOpen: boolean; isFound: boolean; onTurn: () => void };

function Card({ position, picture, isOpen, isFound, onTurn }: CardProps) {
  const Icon = picture.icon;
  const isUp = isOpen || isFound;
  const label = `Card ${position + 1}, ${isUp ? picture.name : "face down"}${isFound ? ", found" : ""}`;
  if (!isUp) {
    return (
      <button
        type="button"
        aria-label={label}
        onClick={onTurn}
        className="flex aspect-square items-center justify-center rounded-2xl border-4 border-white bg-emerald-600 shadow-md transition-transform hover:-translate-y-1 hover:bg-emerald-700 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-amber-500 motion-reduce:transition-none"
      >
        <Leaf aria-hidden="true" className="size-2/5 text-emerald-200" />
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onTurn}
      className={`flex aspect-square flex-col items-center justify-center rounded-2xl border-4 shadow-md focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-amber-500 ${
        isFound ? "border-amber-400 bg-amber-50" : "border-white bg-white"
      }`}
    >
      <Icon aria-hidden="true" className={`size-1/2 ${picture.colour}`} />
      <span className="mt-1 text-xs font-semibold text-stone-700 sm:text-sm">{picture.name}</span>
    </button>
  );
}

export default function GardenCards() {
  const [size, setSize] = useState<BoardSize>(16);
  const [seed, setSeed] = useState(20417);
  const [deck, setDeck] = useState<number[]>(() => deal(16, 20417));
  const [open, setOpen] = useState<number[]>([]);
  const [found, setFound] = useState<number[]>([]);
  const [moves, setMoves] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [best, setBest] = useState<Partial<Record<BoardSize, number>>>({});

  const pairCount = size / 2;
  const isSolved = found.length === pairCount;
  const bestHere = best[size];
  const pairsLeft = pairCount - found.length;

  useEffect(() => {
    if (open.length < 2) return undefined;
    const timer = setTimeout(() => setOpen([]), TURN_BACK_MS);
    return () => clearTimeout(timer);
  }, [open]);

  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);

  function startGame(nextSize: BoardSize) {
    const nextSeed = seed + 7919;
    setSeed(nextSeed);
    setSize(nextSize);
    setDeck(deal(nextSize, nextSeed));
    setOpen([]);
    setFound([]);
    setMoves(0);
    setSeconds(0);
    setIsRunning(false);
  }

  function finishGame(totalMoves: number) {
    setIsRunning(false);
    setBest((current) => ({ ...current, [size]: Math.min(current[size] ?? totalMoves, totalMoves) }));
  }

  function turnCard(position: number) {
    const picture = deck[position];
    if (picture === undefined || open.length === 2 || open.includes(position) || found.includes(picture)) return;
    setIsRunning(true);
    const first = open[0];
    if (first === undefined) {
      setOpen([position]);
      return;
    }
    setMoves((value) => value + 1);
    if (deck[first] !== picture) {
      setOpen([first, position]);
      return;
    }
    setOpen([]);
    setFound((pictures) => [...pictures, picture]);
    if (found.length + 1 === pairCount) finishGame(moves + 1);
  }

  return (
    <main className="flex min-h-dvh flex-col items-center bg-lime-100 px-4 py-6 text-stone-800">
      <header className="w-full max-w-xl text-center">
        <h1 className="text-3xl font-extrabold text-emerald-900">Garden pairs</h1>
        <p className="mt-1 text-stone-700">Turn two cards and look for the same picture.</p>
        <div role="group" aria-label="Board" className="mt-4 flex flex-wrap justify-center gap-2">
          {SIZES.map((option) => (
            <button
              key={option}
              type="button"
              aria-pressed={option === size}
              onClick={() => startGame(option)}
              className="rounded-full bg-white px-4 py-2 font-semibold text-emerald-900 hover:bg-emerald-50 focus-visible:outline-3 focus-visible:outline-amber-500 aria-pressed:bg-emerald-800 aria-pressed:text-white"
            >
              {option} cards
            </button>
          ))}
          <button
            type="button"
            onClick={() => startGame(size)}
            className="flex items-center gap-2 rounded-full bg-amber-400 px-4 py-2 font-semibold text-stone-900 hover:bg-amber-300 focus-visible:outline-3 focus-visible:outline-emerald-800"
          >
            <RotateCcw aria-hidden="true" className="size-4" />
            New game
          </button>
        </div>
      </header>

      <div className="mt-4 grid w-full max-w-xl grid-cols-2 gap-2 text-center text-sm sm:grid-cols-4">
        <p className="rounded-xl bg-white/80 px-2 py-2">
          Moves: <strong>{moves}</strong>
        </p>
        <p className="rounded-xl bg-white/80 px-2 py-2">
          Pairs: <strong>{`${found.length} of ${pairCount}`}</strong>
        </p>
        <p className="rounded-xl bg-white/80 px-2 py-2">
          Time: <strong className="tabular-nums">{clockText(seconds)}</strong>
        </p>
        <p className="rounded-xl bg-white/80 px-2 py-2">
          Best: <strong>{bestHere === undefined ? "none yet" : `${bestHere} moves`}</strong>
        </p>
      </div>

      <p role="status" className="mt-3 min-h-7 text-lg font-bold text-emerald-900">
        {isSolved
          ? `All pairs found in ${moves} moves. Well done!`
          : `${pairsLeft} ${pairsLeft === 1 ? "pair" : "pairs"} to go`}
      </p>

      <section
        aria-label="Cards"
        className={`mt-2 grid w-full gap-2 sm:gap-3 ${
          size === 4
            ? "max-w-xs grid-cols-2"
            : size === 12
              ? "max-w-md grid-cols-3 sm:max-w-lg sm:grid-cols-4"
              : "max-w-lg grid-cols-4"
        }`}
      >
        {deck.map((picture, position) => (
          <Card
            key={position}
            position={position}
            picture={PICTURES[picture] ?? { name: "leaf", icon: Leaf, colour: "text-green-700" }}
            isOpen={open.includes(position)}
            isFound={found.includes(picture)}
            onTurn={() => turnCard(position)}
          />
        ))}
      </section>
    </main>
  );
}
