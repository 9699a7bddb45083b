import { ArrowLeftRight, Eraser, Plus, Trash2, Undo2, WandSparkles } from "lucide-react";
import { useState, type ChangeEvent, type FormEvent } from "react";

type Studio = { colours: string[]; text: string; background: string };

const LIMIT = 8;
const FIRST: Studio = {
  colours: ["#1F2937", "#FFFFFF", "#2563EB", "#F59E0B"],
  text: "#1F2937",
  background: "#FFFFFF",
};

function parseHex(input: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(input.trim())?.[1];
  if (digits === undefined) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return `#${full.toUpperCase()}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const light = Math.max(luminance(a), luminance(b));
  const dark = Math.min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

function readableOn(hex: string): string {
  return contrast("#000000", hex) >= contrast("#FFFFFF", hex) ? "#000000" : "#FFFFFF";
}

function nudgeUntilReadable(text: string, background: string): string {
  const goal = channels(readableOn(background));
  for (let percent = 2; percent <= 100; percent += 2) {
    const mixed = channels(text).map((value, index) => value + ((goal[index] ?? 0) - value) * (percent / 100));
    const hex = `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
    if (contrast(hex, background) >= 4.5) return hex;
  }
  return readableOn(background);
}

const quiet =
  "inline-flex items-center gap-2 rounded-lg border border-slate-300 bg-white px-3.5 py-2 text-sm font-medium text-slate-800 hover:bg-slate-100 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 disabled:cursor-not-allowed disabled:opacity-45";
const field = "rounded-lg border bg-white px-3 py-2 focus-visible:outline-2 focus-visible:outline-blue-600";

