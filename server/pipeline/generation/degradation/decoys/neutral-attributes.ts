import { type NodePath, t } from "../babel.ts";
import type { Decoy } from "../decoy.ts";
import type { InterfaceTree } from "../interface-tree.ts";
import { type Site, scriptSite } from "../operator.ts";
import { codeOf } from "../script-text.ts";
import { elementSite, nameOf } from "../ui-element.ts";
import { uiElements } from "../ui-elements.ts";

const PARTS: readonly string[] = ["header", "content", "controls", "summary", "panel", "row", "body", "group"];

/** `data-part="controls"`: the sort of hook that tests and analytics hang on to. */
export const hookAdded: Decoy = {
  name: "hook-added",
  sites: (tree) =>
    uiElements(tree).flatMap((element): Site[] => {
      const isPart = ["div", "section", "header", "footer", "p", "ul", "main", "nav", "form"].includes(element.tag);
      if (!isPart || element.has("data-part")) return [];
      return [elementSite(element, nameOf(element), (chance) => element.setInPlace("data-part", chance.pick(PARTS)))];
    }),
};

/** Neighbouring props change places. A spread fixes the order around it, and a field takes its limits before its value. */
export const propsSwapped: Decoy = {
  name: "props-swapped",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isJSXOpeningElement() || t.isJSXIdentifier(path.node.name, { name: "input" })) return [];
      const { attributes } = path.node;
      const at = attributes.findIndex((each, index) => isPlainProp(each) && isPlainProp(attributes[index + 1]));
      if (at < 0) return [];
      return [
        scriptSite(path, codeOf(path.node.name), () => {
          const [moved] = attributes.splice(at, 1);
          if (moved) attributes.splice(at + 1, 0, moved);
        }),
      ];
    }),
};

function isPlainProp(node: t.Node | undefined): boolean {
  return t.isJSXAttribute(node) && node.name.name !== "key" && node.name.name !== "type";
}

/** `aria-hidden` → `aria-hidden="true"`: React writes the same attribute. */
export const flagSpelled: Decoy = {
  name: "flag-spelled",
  sites: (tree) => hiddenFlags(tree, (value) => !value, t.stringLiteral("true")),
};

/** `aria-hidden="true"` → `aria-hidden`. */
export const flagShortened: Decoy = {
  name: "flag-shortened",
  sites: (tree) => hiddenFlags(tree, (value) => t.isStringLiteral(value, { value: "true" }), null),
};

function hiddenFlags(
  tree: InterfaceTree,
  applies: (value: t.JSXAttribute["value"]) => boolean,
  value: t.StringLiteral | null,
): Site[] {
  return tree.paths.flatMap((path) => {
    if (!path.isJSXAttribute() || path.node.name.name !== "aria-hidden" || !applies(path.node.value)) return [];
    return [
      scriptSite(path, `aria-hidden of ${codeOf(path.parent, 24)}`, () => {
        path.node.value = value && t.cloneNode(value);
      }),
    ];
  });
}

/** Outside a form a button is a plain button whether it says so or not. */
export const typeImplied: Decoy = {
  name: "type-implied",
  sites: (tree) => {
    const elements = uiElements(tree);
    if (tree.html || elements.some((element) => element.tag === "form")) return [];
    return elements.flatMap((element): Site[] => {
      if (element.tag !== "button" || element.value("type") !== "button") return [];
      return [elementSite(element, nameOf(element), () => element.dropInPlace("type"))];
    });
  },
};

/** `{"text"}` → `text`, when white space and special signs are not at stake. */
export const textUnwrapped: Decoy = {
  name: "text-unwrapped",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      const value = path.isJSXExpressionContainer() ? plainText(path) : null;
      if (value === null) return [];
      return [
        scriptSite(path, `text “${value}”`, () => {
          path.replaceWith(t.jsxText(value));
        }),
      ];
    }),
};

function plainText(path: NodePath<t.JSXExpressionContainer>): string | null {
  const { expression } = path.node;
  if (!t.isStringLiteral(expression) || !path.parentPath.isJSXElement()) return null;
  const { value } = expression;
  const isPlain =
    value.trim() === value && value !== "" && !["{", "}", "<", ">", "&", "\n"].some((sign) => value.includes(sign));
  return isPlain && path.container !== null && Array.isArray(path.container) && path.container.length === 1
    ? value
    : null;
}
