import { RotateCcw, SkipForward, Undo2, Power } from "lucide-react";
import { useReducer, useState, type KeyboardEvent, type ReactNode } from "react";

/** Twenty-five lamps are the bits of one number: bit 0 is row 1, column 1; bit 24 is row 5, column 5. */
const WIDTH = 5;
const LAMPS = Array.from({ length: WIDTH * WIDTH }, (_, lamp) => lamp);
const MASKS = LAMPS.map(maskOf);
const PROGRAMS = [patternOf([12]), patternOf([0, 24]), patternOf([0, 4, 20, 24, 12])];
const LETTERS = ["A", "B", "C", "D", "E"];

type Panel = { program: number; lamps: number; pressed: number[]; fewest: number[] };
type Command = { kind: "lamp"; lamp: number } | { kind: "undo" | "reset" | "next" | "over" };

function maskOf(lamp: number): number {
  const column = lamp % WIDTH;
  let mask = 1 << lamp;
  if (column > 0) mask |= 1 << (lamp - 1);
  if (column < WIDTH - 1) mask |= 1 << (lamp + 1);
  if (lamp >= WIDTH) mask |= 1 << (lamp - WIDTH);
  if (lamp < WIDTH * (WIDTH - 1)) mask |= 1 << (lamp + WIDTH);
  return mask;
}

function patternOf(lamps: number[]): number {
  return lamps.reduce((pattern, lamp) => pattern ^ maskOf(lamp), 0);
}

function isOn(lamps: number, lamp: number): boolean {
  return (lamps & (1 << lamp)) !== 0;
}

function load(program: number, fewest: number[]): Panel {
  return { program, lamps: PROGRAMS[program] ?? 0, pressed: [], fewest };
}

function pressLamp(panel: Panel, lamp: number): Panel {
  if (panel.lamps === 0) return panel;
  const lamps = panel.lamps ^ (MASKS[lamp] ?? 0);
  const pressed = [...panel.pressed, lamp];
  const fewest = panel.fewest.slice();
  if (lamps === 0) fewest[panel.program] = Math.min(fewest[panel.program] ?? Infinity, pressed.length);
  return { ...panel, lamps, pressed, fewest };
}

function undoLamp(panel: Panel): Panel {
  const lamp = panel.pressed.at(-1);
  if (lamp === undefined || panel.lamps === 0) return panel;
  return { ...panel, lamps: panel.lamps ^ (MASKS[lamp] ?? 0), pressed: panel.pressed.slice(0, -1) };
}

function operate(panel: Panel, command: Command): Panel {
  if (command.kind === "lamp") return pressLamp(panel, command.lamp);
  if (command.kind === "undo") return undoLamp(panel);
  if (command.kind === "reset") return load(panel.program, panel.fewest);
  if (command.kind === "next") return load(panel.program + 1, panel.fewest);
  return load(0, []);
}

function lampAfterKey(lamp: number, key: string): number | null {
  const column = lamp % WIDTH;
  switch (key) {
    case "ArrowLeft":
      return column === 0 ? lamp : lamp - 1;
    case "ArrowRight":
      return column === WIDTH - 1 ? lamp : lamp + 1;
    case "ArrowUp":
      return lamp < WIDTH ? lamp : lamp - WIDTH;
    case "ArrowDown":
      return lamp >= WIDTH * (WIDTH - 1) ? lamp : lamp + WIDTH;
    default:
      return null;
  }
}

function LampKey(props: { lamp: number; lit: boolean; onPress: () => void; onKey: (event: KeyboardEvent) => void }) {
  const { lamp, lit, onPress, onKey } = props;
  const name = `Row ${Math.floor(lamp / WIDTH) + 1}, column ${(lamp % WIDTH) + 1}, ${lit ? "on" : "off"}`;
  return (
    <button
      type="button"
      data-lamp={lamp}
      aria-label={name}
      onClick={onPress}
      onKeyDown={onKey}
      className="grid aspect-square place-items-center rounded-full border border-zinc-400 bg-linear-to-b from-white to-zinc-200 shadow-[0_2px_3px_rgba(0,0,0,0.25)] active:from-zinc-200 active:to-white focus-visible:outline-3 focus-visible:outline-offset-3 focus-visible:outline-blue-700"
    >
      <span
        className={`size-3/5 rounded-full border-2 transition-colors duration-150 ${
          lit
            ? "border-orange-700 bg-orange-500 shadow-[0_0_18px_rgba(249,115,22,0.8)]"
            : "border-zinc-500 bg-zinc-600 shadow-inner"
        }`}
      />
    </button>
  );
}

function Readout({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <p className={`border-b border-lime-900 pb-1.5 ${wide ? "col-span-2" : ""}`}>{children}</p>;
}

type KeyProps = { icon: ReactNode; disabled?: boolean; accent?: boolean; onClick: () => void; children: ReactNode };

function PanelKey({ icon, disabled = false, accent = false, onClick, children }: KeyProps) {
  const colour = accent
    ? "border-orange-800 bg-orange-700 text-white hover:bg-orange-800"
    : "border-zinc-400 bg-zinc-50 text-zinc-900 hover:bg-white";
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={disabled}
      className={`flex h-14 items-center gap-3 rounded-lg border px-4 text-left font-medium shadow-[0_2px_0_rgba(0,0,0,0.2)] active:translate-y-0.5 active:shadow-none focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-blue-700 disabled:cursor-not-allowed disabled:border-zinc-300 disabled:bg-zinc-200 disabled:text-zinc-500 disabled:shadow-none ${colour}`}
    >
      {icon}
      {children}
    </button>
  );
}

