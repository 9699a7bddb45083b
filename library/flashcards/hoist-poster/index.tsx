import { useEffect, useState } from "react";

type Answer = "known" | "missed";
type Shape = { points: string; colour: string };

const INK = "#101010";
const NAMES = ["Alfa", "Hotel", "Oscar", "Quebec", "Uniform", "Victor"];
const MEANINGS: Record<string, string> = {
  Alfa: "Diver down",
  Hotel: "Pilot on board",
  Oscar: "Person overboard",
  Quebec: "Ship is healthy",
  Uniform: "You are in danger",
  Victor: "I need help",
};
const GROUNDS: Record<string, string> = { Oscar: "#ffd400", Quebec: "#ffd400" };
const SHAPES: Record<string, Shape[]> = {
  Alfa: [{ points: "50,0 100,0 76,50 100,100 50,100", colour: "#0a4fd6" }],
  Hotel: [{ points: "50,0 100,0 100,100 50,100", colour: "#ee2a24" }],
  Oscar: [{ points: "0,0 100,0 100,100", colour: "#ee2a24" }],
  Uniform: [
    { points: "0,0 50,0 50,50 0,50", colour: "#ee2a24" },
    { points: "50,50 100,50 100,100 50,100", colour: "#ee2a24" },
  ],
  Victor: [
    { points: "0,0 17,0 100,83 100,100 83,100 0,17", colour: "#ee2a24" },
    { points: "100,0 100,17 17,100 0,100 0,83 83,0", colour: "#ee2a24" },
  ],
};

const outline = "focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-[#0a4fd6]";
const slab = `border-4 border-black px-4 py-3 text-xl font-black transition-colors disabled:cursor-not-allowed disabled:border-neutral-400 disabled:bg-white disabled:text-neutral-500 sm:text-2xl ${outline}`;
const textLink = `min-h-11 border-b-4 border-transparent font-bold hover:border-black disabled:cursor-not-allowed disabled:border-transparent disabled:text-neutral-500 ${outline}`;

function Cloth({ name, className }: { name: string; className: string }) {
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className={className}>
      {name === "Alfa" ? (
        <rect width="50" height="100" fill="#ffffff" />
      ) : (
        <rect width="100" height="100" fill={GROUNDS[name] ?? "#ffffff"} />
      )}
      {SHAPES[name]?.map(({ points, colour }) => (
        <polygon key={points} points={points} fill={colour} />
      ))}
    </svg>
  );
}

function Tally({ names, answers }: { names: string[]; answers: Answer[] }) {
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={names.length}
      aria-valuenow={answers.length}
      className="flex gap-1.5"
    >
      {names.map((name, index) => {
        const answer = answers[index];
        const colour = answer === "known" ? "bg-black" : answer === "missed" ? "bg-[#ee2a24]" : "bg-white";
        return <span key={name} className={`h-6 flex-1 border-4 border-black transition-colors ${colour}`} />;
      })}
    </div>
  );
}

