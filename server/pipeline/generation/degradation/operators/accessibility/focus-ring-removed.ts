import type { Rule } from "postcss";

import { classSlots } from "../../class-slots.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, spanOf } from "../../operator.ts";
import { setDeclarationInPlace } from "../../style-boxes.ts";
import { splitToken } from "../../tailwind-utility.ts";

export const focusRingRemoved: Operator = {
  name: "focus-ring-removed",
  family: "accessibility",
  severity: "light",
  does: "Nobody can see which control the keyboard is on.",
  unfit: "unseen-by-labellers",
  sites: (tree) => (tree.html ? ruleSites(tree) : classSites(tree)),
};

/** All at once, as a style reset would: a single control without a ring would go unnoticed. */
function classSites(tree: InterfaceTree): Site[] {
  const slots = classSlots(tree).filter((slot) => slot.tokens().some(isFocusStyle));
  if (slots.length === 0) return [];
  const editInPlace = () => {
    for (const slot of slots) {
      const [first, ...others] = slot.tokens().filter(isFocusStyle);
      slot.mapInPlace((token) => {
        if (others.includes(token)) return null;
        return token === first ? "outline-none" : token;
      });
    }
  };
  const description = `focus style of ${slots.length === 1 ? "one class list" : `${slots.length} class lists`}`;
  return [
    { id: "class:focus", description, spans: [], places: slots.map((slot) => spanOf(slot.path.node)), editInPlace },
  ];
}

function isFocusStyle(token: string): boolean {
  const { variants } = splitToken(token);
  return variants.split(":").some((variant) => ["focus", "focus-visible", "focus-within"].includes(variant));
}

function ruleSites(tree: InterfaceTree): Site[] {
  const rules: Rule[] = [];
  tree.html?.styles.walkRules((rule) => {
    if (rule.selector.includes(":focus")) rules.push(rule);
  });
  return rules.map((rule, index) => ({
    id: `focus:${index}`,
    description: `rule “${rule.selector}”`,
    spans: [],
    editInPlace: () => {
      rule.walkDecls((declaration) => {
        if (["border-color", "box-shadow", "background"].includes(declaration.prop)) declaration.remove();
      });
      setDeclarationInPlace(rule, "outline", "none");
    },
  }));
}
