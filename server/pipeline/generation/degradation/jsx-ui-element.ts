import { type NodePath, t } from "./babel.ts";
import { spanOf } from "./operator.ts";
import type { UiElement } from "./ui-element.ts";

/** HTML attribute → React prop, where they differ. */
const PROP_OF: Readonly<Record<string, string>> = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  maxlength: "maxLength",
  readonly: "readOnly",
  autofocus: "autoFocus",
};

export function jsxElements(paths: readonly NodePath[]): UiElement[] {
  const known = new Map<t.Node, UiElement>();
  const childrenOf = new Map<t.Node, UiElement[]>();
  for (const path of paths) {
    if (!path.isJSXElement()) continue;
    const parentNode = path.findParent((above) => above.isJSXElement())?.node;
    const parent = parentNode ? (known.get(parentNode) ?? null) : null;
    const children: UiElement[] = [];
    childrenOf.set(path.node, children);
    const element = jsxElement(path, parent, children);
    known.set(path.node, element);
    if (parentNode) childrenOf.get(parentNode)?.push(element);
  }
  return [...known.values()];
}

function jsxElement(path: NodePath<t.JSXElement>, parent: UiElement | null, children: UiElement[]): UiElement {
  const { node } = path;
  const opening = node.openingElement;
  const span = spanOf(node);
  const find = (attribute: string) => attributeOf(opening, PROP_OF[attribute] ?? attribute);
  return {
    id: `jsx:${span.start}`,
    tag: tagOf(opening.name),
    parent,
    children,
    spans: [span],
    words: () => wordsOf(node),
    isComputed: () => isComputed(node),
    has: (attribute) => find(attribute) !== null,
    value: (attribute) => fixedValue(find(attribute)),
    setInPlace: (attribute, value) => {
      const present = find(attribute);
      if (present) present.value = attributeValue(attribute, value);
      else {
        const name = t.jsxIdentifier(PROP_OF[attribute] ?? attribute);
        opening.attributes.push(t.jsxAttribute(name, attributeValue(attribute, value)));
      }
    },
    dropInPlace: (attribute) => {
      const present = find(attribute);
      opening.attributes = opening.attributes.filter((each) => each !== present);
    },
    renameInPlace: (tag) => {
      opening.name = t.jsxIdentifier(tag);
      if (node.closingElement) node.closingElement.name = t.jsxIdentifier(tag);
    },
    removeInPlace: () => removeJsxInPlace(path),
  };
}

/** React wants numbers for `tabIndex`; everything else here is a string. */
function attributeValue(attribute: string, value: string): t.StringLiteral | t.JSXExpressionContainer {
  return attribute === "tabindex" ? t.jsxExpressionContainer(t.valueToNode(Number(value))) : t.stringLiteral(value);
}

/** A child goes without a trace; in an expression (`a && <p/>`, a returned element) nothing is rendered instead. */
export function removeJsxInPlace(path: NodePath<t.JSXElement>): void {
  if (path.parentPath.isJSXElement() || path.parentPath.isJSXFragment()) path.remove();
  else path.replaceWith(t.nullLiteral());
}

export function attributeOf(opening: t.JSXOpeningElement, name: string): t.JSXAttribute | null {
  for (const attribute of opening.attributes) {
    if (t.isJSXAttribute(attribute) && attribute.name.name === name) return attribute;
  }
  return null;
}

export function tagOf(name: t.JSXOpeningElement["name"]): string {
  if (t.isJSXIdentifier(name)) return name.name;
  if (t.isJSXMemberExpression(name)) return `${tagOf(name.object)}.${name.property.name}`;
  return name.name.name;
}

/** `button “Add”`; the tag alone where the name is computed. */
export function jsxName(node: t.JSXElement): string {
  const words = fixedValue(attributeOf(node.openingElement, "aria-label")) ?? wordsOf(node);
  const tag = tagOf(node.openingElement.name);
  return words ? `${tag} “${words.slice(0, 32)}”` : tag;
}

function fixedValue(attribute: t.JSXAttribute | null): string | null {
  if (!attribute) return null;
  if (!attribute.value) return "";
  if (t.isStringLiteral(attribute.value)) return attribute.value.value;
  if (!t.isJSXExpressionContainer(attribute.value)) return null;
  const { expression } = attribute.value;
  if (t.isStringLiteral(expression)) return expression.value;
  return t.isNumericLiteral(expression) || t.isBooleanLiteral(expression) ? String(expression.value) : null;
}

function wordsOf(node: t.JSXElement | t.JSXFragment): string {
  const parts = node.children.map((child) => {
    if (t.isJSXText(child)) return child.value.trim();
    if (t.isJSXElement(child) || t.isJSXFragment(child)) return wordsOf(child);
    return t.isJSXExpressionContainer(child) ? shownStrings(child.expression) : "";
  });
  return parts.filter((part) => part !== "").join(" ");
}

/** What an expression may show: a string, or one of two. */
function shownStrings(expression: t.Node): string {
  if (t.isStringLiteral(expression)) return expression.value;
  if (!t.isConditionalExpression(expression)) return "";
  return [shownStrings(expression.consequent), shownStrings(expression.alternate)]
    .filter((text) => text !== "")
    .join("/");
}

function isComputed(node: t.JSXElement): boolean {
  let computed = false;
  t.traverseFast(node, (inner) => {
    if (t.isJSXExpressionContainer(inner) && !t.isLiteral(inner.expression)) computed = true;
    if (t.isJSXSpreadAttribute(inner)) computed = true;
  });
  return computed;
}
