import { useEffect, useState } from "react";
import { ArrowUpDown, Check, RotateCcw, Undo2, X } from "lucide-react";

type Part = { d: string; fill: string };
type Card = { name: string; meaning: string; parts: Part[] };
type Marks = Record<string, boolean>;

const RED = "#c8102e";
const BLUE = "#12479b";
const YELLOW = "#f6c414";
const WHITE = "#ffffff";
const WHOLE = "M0 0H60V40H0Z";

const CARDS: Card[] = [
  {
    name: "Alfa",
    meaning: "Diver down",
    parts: [
      { d: "M0 0H30V40H0Z", fill: WHITE },
      { d: "M30 0H60L46 20 60 40H30Z", fill: BLUE },
    ],
  },
  {
    name: "Hotel",
    meaning: "Pilot on board",
    parts: [
      { d: "M0 0H30V40H0Z", fill: WHITE },
      { d: "M30 0H60V40H30Z", fill: RED },
    ],
  },
  {
    name: "Oscar",
    meaning: "Person overboard",
    parts: [
      { d: "M0 0V40H60Z", fill: YELLOW },
      { d: "M0 0H60V40Z", fill: RED },
    ],
  },
  { name: "Quebec", meaning: "Ship is healthy", parts: [{ d: WHOLE, fill: YELLOW }] },
  {
    name: "Uniform",
    meaning: "You are in danger",
    parts: [
      { d: WHOLE, fill: WHITE },
      { d: "M0 0H30V20H0ZM30 20H60V40H30Z", fill: RED },
    ],
  },
  {
    name: "Victor",
    meaning: "I need help",
    parts: [
      { d: WHOLE, fill: WHITE },
      { d: "M0 0H9L30 14 51 0H60V6L39 20 60 34V40H51L30 26 9 40H0V34L21 20 0 6Z", fill: RED },
    ],
  },
];
const CONTOURS = [0, 1, 2, 3, 4, 5, 6];

const focusRing = "focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-[#9c1458]";
const plain = `inline-flex min-h-11 items-center gap-2 border border-[#1d3440] bg-[#fdfcf4] px-4 text-[#1d3440] hover:bg-[#e4eef0] disabled:cursor-not-allowed disabled:opacity-45 ${focusRing}`;
const strong = `inline-flex min-h-12 flex-1 items-center justify-center gap-2 border-2 px-5 text-lg font-semibold transition-colors disabled:cursor-not-allowed disabled:border-[#8fa3ab] disabled:bg-transparent disabled:text-[#51656e] ${focusRing}`;

function FlagPicture({ card, className }: { card: Card; className: string }) {
  return (
    <svg viewBox="-1 -1 62 42" aria-hidden="true" className={className}>
      {card.parts.map((part) => (
        <path key={part.d} d={part.d} fill={part.fill} stroke="#1d3440" strokeWidth={0.6} />
      ))}
    </svg>
  );
}

function ScaleBar({ total, done }: { total: number; done: number }) {
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className="flex h-4 border border-[#1d3440] bg-[#fdfcf4]"
    >
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={`flex-1 border-r border-[#1d3440] transition-colors duration-300 last:border-r-0 ${index < done ? "bg-[#9c1458]" : ""}`}
        />
      ))}
    </div>
  );
}

function Depths() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 1200 800"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
    >
      <path d="M0 0H430C380 90 250 120 210 220S90 360 0 380Z" fill="#f0e4bd" stroke="#b79b58" strokeWidth="2" />
      <path d="M1200 800H850c30-90 150-90 190-170s90-110 160-120Z" fill="#f0e4bd" stroke="#b79b58" strokeWidth="2" />
      {CONTOURS.map((line) => (
        <path
          key={line}
          d={`M${470 + line * 34} 0C${420 + line * 34} ${100 + line * 12} ${290 + line * 40} ${150 + line * 16} ${250 + line * 42} ${250 + line * 18}S${120 + line * 40} ${410 + line * 26} 0 ${430 + line * 44}`}
          fill="none"
          stroke="#6aa3b5"
          strokeWidth="1"
          opacity={0.7 - line * 0.07}
        />
      ))}
      <g stroke="#9c1458" fill="none" opacity="0.5">
        <circle cx="1010" cy="210" r="120" />
        <circle cx="1010" cy="210" r="92" strokeDasharray="2 8" strokeWidth="8" />
        <path d="M1010 60V360M860 210H1160" />
      </g>
    </svg>
  );
}

