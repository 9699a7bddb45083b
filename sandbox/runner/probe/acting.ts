import type { Target } from "#sandbox/contract.ts";

import { accessibleName } from "./accessible-name.ts";
import { currentText } from "./element-state.ts";
import { nearMisses } from "./expectations.ts";
import { locate } from "./locate.ts";
import { readable } from "./text-match.ts";
import { reachableBox } from "./visibility.ts";
import { finishTransitions, nextFrame, until } from "./waiting.ts";

/** What the driver needs to act on an element with real input events: where it is. */

/** Long enough for a dialog to open, and no longer: a missing target costs this in every failing check. */
const APPEARS_WITHIN_MS = 600;

export type Found<T> = { ok: true; value: T } | { ok: false; why: string };
export type Point = { x: number; y: number };
export type Fraction = { x: number; y: number };

const CENTRE: Fraction = { x: 0.5, y: 0.5 };

let held: Element | null = null;

function notFound(target: Target): string {
  const names = nearMisses(target);
  const other = names.length > 0 ? `; there are: ${names.map((name) => `"${name}"`).join(", ")}` : "";
  return `no such element is visible${other}`;
}

/** Waits for the target to appear and keeps it, so that repeated actions stay on the same element. */
export async function hold(target: Target): Promise<Found<null>> {
  let found: Element | null = null;
  const missing = await until(APPEARS_WITHIN_MS, () => {
    found = locate(target);
    return found ? null : "missing";
  });
  if (missing !== null) return { ok: false, why: notFound(target) };
  held = found;
  return { ok: true, value: null };
}

/** The same without waiting: for looking, where absence is an answer. */
export function holdNow(target: Target): boolean {
  held = locate(target);
  return held !== null;
}

/**
 * Holds the target and says where to press it: all that a click needs, in one call.
 *
 * @param unpressed kinds that are operated without the pointer; for them the point means nothing.
 */
export async function aim(
  target: Target,
  fraction: Fraction | null,
  unpressed: readonly HeldKind[],
): Promise<Found<Point & { kind: HeldKind }>> {
  const holding = await hold(target);
  if (!holding.ok) return holding;
  const kind = kindOfHeld();
  if (unpressed.includes(kind)) return { ok: true, value: { x: 0, y: 0, kind } };
  const point = await pointOfHeld(fraction);
  return point.ok ? { ok: true, value: { ...point.value, kind } } : point;
}

function isInView(box: DOMRect): boolean {
  return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
}

/** Elements that move are hit where they are going to be: waits until two frames show the same place. */
async function restingBox(element: Element): Promise<DOMRect | null> {
  finishTransitions();
  let box = reachableBox(element);
  for (let frame = 0; frame < 30 && document.getAnimations().length > 0; frame += 1) {
    await nextFrame();
    const next = reachableBox(element);
    if (box && next && Math.abs(box.x - next.x) < 0.5 && Math.abs(box.y - next.y) < 0.5) return next;
    box = next;
  }
  return box;
}

