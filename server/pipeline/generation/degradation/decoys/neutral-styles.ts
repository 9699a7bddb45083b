import type { Declaration, Rule } from "postcss";

import { type ClassSlot, classSlots } from "../class-slots.ts";
import type { Decoy } from "../decoy.ts";
import type { InterfaceTree } from "../interface-tree.ts";
import type { Site } from "../operator.ts";
import { styleBoxes } from "../style-boxes.ts";

/** Utilities that state what holds anyway, with the prefixes beside which they might not. */
const NEUTRAL_UTILITIES: readonly (readonly [string, readonly string[]])[] = [
  ["box-border", ["box"]],
  ["bg-repeat", ["bg-no", "bg-["]],
  ["bg-scroll", ["bg-fixed", "bg-local"]],
  ["mix-blend-normal", ["mix"]],
  ["bg-blend-normal", ["bg-blend"]],
  ["backface-visible", ["backface"]],
  ["float-none", ["float"]],
  ["clear-none", ["clear"]],
  ["snap-align-none", ["snap"]],
  ["will-change-auto", ["will"]],
  ["box-decoration-slice", ["box-decoration"]],
  ["break-inside-auto", ["break", "columns"]],
];

/** The same as declarations; each is the initial value and not inherited. */
export const NEUTRAL_DECLARATIONS: readonly (readonly [string, string])[] = [
  ["mix-blend-mode", "normal"],
  ["background-attachment", "scroll"],
  ["background-blend-mode", "normal"],
  ["backface-visibility", "visible"],
  ["float", "none"],
  ["clear", "none"],
  ["box-decoration-break", "slice"],
  ["break-inside", "auto"],
  ["scroll-snap-align", "none"],
  ["will-change", "auto"],
  ["object-position", "50% 50%"],
  ["text-overflow", "clip"],
];

export const styleAdded: Decoy = {
  name: "style-added",
  sites: (tree) =>
    styleBoxes(tree).map((box) => ({
      id: box.id,
      description: box.description,
      spans: [],
      editInPlace: (chance) => {
        const clear = NEUTRAL_UTILITIES.filter(([, prefixes]) => !prefixes.some((prefix) => box.has(prefix, "")));
        const free = unusedDeclarations(tree);
        const [utility] = chance.pick(clear.length > 0 ? clear : NEUTRAL_UTILITIES);
        box.addInPlace([utility], free.length > 0 ? Object.fromEntries([chance.pick(free)]) : {});
      },
    })),
};

/** A property that the sheet never mentions, not even by its shorthand, cannot be in anybody's way. */
function unusedDeclarations(tree: InterfaceTree): (readonly [string, string])[] {
  const used = new Set<string>();
  tree.html?.styles.walkDecls((declaration) => {
    used.add(declaration.prop);
    used.add(declaration.prop.split("-")[0] ?? "");
  });
  return NEUTRAL_DECLARATIONS.filter(([property]) => !used.has(property) && !used.has(property.split("-")[0] ?? ""));
}

/** The order of names in a class attribute means nothing. */
export const classesReordered: Decoy = {
  name: "classes-reordered",
  sites: (tree) =>
    classSlots(tree)
      .filter((slot) => slot.path.isStringLiteral() && slot.tokens().length >= 3)
      .map((slot) => ({
        id: `slot:${slot.path.node.start ?? 0}`,
        description: `class list “${slot.tokens().slice(0, 3).join(" ")}…”`,
        spans: [],
        editInPlace: (chance) => reorderInPlace(slot, chance.below(slot.tokens().length - 1)),
      })),
};

function reorderInPlace(slot: ClassSlot, at: number): void {
  const tokens = slot.tokens();
  const [moved] = tokens.splice(at, 1);
  const order = moved === undefined ? tokens : [...tokens, moved];
  let index = -1;
  slot.mapInPlace(() => {
    index += 1;
    return order[index] ?? null;
  });
}

/** `.a { x; y }` → `.a { x } .a { y }`, side by side, so that the cascade stays. */
export const ruleSplit: Decoy = {
  name: "rule-split",
  sites: (tree) =>
    rulesOf(tree).flatMap((rule, index): Site[] => {
      if (rule.nodes.length < 3 || rule.parent?.type !== "root") return [];
      const editInPlace = () => {
        const second = rule.cloneAfter();
        const half = Math.ceil(rule.nodes.length / 2);
        for (const node of rule.nodes.slice(half)) node.remove();
        for (const node of second.nodes.slice(0, half)) node.remove();
      };
      return [{ id: `rule:${index}`, description: `rule “${rule.selector}”`, spans: [], editInPlace }];
    }),
};

/** Two declarations of one rule change places when neither can override the other. */
export const declarationsReordered: Decoy = {
  name: "css-reordered",
  sites: (tree) =>
    rulesOf(tree).flatMap((rule, index): Site[] => {
      const [first, second] = rule.nodes;
      if (first?.type !== "decl" || second?.type !== "decl" || !areIndependent(first, second)) return [];
      const editInPlace = () => {
        first.before(second.clone());
        second.remove();
      };
      return [{ id: `rule:${index}`, description: `rule “${rule.selector}”`, spans: [], editInPlace }];
    }),
};

/** Different first words: `border` and `border-color` share one, and so does everything of `font`. */
export function areIndependent(a: Declaration, b: Declaration): boolean {
  const stem = (declaration: Declaration) => declaration.prop.split("-")[0];
  const isPlain = (declaration: Declaration) => !declaration.prop.startsWith("-") && declaration.prop !== "all";
  return isPlain(a) && isPlain(b) && stem(a) !== stem(b);
}

export function rulesOf(tree: InterfaceTree): Rule[] {
  const rules: Rule[] = [];
  tree.html?.styles.walkRules((rule) => {
    rules.push(rule);
  });
  return rules;
}
