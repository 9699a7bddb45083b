import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

type Glaze = "Red" | "Gold" | "Green" | "Blue" | "Plum";
type Tile = Glaze | "Empty";
type ToolName = "Paint" | "Erase" | "Fill";
type Work = { kind: ToolName | "Clear"; spots: number[]; glaze: Glaze };

const WIDTH = 8;
const TILE_COUNT = WIDTH * WIDTH;
const GLAZES: Record<Glaze, string> = {
  Red: "#c8452f",
  Gold: "#e3ad2c",
  Green: "#3d8a63",
  Blue: "#2450a4",
  Plum: "#7c4390",
};
const GLAZE_NAMES = Object.keys(GLAZES) as Glaze[];
const TOOL_NAMES: ToolName[] = ["Paint", "Erase", "Fill"];
const HEART_ROWS = [0, 102, 255, 255, 126, 60, 24, 0];
const BLANK: Tile[] = Array.from({ length: TILE_COUNT }, () => "Empty");
const FIRST_WALL: Tile[] = BLANK.map((tile, spot) => {
  const bits = HEART_ROWS[Math.floor(spot / WIDTH)] ?? 0;
  return (bits >> (WIDTH - 1 - (spot % WIDTH))) % 2 === 1 ? "Red" : tile;
});

function touching(a: number, b: number): boolean {
  const across = Math.abs((a % WIDTH) - (b % WIDTH));
  const down = Math.abs(Math.floor(a / WIDTH) - Math.floor(b / WIDTH));
  return across + down === 1;
}

function areaOf(wall: Tile[], start: number): Set<number> {
  const area = new Set([start]);
  for (const spot of area) {
    wall.forEach((tile, other) => {
      if (tile === wall[start] && touching(spot, other)) area.add(other);
    });
  }
  return area;
}

function fire(wall: Tile[], work: Work): Tile[] {
  if (work.kind === "Clear") return BLANK;
  return work.spots.reduce((current, start) => {
    const area = work.kind === "Fill" ? areaOf(current, start) : new Set([start]);
    const glaze = work.kind === "Erase" ? "Empty" : work.glaze;
    return current.map((tile, spot) => (area.has(spot) ? glaze : tile));
  }, wall);
}

const focusLine = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#e3ad2c]";
const press = `min-h-12 rounded-sm border-2 border-[#173a7a] bg-white px-4 font-bold text-[#173a7a] transition-colors hover:bg-[#dfe9fb] disabled:cursor-not-allowed disabled:border-[#9fb0cf] disabled:bg-[#eef2fa] disabled:text-[#5c6f93] ${focusLine}`;

function Corner({ flipped }: { flipped: boolean }) {
  return (
    <svg viewBox="0 0 60 60" aria-hidden="true" className={`hidden size-14 sm:block ${flipped ? "-scale-x-100" : ""}`}>
      <path d="M2 2H58C58 34 34 58 2 58Z" fill="none" stroke="#ffffff" strokeWidth="3" />
      <path d="M2 2H40C40 24 24 40 2 40Z" fill="#ffffff" opacity="0.9" />
      <circle cx="15" cy="15" r="7" fill="#173a7a" />
    </svg>
  );
}

type ChoiceProps<Name extends string> = {
  legend: string;
  names: Name[];
  chosen: Name;
  onChoose: (name: Name) => void;
  colours?: Record<Name, string>;
};

