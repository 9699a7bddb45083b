import { dimensionOf } from "./css-value.ts";

/** Channels 0…255, alpha 0…1. */
export type Colour = { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number };

/** Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()`; anything else is null. */
export function parseColour(text: string): Colour | null {
  const word = text.trim().toLowerCase();
  if (word.startsWith("#")) return parseHex(word.slice(1));
  const open = word.indexOf("(");
  if (!word.endsWith(")") || !["rgb", "rgba"].includes(word.slice(0, Math.max(open, 0)))) return null;
  const parts = word
    .slice(open + 1, -1)
    .replaceAll(",", " ")
    .replaceAll("/", " ")
    .split(" ")
    .filter((part) => part !== "");
  const [red, green, blue, alpha] = parts.map(dimensionOf);
  if (!red || !green || !blue || [red, green, blue].some((channel) => channel.unit !== "")) return null;
  if (parts.length > 3 && !alpha) return null;
  const opacity = alpha ? (alpha.unit === "%" ? alpha.amount / 100 : alpha.amount) : 1;
  return { red: red.amount, green: green.amount, blue: blue.amount, alpha: opacity };
}

function parseHex(digits: string): Colour | null {
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const isHex = [...long].every((digit) => "0123456789abcdef".includes(digit));
  if (!isHex || (long.length !== 6 && long.length !== 8)) return null;
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return { red: channel(0), green: channel(2), blue: channel(4), alpha: long.length === 8 ? channel(6) / 255 : 1 };
}

export function formatColour({ red, green, blue, alpha }: Colour): string {
  const byte = (value: number) =>
    Math.max(0, Math.min(255, Math.round(value)))
      .toString(16)
      .padStart(2, "0");
  return `#${byte(red)}${byte(green)}${byte(blue)}${alpha < 1 ? byte(alpha * 255) : ""}`;
}

/** Turns the hue by rotating the channels, which keeps lightness roughly and is never a no-op on a colour. */
export function rotateChannels(colour: Colour): Colour {
  return { red: colour.blue, green: colour.red, blue: colour.green, alpha: colour.alpha };
}

/** Spread between the strongest and weakest channel, 0…255: 0 is a grey. */
export function chroma({ red, green, blue }: Colour): number {
  return Math.max(red, green, blue) - Math.min(red, green, blue);
}
