import { type NodePath, t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { setAttributeStringInPlace, setStringInPlace } from "./script-text.ts";
import { isUtility } from "./tailwind-utility.ts";

/** A piece of a class list as it stands in TSX: a string, or the fixed part of a template. */
export type ClassSlot = {
  readonly path: NodePath<t.StringLiteral> | NodePath<t.TemplateElement>;
  /** Whole tokens only: `bg-` of `bg-${tone}-500` is none. */
  readonly tokens: () => string[];
  /** Rewrites each token; null drops it. */
  readonly mapInPlace: (rewrite: (token: string) => string | null) => void;
  readonly addInPlace: (tokens: readonly string[]) => void;
};

/**
 * Class lists of a TSX completion: every string inside a `className`, and every string elsewhere that
 * consists of utilities only (`const tone = { low: "text-amber-600" }`).
 */
export function classSlots(tree: InterfaceTree): ClassSlot[] {
  if (tree.html) return [];
  return tree.paths.flatMap((path) => {
    if (path.isStringLiteral()) return isClassString(path) ? [stringSlot(path)] : [];
    if (path.isTemplateElement()) return isInClassName(path) ? [templateSlot(path)] : [];
    return [];
  });
}

/** Slots by token, in order of first appearance. */
export function slotsByToken(slots: readonly ClassSlot[]): Map<string, ClassSlot[]> {
  const groups = new Map<string, ClassSlot[]>();
  for (const slot of slots) {
    for (const token of new Set(slot.tokens())) groups.set(token, [...(groups.get(token) ?? []), slot]);
  }
  return groups;
}

function isInClassName(path: NodePath): boolean {
  const attribute = path.findParent((parent) => parent.isJSXAttribute() || parent.isFunction());
  return attribute?.isJSXAttribute() === true && attribute.node.name.name === "className";
}

function isClassString(path: NodePath<t.StringLiteral>): boolean {
  if (path.parentPath.isImportDeclaration() || path.parentPath.isBinaryExpression()) return false;
  if (path.parentPath.isMemberExpression() || path.key === "key") return false;
  if (isInClassName(path)) return true;
  const words = splitWords(path.node.value).filter((word) => word.trim() !== "");
  return words.length > 0 && words.every(isUtility) && !path.findParent((parent) => parent.isJSXAttribute());
}

function stringSlot(path: NodePath<t.StringLiteral>): ClassSlot {
  const { node } = path;
  const setInPlace = path.parentPath.isJSXAttribute() ? setAttributeStringInPlace : setStringInPlace;
  return {
    path,
    tokens: () => splitWords(node.value).filter((word) => word.trim() !== ""),
    mapInPlace: (rewrite) => setInPlace(node, rewriteWords(node.value, rewrite, false, false)),
    addInPlace: (tokens) => setInPlace(node, [node.value.trimEnd(), ...tokens].join(" ").trimStart()),
  };
}

function templateSlot(path: NodePath<t.TemplateElement>): ClassSlot {
  const { node } = path;
  const template = path.parent;
  const quasis = t.isTemplateLiteral(template) ? template.quasis : [];
  const cutAtStart = quasis[0] !== node;
  const cutAtEnd = !node.tail;
  const set = (raw: string) => {
    node.value = { raw, cooked: raw };
  };
  return {
    path,
    tokens: () => wholeWords(node.value.raw, cutAtStart, cutAtEnd),
    mapInPlace: (rewrite) => set(rewriteWords(node.value.raw, rewrite, cutAtStart, cutAtEnd)),
    addInPlace: (tokens) => {
      // In front when text follows in an expression, so that no token is glued to it.
      const { raw } = node.value;
      set(cutAtStart ? `${raw.trimEnd()} ${tokens.join(" ")}${cutAtEnd ? " " : ""}` : `${tokens.join(" ")} ${raw}`);
    },
  };
}

/** Alternating runs of white space and of anything else; joined they give the text back. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let current = "";
  for (const character of text) {
    const space = character.trim() === "";
    if (current !== "" && (current.trim() === "") !== space) {
      words.push(current);
      current = "";
    }
    current += character;
  }
  return current === "" ? words : [...words, current];
}

function wholeWords(text: string, cutAtStart: boolean, cutAtEnd: boolean): string[] {
  const words = splitWords(text);
  return words.filter((word, index) => {
    const glued = (index === 0 && cutAtStart) || (index === words.length - 1 && cutAtEnd);
    return word.trim() !== "" && !glued;
  });
}

function rewriteWords(
  text: string,
  rewrite: (token: string) => string | null,
  cutAtStart: boolean,
  cutAtEnd: boolean,
): string {
  const words = splitWords(text);
  const rewritten = words.map((word, index) => {
    const glued = (index === 0 && cutAtStart) || (index === words.length - 1 && cutAtEnd);
    return word.trim() === "" || glued ? word : (rewrite(word) ?? "");
  });
  return rewritten.join("");
}
