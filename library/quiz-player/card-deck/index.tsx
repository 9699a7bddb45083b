import { ArrowRight, Check, Compass, Lightbulb, RotateCcw, X } from "lucide-react";
import { useState } from "react";

type Question = {
  country: string;
  answer: string;
  others: [string, string];
  order: string[];
  note: string;
};

const questions: Question[] = [
  {
    country: "Australia",
    answer: "Canberra",
    others: ["Perth", "Melbourne"],
    order: ["Sydney", "Perth", "Canberra", "Melbourne"],
    note: "Canberra was planned from scratch, halfway between two rivals: Sydney and Melbourne.",
  },
  {
    country: "Canada",
    answer: "Ottawa",
    others: ["Montreal", "Vancouver"],
    order: ["Ottawa", "Montreal", "Toronto", "Vancouver"],
    note: "Ottawa lies on the border of English- and French-speaking Canada.",
  },
  {
    country: "Turkey",
    answer: "Ankara",
    others: ["Izmir", "Antalya"],
    order: ["Istanbul", "Izmir", "Antalya", "Ankara"],
    note: "Ankara has been the capital since 1923; Istanbul spans two continents.",
  },
  {
    country: "Morocco",
    answer: "Rabat",
    others: ["Fez", "Marrakesh"],
    order: ["Fez", "Casablanca", "Marrakesh", "Rabat"],
    note: "Rabat stands on the Atlantic coast, at the mouth of a river.",
  },
  {
    country: "Vietnam",
    answer: "Hanoi",
    others: ["Da Nang", "Hue"],
    order: ["Hue", "Hanoi", "Ho Chi Minh City", "Da Nang"],
    note: "Hanoi is more than a thousand years old and full of lakes.",
  },
];

const HINTS = 2;
type Phase = "intro" | "asking" | "results";
type Given = { question: Question; city: string };

const secondary =
  "inline-flex items-center justify-center gap-2 rounded-full border-2 border-violet-200 px-5 py-2.5 font-semibold text-violet-900 hover:bg-violet-50 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-violet-700 disabled:cursor-not-allowed disabled:opacity-45";
const primary =
  "inline-flex items-center justify-center gap-2 rounded-full bg-violet-700 px-7 py-3 font-semibold text-white hover:bg-violet-800 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-violet-700 disabled:cursor-not-allowed disabled:bg-violet-200 disabled:text-violet-900";

