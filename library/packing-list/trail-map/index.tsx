import { useMemo, useState } from "react";
import type { ChangeEvent, FormEvent, ReactNode } from "react";
import { Backpack, CookingPot, Shirt, Tent, X } from "lucide-react";

type Gear = { name: string; grams: number; stage: string };
type Draft = { name: string; grams: string; stage: string };

const STAGES = [
  { title: "Clothes", Icon: Shirt },
  { title: "Camp", Icon: Tent },
  { title: "Kitchen", Icon: CookingPot },
];
const START_GEAR: Gear[] = [
  { name: "Rain jacket", grams: 400, stage: "Clothes" },
  { name: "Wool socks", grams: 150, stage: "Clothes" },
  { name: "Tent", grams: 2000, stage: "Camp" },
  { name: "Sleeping bag", grams: 1200, stage: "Camp" },
  { name: "Stove", grams: 350, stage: "Kitchen" },
];
const EMPTY_DRAFT: Draft = { name: "", grams: "", stage: "Clothes" };
const CONTOURS = [0, 1, 2, 3, 4, 5, 6, 7];
const RIDGE = "M0 70 C60 66 80 40 130 44 S210 66 260 52 S330 8 390 14 S470 58 540 46 S640 28 690 20 S730 6 760 4";
const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#b8480f]";
const FIELD = `mt-1 block h-11 w-full border-b-2 border-[#2d4a35] bg-[#fbfbf3] px-2 aria-invalid:border-[#a3200f] ${FOCUS}`;
const STEP = `grid h-8 w-8 place-items-center rounded border border-[#7d917c] font-bold hover:bg-[#dfe8d2] disabled:border-[#c9d3c3] disabled:text-[#93a091] disabled:hover:bg-transparent ${FOCUS}`;
const LINK = `font-semibold underline underline-offset-4 hover:text-[#b8480f] ${FOCUS}`;

function toGrams(text: string): number | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? Number.parseInt(text, 10) : undefined;
}

function checkDraft(draft: Draft, gear: Gear[]): string {
  const name = draft.name.trim();
  const grams = toGrams(draft.grams) ?? 0;
  const known = gear.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!name) return "Enter an item";
  if (known) return `${known.name} is already on the list`;
  if (grams < 1 || grams > 9999) return "Grams must be 1 to 9999";
  return "";
}

function Contours() {
  return (
    <svg
      className="absolute inset-0 h-full w-full"
      preserveAspectRatio="xMidYMid slice"
      viewBox="0 0 1200 800"
      fill="none"
      stroke="#b9cba6"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {CONTOURS.map((ring) => (
        <g key={ring} transform={`rotate(${ring - 4} 580 400)`}>
          <ellipse cx="1010" cy="150" rx={60 + ring * 46} ry={34 + ring * 38} />
          <ellipse cx="150" cy="640" rx={50 + ring * 52} ry={30 + ring * 34} />
        </g>
      ))}
    </svg>
  );
}

type StepProps = { label: string; off?: boolean; onClick: () => void; children: ReactNode };

function Step({ label, off = false, onClick, children }: StepProps) {
  return (
    <button type="button" className={STEP} aria-label={label} disabled={off} onClick={onClick}>
      {children}
    </button>
  );
}

