import type { Declaration } from "postcss";

import { classSlots, slotsByToken } from "./class-slots.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { type Family, type Operator, type Severity, type Site, type Span, spanOf } from "./operator.ts";
import { splitToken } from "./tailwind-utility.ts";

export type StyleChange = {
  readonly name: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly does: string;
  readonly unfit?: Operator["unfit"];
  /** TSX: what becomes of a utility without its variants; null leaves it alone, the empty string drops it. */
  readonly utility: (body: string) => string | null;
  /** HTML: the new value of a declaration; null leaves it alone. */
  readonly declaration: (property: string, value: string) => string | null;
  /** Utilities under a variant (`hover:`) are left alone unless this allows them. */
  readonly allowsVariant?: (variants: string) => boolean;
  /** What is one decision and therefore changed together; each utility and each declaration by itself when absent. */
  readonly decision?: {
    readonly ofUtility: (body: string) => string;
    readonly ofDeclaration: (property: string, value: string) => string;
  };
};

/** One thing to rewrite, and the decision of the design that it belongs to. */
type Rewrite = {
  readonly decision: string;
  readonly what: string;
  readonly places: readonly Span[];
  readonly applyInPlace: () => void;
};

/**
 * An operator that rewrites one decision of the design wherever it is taken: a utility in every class list
 * that has it, or a declaration of the style sheet. A single element of many would hardly be seen.
 */
export function styleOperator(change: StyleChange): Operator {
  const { name, family, severity, does, unfit } = change;
  const sites = (tree: InterfaceTree) => sitesOf(tree.html ? cssRewrites(tree, change) : classRewrites(tree, change));
  return { name, family, severity, does, ...(unfit ? { unfit } : {}), sites };
}

function sitesOf(rewrites: readonly Rewrite[]): Site[] {
  const decisions = new Map<string, Rewrite[]>();
  for (const rewrite of rewrites) {
    decisions.set(rewrite.decision, [...(decisions.get(rewrite.decision) ?? []), rewrite]);
  }
  return [...decisions].map(([id, group]) => ({
    id,
    description: wordsFor(group.map((rewrite) => rewrite.what)),
    spans: [],
    places: group.flatMap((rewrite) => rewrite.places),
    editInPlace: () => {
      for (const rewrite of group) rewrite.applyInPlace();
    },
  }));
}

function wordsFor(whats: readonly string[]): string {
  const named = whats.slice(0, 2).join(", ");
  return whats.length > 2 ? `${named} and ${whats.length - 2} more` : named;
}

function classRewrites(tree: InterfaceTree, change: StyleChange): Rewrite[] {
  return [...slotsByToken(classSlots(tree))].flatMap(([token, slots]): Rewrite[] => {
    const { variants, body } = splitToken(token);
    if (variants !== "" && !change.allowsVariant?.(variants)) return [];
    const rewritten = change.utility(body);
    if (rewritten === null || rewritten === body) return [];
    const replacement = rewritten === "" ? null : `${variants}${rewritten}`;
    return [
      {
        decision: `class:${change.decision?.ofUtility(body) ?? token}`,
        what: `class “${token}” in ${slots.length === 1 ? "one place" : `${slots.length} places`}`,
        places: slots.map((slot) => spanOf(slot.path.node)),
        applyInPlace: () => {
          for (const slot of slots) slot.mapInPlace((each) => (each === token ? replacement : each));
        },
      },
    ];
  });
}

function cssRewrites(tree: InterfaceTree, change: StyleChange): Rewrite[] {
  return declarationsOf(tree).flatMap(({ declaration, index }): Rewrite[] => {
    const { prop, value } = declaration;
    if (!isSeenAtRest(declaration)) return [];
    const rewritten = change.declaration(prop, value);
    if (rewritten === null || rewritten === value) return [];
    return [
      {
        decision: `css:${change.decision?.ofDeclaration(prop, value) ?? index}`,
        what: describeDeclaration(declaration),
        places: [],
        applyInPlace: () => {
          declaration.value = rewritten;
        },
      },
    ];
  });
}

const STATES: readonly string[] = [":hover", ":focus", ":active", ":disabled", "[disabled", "[aria-invalid", "::"];

/** Not under a state that most people never see, on paper, or for a preference that few have. */
function isSeenAtRest({ parent }: Declaration): boolean {
  if (parent?.type === "rule" && "selector" in parent) {
    const selector = String(parent.selector);
    if (STATES.some((state) => selector.includes(state))) return false;
  }
  const around = parent?.parent;
  const params = around && "params" in around ? String(around.params) : "";
  return !params.includes("prefers") && !params.includes("print");
}

/** Every declaration of the style sheet with its number, which names it in site ids. */
export function declarationsOf(tree: InterfaceTree): { declaration: Declaration; index: number }[] {
  const found: { declaration: Declaration; index: number }[] = [];
  tree.html?.styles.walkDecls((declaration) => {
    found.push({ declaration, index: found.length });
  });
  return found;
}

export function describeDeclaration(declaration: Declaration): string {
  const { parent } = declaration;
  const selector = parent && "selector" in parent ? String(parent.selector) : "the style sheet";
  return `${declaration.prop} of “${selector}”`;
}
