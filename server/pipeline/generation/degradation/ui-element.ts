import type { Site, Span } from "./operator.ts";
import type { Chance } from "../keyed-chance.ts";

/** An element of the markup, whether it is written as JSX or as HTML. Attributes go by their HTML names. */
export type UiElement = {
  readonly id: string;
  /** Tag name as written: `button`, `h2`, or the name of a component. */
  readonly tag: string;
  readonly parent: UiElement | null;
  /** Direct children as written; what a list renders counts once. */
  readonly children: readonly UiElement[];
  readonly spans: readonly Span[];
  /** Fixed text inside, at any depth. */
  readonly words: () => string;
  /** Does anything inside depend on code: an expression, an event handler? Always false for HTML. */
  readonly isComputed: () => boolean;
  readonly has: (attribute: string) => boolean;
  /** The attribute's fixed value; null when absent or computed. */
  readonly value: (attribute: string) => string | null;
  readonly setInPlace: (attribute: string, value: string) => void;
  readonly dropInPlace: (attribute: string) => void;
  readonly renameInPlace: (tag: string) => void;
  readonly removeInPlace: () => void;
};

/** A host element, as opposed to a component: React tells them apart by the first letter too. */
export function isHost(element: UiElement): boolean {
  const first = element.tag.charAt(0);
  return first >= "a" && first <= "z" && !element.tag.includes(".");
}

export const HEADINGS: readonly string[] = ["h1", "h2", "h3", "h4"];
export const FORM_FIELDS: readonly string[] = ["input", "select", "textarea"];

/** `button “Add”`, or the tag alone where there is no fixed text. */
export function nameOf(element: UiElement): string {
  const words = element.value("aria-label") ?? (element.words() || element.value("placeholder") || element.value("id"));
  return words ? `${element.tag} “${shorten(words)}”` : `${element.tag}`;
}

export function shorten(text: string, max = 32): string {
  const line = text
    .split("\n")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

export function elementSite(element: UiElement, description: string, editInPlace: (chance: Chance) => void): Site {
  return { id: element.id, description, spans: element.spans, editInPlace };
}
