import { useEffect, useRef, useState, type ReactNode } from "react";

interface Item {
  country: string;
  capital: string;
  biggest: string;
  rest: readonly [string, string];
  remark: string;
}

const LESSON: readonly Item[] = [
  {
    country: "Australia",
    capital: "Canberra",
    biggest: "Sydney",
    rest: ["Adelaide", "Cairns"],
    remark: "Sydney and Melbourne could not agree, so a new city was built.",
  },
  {
    country: "Canada",
    capital: "Ottawa",
    biggest: "Toronto",
    rest: ["Edmonton", "Regina"],
    remark: "Ottawa sits on the river that bears its name.",
  },
  {
    country: "Turkey",
    capital: "Ankara",
    biggest: "Istanbul",
    rest: ["Mersin", "Samsun"],
    remark: "The long-haired Angora goat and cat are named after Ankara.",
  },
  {
    country: "Morocco",
    capital: "Rabat",
    biggest: "Casablanca",
    rest: ["Meknes", "Tetouan"],
    remark: "Rabat faces the old town of Salé across the river.",
  },
  {
    country: "Vietnam",
    capital: "Hanoi",
    biggest: "Ho Chi Minh City",
    rest: ["Vinh", "Can Tho"],
    remark: "Hanoi means the city inside the rivers.",
  },
];

const HINT_BUDGET = 2;

interface Chat {
  stage: "hello" | "talk" | "bye";
  list: readonly Item[];
  said: string[];
  choice: string | null;
  answered: boolean;
  halved: boolean;
  hints: number;
}

const hello: Chat = {
  stage: "hello",
  list: LESSON,
  said: [],
  choice: null,
  answered: false,
  halved: false,
  hints: HINT_BUDGET,
};
const ask = (item: Item) => `What is the capital of ${item.country}?`;

function orderedCities(item: Item, halved: boolean): string[] {
  const all = halved ? [item.capital, item.biggest] : [item.capital, item.biggest, ...item.rest];
  return all.toSorted((a, b) => a.localeCompare(b, "en"));
}

function Bubble({ from, children }: { from: "tutor" | "pupil"; children: ReactNode }) {
  return (
    <div className={`flex ${from === "tutor" ? "justify-start" : "justify-end"}`}>
      <div
        className={`max-w-[85%] rounded-3xl px-4 py-2.5 leading-relaxed ${
          from === "tutor" ? "rounded-bl-md bg-emerald-100 text-emerald-950" : "rounded-br-md bg-slate-800 text-white"
        }`}
      >
        {children}
      </div>
    </div>
  );
}

const mainButton =
  "rounded-2xl bg-emerald-700 px-6 py-3 font-semibold text-white hover:bg-emerald-800 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-emerald-700 disabled:cursor-not-allowed disabled:bg-slate-200 disabled:text-slate-600";
const sideButton =
  "rounded-2xl bg-slate-100 px-6 py-3 font-semibold text-slate-800 hover:bg-slate-200 focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-emerald-700 disabled:cursor-not-allowed disabled:opacity-50";