export default function SwatchStudio() {
  const [studio, setStudio] = useState<Studio>(FIRST);
  const [past, setPast] = useState<Studio[]>([]);
  const [draft, setDraft] = useState("");
  const [error, setError] = useState("");

  const { colours, text, background } = studio;
  const ratio = contrast(text, background);
  const empty = colours.length === 0;

  const commit = (next: Studio) => {
    setPast((steps) => [...steps, studio]);
    setStudio(next);
  };

  const handleDraft = (event: ChangeEvent<HTMLInputElement>) => {
    setDraft(event.target.value);
    setError("");
  };

  const handleAdd = (event: FormEvent) => {
    event.preventDefault();
    const hex = parseHex(draft);
    if (hex === null) return setError("Enter a hex colour such as #0EA5E9 or #0AE.");
    if (colours.includes(hex)) return setError(`${hex} is already in the palette.`);
    commit(empty ? { colours: [hex], text: hex, background: hex } : { ...studio, colours: [...colours, hex] });
    setDraft("");
  };

  const handleRemove = (hex: string) => {
    const rest = colours.filter((colour) => colour !== hex);
    const fallback = rest[0] ?? "#FFFFFF";
    commit({
      colours: rest,
      text: text === hex ? fallback : text,
      background: background === hex ? fallback : background,
    });
  };

  const handleUndo = () => {
    const previous = past.at(-1);
    if (previous === undefined) return;
    setStudio(previous);
    setPast((steps) => steps.slice(0, -1));
  };

  const handleFix = () => {
    const better = nudgeUntilReadable(text, background);
    const swapped = colours.map((colour) => (colour === text ? better : colour));
    commit({ ...studio, colours: [...new Set(swapped)], text: better });
  };

  const verdict = (needed: number) => (ratio >= needed ? "Pass" : "Fail");

  return (
    <main className="flex min-h-screen flex-col bg-slate-50 text-slate-900">
      <header className="flex flex-wrap items-center justify-between gap-4 px-5 py-4 lg:px-8">
        <div>
          <h1 className="text-2xl font-bold tracking-tight">Palette lab</h1>
          <p className="text-sm text-slate-600">{`${colours.length} of ${LIMIT} colours`}</p>
        </div>
        <form onSubmit={handleAdd} className="flex flex-wrap items-end gap-3">
          <label className="flex flex-col gap-1 text-sm font-medium">
            New colour
            <input
              type="text"
              value={draft}
              onChange={handleDraft}
              placeholder="#0EA5E9"
              aria-invalid={error !== ""}
              aria-describedby="colour-error"
              className={`${field} w-36 ${error ? "border-red-600" : "border-slate-300"}`}
            />
          </label>
          <button
            type="submit"
            disabled={colours.length >= LIMIT}
            className="inline-flex items-center gap-2 rounded-lg bg-blue-700 px-4 py-2.5 text-sm font-semibold text-white hover:bg-blue-800 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 disabled:cursor-not-allowed disabled:bg-slate-300 disabled:text-slate-600"
          >
            <Plus size={16} aria-hidden />
            Add colour
          </button>
          <button type="button" onClick={handleUndo} disabled={past.length === 0} className={quiet}>
            <Undo2 size={16} aria-hidden />
            Undo
          </button>
          <button type="button" onClick={() => commit({ ...studio, colours: [] })} disabled={empty} className={quiet}>
            <Eraser size={16} aria-hidden />
            Clear
          </button>
          <p id="colour-error" role="alert" className="min-h-5 w-full text-sm text-red-700">
            {error}
          </p>
        </form>
      </header>

      <ul aria-label="Palette" className="flex min-h-72 flex-1 flex-col sm:flex-row">
        {colours.map((hex) => (
          <li
            key={hex}
            style={{ backgroundColor: hex, color: readableOn(hex) }}
            className="flex min-h-16 min-w-0 flex-1 items-center justify-between gap-3 px-4 py-3 sm:flex-col sm:px-1 sm:justify-end sm:pb-6"
          >
            <span className="font-mono text-base font-semibold sm:text-sm lg:text-base">{hex}</span>
            <button
              type="button"
              aria-label={`Remove ${hex}`}
              onClick={() => handleRemove(hex)}
              className="rounded-full p-2.5 hover:bg-black/15 focus-visible:outline-2 focus-visible:outline-current"
            >
              <Trash2 size={18} aria-hidden />
            </button>
          </li>
        ))}
        {empty && (
          <li className="m-5 flex flex-1 flex-col items-center justify-center rounded-2xl border-2 border-dashed border-slate-400 p-8 text-center">
            <p className="text-lg font-semibold">No colours yet</p>
            <p className="text-slate-600">Add a first colour, or undo to bring the last palette back.</p>
          </li>
        )}
      </ul>

      <section
        aria-labelledby="contrast"
        className="grid gap-6 border-t border-slate-200 bg-white p-5 lg:grid-cols-3 lg:p-8"
      >
        <div className="flex flex-col gap-4">
          <h2 id="contrast" className="text-lg font-semibold">
            Contrast
          </h2>
          {(["text", "background"] as const).map((part) => (
            <label key={part} className="flex items-center justify-between gap-3 text-sm font-medium">
              {part === "text" ? "Text colour" : "Background colour"}
              <select
                value={empty ? "" : studio[part]}
                disabled={empty}
                onChange={(event) => commit({ ...studio, [part]: event.target.value })}
                className={`${field} w-36 border-slate-300 font-mono`}
              >
                {colours.map((hex) => (
                  <option key={hex}>{hex}</option>
                ))}
              </select>
            </label>
          ))}
          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              onClick={() => commit({ ...studio, text: background, background: text })}
              disabled={empty}
              className={quiet}
            >
              <ArrowLeftRight size={16} aria-hidden />
              Swap
            </button>
            <button type="button" onClick={handleFix} disabled={empty || ratio >= 4.5} className={quiet}>
              <WandSparkles size={16} aria-hidden />
              Fix contrast
            </button>
          </div>
        </div>
        {empty ? (
          <p className="self-center text-slate-600 lg:col-span-2">
            A sample appears here as soon as there is a colour.
          </p>
        ) : (
          <>
            <div
              className="rounded-2xl border border-slate-300 p-6"
              style={{ color: text, backgroundColor: background }}
            >
              <p className="text-3xl font-bold">Book fair</p>
              <p className="mt-2">Saturday from ten to four in the reading room. Bring a book, take a book.</p>
            </div>
            <div className="flex flex-col justify-center gap-2">
              <p className="text-5xl font-bold tabular-nums">{`${ratio.toFixed(2)}:1`}</p>
              <p className={ratio >= 4.5 ? "text-emerald-800" : "text-red-700"}>{`Normal text: ${verdict(4.5)}`}</p>
              <p className={ratio >= 3 ? "text-emerald-800" : "text-red-700"}>{`Large text: ${verdict(3)}`}</p>
            </div>
          </>
        )}
      </section>
    </main>
  );
}