function Choice<Name extends string>({ legend, names, chosen, onChoose, colours }: ChoiceProps<Name>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-bold text-[#173a7a]">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <label
            key={name}
            className="flex min-h-12 cursor-pointer items-center gap-2 rounded-sm border-2 border-[#b9c9e6] bg-white px-3 hover:border-[#173a7a] has-checked:border-[#173a7a] has-checked:bg-[#dfe9fb] has-checked:font-bold"
          >
            <input
              type="radio"
              name={legend}
              checked={chosen === name}
              onChange={() => onChoose(name)}
              className={`size-4 accent-[#173a7a] ${focusLine}`}
            />
            {colours && <span aria-hidden="true" className="size-5 rounded-sm" style={{ background: colours[name] }} />}
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export default function TileWorkshop() {
  const [works, setWorks] = useState<Work[]>([]);
  const [doneCount, setDoneCount] = useState(0);
  const [tool, setTool] = useState<ToolName>("Paint");
  const [glaze, setGlaze] = useState<Glaze>("Red");
  const [mirror, setMirror] = useState(false);
  const [tabStop, setTabStop] = useState(0);
  const tileRefs = useRef<(HTMLButtonElement | null)[]>([]);

  const wall = useMemo(() => works.slice(0, doneCount).reduce(fire, FIRST_WALL), [works, doneCount]);
  const bare = wall.filter((tile) => tile === "Empty").length;

  function doWork(work: Work) {
    const after = fire(wall, work);
    if (after.every((tile, spot) => tile === wall[spot])) return;
    setWorks([...works.slice(0, doneCount), work]);
    setDoneCount(doneCount + 1);
  }

  function touchTile(spot: number) {
    const opposite = spot + WIDTH - 1 - 2 * (spot % WIDTH);
    doWork({ kind: tool, glaze, spots: mirror ? [spot, opposite] : [spot] });
  }

  function startOver() {
    setWorks([]);
    setDoneCount(0);
    setTool("Paint");
    setGlaze("Red");
    setMirror(false);
  }

  function walk(event: KeyboardEvent, spot: number) {
    const column = spot % WIDTH;
    let next = spot;
    if (event.key === "ArrowUp" && spot >= WIDTH) next = spot - WIDTH;
    if (event.key === "ArrowDown" && spot < TILE_COUNT - WIDTH) next = spot + WIDTH;
    if (event.key === "ArrowLeft" && column > 0) next = spot - 1;
    if (event.key === "ArrowRight" && column < WIDTH - 1) next = spot + 1;
    if (event.key.startsWith("Arrow")) event.preventDefault();
    if (next === spot) return;
    setTabStop(next);
    tileRefs.current[next]?.focus();
  }

  return (
    <main className="min-h-screen bg-[#eaf0fa] font-[family-name:Optima,Candara,'Noto_Sans',sans-serif] text-[#14264a]">
      <header className="flex items-center justify-between bg-[#173a7a] px-4 py-4 sm:px-8">
        <Corner flipped={false} />
        <div className="mx-auto text-center text-white">
          <h1 className="text-3xl tracking-wide sm:text-4xl">The tile workshop</h1>
          <p className="mt-1">Sixty-four small tiles, one motif</p>
        </div>
        <Corner flipped />
      </header>

      <div className="mx-auto grid max-w-6xl items-start gap-8 px-4 py-7 lg:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="order-2 grid gap-6 lg:order-1">
          <Choice legend="Glaze" names={GLAZE_NAMES} chosen={glaze} onChoose={setGlaze} colours={GLAZES} />
          <Choice legend="Tool" names={TOOL_NAMES} chosen={tool} onChoose={setTool} />
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={mirror}
              onChange={(event) => setMirror(event.target.checked)}
              className={`size-5 accent-[#173a7a] ${focusLine}`}
            />
            <span className="font-bold text-[#173a7a]">Mirror</span>
          </label>
          <div className="flex flex-wrap gap-2">
            <button
              type="button"
              disabled={doneCount === 0}
              onClick={() => setDoneCount(doneCount - 1)}
              className={press}
            >
              Undo
            </button>
            <button
              type="button"
              disabled={doneCount === works.length}
              onClick={() => setDoneCount(doneCount + 1)}
              className={press}
            >
              Redo
            </button>
            <button type="button" onClick={() => doWork({ kind: "Clear", glaze, spots: [] })} className={press}>
              Clear
            </button>
            <button type="button" onClick={startOver} className={press}>
              Start over
            </button>
          </div>
          <section aria-labelledby="order-title">
            <h2 id="order-title" className="mb-2 font-bold text-[#173a7a]">
              Tiles to order
            </h2>
            <ul className="grid grid-cols-2 gap-x-6 sm:grid-cols-3">
              {GLAZE_NAMES.map((name) => {
                const used = wall.filter((tile) => tile === name).length;
                return (
                  <li key={name} className="border-t border-[#9fb0cf] py-2">
                    <span className={used > 0 ? "font-bold" : ""}>{`${name}: ${used}`}</span>
                    <span aria-hidden="true" className="mt-1 block h-1.5 bg-white">
                      <span
                        className="block h-full transition-all duration-300"
                        style={{ width: `${(used / TILE_COUNT) * 100}%`, background: GLAZES[name] }}
                      />
                    </span>
                  </li>
                );
              })}
              <li className="border-t border-[#9fb0cf] py-2">{`Empty: ${bare}`}</li>
            </ul>
            <p role="status" className="mt-3 min-h-6">
              {bare === TILE_COUNT ? "The canvas is empty" : ""}
            </p>
          </section>
        </div>

        <div className="order-1 rounded-sm bg-[#cdd9ee] p-2 shadow-lg sm:mx-auto sm:w-full sm:max-w-[30rem] sm:p-3 lg:order-2">
          <div role="group" aria-label="Canvas" className="grid grid-cols-8 gap-1">
            {wall.map((tile, spot) => (
              <button
                key={spot}
                ref={(element) => {
                  tileRefs.current[spot] = element;
                }}
                type="button"
                tabIndex={spot === tabStop ? 0 : -1}
                aria-label={`Row ${Math.floor(spot / WIDTH) + 1}, column ${(spot % WIDTH) + 1}: ${tile}`}
                onClick={() => touchTile(spot)}
                onFocus={() => setTabStop(spot)}
                onKeyDown={(event) => walk(event, spot)}
                className={`aspect-square rounded-[3px] bg-white shadow-[inset_0_2px_3px_rgb(255_255_255/0.65),inset_0_-3px_4px_rgb(10_25_60/0.22)] transition-colors duration-150 hover:brightness-90 ${focusLine}`}
                style={tile === "Empty" ? undefined : { backgroundColor: GLAZES[tile] }}
              />
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