export default function ChatTutor() {
  const [chat, setChat] = useState<Chat>(hello);
  const logRef = useRef<HTMLDivElement>(null);
  const { stage, list, said, choice, answered, halved, hints } = chat;

  useEffect(() => {
    const log = logRef.current;
    if (log) log.scrollTop = log.scrollHeight;
  }, [chat]);

  const index = answered ? said.length - 1 : said.length;
  const item = list[index];
  const score = said.filter((city, place) => city === list[place]?.capital).length;
  const missed = list.filter((entry, place) => said[place] !== entry.capital);
  const finishedTurns = said.slice(0, stage === "bye" ? said.length : index);

  const begin = (items: readonly Item[]) => setChat({ ...hello, stage: "talk", list: items });
  const choose = (city: string) => setChat((now) => ({ ...now, choice: city }));
  const check = () =>
    setChat((now) => (now.choice === null ? now : { ...now, answered: true, said: [...now.said, now.choice] }));
  const halve = () =>
    setChat((now) => ({
      ...now,
      halved: true,
      hints: now.hints - 1,
      choice: item?.rest.some((city) => city === now.choice) ? null : now.choice,
    }));
  const proceed = () =>
    setChat((now) => ({
      ...now,
      stage: now.said.length === now.list.length ? "bye" : "talk",
      choice: null,
      answered: false,
      halved: false,
    }));

  return (
    <main className="flex h-screen min-h-[36rem] justify-center bg-emerald-50 text-slate-900 sm:p-6">
      <div className="flex w-full max-w-2xl flex-col overflow-hidden bg-white sm:rounded-3xl sm:border sm:border-emerald-200">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-slate-200 px-5 py-3">
          <span
            aria-hidden
            className="grid size-11 place-items-center rounded-full bg-emerald-700 text-lg font-bold text-white"
          >
            G
          </span>
          <div className="flex-1">
            <h1 className="text-lg font-bold">Geography tutor</h1>
            <p className="text-sm text-slate-600">
              {stage === "talk" ? `Question ${index + 1} of ${list.length}` : "Five capitals in five minutes"}
            </p>
          </div>
          {stage !== "hello" && (
            <div className="text-right text-sm font-semibold text-emerald-900 sm:flex sm:gap-4">
              <p>{`Score: ${score}`}</p>
              <p>{`Hints left: ${hints}`}</p>
            </div>
          )}
        </header>

        <div
          ref={logRef}
          role="log"
          aria-label="Conversation"
          tabIndex={0}
          className="flex flex-1 flex-col gap-3 overflow-y-auto px-5 py-5 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-emerald-700"
        >
          <Bubble from="tutor">Hello! I will name a country, and you tell me its capital.</Bubble>
          {stage === "hello" && (
            <>
              <Bubble from="tutor">The biggest city is a tempting answer, but it is not always the right one.</Bubble>
              <Bubble from="tutor">Stuck? You have two hints. Each one takes two wrong cities away. Ready?</Bubble>
            </>
          )}
          {finishedTurns.map((city, place) => {
            const past = list[place];
            return (
              past && (
                <div key={past.country} className="flex flex-col gap-3">
                  <Bubble from="tutor">{ask(past)}</Bubble>
                  <Bubble from="pupil">
                    {city}{" "}
                    <span aria-label={city === past.capital ? "right" : "wrong"} role="img">
                      {city === past.capital ? "✓" : "✗"}
                    </span>
                  </Bubble>
                </div>
              )
            );
          })}
          {stage === "talk" && item && <Bubble from="tutor">{ask(item)}</Bubble>}
          {stage === "talk" && item && answered && (
            <>
              <Bubble from="pupil">{choice}</Bubble>
              <Bubble from="tutor">
                <strong>{choice === item.capital ? "Well done!" : `Not quite. The answer is ${item.capital}.`}</strong>{" "}
                {item.remark}
              </Bubble>
            </>
          )}
          {stage === "bye" && (
            <Bubble from="tutor">
              <strong>{`You scored ${score} of ${list.length}.`}</strong>{" "}
              {missed.length === 0
                ? "Not a single mistake!"
                : `To remember: ${missed.map((entry) => `${entry.capital} for ${entry.country}`).join(", ")}.`}
            </Bubble>
          )}
        </div>

        <div className="border-t border-slate-200 bg-white px-5 py-4">
          {stage === "hello" && (
            <button type="button" onClick={() => begin(LESSON)} className={`${mainButton} w-full`}>
              Start
            </button>
          )}
          {stage === "talk" && item && (
            <>
              <fieldset className="grid gap-2 sm:grid-cols-2">
                <legend className="mb-2 text-sm text-slate-600">{answered ? "Your answer" : "Select a city"}</legend>
                {orderedCities(item, halved).map((city) => (
                  <label
                    key={city}
                    className="flex cursor-pointer items-center gap-3 rounded-2xl border border-slate-300 px-4 py-2.5 hover:bg-emerald-50 has-checked:border-emerald-700 has-checked:bg-emerald-100 has-disabled:cursor-default has-disabled:text-slate-600"
                  >
                    <input
                      type="radio"
                      name="reply"
                      checked={city === choice}
                      disabled={answered}
                      onChange={() => choose(city)}
                      className="size-4 accent-emerald-700"
                    />
                    {city}
                  </label>
                ))}
              </fieldset>
              <div className="mt-3 flex gap-3">
                {answered ? (
                  <button type="button" onClick={proceed} className={`${mainButton} flex-1`}>
                    {said.length === list.length ? "See results" : "Next"}
                  </button>
                ) : (
                  <button type="button" onClick={check} disabled={choice === null} className={`${mainButton} flex-1`}>
                    Check
                  </button>
                )}
                <button type="button" onClick={halve} disabled={answered || halved || hints < 1} className={sideButton}>
                  Hint
                </button>
              </div>
            </>
          )}
          {stage === "bye" && (
            <div className="flex flex-wrap gap-3">
              {missed.length > 0 && (
                <button type="button" onClick={() => begin(missed)} className={`${mainButton} flex-1`}>
                  Practise mistakes
                </button>
              )}
              <button type="button" onClick={() => begin(LESSON)} className={`${sideButton} flex-1`}>
                Try again
              </button>
            </div>
          )}
        </div>
      </div>
    </main>
  );
}
