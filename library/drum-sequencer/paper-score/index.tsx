import { useEffect, useState } from "react";

type Note = `${string}@${number}`;

const VOICES = ["Kick", "Snare", "Hi-hat", "Clap"];
const COLUMNS = [1, 2, 3, 4, 5, 6, 7, 8];
const TEMPO = { start: 120, min: 60, max: 180, jump: 10, tick: 5 };
const PIECES: Record<string, Record<string, number[]>> = {
  Rock: { Kick: [1, 5], Snare: [3, 7], "Hi-hat": COLUMNS },
  House: { Kick: [1, 3, 5, 7], "Hi-hat": [2, 4, 6, 8], Clap: [3, 7] },
  Empty: {},
};

function notesOf(piece: string): Set<Note> {
  const voices = Object.entries(PIECES[piece] ?? {});
  return new Set(voices.flatMap(([voice, columns]) => columns.map((column): Note => `${voice}@${column}`)));
}

function titleOf(notes: Set<Note>): string {
  const match = Object.keys(PIECES).find((piece) => {
    const wanted = notesOf(piece);
    return wanted.size === notes.size && [...wanted].every((note) => notes.has(note));
  });
  return match ?? "Custom";
}

const inkFocus = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-[#a81e28]";
const word = `min-h-11 border-b-2 border-[#1b1a17] px-1 text-xl italic transition-colors hover:text-[#a81e28] disabled:cursor-not-allowed disabled:border-transparent disabled:text-[#6f6a5f] ${inkFocus}`;

function NoteHead({ voice }: { voice: string }) {
  const isCymbal = voice === "Hi-hat";
  return (
    <svg viewBox="0 0 40 60" aria-hidden="true" className="absolute inset-0 size-full">
      <path d="M27 36V8" stroke="#1b1a17" strokeWidth="2.5" />
      {isCymbal ? (
        <path d="M12 29 27 43M27 29 12 43" stroke="#1b1a17" strokeWidth="4" strokeLinecap="round" />
      ) : (
        <ellipse cx="19" cy="36" rx="9.5" ry="7" transform="rotate(-20 19 36)" fill="#1b1a17" />
      )}
    </svg>
  );
}

function Rest() {
  return (
    <svg viewBox="0 0 40 60" aria-hidden="true" className="absolute inset-0 size-full">
      <circle cx="20" cy="36" r="3" fill="#8d8778" />
    </svg>
  );
}

export default function PaperScore() {
  const [notes, setNotes] = useState(() => notesOf("Rock"));
  const [tempo, setTempo] = useState(TEMPO.start);
  const [ticks, setTicks] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);

  const column = ticks === 0 ? 0 : ((ticks - 1) % COLUMNS.length) + 1;
  const loops = ticks === 0 ? 0 : Math.floor((ticks - 1) / COLUMNS.length);
  const title = titleOf(notes);
  const sounding = VOICES.filter((voice) => notes.has(`${voice}@${column}`));

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = window.setInterval(() => setTicks((count) => count + 1), 30_000 / tempo);
    return () => window.clearInterval(timer);
  }, [isPlaying, tempo]);

  function toggleNote(note: Note) {
    const next = new Set(notes);
    if (!next.delete(note)) next.add(note);
    setNotes(next);
  }

  function clearVoice(voice: string) {
    setNotes(new Set([...notes].filter((note) => !note.startsWith(`${voice}@`))));
  }

  function changeTempo(value: number) {
    setTempo(Math.max(TEMPO.min, Math.min(TEMPO.max, value)));
  }

  function handlePlay() {
    if (isPlaying) setTicks(0);
    setIsPlaying(!isPlaying);
  }

  function handleReset() {
    setIsPlaying(false);
    setTicks(0);
    setTempo(TEMPO.start);
    setNotes(notesOf("Rock"));
  }

  return (
    <main className="min-h-screen bg-[#e9e6dd] px-3 py-5 font-serif text-[#1b1a17] sm:px-6 sm:py-6">
      <article className="mx-auto max-w-5xl bg-[#fffefa] px-4 py-6 shadow-md sm:px-14 sm:py-7">
        <header className="text-center">
          <h1 className="text-4xl sm:text-5xl">Groove in eight steps</h1>
          <p className="mt-2 text-lg italic">for four hands on one drum kit</p>
        </header>

        <div className="mt-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div>
            <p className="text-2xl">
              <span aria-hidden="true">♩ = </span>
              {`${tempo} BPM`}
            </p>
            <div className="mt-1 flex items-center gap-4">
              <button
                type="button"
                disabled={tempo <= TEMPO.min}
                onClick={() => changeTempo(tempo - TEMPO.jump)}
                className={word}
              >
                Slower
              </button>
              <input
                type="range"
                aria-label="Tempo"
                min={TEMPO.min}
                max={TEMPO.max}
                step={TEMPO.tick}
                value={tempo}
                onChange={(event) => changeTempo(Number(event.target.value))}
                className={`h-6 w-32 accent-[#1b1a17] sm:w-44 ${inkFocus}`}
              />
              <button
                type="button"
                disabled={tempo >= TEMPO.max}
                onClick={() => changeTempo(tempo + TEMPO.jump)}
                className={word}
              >
                Faster
              </button>
            </div>
          </div>
          <label className="text-lg italic">
            Preset
            <select
              value={title}
              onChange={(event) => setNotes(notesOf(event.target.value))}
              className={`ml-3 min-h-11 border-b-2 border-[#1b1a17] bg-transparent px-2 text-xl ${inkFocus}`}
            >
              {[...Object.keys(PIECES), ...(title === "Custom" ? ["Custom"] : [])].map((piece) => (
                <option key={piece}>{piece}</option>
              ))}
            </select>
          </label>
        </div>

        <section aria-label="Score" className="mt-5">
          {VOICES.map((voice) => (
            <div key={voice} className="grid grid-cols-[1fr_auto] items-center sm:grid-cols-[6rem_1fr_7rem]">
              <h2 className="text-xl italic">{voice}</h2>
              <div className="order-last col-span-2 grid grid-cols-8 border-x-[3px] border-[#1b1a17] sm:order-none sm:col-span-1">
                {COLUMNS.map((step) => {
                  const note: Note = `${voice}@${step}`;
                  const isOn = notes.has(note);
                  const isNow = step === column;
                  return (
                    <button
                      key={step}
                      type="button"
                      aria-pressed={isOn}
                      aria-label={`${voice} step ${step}`}
                      onClick={() => toggleNote(note)}
                      className={`relative h-16 transition-colors hover:bg-[#efe9d8] ${isNow ? "bg-[#f7cfcb] hover:bg-[#f3bcb7]" : ""} ${step === 4 ? "border-r border-[#1b1a17]" : ""} ${inkFocus}`}
                    >
                      <span aria-hidden="true" className="absolute inset-x-0 top-[60%] h-px bg-[#1b1a17]" />
                      {isOn ? <NoteHead voice={voice} /> : <Rest />}
                    </button>
                  );
                })}
              </div>
              <button
                type="button"
                disabled={!COLUMNS.some((step) => notes.has(`${voice}@${step}`))}
                onClick={() => clearVoice(voice)}
                className={`justify-self-end px-1 py-2 italic underline underline-offset-4 hover:text-[#a81e28] disabled:cursor-not-allowed disabled:text-[#6f6a5f] disabled:no-underline ${inkFocus}`}
              >
                Clear {voice}
              </button>
            </div>
          ))}
          <ol
            aria-hidden="true"
            className="grid grid-cols-8 border-t-[3px] border-[#1b1a17] pt-1 text-center sm:mr-28 sm:ml-24"
          >
            {COLUMNS.map((step) => (
              <li key={step} className={step === column ? "font-bold text-[#a81e28]" : ""}>
                {step % 2 === 1 ? (step + 1) / 2 : "and"}
              </li>
            ))}
          </ol>
        </section>

        <section
          aria-label="Position"
          className="mt-4 grid grid-cols-3 gap-3 border-y border-[#1b1a17] py-3 text-center text-lg sm:text-xl"
        >
          <p className={column > 0 ? "text-[#a81e28]" : ""}>{`Step ${column} of ${COLUMNS.length}`}</p>
          <p>{`Loops: ${loops}`}</p>
          <p>{`Hits: ${notes.size}`}</p>
          <p className="col-span-3 italic">{`Sounding: ${sounding.join(", ") || "nothing"}`}</p>
          <p role="status" className={notes.size === 0 ? "col-span-3" : "hidden"}>
            {notes.size === 0 && "No hits yet"}
          </p>
        </section>

        <div className="mt-5 flex flex-wrap items-center gap-6">
          <button
            type="button"
            onClick={handlePlay}
            className={`min-h-12 min-w-32 bg-[#1b1a17] px-7 text-xl text-[#fffefa] italic transition-colors hover:bg-[#a81e28] ${inkFocus}`}
          >
            {isPlaying ? "Stop" : "Play"}
          </button>
          <button type="button" disabled={isPlaying} onClick={() => setTicks(ticks + 1)} className={word}>
            Advance
          </button>
          <button type="button" onClick={handleReset} className={word}>
            Reset
          </button>
        </div>
      </article>
    </main>
  );
}
