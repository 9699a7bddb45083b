import type { Declaration, Rule } from "postcss";

import { t } from "../degradation/babel.ts";
import { type ClassSlot, classSlots } from "../degradation/class-slots.ts";
import { type Colour, formatColour, parseColour } from "../degradation/css-colour.ts";
import { dimensionOf, formatDimension, mapPieces } from "../degradation/css-value.ts";
import { rulesOf } from "../degradation/decoys/neutral-styles.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import { tagOf } from "../degradation/jsx-ui-element.ts";
import { setAttributeStringInPlace, setStringInPlace } from "../degradation/script-text.ts";
import type { Chance } from "../keyed-chance.ts";
import { spacingOf, splitToken } from "../degradation/tailwind-utility.ts";

/**
 * Change of one channel of a colour. 2 of 255 in all three would still be invisible, but on a whole background the
 * sandbox measures 1 in all three as a difference of 0.025, which is what the lightest degradation may cost.
 */
const CHANNEL_STEP = 1;

/** Largest change of a distance, in CSS px. */
const DISTANCE_MAX_PX = 0.4;

/**
 * Paddings shifted per document, and the largest that may be. Shifting moves text by a whole pixel when the browser
 * rounds: in a button nobody sees that, but of a whole page at 375 px the sandbox measured a difference of 0.06.
 */
const SHIFTED_PADDINGS = 2;
const SMALL_PADDING_PX = { vertical: 12, horizontal: 20 };
const SMALL_TAGS: readonly string[] = ["button", "input", "select", "a", "span"];

const ROUNDED: readonly string[] = ["border-radius", "outline-offset", "text-underline-offset"];
const DRAWN_ATTRIBUTES: readonly string[] = ["fill", "stroke", "stopColor"];
const DRAWN_PROPERTIES: readonly string[] = [
  "fillStyle",
  "strokeStyle",
  "backgroundColor",
  "borderColor",
  "background",
];
/** Radii of Tailwind in rem. */
const RADIUS_REM: Readonly<Record<string, number>> = {
  "rounded-md": 0.375,
  "rounded-lg": 0.5,
  "rounded-xl": 0.75,
  "rounded-2xl": 1,
  "rounded-3xl": 1.5,
};

/** Shifts colours and distances by less than a person sees, so that pixels of two identities never compare equal. */
export function jitterInPlace(tree: InterfaceTree, chance: Chance): void {
  jitterColoursInPlace(tree, chance.fork("colours"));
  jitterRadiiInPlace(tree, chance.fork("radii"));
  jitterPaddingsInPlace(tree, chance.fork("paddings"));
}

export function jitterColoursInPlace(tree: InterfaceTree, chance: Chance): void {
  const shift = colourShift(chance);
  tree.html?.styles.walkDecls((declaration) => {
    const shifted = declaration.value.includes("url(") ? null : mapPieces(declaration.value, shift);
    declaration.value = shifted ?? declaration.value;
  });
  for (const path of tree.paths) {
    if (!path.isStringLiteral() || !isDrawn(path.parent, path.key)) continue;
    const shifted = shift(path.node.value);
    if (shifted === null) continue;
    if (path.parentPath.isJSXAttribute()) setAttributeStringInPlace(path.node, shifted);
    else setStringInPlace(path.node, shifted);
  }
}

/** One colour is shifted alike wherever it stands: two areas that met without a seam must still do so. */
function colourShift(chance: Chance): (text: string) => string | null {
  const shifts = new Map<string, string>();
  return (text) => {
    const colour = parseColour(text);
    if (!colour || isExtreme(colour)) return null;
    const key = formatColour(colour);
    const known = shifts.get(key) ?? formatColour(shifted(colour, chance));
    shifts.set(key, known);
    return known;
  };
}

/** One channel by one step up or down. */
function shifted(colour: Colour, chance: Chance): Colour {
  const channel = chance.pick(["red", "green", "blue"] as const);
  const step = chance.below(2) === 0 ? CHANNEL_STEP : -CHANNEL_STEP;
  return { ...colour, [channel]: colour[channel] + step };
}

/** Plain white and black also come from the browser and from keywords, which cannot follow. */
function isExtreme({ red, green, blue }: Colour): boolean {
  return Math.max(red, green, blue) === 0 || Math.min(red, green, blue) === 255;
}

