import type { Declaration } from "postcss";

import { classSlots, slotsByToken } from "./class-slots.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { type Family, type Operator, type Severity, type Site, spanOf } from "./operator.ts";
import { splitToken } from "./tailwind-utility.ts";

export type StyleChange = {
  readonly name: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly does: string;
  /** TSX: what becomes of a utility without its variants; null leaves it alone, the empty string drops it. */
  readonly utility: (body: string) => string | null;
  /** HTML: the new value of a declaration; null leaves it alone. */
  readonly declaration: (property: string, value: string) => string | null;
  /** Utilities under a variant (`hover:`) are left alone unless this allows them. */
  readonly allowsVariant?: (variants: string) => boolean;
};

/**
 * An operator that rewrites one decision of the design wherever it is taken: a utility in every class list
 * that has it, or a declaration of the style sheet. A single element of many would hardly be seen.
 */
export function styleOperator(change: StyleChange): Operator {
  const { name, family, severity, does } = change;
  return {
    name,
    family,
    severity,
    does,
    sites: (tree) => (tree.html ? cssSites(tree, change) : classSites(tree, change)),
  };
}

function classSites(tree: InterfaceTree, change: StyleChange): Site[] {
  return [...slotsByToken(classSlots(tree))].flatMap(([token, slots]): Site[] => {
    const { variants, body } = splitToken(token);
    if (variants !== "" && !change.allowsVariant?.(variants)) return [];
    const rewritten = change.utility(body);
    if (rewritten === null || rewritten === body) return [];
    const replacement = rewritten === "" ? null : `${variants}${rewritten}`;
    return [
      {
        id: `class:${token}`,
        description: `class “${token}” in ${slots.length === 1 ? "one place" : `${slots.length} places`}`,
        spans: [],
        places: slots.map((slot) => spanOf(slot.path.node)),
        editInPlace: () => {
          for (const slot of slots) slot.mapInPlace((each) => (each === token ? replacement : each));
        },
      },
    ];
  });
}

function cssSites(tree: InterfaceTree, change: StyleChange): Site[] {
  return declarationsOf(tree).flatMap(({ declaration, index }): Site[] => {
    const rewritten = change.declaration(declaration.prop, declaration.value);
    if (rewritten === null || rewritten === declaration.value) return [];
    return [
      {
        id: `css:${index}`,
        description: describeDeclaration(declaration),
        spans: [],
        editInPlace: () => {
          declaration.value = rewritten;
        },
      },
    ];
  });
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
