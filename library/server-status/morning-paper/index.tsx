import { useMemo, useRef, useState } from "react";
import type { ChangeEvent, KeyboardEvent } from "react";

type Condition = "Operational" | "Degraded" | "Down";
type Story = { name: string; condition: Condition; failures: number; acknowledgedBy: string };
type Edition = { section: string; words: string; ranked: boolean };

const SECTIONS = ["All", "Operational", "Degraded", "Down"];
const ATTEMPTS = 200;
const FRONT_PAGE: Edition = { section: "All", words: "", ranked: false };
const WIRE: [string, Condition, number][] = [
  ["Website", "Operational", 0],
  ["Checkout", "Down", 31],
  ["Catalogue", "Degraded", 8],
  ["Mail", "Operational", 2],
  ["Login", "Operational", 1],
  ["Payments", "Down", 43],
  ["Images", "Degraded", 14],
  ["Backups", "Operational", 5],
];
const FIRST_STORIES: Story[] = WIRE.map(([name, condition, failures]) => ({
  name,
  condition,
  failures,
  acknowledgedBy: "",
}));

const SERIF = "font-[family-name:Georgia,'Times_New_Roman',serif]";
const SANS = "font-[family-name:Arial,Helvetica,sans-serif]";
const LINK = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-[#0d5c63]";
const INK: Record<Condition, string> = {
  Operational: "text-[#0d5c63]",
  Degraded: "text-[#7a4a00]",
  Down: "text-[#990f3d]",
};

function uptime({ failures }: Story): number {
  return ((ATTEMPTS - failures) / ATTEMPTS) * 100;
}

function inPercent(value: number): string {
  return `${value.toFixed(1)}%`;
}

function select(stories: Story[], { section, words, ranked }: Edition): Story[] {
  const needle = words.trim().toLowerCase();
  const selected = stories.filter((story) => {
    if (section !== "All" && story.condition !== section) return false;
    return story.name.toLowerCase().includes(needle);
  });
  return ranked ? selected.sort((one, other) => uptime(one) - uptime(other)) : selected;
}

function failureText(failures: number): string {
  if (failures === 0) return "Not one check failed";
  return failures === 1 ? "1 check failed" : `${failures} checks failed`;
}

function headlineFor(open: number): string {
  if (open === 0) return "Every incident is in somebody’s hands";
  return open === 1 ? "One service still waits for help" : `${open} services wait for somebody to look`;
}

function StoryItem({ story, onTake, onReturn }: { story: Story; onTake: () => void; onReturn: () => void }) {
  const { name, condition, acknowledgedBy } = story;
  const needsAction = condition !== "Operational";
  return (
    <li className="flex flex-col border-t border-[#33302e] pt-3 pb-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-2xl font-bold">{name}</h2>
        <p className={`${SANS} text-sm font-bold ${INK[condition]}`}>{condition}</p>
      </div>
      <p className={`text-5xl leading-none tracking-tight tabular-nums ${INK[condition]} mt-2`}>
        {inPercent(uptime(story))}
      </p>
      <div aria-hidden="true" className="mt-3 h-1.5 bg-[#e0c8b2]">
        <div className="h-full bg-current" style={{ width: `${uptime(story)}%` }} />
      </div>
      <div className={`${SANS} mt-2 flex min-h-11 flex-wrap items-center justify-between gap-x-3 text-sm`}>
        {!needsAction && <p>{failureText(story.failures)}</p>}
        {needsAction && acknowledgedBy === "" && (
          <button
            type="button"
            onClick={onTake}
            className={`min-h-10 w-full border border-[#33302e] px-3 font-bold transition-colors hover:bg-[#33302e] hover:text-white ${LINK}`}
          >
            {`Acknowledge ${name}`}
          </button>
        )}
        {needsAction && acknowledgedBy !== "" && (
          <>
            <p className="min-w-0 break-words italic">{`Acknowledged by ${acknowledgedBy}`}</p>
            <button
              type="button"
              onClick={onReturn}
              className={`min-h-10 font-bold underline hover:no-underline ${LINK}`}
            >
              {`Reopen ${name}`}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

export default function MorningPaper() {
  const [stories, setStories] = useState(FIRST_STORIES);
  const [edition, setEdition] = useState(FRONT_PAGE);
  const [byline, setByline] = useState("");
  const [bylineMissing, setBylineMissing] = useState(false);
  const bylineRef = useRef<HTMLInputElement>(null);
  const printed = useMemo(() => select(stories, edition), [stories, edition]);
  const open = stories.filter((story) => story.condition !== "Operational" && !story.acknowledgedBy).length;
  const average = printed.reduce((sum, story) => sum + uptime(story), 0) / printed.length;

  function revise(part: Partial<Edition>) {
    setEdition((before) => ({ ...before, ...part }));
  }

  function setAcknowledged(name: string, person: string) {
    setStories((before) => before.map((story) => (story.name === name ? { ...story, acknowledgedBy: person } : story)));
  }

  function handleTake(name: string) {
    const person = byline.trim();
    if (person.length === 0) {
      setBylineMissing(true);
      bylineRef.current?.focus();
      return;
    }
    setAcknowledged(name, person);
  }

  function handleByline(event: ChangeEvent<HTMLInputElement>) {
    setByline(event.target.value);
    setBylineMissing(false);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") revise({ words: "" });
  }

  return (
    <main className={`min-h-dvh bg-[#fff1e5] text-[#33302e] ${SERIF}`}>
      <div className="mx-auto max-w-6xl px-5 py-5 sm:px-8 sm:py-7">
        <header className="border-b-4 border-double border-[#33302e] pb-4">
          <p className={`${SANS} flex flex-wrap justify-between gap-x-6 border-b border-[#33302e] pb-2 text-sm`}>
            <span>Duty edition</span>
            <span aria-live="polite" className="font-bold">{`Open incidents: ${open}`}</span>
          </p>
          <h1 className="mt-3 text-4xl leading-none font-bold tracking-tight sm:text-6xl">The Status Times</h1>
          <p className="mt-2 text-lg italic sm:text-xl">{headlineFor(open)}</p>
        </header>

        <div className="mt-4 grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
          <aside aria-label="Desk" className={`${SANS} grid content-start gap-4 sm:grid-cols-2 lg:grid-cols-1`}>
            <div role="group" aria-label="Average uptime" aria-live="polite" className="bg-[#f2dfce] px-4 py-3">
              <p className="text-sm font-bold">Average uptime</p>
              <p className={`${SERIF} text-5xl leading-tight tracking-tighter tabular-nums`}>
                {printed.length === 0 ? "–" : inPercent(average)}
              </p>
            </div>
            <label className="block text-sm font-bold">
              Search services
              <input
                value={edition.words}
                onChange={(event) => revise({ words: event.target.value })}
                onKeyDown={handleKey}
                autoComplete="off"
                className={`mt-1 h-11 w-full border border-[#33302e] bg-white px-3 text-base font-normal ${LINK}`}
              />
            </label>
            <div role="group" aria-label="Section" className="flex flex-wrap gap-x-5 gap-y-1 lg:flex-col lg:gap-0">
              {SECTIONS.map((section) => (
                <button
                  key={section}
                  type="button"
                  aria-pressed={edition.section === section}
                  onClick={() => revise({ section })}
                  className={`min-h-10 border-b-4 border-transparent text-left text-base hover:border-[#c9a98a] aria-pressed:border-[#990f3d] aria-pressed:font-bold lg:border-b-0 lg:border-l-4 lg:pl-3 ${LINK}`}
                >
                  {section}
                </button>
              ))}
            </div>
            <div>
              <label htmlFor="byline" className="block text-sm font-bold">
                Your name
              </label>
              <input
                id="byline"
                ref={bylineRef}
                value={byline}
                maxLength={24}
                onChange={handleByline}
                autoComplete="off"
                aria-invalid={bylineMissing}
                aria-describedby="byline-missing"
                className={`mt-1 h-11 w-full border border-[#33302e] bg-white px-3 text-base aria-invalid:border-2 aria-invalid:border-[#990f3d] ${LINK}`}
              />
              <p id="byline-missing" role="alert" className="mt-1 min-h-5 text-sm font-bold text-[#990f3d]">
                {bylineMissing ? "Enter your name first" : ""}
              </p>
            </div>
          </aside>

          <section aria-label="Services">
            <div className={`${SANS} flex min-h-11 flex-wrap items-center justify-between gap-3 pb-3 text-sm`}>
              <p role="status">{`Showing ${printed.length} of ${stories.length}`}</p>
              <button
                type="button"
                aria-pressed={edition.ranked}
                onClick={() => revise({ ranked: !edition.ranked })}
                className={`min-h-10 border border-[#33302e] px-4 font-bold hover:bg-[#f2dfce] aria-pressed:bg-[#0d5c63] aria-pressed:text-white ${LINK}`}
              >
                Sort by uptime
              </button>
            </div>
            {printed.length === 0 ? (
              <div className="border-y border-[#33302e] py-16 text-center">
                <p className="text-3xl">No services match</p>
                <button
                  type="button"
                  onClick={() => setEdition({ ...edition, section: "All", words: "" })}
                  className={`${SANS} mt-5 min-h-11 bg-[#0d5c63] px-5 font-bold text-white hover:bg-[#08434a] ${LINK}`}
                >
                  Clear filters
                </button>
              </div>
            ) : (
              <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
                {printed.map((story) => (
                  <StoryItem
                    key={story.name}
                    story={story}
                    onTake={() => handleTake(story.name)}
                    onReturn={() => setAcknowledged(story.name, "")}
                  />
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
    </main>
  );
}
