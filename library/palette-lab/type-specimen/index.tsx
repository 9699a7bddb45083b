import { useMemo, useState } from "react";

type Channel = [number, number, number];
type Sheet = { rows: string[]; front: string; back: string };

const FULL = 8;
const opening: Sheet = {
  rows: ["#1F2937", "#FFFFFF", "#2563EB", "#F59E0B"],
  front: "#1F2937",
  back: "#FFFFFF",
};

const split = (hex: string): Channel => {
  const n = parseInt(hex.slice(1), 16);
  return [Math.floor(n / 65536), Math.floor(n / 256) % 256, n % 256];
};

const join = (channel: Channel): string =>
  "#" + channel.map((part) => Math.round(part).toString(16).toUpperCase().padStart(2, "0")).join("");

const light = (hex: string): number => {
  const weights = [0.2126, 0.7152, 0.0722];
  return split(hex).reduce((sum, part, index) => {
    const s = part / 255;
    return sum + (weights[index] ?? 0) * (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
  }, 0.05);
};

const measure = (a: string, b: string): number => {
  const quotient = light(a) / light(b);
  return quotient < 1 ? 1 / quotient : quotient;
};

function spellOut(raw: string): string | undefined {
  const text = raw.trim().toUpperCase().replace("#", "");
  if (/^[0-9A-F]{6}$/.test(text)) return `#${text}`;
  if (/^[0-9A-F]{3}$/.test(text)) return `#${Array.from(text, (digit) => digit.repeat(2)).join("")}`;
  return undefined;
}

/** The nearest mixture with black or white that normal text can be read in. */
function strengthen(front: string, back: string): string {
  const pole: Channel = measure("#000000", back) > measure("#FFFFFF", back) ? [0, 0, 0] : [255, 255, 255];
  const [r, g, b] = split(front);
  for (let step = 1; step < 40; step += 1) {
    const t = step / 40;
    const mixed = join([r + (pole[0] - r) * t, g + (pole[1] - g) * t, b + (pole[2] - b) * t]);
    if (measure(mixed, back) >= 4.5) return mixed;
  }
  return join(pole);
}

const plain =
  "border-2 border-black bg-white px-4 py-2 font-bold hover:bg-yellow-300 focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-700 disabled:cursor-not-allowed disabled:border-neutral-400 disabled:bg-neutral-100 disabled:text-neutral-500";

function Picker(props: { label: string; value: string; rows: string[]; onPick: (hex: string) => void }) {
  return (
    <label className="flex min-w-40 flex-1 flex-col gap-1 font-bold">
      {props.label}
      <select
        value={props.value}
        disabled={props.rows.length === 0}
        onChange={(event) => props.onPick(event.target.value)}
        className="border-2 border-black bg-white px-3 py-2 font-mono font-normal focus-visible:outline-4 focus-visible:outline-blue-700"
      >
        {props.rows.map((hex) => (
          <option key={hex} value={hex}>
            {hex}
          </option>
        ))}
      </select>
    </label>
  );
}

export default function TypeSpecimen() {
  const [sheets, setSheets] = useState<Sheet[]>([opening]);
  const [entry, setEntry] = useState("");
  const [warning, setWarning] = useState("");

  const sheet = sheets[sheets.length - 1] ?? opening;
  const { rows, front, back } = sheet;
  const bare = rows.length === 0;
  const ratio = useMemo(() => measure(front, back), [front, back]);

  const lay = (patch: Partial<Sheet>) => setSheets((pile) => [...pile, { ...sheet, ...patch }]);
  const takeBack = () => setSheets((pile) => (pile.length > 1 ? pile.slice(0, -1) : pile));

  function addRow() {
    const hex = spellOut(entry);
    if (!hex) {
      setWarning("Enter a hex colour, for example 0EA5E9.");
    } else if (rows.includes(hex)) {
      setWarning(`${hex} is already in the palette.`);
    } else if (rows.length < FULL) {
      lay(bare ? { rows: [hex], front: hex, back: hex } : { rows: [...rows, hex] });
      setEntry("");
      setWarning("");
    }
  }

  function dropRow(hex: string) {
    const rest = rows.filter((row) => row !== hex);
    const next = rest[0] ?? "#FFFFFF";
    lay({ rows: rest, front: front === hex ? next : front, back: back === hex ? next : back });
  }

  function fixFront() {
    const stronger = strengthen(front, back);
    lay({ rows: [...new Set(rows.map((row) => (row === front ? stronger : row)))], front: stronger });
  }

  return (
    <main className="min-h-screen bg-white text-black lg:grid lg:grid-cols-2">
      <section
        aria-label="Specimen"
        className="flex flex-col justify-between gap-8 border-b-4 border-black p-6 lg:sticky lg:top-0 lg:h-screen lg:border-r-4 lg:border-b-0 lg:p-10"
        style={bare ? undefined : { backgroundColor: back, color: front }}
      >
        {bare ? (
          <p className="m-auto text-2xl font-bold">No colours yet</p>
        ) : (
          <>
            <p className="text-[9rem] leading-none font-black tracking-tighter lg:text-[17rem]" aria-hidden>
              Aa
            </p>
            <div>
              <p className="text-3xl font-bold">Reading aloud, every Sunday</p>
              <p className="mt-2 max-w-md">
                Ten minutes each, any language, any book. The chairs are soft and the kettle is always on.
              </p>
            </div>
          </>
        )}
      </section>

      <div className="flex flex-col">
        <header className="flex flex-wrap items-baseline justify-between gap-2 border-b-4 border-black px-6 py-5">
          <h1 className="text-3xl font-black tracking-tight">Colour specimen</h1>
          <p className="font-mono">{`${rows.length} of ${FULL} colours`}</p>
        </header>

        <section aria-label="Contrast" className="flex flex-col gap-4 border-b-4 border-black bg-yellow-300 px-6 py-5">
          <div className="flex flex-wrap gap-4">
            <Picker label="Text colour" value={front} rows={rows} onPick={(hex) => lay({ front: hex })} />
            <Picker label="Background colour" value={back} rows={rows} onPick={(hex) => lay({ back: hex })} />
          </div>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <p className="text-6xl font-black tracking-tight tabular-nums">{bare ? "–" : `${ratio.toFixed(2)}:1`}</p>
            <div className="flex gap-3">
              <button type="button" className={plain} disabled={bare} onClick={() => lay({ front: back, back: front })}>
                Swap
              </button>
              <button type="button" className={plain} disabled={bare || ratio >= 4.5} onClick={fixFront}>
                Fix contrast
              </button>
            </div>
          </div>
          {!bare && (
            <p className="flex flex-wrap gap-x-6 text-lg font-bold">
              <span>{`Normal text: ${ratio >= 4.5 ? "Pass" : "Fail"}`}</span>
              <span>{`Large text: ${ratio >= 3 ? "Pass" : "Fail"}`}</span>
            </p>
          )}
        </section>

        <section aria-label="Palette" className="flex flex-1 flex-col gap-4 px-6 py-5">
          <form
            className="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              addRow();
            }}
          >
            <label className="flex flex-col gap-1 font-bold">
              New colour
              <input
                type="text"
                value={entry}
                onChange={(event) => {
                  setEntry(event.target.value);
                  setWarning("");
                }}
                aria-invalid={warning.length > 0}
                aria-describedby="warning"
                className="w-40 border-2 border-black px-3 py-2 font-mono font-normal focus-visible:outline-4 focus-visible:outline-blue-700 aria-invalid:border-red-700"
              />
            </label>
            <button type="submit" className={plain} disabled={rows.length >= FULL}>
              Add colour
            </button>
            <button type="button" className={plain} disabled={sheets.length < 2} onClick={takeBack}>
              Undo
            </button>
            <button type="button" className={plain} disabled={bare} onClick={() => lay({ rows: [] })}>
              Clear
            </button>
          </form>
          <p id="warning" role="alert" className="min-h-6 font-bold text-red-700">
            {warning}
          </p>
          <ol className="border-t-2 border-black">
            {rows.map((hex, index) => (
              <li key={hex} className="flex items-center gap-4 border-b-2 border-black py-2">
                <span className="w-7 font-mono text-sm">{String(index + 1).padStart(2, "0")}</span>
                <span className="h-10 flex-1 border-2 border-black" style={{ backgroundColor: hex }} />
                <span className="w-20 font-mono">{hex}</span>
                <span className="hidden w-32 font-mono text-sm sm:block">{split(hex).join(" ")}</span>
                <button
                  type="button"
                  aria-label={`Remove ${hex}`}
                  onClick={() => dropRow(hex)}
                  className="px-1 font-bold underline underline-offset-4 hover:bg-yellow-300 focus-visible:outline-4 focus-visible:outline-blue-700"
                >
                  Remove
                </button>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </main>
  );
}