export default function CapitalCards() {
  const [phase, setPhase] = useState<Phase>("intro");
  const [deck, setDeck] = useState(questions);
  const [given, setGiven] = useState<Given[]>([]);
  const [position, setPosition] = useState(0);
  const [city, setCity] = useState("");
  const [checked, setChecked] = useState(false);
  const [hinted, setHinted] = useState(false);
  const [hintsLeft, setHintsLeft] = useState(HINTS);

  const question = deck[position];
  const score = given.filter((entry) => entry.city === entry.question.answer).length;
  const missed = given.filter((entry) => entry.city !== entry.question.answer).map((entry) => entry.question);
  const isLast = position === deck.length - 1;

  const startRound = (cards: Question[]) => {
    setDeck(cards);
    setGiven([]);
    setHintsLeft(HINTS);
    openCard(0);
    setPhase("asking");
  };

  const openCard = (index: number) => {
    setPosition(index);
    setCity("");
    setChecked(false);
    setHinted(false);
  };

  const handleCheck = () => {
    if (!question || city === "" || checked) return;
    setChecked(true);
    setGiven((entries) => [...entries, { question, city }]);
  };

  const handleHint = () => {
    setHinted(true);
    setHintsLeft((left) => left - 1);
    if (question?.others.includes(city)) setCity("");
  };

  const handleNext = () => (isLast ? setPhase("results") : openCard(position + 1));

  return (
    <main className="flex min-h-screen flex-col items-center justify-center bg-gradient-to-br from-violet-100 via-rose-50 to-amber-100 p-4 text-slate-900 sm:p-8">
      <div className="relative w-full max-w-xl">
        <div aria-hidden className="absolute inset-x-3 top-3 -bottom-3 rotate-2 rounded-[2rem] bg-amber-200" />
        <div aria-hidden className="absolute inset-x-3 top-3 -bottom-3 -rotate-2 rounded-[2rem] bg-rose-200" />
        <div className="relative min-h-[30rem] rounded-[2rem] bg-white p-6 shadow-xl sm:p-10">
          {phase === "intro" && (
            <div className="flex min-h-[25rem] flex-col items-center justify-center gap-5 text-center">
              <Compass size={64} strokeWidth={1.5} className="text-violet-700" aria-hidden />
              <h1 className="text-4xl font-extrabold tracking-tight">Capital cards</h1>
              <p className="max-w-sm text-lg text-slate-700">
                Five countries, five capitals. Watch out: the biggest city is not always the capital.
              </p>
              <ul className="flex flex-wrap justify-center gap-2 text-sm font-medium text-violet-900">
                {questions.map((item) => (
                  <li key={item.country} className="rounded-full bg-violet-100 px-3 py-1">
                    {item.country}
                  </li>
                ))}
              </ul>
              <button type="button" onClick={() => startRound(questions)} className={primary}>
                Start
              </button>
            </div>
          )}

          {phase === "asking" && question && (
            <>
              <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm font-medium text-slate-600">
                <p>{`Question ${position + 1} of ${deck.length}`}</p>
                <p>{`Hints left: ${hintsLeft}`}</p>
                <p className="font-bold text-violet-800">{`Score: ${score}`}</p>
              </div>
              <div className="mt-3 flex gap-1.5" aria-hidden>
                {deck.map((item, index) => (
                  <span
                    key={item.country}
                    className={`h-1.5 flex-1 rounded-full ${index <= position ? "bg-violet-600" : "bg-violet-100"}`}
                  />
                ))}
              </div>
              <h1 className="mt-6 text-2xl font-extrabold tracking-tight sm:text-3xl">{`What is the capital of ${question.country}?`}</h1>
              <fieldset className="mt-5 grid gap-3">
                <legend className="sr-only">Cities</legend>
                {question.order
                  .filter((name) => !hinted || !question.others.includes(name))
                  .map((name) => {
                    const right = checked && name === question.answer;
                    const wrong = checked && name === city && !right;
                    return (
                      <label
                        key={name}
                        className={`flex cursor-pointer items-center gap-3 rounded-2xl border-2 px-4 py-3 text-lg has-disabled:cursor-default ${
                          right
                            ? "border-emerald-600 bg-emerald-50"
                            : wrong
                              ? "border-rose-600 bg-rose-50"
                              : name === city
                                ? "border-violet-600 bg-violet-50"
                                : "border-slate-200 hover:border-violet-300"
                        }`}
                      >
                        <input
                          type="radio"
                          name="city"
                          value={name}
                          checked={name === city}
                          disabled={checked}
                          onChange={() => setCity(name)}
                          className="size-5 accent-violet-700"
                        />
                        <span className="flex-1">{name}</span>
                        {right && <Check size={20} className="text-emerald-700" aria-hidden />}
                        {wrong && <X size={20} className="text-rose-700" aria-hidden />}
                      </label>
                    );
                  })}
              </fieldset>
              <div role="status" className="mt-4 min-h-12">
                {checked && (
                  <p>
                    <strong className={city === question.answer ? "text-emerald-800" : "text-rose-800"}>
                      {city === question.answer ? "Well done!" : `Not quite. The answer is ${question.answer}.`}
                    </strong>{" "}
                    {question.note}
                  </p>
                )}
              </div>
              <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
                <button
                  type="button"
                  onClick={handleHint}
                  disabled={checked || hinted || hintsLeft === 0}
                  className={secondary}
                >
                  <Lightbulb size={18} aria-hidden />
                  Hint
                </button>
                {checked ? (
                  <button type="button" onClick={handleNext} className={primary}>
                    {isLast ? "See results" : "Next"}
                    <ArrowRight size={18} aria-hidden />
                  </button>
                ) : (
                  <button type="button" onClick={handleCheck} disabled={city === ""} className={primary}>
                    Check
                  </button>
                )}
              </div>
            </>
          )}

          {phase === "results" && (
            <>
              <h1 className="text-3xl font-extrabold tracking-tight">{`You scored ${score} of ${deck.length}`}</h1>
              <p className="mt-2 text-slate-700">
                {missed.length === 0 ? "Every capital was right. Splendid!" : "Look through the ones that got away."}
              </p>
              <ul className="mt-5 flex flex-col gap-2">
                {given.map(({ question: item, city: said }) => (
                  <li key={item.country} className="flex items-center gap-3 rounded-2xl bg-slate-50 px-4 py-3">
                    {said === item.answer ? (
                      <Check size={20} className="shrink-0 text-emerald-700" aria-label="Right" />
                    ) : (
                      <X size={20} className="shrink-0 text-rose-700" aria-label="Wrong" />
                    )}
                    <span className="flex-1">
                      <strong>{item.country}</strong>: {item.answer}
                      {said !== item.answer && <span className="text-rose-800">{` (you chose ${said})`}</span>}
                    </span>
                  </li>
                ))}
              </ul>
              <div className="mt-6 flex flex-wrap gap-3">
                {missed.length > 0 && (
                  <button type="button" onClick={() => startRound(missed)} className={primary}>
                    Practise mistakes
                  </button>
                )}
                <button type="button" onClick={() => startRound(questions)} className={secondary}>
                  <RotateCcw size={18} aria-hidden />
                  Try again
                </button>
              </div>
            </>
          )}
        </div>
      </div>
    </main>
  );
}
