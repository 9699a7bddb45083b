import type { AtRule, Rule } from "postcss";

import { type ClassSlot, classSlots } from "./class-slots.ts";
import { t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { jsxName, tagOf } from "./jsx-ui-element.ts";
import { type Span, spanOf } from "./operator.ts";

/** A styled box: a TSX element with a class list, or the elements that a CSS rule dresses. */
export type StyleBox = {
  readonly id: string;
  readonly description: string;
  readonly places: readonly Span[];
  /** Tag of the TSX element; for a rule the last simple selector (`.card`, `h2`). */
  readonly subject: string;
  /** Utilities in force whatever the state and width (TSX), or declared properties (CSS). */
  readonly has: (utilityPrefix: string, property: string, value?: string) => boolean;
  /** Number of element children as written; null for a rule. */
  readonly childCount: number | null;
  /** How deep the element is nested; 0 for a rule or an outermost element. */
  readonly depth: number;
  readonly addInPlace: (utilities: readonly string[], declarations: Readonly<Record<string, string>>) => void;
};

export function styleBoxes(tree: InterfaceTree): StyleBox[] {
  return tree.html ? ruleBoxes(tree) : classSlots(tree).flatMap(slotBox);
}

/** Only a list that is the whole attribute, or the first fixed part of it, belongs to one element for certain. */
function slotBox(slot: ClassSlot): StyleBox[] {
  const attribute = slot.path.findParent((path) => path.isJSXAttribute());
  const element = attribute?.parentPath?.parent;
  const holder =
    slot.path.isTemplateElement() && slot.path.key === 0 ? slot.path.parentPath.parentPath : slot.path.parentPath;
  const isFirst = slot.path.isTemplateElement() ? holder?.isJSXExpressionContainer() : holder?.isJSXAttribute();
  if (!attribute || !t.isJSXElement(element) || !isFirst) return [];
  const depth = slot.path.getAncestry().filter((path) => path.isJSXElement()).length;
  const plain = slot.tokens();
  return [
    {
      id: `box:${element.start ?? 0}`,
      description: `box of ${jsxName(element)}`,
      places: [spanOf(slot.path.node)],
      subject: tagOf(element.openingElement.name),
      has: (utilityPrefix) => plain.some((token) => token === utilityPrefix || token.startsWith(`${utilityPrefix}-`)),
      childCount: element.children.filter((child) => t.isJSXElement(child) || t.isJSXExpressionContainer(child)).length,
      depth: depth - 1,
      addInPlace: (utilities) => slot.addInPlace(utilities),
    },
  ];
}

function ruleBoxes(tree: InterfaceTree): StyleBox[] {
  const boxes: StyleBox[] = [];
  let number = 0;
  tree.html?.styles.walkRules((rule) => {
    number += 1;
    if (!isPlainRule(rule)) return;
    boxes.push({
      id: `rule:${number}`,
      description: `rule “${rule.selector}”`,
      places: [],
      subject: lastSimpleSelector(rule.selector),
      has: (_, property, value) => declares(rule, property, value),
      childCount: null,
      depth: 0,
      addInPlace: (_, declarations) => {
        for (const [prop, value] of Object.entries(declarations)) setDeclarationInPlace(rule, prop, value);
      },
    });
  });
  return boxes;
}

/** At the top of the sheet, without state (`:hover`) or pseudo-element, and not the document itself. */
function isPlainRule(rule: Rule): boolean {
  const outer = ["*", "html", "body", ":root"];
  return rule.parent?.type === "root" && !rule.selector.includes(":") && !outer.includes(rule.selector);
}

function declares(rule: Rule, property: string, value?: string): boolean {
  return rule.some(
    (node) => node.type === "decl" && node.prop === property && (value === undefined || node.value === value),
  );
}

export function setDeclarationInPlace(rule: Rule | AtRule, prop: string, value: string): void {
  const present = rule.nodes?.find((node) => node.type === "decl" && node.prop === prop);
  if (present?.type === "decl") present.value = value;
  else rule.append({ prop, value });
}

function lastSimpleSelector(selector: string): string {
  const last = selector.split(",").at(-1)?.trim() ?? "";
  return last.split(" ").at(-1) ?? last;
}
