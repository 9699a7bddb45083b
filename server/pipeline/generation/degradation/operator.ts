import type { NodePath, t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import type { Chance } from "../keyed-chance.ts";

export const FAMILIES = [
  "behaviour",
  "visual",
  "layout",
  "content",
  "accessibility",
  "robustness",
  "performance",
] as const;
export type Family = (typeof FAMILIES)[number];

/** A guess of the effect before anything was measured; it only orders the search for a level. */
export type Severity = "light" | "medium" | "heavy";

/** A stretch of the entry's script that an edit rewrites or removes. */
export type Span = { readonly start: number; readonly end: number };

/** One place where an operator applies. It belongs to the tree it was found in, and its edit changes that tree. */
export type Site = {
  /** Stable for a given source: derived from positions and class names, never from the order of other edits. */
  readonly id: string;
  /** In words, for a report: `onClick of button “Add”`. */
  readonly description: string;
  /** Two edits whose spans meet cannot be combined. Empty for class lists and style sheets, where edits add up. */
  readonly spans: readonly Span[];
  /** Where a class list is edited. An edit that takes all of them away would leave nothing to see of this one. */
  readonly places?: readonly Span[];
  readonly editInPlace: (chance: Chance) => void;
};

export type Operator = {
  readonly name: string;
  readonly family: Family;
  readonly severity: Severity;
  /** The mistake in one sentence. */
  readonly does: string;
  /**
   * Why it must not decide an order of completions: labellers who look and use a mouse do not notice it, although
   * checks that find controls by their names do; or no signal of the sandbox shows it. Such operators make
   * material for training, never levels of a control task.
   */
  readonly unfit?: "unseen-by-labellers" | "unseen-by-sandbox";
  readonly sites: (tree: InterfaceTree) => Site[];
};

/** Something found in the script that an edit can be told about. */
export function scriptSite(
  path: NodePath,
  description: string,
  editInPlace: (chance: Chance) => void,
  also: readonly NodePath[] = [],
): Site {
  const spans = [path, ...also].map((each) => spanOf(each.node));
  return { id: `js:${spans[0]?.start ?? 0}-${spans[0]?.end ?? 0}`, description, spans, editInPlace };
}

export function spanOf(node: t.Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

/** Can the two not be combined: do they rewrite the same code, or does one take away what the other is about? */
export function overlap(a: Site, b: Site): boolean {
  const meet = a.spans.some((x) => b.spans.some((y) => x.start < y.end && y.start < x.end));
  return meet || swallows(a, b) || swallows(b, a);
}

function swallows(outer: Site, inner: Site): boolean {
  const places = inner.places ?? [];
  const isInside = (place: Span) => outer.spans.some((span) => span.start <= place.start && place.end <= span.end);
  return places.length > 0 && places.every(isInside);
}