function hitAt(point: Point): Element | null {
  let hit = document.elementFromPoint(point.x, point.y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(point.x, point.y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

function describe(element: Element): string {
  const name = accessibleName(element) || (element.textContent ?? "").trim().slice(0, 30);
  return `<${element.localName}>${name ? ` "${name.slice(0, 30)}"` : ""}`;
}

function pointIn(element: Element, box: DOMRect, at: Fraction): Point {
  // A fraction names a place in the whole element (a canvas); the centre means the part that can be reached.
  const area = at === CENTRE ? box : element.getBoundingClientRect();
  const inside = (start: number, length: number, share: number) =>
    start + Math.min(Math.max(length * share, 0.5), Math.max(length - 0.5, 0.5));
  return { x: inside(area.left, area.width, at.x), y: inside(area.top, area.height, at.y) };
}

/** Whether a click there reaches the element: it, something in it, its label, or what is drawn around a hidden control. */
function reaches(hit: Element, element: Element): boolean {
  if (element.contains(hit) || hit.contains(element)) return true;
  const label = hit.closest("label");
  return label instanceof HTMLLabelElement && label.control === element;
}

/** A visible label stands in for a control that is hidden behind its own drawing. */
function labelBox(element: Element): { label: Element; box: DOMRect } | null {
  if (!(element instanceof HTMLInputElement)) return null;
  for (const label of element.labels ?? []) {
    const box = reachableBox(label);
    if (box) return { label, box };
  }
  return null;
}

/** One attempt to find a point where a press reaches the element. */
function pressPoint(element: Element, box: DOMRect, fraction: Fraction): Found<Point> {
  const point = pointIn(element, box, fraction);
  const hit = hitAt(point);
  if (hit && reaches(hit, element)) return { ok: true, value: point };
  const label = labelBox(element);
  if (label) {
    const onLabel = pointIn(label.label, label.box, CENTRE);
    const labelHit = hitAt(onLabel);
    if (labelHit && label.label.contains(labelHit)) return { ok: true, value: onLabel };
  }
  return { ok: false, why: hit ? `it is covered by ${describe(hit)}` : "it lies outside the window" };
}

/** Where to press to hit the held element, after scrolling it into view; waits for what covers it to go away. */
export async function pointOfHeld(fraction: Fraction | null): Promise<Found<Point>> {
  const element = held;
  if (!element?.isConnected) return { ok: false, why: "the element has gone" };
  await restingBox(element);
  let point: Found<Point> = { ok: false, why: "the element cannot be seen" };
  await until(APPEARS_WITHIN_MS, () => {
    let box = reachableBox(element);
    if (!box || !isInView(box)) {
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      box = reachableBox(element);
    }
    if (box) point = pressPoint(element, box, fraction ?? CENTRE);
    return point.ok ? null : point.why;
  });
  return point;
}

export type HeldKind = "range" | "slider" | "select" | "temporal" | "text" | "other";

const TEMPORAL = ["date", "time", "datetime-local", "month", "week", "color"];

export function kindOfHeld(): HeldKind {
  if (held instanceof HTMLSelectElement) return "select";
  if (held instanceof HTMLTextAreaElement) return "text";
  if (held instanceof HTMLInputElement) {
    if (held.type === "range") return "range";
    if (TEMPORAL.includes(held.type)) return "temporal";
    return ["checkbox", "radio", "button", "submit", "reset", "file", "image"].includes(held.type) ? "other" : "text";
  }
  if (held?.getAttribute("role") === "slider") return "slider";
  return held instanceof HTMLElement && held.isContentEditable ? "text" : "other";
}

/** Focus as the keyboard gives it; for elements that cannot take it, the document keeps it. */
export function focusHeld(): boolean {
  if (!(held instanceof HTMLElement || held instanceof SVGElement)) return false;
  held.scrollIntoView({ block: "nearest", behavior: "instant" });
  held.focus({ preventScroll: true });
  return document.activeElement === held;
}

export function textOfHeld(): string {
  return held ? currentText(held) : "";
}

export type RangeState = { value: number; min: number; max: number; step: number };

export function rangeOfHeld(): RangeState | null {
  if (held instanceof HTMLInputElement) {
    const min = Number(held.min || 0);
    const step = held.step === "any" ? 0 : Number(held.step || 1);
    return { value: held.valueAsNumber, min, max: Number(held.max || 100), step: step > 0 ? step : 1 };
  }
  if (!held) return null;
  const number = (name: string, otherwise: number) => Number(held?.getAttribute(name) ?? otherwise);
  return {
    value: number("aria-valuenow", Number.NaN),
    min: number("aria-valuemin", 0),
    max: number("aria-valuemax", 100),
    step: 1,
  };
}

function announceChange(element: Element): void {
  element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Sets what no keyboard sets reliably: date fields (their segments follow the locale) and sliders with very many steps. */
export function setHeldValue(value: string): Found<null> {
  if (!(held instanceof HTMLInputElement)) return { ok: false, why: "it is not an input" };
  held.focus();
  held.value = value;
  announceChange(held);
  return held.value === value ? { ok: true, value: null } : { ok: false, why: `it does not accept "${value}"` };
}

/** Chooses an option of a `<select>` by its text or value. Its popup is a native window that no page event opens. */
export function chooseOption(wanted: string): Found<null> {
  if (!(held instanceof HTMLSelectElement)) return { ok: false, why: "it is not a select" };
  const options = [...held.options];
  const exact = options.find((option) =>
    [option.label, option.value].some((text) => readable(text) === readable(wanted)),
  );
  const option = exact ?? options.find((candidate) => readable(candidate.label).includes(readable(wanted)));
  if (!option)
    return { ok: false, why: `it has no option "${wanted}" but ${options.map((o) => `"${o.label}"`).join(", ")}` };
  if (held.disabled || option.disabled) return { ok: false, why: "it is disabled" };
  held.focus();
  option.selected = true;
  announceChange(held);
  return { ok: true, value: null };
}

/** The box of the held element (or the page) for a photograph of it. */
export function pictureBox(): { x: number; y: number; width: number; height: number } | null {
  if (!held?.isConnected) return null;
  const box = held.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const width = Math.min(innerWidth, box.right) - left;
  const height = Math.min(innerHeight, box.bottom) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null;
}