/** A literal that goes straight to the screen. A colour kept as data may be shown, compared or computed with. */
function isDrawn(parent: t.Node, key: string | number | null | undefined): boolean {
  if (t.isJSXAttribute(parent)) return DRAWN_ATTRIBUTES.includes(String(parent.name.name));
  if (!t.isAssignmentExpression(parent) || key !== "right" || !t.isMemberExpression(parent.left)) return false;
  return t.isIdentifier(parent.left.property) && DRAWN_PROPERTIES.includes(parent.left.property.name);
}

/** `border-radius: 6px` → `6.21px`; `rounded-lg` → `rounded-[0.487rem]`, alike for every class list that has it. */
export function jitterRadiiInPlace(tree: InterfaceTree, chance: Chance): void {
  tree.html?.styles.walkDecls((declaration) => {
    if (!ROUNDED.includes(declaration.prop)) return;
    declaration.value = mapPieces(declaration.value, (piece) => nudged(piece, chance)) ?? declaration.value;
  });
  const radii = new Map<string, string>();
  for (const [name, rem] of Object.entries(RADIUS_REM)) {
    radii.set(name, `rounded-[${(rem + ((chance.next() - 0.5) * 2 * DISTANCE_MAX_PX) / 16).toFixed(3)}rem]`);
  }
  for (const slot of classSlots(tree)) slot.mapInPlace((token) => radii.get(token) ?? token);
}

function nudged(piece: string, chance: Chance): string | null {
  const size = dimensionOf(piece);
  if (size?.unit !== "px" || size.amount < 2) return null;
  return formatDimension({ amount: size.amount + (chance.next() - 0.5) * 2 * DISTANCE_MAX_PX, unit: "px" });
}

/** What is taken from the left is added on the right: neither the size of the box nor its line breaks change. */
export function jitterPaddingsInPlace(tree: InterfaceTree, chance: Chance): void {
  const rules = rulesOf(tree).filter((rule) => plainPadding(rule) !== null);
  for (const rule of chance.shuffled(rules).slice(0, SHIFTED_PADDINGS)) {
    const padding = plainPadding(rule);
    if (!padding) continue;
    const [vertical = "", horizontal = vertical] = padding.value.split(" ");
    const size = dimensionOf(horizontal);
    const shift = chance.next() * DISTANCE_MAX_PX;
    if (size) padding.value = `${vertical} ${size.amount + shift}px ${vertical} ${size.amount - shift}px`;
  }
  const slots = classSlots(tree).filter(
    (slot) => slot.path.parentPath?.isJSXAttribute() && plainPaddingStep(slot) !== null,
  );
  for (const slot of chance.shuffled(slots).slice(0, SHIFTED_PADDINGS)) {
    const rem = (plainPaddingStep(slot) ?? 0) / 4;
    const shift = (chance.next() * DISTANCE_MAX_PX) / 16;
    slot.addInPlace([`pl-[${(rem + shift).toFixed(4)}rem]`, `pr-[${(rem - shift).toFixed(4)}rem]`]);
  }
}

/** A padding of one or two lengths in px, the only one of its rule. */
function plainPadding(rule: Rule): Declaration | null {
  const paddings = rule.nodes.filter((node) => node.type === "decl" && node.prop.startsWith("padding"));
  const [only, ...others] = paddings;
  if (only?.type !== "decl" || others.length > 0 || only.prop !== "padding") return null;
  const pieces = only.value.split(" ");
  const isPlain = pieces.length <= 2 && pieces.every((piece) => dimensionOf(piece)?.unit === "px");
  const vertical = dimensionOf(pieces[0] ?? "")?.amount ?? 0;
  const horizontal = dimensionOf(pieces.at(-1) ?? "")?.amount ?? 0;
  const isSmall = vertical <= SMALL_PADDING_PX.vertical && horizontal <= SMALL_PADDING_PX.horizontal;
  return isPlain && isSmall && horizontal >= 4 ? only : null;
}

/** The one `p-n` or `px-n` of a class list that has no other horizontal padding. */
function plainPaddingStep(slot: ClassSlot): number | null {
  const opening = slot.path.parentPath?.parent;
  if (!t.isJSXOpeningElement(opening) || !SMALL_TAGS.includes(tagOf(opening.name))) return null;
  const paddings = slot.tokens().flatMap((token) => {
    const spacing = spacingOf(splitToken(token).body);
    return spacing && ["p", "px", "pl", "pr", "ps", "pe"].includes(spacing.property) ? [{ token, spacing }] : [];
  });
  const [only, ...others] = paddings;
  if (!only || others.length > 0 || !["p", "px"].includes(only.token.split("-")[0] ?? "")) return null;
  return only.spacing.steps >= 2 ? only.spacing.steps : null;
}
