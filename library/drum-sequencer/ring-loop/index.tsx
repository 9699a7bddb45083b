import { useEffect, useRef, useState } from "react";
import type { CSSProperties } from "react";
import { Eraser, Minus, Play, Plus, RotateCcw, SkipForward, Square } from "lucide-react";

type Ring = { name: string; radius: number; colour: string };
type Masks = Record<string, number>;
type Position = { step: number; loops: number };

const STEP_COUNT = 8;
const RINGS: Ring[] = [
  { name: "Kick", radius: 45, colour: "#ff8f6b" },
  { name: "Snare", radius: 35.5, colour: "#ffd166" },
  { name: "Hi-hat", radius: 26, colour: "#6ee7c8" },
  { name: "Clap", radius: 16.5, colour: "#b9a2ff" },
];
const PRESETS: { name: string; masks: Masks }[] = [
  { name: "Rock", masks: { Kick: 0b00010001, Snare: 0b01000100, "Hi-hat": 0b11111111, Clap: 0 } },
  { name: "House", masks: { Kick: 0b01010101, Snare: 0, "Hi-hat": 0b10101010, Clap: 0b01000100 } },
  { name: "Empty", masks: { Kick: 0, Snare: 0, "Hi-hat": 0, Clap: 0 } },
];
const FIRST_MASKS: Masks = PRESETS[0]?.masks ?? {};
const START: Position = { step: 0, loops: 0 };
const FIRST_BPM = 120;
const LIMITS = { low: 60, high: 180 };

function maskOf(masks: Masks, name: string): number {
  return masks[name] ?? 0;
}

function hasHit(mask: number, step: number): boolean {
  return step > 0 && (mask & (1 << (step - 1))) !== 0;
}

function hitsIn(mask: number): number {
  return mask.toString(2).replaceAll("0", "").length;
}

function next({ step, loops }: Position): Position {
  if (step < STEP_COUNT) return { step: step + 1, loops };
  return { step: 1, loops: loops + 1 };
}

function placeOn(radius: number, step: number): CSSProperties {
  const angle = ((step - 1) / STEP_COUNT) * 2 * Math.PI - Math.PI / 2;
  return { left: `${50 + radius * Math.cos(angle)}%`, top: `${50 + radius * Math.sin(angle)}%` };
}

const halo = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-white";
const pill = `inline-flex min-h-11 items-center justify-center gap-2 rounded-full border border-[#5b5499] px-4 font-medium text-[#f0edff] transition-colors hover:bg-[#332c6b] disabled:cursor-not-allowed disabled:border-[#3a3470] disabled:text-[#9a93cc] disabled:hover:bg-transparent ${halo}`;

function Tracks({ step }: { step: number }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 size-full">
      {RINGS.map(({ name, radius, colour }) => (
        <circle key={name} cx="50" cy="50" r={radius} fill="none" stroke={colour} strokeWidth="0.4" opacity="0.55" />
      ))}
      {step > 0 && (
        <path
          d="M50 50 30.5 3A51 51 0 0 1 69.5 3Z"
          fill="#ffffff"
          opacity="0.13"
          transform={`rotate(${(step - 1) * 45} 50 50)`}
        />
      )}
    </svg>
  );
}