export default function HarbourChart() {
  const [cards, setCards] = useState(CARDS);
  const [position, setPosition] = useState(0);
  const [isFlipped, setIsFlipped] = useState(false);
  const [marks, setMarks] = useState<Marks>({});
  const [isReversed, setIsReversed] = useState(false);

  const card = cards[position];
  const known = cards.filter((one) => marks[one.name] === true).length;
  const missed = cards.filter((one) => marks[one.name] === false);

  function beginRound(next: Card[]) {
    setCards(next);
    setPosition(0);
    setIsFlipped(false);
    setMarks({});
  }

  function beginDeck(reversed: boolean) {
    setIsReversed(reversed);
    beginRound(reversed ? [...CARDS].reverse() : CARDS);
  }

  function flip() {
    if (!card) return;
    setIsFlipped(!isFlipped);
  }

  function answer(wasKnown: boolean) {
    if (!card || !isFlipped) return;
    setMarks({ ...marks, [card.name]: wasKnown });
    setPosition(position + 1);
    setIsFlipped(false);
  }

  function undo() {
    const previous = cards[position - 1];
    if (!previous) return;
    const { [previous.name]: _taken, ...rest } = marks;
    setMarks(rest);
    setPosition(position - 1);
    setIsFlipped(false);
  }

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      const onButton = event.target instanceof Element && event.target.closest("button") !== null;
      if (event.key === " " && !onButton) {
        event.preventDefault();
        flip();
      }
      if (event.key === "ArrowRight") answer(true);
      if (event.key === "ArrowLeft") answer(false);
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  });

  return (
    <main className="relative min-h-screen overflow-hidden bg-[#d5e8ec] font-serif text-[#1d3440]">
      <Depths />
      <div className="relative mx-auto flex max-w-3xl flex-col gap-5 px-4 py-8 sm:py-12">
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div>
            <h1 className="text-4xl tracking-tight italic sm:text-5xl">Signal flags</h1>
            <p className="mt-1">Sheet 6, approaches to the skipper's licence</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <button
              type="button"
              aria-pressed={isReversed}
              onClick={() => beginDeck(!isReversed)}
              className={`${plain} aria-pressed:bg-[#1d3440] aria-pressed:text-white`}
            >
              <ArrowUpDown size={18} aria-hidden /> Reverse order
            </button>
            <button type="button" onClick={() => beginDeck(isReversed)} className={plain}>
              <RotateCcw size={18} aria-hidden /> Restart
            </button>
          </div>
        </header>

        <section aria-label="Round" className="border border-[#1d3440] bg-[#fdfcf4] p-4">
          <div className="mb-3 flex flex-wrap justify-between gap-x-6">
            <p className="font-semibold">{card ? `Card ${position + 1} of ${cards.length}` : "Round finished"}</p>
            <p className="flex gap-6">
              <span>Known: {known}</span>
              <span>To repeat: {missed.length}</span>
            </p>
          </div>
          <ScaleBar total={cards.length} done={position} />
        </section>

        <section aria-label="Card" className="border-4 border-double border-[#1d3440] bg-[#fdfcf4] p-5 sm:p-8">
          {card ? (
            <>
              <div className="grid items-center gap-6 sm:grid-cols-[1.1fr_1fr] sm:gap-9">
                <FlagPicture card={card} className="w-full drop-shadow-md" />
                <div role="status" className="min-h-32">
                  <h2 className="text-4xl sm:text-5xl">{card.name}</h2>
                  {isFlipped ? (
                    <p className="mt-3 border-t border-[#1d3440] pt-3 text-2xl text-[#9c1458] italic">{card.meaning}</p>
                  ) : (
                    <p className="mt-3 border-t border-dashed border-[#1d3440] pt-3 text-lg">
                      What does this flag tell you?
                    </p>
                  )}
                </div>
              </div>
              <div className="mt-6 flex flex-wrap gap-3 sm:mt-8">
                <button
                  type="button"
                  disabled={!isFlipped}
                  onClick={() => answer(false)}
                  className={`${strong} border-[#9c1458] text-[#9c1458] enabled:hover:bg-[#f9e3ee]`}
                >
                  <X size={20} aria-hidden /> Again
                </button>
                <button
                  type="button"
                  onClick={flip}
                  className={`${strong} order-first basis-full border-[#1d3440] bg-[#1d3440] text-white hover:bg-[#35525f] sm:order-none sm:basis-0`}
                >
                  Flip
                </button>
                <button
                  type="button"
                  disabled={!isFlipped}
                  onClick={() => answer(true)}
                  className={`${strong} border-[#1a6144] text-[#1a6144] enabled:hover:bg-[#def0e6]`}
                >
                  <Check size={20} aria-hidden /> Knew it
                </button>
              </div>
            </>
          ) : (
            <div role="status">
              <h2 className="text-4xl sm:text-5xl">{`You knew ${known} of ${cards.length}`}</h2>
              {missed.length === 0 ? (
                <p className="mt-3 text-xl italic">Fair winds: not a single flag was missed.</p>
              ) : (
                <ul aria-label="Missed cards" className="mt-5 border-t border-[#1d3440]">
                  {missed.map((one) => (
                    <li key={one.name} className="flex items-center gap-4 border-b border-[#1d3440] py-3 text-lg">
                      <FlagPicture card={one} className="w-14" />
                      <strong className="w-24">{one.name}</strong>
                      <span className="italic">{one.meaning}</span>
                    </li>
                  ))}
                </ul>
              )}
              {missed.length > 0 && (
                <button
                  type="button"
                  onClick={() => beginRound(missed)}
                  className={`${strong} mt-6 border-[#9c1458] bg-[#9c1458] text-white hover:bg-[#7d0f45]`}
                >
                  Review missed
                </button>
              )}
            </div>
          )}
        </section>

        <footer className="flex flex-wrap items-center justify-between gap-3">
          <p className="bg-[#fdfcf4]/80 px-2 py-1">Space flips, right arrow: knew it, left arrow: again.</p>
          <button type="button" onClick={undo} disabled={position === 0} className={plain}>
            <Undo2 size={18} aria-hidden /> Undo
          </button>
        </footer>
      </div>
    </main>
  );
}