export default function TrailMap() {
  const [gear, setGear] = useState(START_GEAR);
  const [counts, setCounts] = useState<Record<string, number>>({});
  const [packed, setPacked] = useState<ReadonlySet<string>>(new Set());
  const [hidden, setHidden] = useState(false);
  const [limit, setLimit] = useState("5000");
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [message, setMessage] = useState("");

  const countOf = (name: string) => counts[name] ?? 1;
  const weightOf = ({ name, grams }: Gear) => grams * countOf(name);
  const sum = (list: Gear[]) => list.reduce((grams, one) => grams + weightOf(one), 0);
  const total = sum(gear);
  const most = toGrams(limit);
  const done = useMemo(() => gear.filter(({ name }) => packed.has(name)).length, [gear, packed]);
  const way = gear.length > 0 ? done / gear.length : 0;

  function field(key: keyof Draft) {
    const onChange = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setDraft({ ...draft, [key]: event.target.value });
    return { className: FIELD, value: draft[key], onChange };
  }

  function toggle(name: string) {
    const next = new Set(packed);
    if (packed.has(name)) next.delete(name);
    else next.add(name);
    setPacked(next);
  }

  function changeCount(name: string, by: number) {
    setCounts({ ...counts, [name]: Math.min(5, Math.max(1, countOf(name) + by)) });
  }

  function removeGear(name: string) {
    setGear(gear.filter((one) => one.name !== name));
    setCounts({ ...counts, [name]: 1 });
    setPacked(new Set([...packed].filter((other) => other !== name)));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const problem = checkDraft(draft, gear);
    setMessage(problem);
    if (problem) return;
    setGear([...gear, { name: draft.name.trim(), grams: toGrams(draft.grams) ?? 0, stage: draft.stage }]);
    setDraft({ ...EMPTY_DRAFT, stage: draft.stage });
  }

  function reset() {
    setGear(START_GEAR);
    setCounts({});
    setPacked(new Set());
    setHidden(false);
    setLimit("5000");
    setDraft(EMPTY_DRAFT);
    setMessage("");
  }

  function limitWords(): string {
    if (most === undefined) return "Enter a limit";
    return total > most ? `${total - most} g too heavy` : `${most - total} g to spare`;
  }

  return (
    <main className="relative min-h-screen bg-[#e6eed8] font-[family-name:'Gill_Sans','Gill_Sans_MT',Calibri,sans-serif] text-[#1f3526]">
      <Contours />
      <div className="relative mx-auto max-w-6xl px-4 py-6 sm:px-8">
        <header className="rounded-lg border border-[#2d4a35] bg-[#fbfbf3] p-5">
          <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
            <h1 className="flex items-center gap-3 text-3xl font-bold tracking-wide">
              <Backpack size={32} className="text-[#b8480f]" aria-hidden />
              Ridge walk
            </h1>
            <div className="flex flex-wrap gap-x-6 gap-y-2">
              <label className="flex items-center gap-2 font-semibold">
                <input
                  type="checkbox"
                  className="size-5 accent-[#b8480f]"
                  checked={hidden}
                  onChange={(event) => setHidden(event.target.checked)}
                />
                Hide packed
              </label>
              <button type="button" className={LINK} onClick={() => setPacked(new Set())}>
                Unpack all
              </button>
              <button type="button" className={LINK} onClick={reset}>
                Reset list
              </button>
            </div>
          </div>
          <div
            role="progressbar"
            aria-label="Way to the summit"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(way * 100)}
            className="mt-4"
          >
            <svg viewBox="-10 -4 780 84" className="w-full" fill="none" strokeLinecap="round" aria-hidden="true">
              <path d={RIDGE} stroke="#c3d1b3" strokeWidth="7" />
              <path
                d={RIDGE}
                pathLength="100"
                stroke="#b8480f"
                strokeWidth="7"
                className="transition-[stroke-dashoffset] duration-500"
                strokeDasharray="100"
                strokeDashoffset={100 - way * 100}
                opacity={done === 0 ? 0 : 1}
              />
            </svg>
          </div>
          <div role="status" className="mt-2 flex flex-wrap justify-between gap-x-8 gap-y-1 text-xl font-bold">
            <p>{`Packed: ${done} of ${gear.length}`}</p>
            <p>{`Total weight: ${total} g`}</p>
            <p className={most !== undefined && total <= most ? "text-[#1e6137]" : "text-[#a3200f]"}>{limitWords()}</p>
          </div>
        </header>

        <div className="mt-5 grid items-start gap-5 md:grid-cols-2 lg:grid-cols-3">
          {STAGES.map(({ title, Icon }) => {
            const mine = gear.filter(({ stage }) => stage === title);
            const visible = mine.filter(({ name }) => !(hidden && packed.has(name)));
            return (
              <section key={title} aria-label={title} className="rounded-lg border border-[#2d4a35] bg-[#fbfbf3]">
                <div className="flex items-center gap-3 rounded-t-lg bg-[#2d4a35] px-4 py-3 text-white">
                  <Icon size={24} aria-hidden />
                  <h2 className="text-xl font-bold">{title}</h2>
                  <p className="ml-auto font-semibold">{`${sum(mine)} g`}</p>
                </div>
                {visible.length === 0 && (
                  <p className="p-4 italic">{mine.length === 0 ? "Nothing here" : "All packed"}</p>
                )}
                <ul className="divide-y divide-dashed divide-[#a9b99b] px-4">
                  {visible.map((one) => {
                    const count = countOf(one.name);
                    return (
                      <li key={one.name} className="py-3">
                        <label className="flex cursor-pointer items-center gap-3">
                          <input
                            type="checkbox"
                            className="size-6 shrink-0 accent-[#b8480f]"
                            checked={packed.has(one.name)}
                            onChange={() => toggle(one.name)}
                          />
                          <span
                            className={`min-w-0 text-lg font-semibold break-words ${packed.has(one.name) ? "text-[#5c6c5c] line-through" : ""}`}
                          >
                            {one.name}
                          </span>
                          <span className="ml-auto shrink-0">{`${weightOf(one)} g`}</span>
                        </label>
                        <div className="mt-2 flex items-center gap-2 pl-9">
                          <Step
                            label={`One less: ${one.name}`}
                            off={count === 1}
                            onClick={() => changeCount(one.name, -1)}
                          >
                            −
                          </Step>
                          <span className="w-6 text-center font-semibold">{count}</span>
                          <Step
                            label={`One more: ${one.name}`}
                            off={count === 5}
                            onClick={() => changeCount(one.name, 1)}
                          >
                            +
                          </Step>
                          <span className="flex-1" />
                          <Step label={`Remove: ${one.name}`} onClick={() => removeGear(one.name)}>
                            <X size={17} aria-hidden />
                          </Step>
                        </div>
                      </li>
                    );
                  })}
                </ul>
              </section>
            );
          })}
        </div>

        <form onSubmit={submit} noValidate className="mt-5 rounded-lg border border-[#2d4a35] bg-[#fbfbf3] p-5">
          <div className="grid grid-cols-2 items-end gap-4 font-semibold lg:grid-cols-[2fr_1fr_1fr_auto_1fr]">
            <label className="col-span-2 lg:col-span-1">
              New item
              <input {...field("name")} maxLength={30} aria-invalid={message !== ""} />
            </label>
            <label>
              Grams
              <input {...field("grams")} inputMode="numeric" />
            </label>
            <label>
              Category
              <select {...field("stage")}>
                {STAGES.map(({ title }) => (
                  <option key={title}>{title}</option>
                ))}
              </select>
            </label>
            <button
              type="submit"
              className={`col-span-2 h-11 rounded bg-[#b8480f] px-6 font-bold text-white transition-colors hover:bg-[#8f360a] lg:col-span-1 ${FOCUS}`}
            >
              Add item
            </button>
            <label className="col-span-2 lg:col-span-1 lg:border-l lg:border-[#a9b99b] lg:pl-5">
              Weight limit
              <input
                className={FIELD}
                inputMode="numeric"
                value={limit}
                onChange={(event) => setLimit(event.target.value)}
              />
            </label>
          </div>
          <p role="alert" className="mt-3 min-h-6 font-bold text-[#a3200f]">
            {message}
          </p>
        </form>
      </div>
    </main>
  );
}