export default function SwitchPanel() {
  const [panel, send] = useReducer(operate, load(0, []));
  const [focused, setFocused] = useState(12);
  const moves = panel.pressed.length;
  const lit = LAMPS.filter((lamp) => isOn(panel.lamps, lamp)).length;
  const dark = panel.lamps === 0;
  const atEnd = panel.program + 1 >= PROGRAMS.length;

  function handleKey(event: KeyboardEvent, lamp: number) {
    const next = lampAfterKey(lamp, event.key);
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    const board = event.currentTarget.closest("[role=group]");
    board?.querySelector<HTMLElement>(`[data-lamp="${next}"]`)?.focus();
  }

  return (
    <main className="grid min-h-screen place-items-center bg-[#b9bdb8] p-3 font-[family-name:Helvetica,Arial,sans-serif] text-zinc-900 sm:p-8">
      <div className="w-full max-w-5xl rounded-2xl border border-zinc-400 bg-[#e7e8e4] p-4 shadow-[0_24px_50px_rgba(0,0,0,0.28)] sm:p-8">
        <header className="flex items-baseline justify-between gap-4 border-b border-zinc-400 pb-3">
          <h1 className="text-2xl font-bold tracking-tight">All lamps off</h1>
          <p aria-hidden="true" className="text-sm tracking-widest text-zinc-700">
            T 25
          </p>
        </header>
        <div className="mt-5 grid gap-6 lg:grid-cols-[minmax(0,30rem)_1fr] lg:gap-12">
          <section aria-label="Lamps" className="grid grid-cols-[1rem_1fr] gap-2">
            <span />
            <div
              aria-hidden="true"
              className="grid grid-cols-5 gap-2 px-3 text-center text-sm text-zinc-700 sm:gap-4 sm:px-5"
            >
              {LETTERS.map((letter) => (
                <span key={letter}>{letter}</span>
              ))}
            </div>
            <div
              aria-hidden="true"
              className="grid grid-rows-5 items-center gap-2 py-3 text-sm text-zinc-700 sm:gap-4 sm:py-5"
            >
              {LETTERS.map((letter, index) => (
                <span key={letter}>{index + 1}</span>
              ))}
            </div>
            <div
              role="group"
              aria-label="Lamp keys"
              className="grid grid-cols-5 gap-2 rounded-xl border border-zinc-400 bg-[#d4d6d1] p-3 shadow-inner sm:gap-4 sm:p-5"
            >
              {LAMPS.map((lamp) => (
                <LampKey
                  key={lamp}
                  lamp={lamp}
                  lit={isOn(panel.lamps, lamp)}
                  onPress={() => {
                    setFocused(lamp);
                    send({ kind: "lamp", lamp });
                  }}
                  onKey={(event) => handleKey(event, lamp)}
                />
              ))}
            </div>
          </section>
          <section aria-label="Control" className="flex flex-col gap-6">
            <div className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-xl bg-[#16211a] p-5 font-mono text-sm text-lime-300 shadow-inner sm:text-lg">
              <Readout>{`Level ${panel.program + 1} of ${PROGRAMS.length}`}</Readout>
              <Readout>{`Lights on: ${lit}`}</Readout>
              <Readout>{`Moves: ${moves}`}</Readout>
              <Readout>{`Best: ${panel.fewest[panel.program] ?? "none yet"}`}</Readout>
              <div role="status" className="col-span-2 min-h-14">
                {dark ? (
                  <>
                    <p>{`Solved in ${moves} ${moves > 1 ? "moves" : "move"}`}</p>
                    <p>{atEnd ? "All levels solved" : "Load the next level"}</p>
                  </>
                ) : (
                  <p>{`Selected: ${LETTERS[focused % WIDTH]}${Math.floor(focused / WIDTH) + 1}`}</p>
                )}
              </div>
            </div>
            <div className="grid grid-cols-2 gap-3">
              <PanelKey
                icon={<Undo2 aria-hidden size={20} />}
                disabled={moves === 0 || dark}
                onClick={() => send({ kind: "undo" })}
              >
                Undo
              </PanelKey>
              <PanelKey icon={<RotateCcw aria-hidden size={20} />} onClick={() => send({ kind: "reset" })}>
                Reset level
              </PanelKey>
              <PanelKey
                accent
                icon={<SkipForward aria-hidden size={20} />}
                disabled={!dark || atEnd}
                onClick={() => send({ kind: "next" })}
              >
                Next level
              </PanelKey>
              <PanelKey icon={<Power aria-hidden size={20} />} onClick={() => send({ kind: "over" })}>
                Start over
              </PanelKey>
            </div>
            <p className="border-t border-zinc-400 pt-4 text-zinc-800">
              A key switches its own lamp and those above, below and beside it. The level is done when no lamp is lit.
            </p>
          </section>
        </div>
      </div>
    </main>
  );
}