function Result({ names, answers, onReview }: { names: string[]; answers: Answer[]; onReview: () => void }) {
  const missed = names.filter((_, index) => answers[index] === "missed");
  return (
    <div role="status">
      <h2 className="text-6xl leading-[0.9] font-black tracking-tighter sm:text-8xl">
        {`You knew ${names.length - missed.length} of ${names.length}`}
      </h2>
      {missed.length === 0 ? (
        <p className="mt-6 text-2xl font-bold">Nothing missed. Hoist the next deck.</p>
      ) : (
        <>
          <ul aria-label="Missed cards" className="mt-6 border-t-4 border-black">
            {missed.map((name) => (
              <li key={name} className="flex items-center gap-4 border-b-4 border-black py-2 text-xl">
                <Cloth name={name} className="h-8 w-12 border-2 border-black bg-[#8fd0f5]" />
                <strong className="w-24 font-black">{name}</strong>
                <span>{MEANINGS[name]}</span>
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={onReview}
            className={`${slab} mt-6 bg-[#0a4fd6] text-white hover:bg-[#083ba3]`}
          >
            Review missed
          </button>
        </>
      )}
    </div>
  );
}

export default function HoistPoster() {
  const [names, setNames] = useState(NAMES);
  const [answers, setAnswers] = useState<Answer[]>([]);
  const [meaningOf, setMeaningOf] = useState<string | null>(null);
  const [fromLast, setFromLast] = useState(false);

  const name = names[answers.length];
  const isShown = name !== undefined && meaningOf === name;
  const known = answers.filter((answer) => answer === "known").length;

  function deal(list: string[]) {
    setNames(list);
    setAnswers([]);
    setMeaningOf(null);
  }

  function dealWholeDeck(backwards: boolean) {
    setFromLast(backwards);
    deal(backwards ? [...NAMES].reverse() : NAMES);
  }

  function flip() {
    setMeaningOf(isShown || name === undefined ? null : name);
  }

  function give(answer: Answer) {
    if (!isShown) return;
    setAnswers([...answers, answer]);
    setMeaningOf(null);
  }

  function undo() {
    setAnswers(answers.slice(0, -1));
    setMeaningOf(null);
  }

  function reviewMissed() {
    deal(names.filter((_, index) => answers[index] === "missed"));
  }

  useEffect(() => {
    const shortcuts: Record<string, () => void> = {
      ArrowRight: () => give("known"),
      ArrowLeft: () => give("missed"),
      " ": flip,
    };
    function press(event: KeyboardEvent) {
      if (event.key === " " && document.activeElement instanceof HTMLButtonElement) return;
      const act = shortcuts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isShown, name, answers]);

  return (
    <main
      className="grid min-h-screen bg-white font-[family-name:'Helvetica_Neue',Helvetica,Arial,sans-serif] lg:grid-cols-2"
      style={{ color: INK }}
    >
      <div className="relative h-56 overflow-hidden border-b-8 border-black bg-[#8fd0f5] sm:h-80 lg:h-auto lg:border-r-8 lg:border-b-0">
        {name ? (
          <Cloth key={name} name={name} className="absolute top-[12%] left-0 h-[76%] w-[88%]" />
        ) : (
          <div className="grid h-full grid-cols-2 grid-rows-3">
            {NAMES.map((one) => (
              <Cloth key={one} name={one} className="size-full border-2 border-black" />
            ))}
          </div>
        )}
      </div>

      <div className="flex flex-col gap-8 px-5 py-6 sm:px-10 lg:min-h-screen lg:px-12 lg:py-10">
        <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
          <h1 className="text-xl font-black">Six signal flags</h1>
          <div className="flex gap-6">
            <button
              type="button"
              aria-pressed={fromLast}
              onClick={() => dealWholeDeck(!fromLast)}
              className={`${textLink} aria-pressed:border-[#ee2a24]`}
            >
              Reverse order
            </button>
            <button type="button" onClick={() => dealWholeDeck(fromLast)} className={textLink}>
              Restart
            </button>
          </div>
        </header>

        <section aria-label="Round">
          <Tally names={names} answers={answers} />
          <div className="mt-2 flex flex-wrap justify-between gap-x-6 text-lg font-bold">
            <p>{name ? `Card ${answers.length + 1} of ${names.length}` : "Finished"}</p>
            <p>Known: {known}</p>
            <p className="text-[#b8120d]">To repeat: {answers.length - known}</p>
          </div>
        </section>

        <section aria-label="Card" className="flex flex-1 flex-col justify-center">
          {name ? (
            <div role="status" className="min-h-44 lg:min-h-72">
              <h2 className="text-6xl leading-none font-black tracking-tighter sm:text-8xl xl:text-9xl">{name}</h2>
              {isShown ? (
                <p className="mt-4 inline-block bg-black px-3 py-1 text-3xl font-black text-white sm:text-5xl">
                  {MEANINGS[name]}
                </p>
              ) : (
                <p className="mt-4 py-1 text-3xl font-bold text-neutral-600 sm:text-5xl">means what?</p>
              )}
            </div>
          ) : (
            <Result names={names} answers={answers} onReview={reviewMissed} />
          )}
        </section>

        {name && (
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            <button
              type="button"
              onClick={flip}
              className={`${slab} col-span-2 bg-[#ffd400] hover:bg-[#ffe45c] sm:col-span-1`}
            >
              Flip
            </button>
            <button
              type="button"
              disabled={!isShown}
              onClick={() => give("missed")}
              className={`${slab} bg-[#d41a14] text-white enabled:hover:bg-[#a9120d]`}
            >
              Again
            </button>
            <button
              type="button"
              disabled={!isShown}
              onClick={() => give("known")}
              className={`${slab} bg-black text-white enabled:hover:bg-neutral-700`}
            >
              Knew it
            </button>
          </div>
        )}

        <footer className="flex flex-wrap items-center justify-between gap-4">
          <p>
            <kbd className="font-bold">Space</kbd> flips, <kbd className="font-bold">→</kbd> knew it,{" "}
            <kbd className="font-bold">←</kbd> again
          </p>
          <button type="button" onClick={undo} disabled={answers.length === 0} className={textLink}>
            Undo
          </button>
        </footer>
      </div>
    </main>
  );
}
