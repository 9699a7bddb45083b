import { useEffect, useState } from "react";

const WORK = { name: "Work", field: "Work minutes", most: 60, usual: 25 };
const REST = { name: "Break", field: "Break minutes", most: 30, usual: 5 };
const SECONDS = 60;
const TICK_MS = 1000;

type Kind = typeof WORK;
type Status = "Ready" | "Running" | "Paused";
type Line = { kind: string; minutes: number };

function clockText(seconds: number): string {
  return [Math.floor(seconds / SECONDS), seconds % SECONDS].map((part) => String(part).padStart(2, "0")).join(":");
}

function isAllowed(text: string, kind: Kind): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= kind.most;
}

const glow = "focus-visible:outline-2 focus-visible:outline-offset-3 focus-visible:outline-[#ffd98a]";
const brass = `min-h-12 border border-[#c9a35a] px-6 text-lg text-[#f6e7c4] transition-colors hover:bg-[#c9a35a] hover:text-[#12211b] disabled:cursor-not-allowed disabled:border-[#4d5f52] disabled:bg-transparent disabled:text-[#9aa899] ${glow}`;

function Lamp({ share, isLit }: { share: number; isLit: boolean }) {
  return (
    <svg
      viewBox="0 0 600 420"
      aria-hidden="true"
      preserveAspectRatio="xMidYMin slice"
      className="absolute inset-0 size-full"
    >
      <defs>
        <linearGradient id="beam" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffe3a1" stopOpacity="0.75" />
          <stop offset="1" stopColor="#ffe3a1" stopOpacity="0.04" />
        </linearGradient>
      </defs>
      <path
        d={`M250 92H350L${360 + 190 * share} 420H${240 - 190 * share}Z`}
        fill="url(#beam)"
        opacity={isLit ? 0.75 : 0.38}
        className="transition-opacity duration-500 motion-reduce:transition-none"
      />
      <path d="M300 0V40" stroke="#c9a35a" strokeWidth="5" />
      <path d="M262 38H338L372 92H228Z" fill="#2f6b52" stroke="#c9a35a" strokeWidth="3" />
      <ellipse cx="300" cy="93" rx="46" ry="8" fill="#fff2cc" opacity={isLit ? 1 : 0.55} />
    </svg>
  );
}

type FieldProps = {
  kind: Kind;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
  onEnter: () => void;
};

function MinutesField({ kind, value, isWrong, onChange, onEnter }: FieldProps) {
  return (
    <label className="block text-lg">
      {kind.field}
      <input
        type="number"
        min={1}
        max={kind.most}
        value={value}
        aria-invalid={isWrong}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
        }}
        className={`mt-1 block h-12 w-full border border-[#8b7c56] bg-[#0c1915] px-3 text-xl text-[#f6e7c4] aria-invalid:border-2 aria-invalid:border-[#ff9c80] ${glow}`}
      />
    </label>
  );
}