export default function RingLoop() {
  const [masks, setMasks] = useState(FIRST_MASKS);
  const [position, setPosition] = useState(START);
  const [bpm, setBpm] = useState(FIRST_BPM);
  const [running, setRunning] = useState(false);
  const timer = useRef<number | undefined>(undefined);

  const { step, loops } = position;
  const hits = RINGS.reduce((sum, { name }) => sum + hitsIn(maskOf(masks, name)), 0);
  const heard = RINGS.filter(({ name }) => hasHit(maskOf(masks, name), step)).map(({ name }) => name);
  const preset = PRESETS.find((one) => RINGS.every(({ name }) => maskOf(one.masks, name) === maskOf(masks, name)));

  useEffect(() => {
    if (!running) return;
    const beat = () => {
      setPosition(next);
      timer.current = window.setTimeout(beat, 30_000 / bpm);
    };
    timer.current = window.setTimeout(beat, 30_000 / bpm);
    return () => window.clearTimeout(timer.current);
  }, [running, bpm]);

  function toggle(name: string, at: number) {
    setMasks({ ...masks, [name]: maskOf(masks, name) ^ (1 << (at - 1)) });
  }

  function choosePreset(name: string) {
    const chosen = PRESETS.find((one) => one.name === name);
    if (chosen) setMasks(chosen.masks);
  }

  function shiftTempo(by: number) {
    setBpm(Math.min(LIMITS.high, Math.max(LIMITS.low, bpm + by)));
  }

  function stop() {
    setRunning(false);
    setPosition(START);
  }

  function reset() {
    stop();
    setMasks(FIRST_MASKS);
    setBpm(FIRST_BPM);
  }

  return (
    <main className="min-h-screen bg-[#1b1642] bg-[radial-gradient(circle_at_30%_40%,#352c74,transparent_65%)] px-4 py-6 font-sans text-[#f0edff] lg:px-10">
      <div className="mx-auto grid max-w-6xl items-center gap-8 lg:min-h-[46rem] lg:grid-cols-[minmax(0,40rem)_1fr] lg:gap-14">
        <section aria-label="Loop" className="relative mx-auto aspect-square w-full max-w-[40rem]">
          <Tracks step={step} />
          {RINGS.map(({ name, radius, colour }) =>
            Array.from({ length: STEP_COUNT }, (_, index) => index + 1).map((at) => {
              const isOn = hasHit(maskOf(masks, name), at);
              return (
                <button
                  key={`${name}-${at}`}
                  type="button"
                  aria-label={`${name} step ${at}`}
                  aria-pressed={isOn}
                  onClick={() => toggle(name, at)}
                  className={`absolute size-[8.6%] -translate-x-1/2 -translate-y-1/2 rounded-full border-2 transition-[scale,background-color] duration-100 hover:brightness-125 ${at === step ? "scale-110 ring-4 ring-white" : ""} ${halo}`}
                  style={{ ...placeOn(radius, at), borderColor: colour, backgroundColor: isOn ? colour : "#1b1642" }}
                />
              );
            }),
          )}
          <button
            type="button"
            aria-label={running ? "Stop" : "Play"}
            onClick={running ? stop : () => setRunning(true)}
            className={`absolute top-1/2 left-1/2 grid size-[15%] -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full bg-white text-[#1b1642] transition-colors hover:bg-[#ffd166] ${halo}`}
          >
            {running ? <Square aria-hidden className="w-2/5" /> : <Play aria-hidden className="w-2/5" />}
          </button>
        </section>

        <div className="flex flex-col gap-5">
          <header>
            <h1 className="text-4xl font-semibold tracking-tight">Groove circle</h1>
            <p className="mt-1 text-lg text-[#d2ccf7]">Step one is at the top. Follow the light clockwise.</p>
          </header>

          <section
            aria-label="Position"
            className="grid grid-cols-3 gap-px overflow-hidden rounded-2xl bg-[#3f3880] text-center"
          >
            <p className="bg-[#262058] px-2 py-3">{`Step ${step} of ${STEP_COUNT}`}</p>
            <p className="bg-[#262058] px-2 py-3">{`Loops: ${loops}`}</p>
            <p className="bg-[#262058] px-2 py-3">{`Hits: ${hits}`}</p>
            <p className="col-span-3 bg-[#262058] px-2 py-3 text-lg font-medium">
              {`Sounding: ${heard.length > 0 ? heard.join(", ") : "nothing"}`}
            </p>
          </section>
          <div role="status">
            {hits === 0 && <p className="rounded-xl bg-[#ffd166] px-4 py-2 text-[#1b1642]">No hits yet</p>}
          </div>

          <ul className="grid gap-2">
            {RINGS.map(({ name, colour }) => {
              const used = hitsIn(maskOf(masks, name));
              return (
                <li key={name} className="flex items-center gap-3">
                  <span aria-hidden="true" className="size-4 rounded-full" style={{ backgroundColor: colour }} />
                  <span className="w-16 text-lg">{name}</span>
                  <span className="text-[#d2ccf7]">{used === 1 ? "1 hit" : `${used} hits`}</span>
                  <button
                    type="button"
                    disabled={used === 0}
                    onClick={() => setMasks({ ...masks, [name]: 0 })}
                    className={`${pill} ml-auto`}
                  >
                    <Eraser size={16} aria-hidden /> Clear {name}
                  </button>
                </li>
              );
            })}
          </ul>

          <div className="rounded-2xl bg-[#262058] p-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="text-2xl font-semibold tabular-nums">{`${bpm} BPM`}</p>
              <div className="flex gap-2">
                <button type="button" disabled={bpm === LIMITS.low} onClick={() => shiftTempo(-10)} className={pill}>
                  <Minus size={16} aria-hidden /> Slower
                </button>
                <button type="button" disabled={bpm === LIMITS.high} onClick={() => shiftTempo(10)} className={pill}>
                  <Plus size={16} aria-hidden /> Faster
                </button>
              </div>
            </div>
            <input
              type="range"
              aria-label="Tempo"
              min={LIMITS.low}
              max={LIMITS.high}
              step={5}
              value={bpm}
              onChange={(event) => setBpm(Number(event.target.value))}
              className={`mt-3 h-6 w-full accent-[#ffd166] ${halo}`}
            />
          </div>

          <div className="flex flex-wrap items-center gap-3">
            <label className="flex items-center gap-2">
              Preset
              <select
                value={preset?.name ?? "Custom"}
                onChange={(event) => choosePreset(event.target.value)}
                className={`min-h-11 rounded-full border border-[#5b5499] bg-[#262058] px-4 ${halo}`}
              >
                {PRESETS.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
                {!preset && <option value="Custom">Custom</option>}
              </select>
            </label>
            <button type="button" disabled={running} onClick={() => setPosition(next(position))} className={pill}>
              <SkipForward size={16} aria-hidden /> Advance
            </button>
            <button type="button" onClick={reset} className={pill}>
              <RotateCcw size={16} aria-hidden /> Reset
            </button>
          </div>
        </div>
      </div>
    </main>
  );
}
