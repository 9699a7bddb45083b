/** A class name taken apart: `sm:hover:-mt-4` has variants `sm:hover:` and body `-mt-4`. */
export type Token = { readonly variants: string; readonly body: string };

export function splitToken(token: string): Token {
  let depth = 0;
  let cut = 0;
  for (const [index, character] of [...token].entries()) {
    if (character === "[" || character === "(") depth += 1;
    if (character === "]" || character === ")") depth -= 1;
    if (character === ":" && depth === 0) cut = index + 1;
  }
  return { variants: token.slice(0, cut), body: token.slice(cut) };
}

const BREAKPOINTS = new Set(["sm", "md", "lg", "xl", "2xl"]);

export function isResponsive(token: string): boolean {
  return splitToken(token)
    .variants.split(":")
    .some((variant) => BREAKPOINTS.has(variant));
}

export const HUES = [
  ...["slate", "gray", "zinc", "neutral", "stone"],
  ...["red", "orange", "amber", "yellow", "lime", "green", "emerald", "teal", "cyan", "sky", "blue", "indigo"],
  ...["violet", "purple", "fuchsia", "pink", "rose"],
] as const;
const NEUTRAL_HUES = new Set<string>(["slate", "gray", "zinc", "neutral", "stone"]);
const HUE_SET = new Set<string>(HUES);
/** Hues of messages that only show when something went wrong. */
export const ERROR_HUES: readonly string[] = ["red", "rose"];
const COLOUR_PROPERTIES = new Set([
  ...["text", "bg", "border", "fill", "stroke", "ring", "from", "via", "to", "outline", "divide", "accent", "caret"],
  ...["placeholder", "decoration", "shadow"],
]);

export type ColourUtility = {
  readonly property: string;
  /** A palette name, or `white` / `black`. */
  readonly hue: string;
  readonly shade: number | null;
  readonly neutral: boolean;
  /** `/60` as written, or empty. */
  readonly alpha: string;
};

export function colourOf(body: string): ColourUtility | null {
  const slash = body.indexOf("/");
  const alpha = slash < 0 ? "" : body.slice(slash);
  const [property = "", hue = "", shade, ...rest] = (slash < 0 ? body : body.slice(0, slash)).split("-");
  if (!COLOUR_PROPERTIES.has(property) || rest.length > 0) return null;
  if ((hue === "white" || hue === "black") && shade === undefined) {
    return { property, hue, shade: null, neutral: true, alpha };
  }
  if (!HUE_SET.has(hue) || shade === undefined || !isNumber(shade)) return null;
  return { property, hue, shade: Number(shade), neutral: NEUTRAL_HUES.has(hue), alpha };
}

export const FONT_SIZES = ["xs", "sm", "base", "lg", "xl", "2xl", "3xl", "4xl", "5xl", "6xl", "7xl", "8xl", "9xl"];

/** Index of a `text-…` utility on the type scale, or -1. */
export function fontSizeStep(body: string): number {
  return body.startsWith("text-") ? FONT_SIZES.indexOf(body.slice("text-".length)) : -1;
}

const SPACING_PROPERTIES = new Set([
  ...["p", "px", "py", "pt", "pr", "pb", "pl", "ps", "pe"],
  ...["m", "mx", "my", "mt", "mr", "mb", "ml", "ms", "me"],
  ...["gap", "gap-x", "gap-y", "space-x", "space-y"],
]);

export type SpacingUtility = { readonly property: string; readonly negative: boolean; readonly steps: number };

/** `gap-x-4` → property `gap-x`, 4 steps of 0.25 rem. */
export function spacingOf(body: string): SpacingUtility | null {
  const negative = body.startsWith("-");
  const plain = negative ? body.slice(1) : body;
  const dash = plain.lastIndexOf("-");
  const property = plain.slice(0, Math.max(dash, 0));
  const steps = plain.slice(dash + 1);
  if (!SPACING_PROPERTIES.has(property) || !isNumber(steps)) return null;
  return { property, negative, steps: Number(steps) };
}

const SINGLE_WORDS = new Set([
  ...["flex", "grid", "block", "hidden", "relative", "absolute", "fixed", "sticky", "truncate", "rounded", "border"],
  ...["shadow", "underline", "italic", "uppercase", "transition", "inline-flex", "inline-block", "antialiased"],
]);
const DASHED_PREFIXES = [
  ...["font-", "rounded-", "shadow-", "items-", "justify-", "grid-cols-", "max-w-", "min-w-", "min-h-", "max-h-"],
  ...["w-", "h-", "size-", "leading-", "tracking-", "border-", "ring-", "flex-", "duration-", "ease-", "opacity-"],
];

/** Does the word look like a utility of Tailwind? Plain words of a language are refused. */
export function isUtility(word: string): boolean {
  const { variants, body } = splitToken(word);
  if (colourOf(body) || fontSizeStep(body) >= 0 || spacingOf(body)) return true;
  if (SINGLE_WORDS.has(body)) return variants !== "" || body.includes("-");
  return DASHED_PREFIXES.some((prefix) => body.startsWith(prefix) && body.length > prefix.length);
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}