export default function LampDesk() {
  const [kind, setKind] = useState(WORK);
  const [lengths, setLengths] = useState({ work: WORK.usual, rest: REST.usual });
  const [secondsLeft, setSecondsLeft] = useState(WORK.usual * SECONDS);
  const [status, setStatus] = useState<Status>("Ready");
  const [lines, setLines] = useState<Line[]>([]);
  const [workText, setWorkText] = useState(String(WORK.usual));
  const [restText, setRestText] = useState(String(REST.usual));
  const [complaint, setComplaint] = useState<Kind | null>(null);
  const [isQuick, setIsQuick] = useState(false);

  const minutes = kind === WORK ? lengths.work : lengths.rest;
  const fullTime = minutes * SECONDS;
  const isOn = status === "Running";
  const workLines = lines.filter((line) => line.kind === WORK.name);

  function prepare(next: Kind, lasting = lengths) {
    setStatus("Ready");
    setKind(next);
    setSecondsLeft((next === WORK ? lasting.work : lasting.rest) * SECONDS);
  }

  function opposite(): Kind {
    return kind === WORK ? REST : WORK;
  }

  function save() {
    if (isOn) return;
    const refused = !isAllowed(workText, WORK) ? WORK : !isAllowed(restText, REST) ? REST : null;
    setComplaint(refused);
    if (refused) return;
    const next = { work: Number(workText), rest: Number(restText) };
    setLengths(next);
    prepare(kind, next);
  }

  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(
      () => setSecondsLeft((seconds) => Math.max(0, seconds - 1)),
      isQuick ? TICK_MS / SECONDS : TICK_MS,
    );
    return () => clearInterval(timer);
  }, [isOn, isQuick]);

  useEffect(() => {
    if (secondsLeft > 0) return;
    setLines((earlier) => [...earlier, { kind: kind.name, minutes }]);
    prepare(opposite());
  }, [secondsLeft]);

  return (
    <main className="min-h-screen bg-[#12211b] font-serif text-[#f1e6cc]">
      <div className="grid lg:min-h-screen lg:grid-cols-[1.35fr_1fr]">
        <section
          aria-label="Timer"
          className="relative flex min-h-[31rem] flex-col items-center justify-end overflow-hidden px-4 pt-32 pb-8 lg:pb-16"
        >
          <Lamp share={secondsLeft / fullTime} isLit={isOn} />
          <div className="relative text-center">
            <h1 className="text-2xl text-[#fff6df] italic">An hour by the lamp</h1>
            <div
              role="timer"
              aria-label="Time left"
              className="text-8xl leading-tight text-white tabular-nums sm:text-9xl"
            >
              {clockText(secondsLeft)}
            </div>
            <div role="status" className="flex justify-center gap-6 text-xl">
              <p>Phase: {kind.name}</p>
              <p className="italic">{status}</p>
            </div>
          </div>
          <div className="relative mt-8 flex flex-wrap justify-center gap-3">
            <button
              type="button"
              onClick={() => setStatus(isOn ? "Paused" : "Running")}
              className={`min-h-12 min-w-32 border border-[#f0c96f] bg-[#f0c96f] px-6 text-lg text-[#12211b] transition-colors hover:bg-[#ffe3a1] ${glow}`}
            >
              {isOn ? "Pause" : "Start"}
            </button>
            <button type="button" onClick={() => prepare(kind)} className={brass}>
              Reset
            </button>
            <button type="button" onClick={() => prepare(opposite())} className={brass}>
              Skip
            </button>
          </div>
        </section>

        <aside aria-label="Desk" className="flex flex-col gap-8 bg-[#0d1814] px-5 py-8 sm:px-10 lg:px-14 lg:py-16">
          <section aria-labelledby="lengths">
            <h2 id="lengths" className="mb-4 text-2xl italic">
              How long?
            </h2>
            <div className="grid grid-cols-2 gap-4">
              <MinutesField
                kind={WORK}
                value={workText}
                isWrong={complaint === WORK}
                onChange={setWorkText}
                onEnter={save}
              />
              <MinutesField
                kind={REST}
                value={restText}
                isWrong={complaint === REST}
                onChange={setRestText}
                onEnter={save}
              />
            </div>
            <p role="alert" className="min-h-8 pt-1 text-lg text-[#ffb39c]">
              {complaint !== null && `${complaint.field} must be 1 to ${complaint.most}`}
            </p>
            <div className="flex flex-wrap items-center gap-6">
              <button type="button" onClick={save} disabled={isOn} className={brass}>
                Save
              </button>
              <label className="flex min-h-11 items-center gap-3 text-lg">
                <input
                  type="checkbox"
                  checked={isQuick}
                  onChange={() => setIsQuick(!isQuick)}
                  className={`size-5 accent-[#f0c96f] ${glow}`}
                />
                Quick test
              </label>
            </div>
          </section>

          <section aria-labelledby="ledger" className="flex-1">
            <div className="flex flex-wrap items-end justify-between gap-3 border-b-2 border-[#c9a35a] pb-3">
              <h2 id="ledger" className="text-2xl italic">
                Ledger
              </h2>
              <button
                type="button"
                disabled={lines.length === 0}
                onClick={() => setLines([])}
                className={`px-1 py-1 text-lg underline underline-offset-4 hover:text-[#ffd98a] disabled:cursor-not-allowed disabled:text-[#9aa899] disabled:no-underline ${glow}`}
              >
                Clear log
              </button>
            </div>
            <div className="flex flex-wrap justify-between gap-x-6 border-b border-[#3d4f45] py-3 text-xl">
              <p>Sessions: {workLines.length}</p>
              <p>Focused: {workLines.reduce((sum, line) => sum + line.minutes, 0)} min</p>
            </div>
            {lines.length === 0 ? (
              <p className="py-4 text-lg text-[#c9c3ac] italic">No sessions yet</p>
            ) : (
              <ol className="max-h-72 overflow-y-auto">
                {lines
                  .map((line, index) => (
                    <li key={index} className="flex gap-4 border-b border-[#3d4f45] py-2 text-lg">
                      <span aria-hidden="true" className="w-8 text-[#c9a35a]">
                        {index + 1}.
                      </span>
                      <span className={line.kind === WORK.name ? "" : "text-[#a9cdb8] italic"}>
                        {line.kind}, {line.minutes} min
                      </span>
                    </li>
                  ))
                  .reverse()}
              </ol>
            )}
          </section>
        </aside>
      </div>
    </main>
  );
}
