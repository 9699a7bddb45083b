import { defaultTreeAdapter } from "parse5";

import { type NodePath, t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { HEADINGS, shorten } from "./ui-element.ts";
import { tagOf } from "./jsx-ui-element.ts";
import { scriptSite, type Site, type Span, spanOf } from "./operator.ts";
import { setStringInPlace } from "./script-text.ts";
import type { Chance } from "../keyed-chance.ts";

export type TextKind = "heading" | "control" | "prose" | "string" | "template";

/** A piece of fixed text that a person reads. White space around it is kept when it is rewritten. */
export type TextSlot = {
  readonly id: string;
  readonly kind: TextKind;
  readonly text: string;
  readonly owner: string;
  readonly spans: readonly Span[];
  readonly setInPlace: (text: string) => void;
};

const CONTROL_TAGS: readonly string[] = ["button", "a", "label", "th", "option", "legend", "summary"];

export function textSlots(tree: InterfaceTree): TextSlot[] {
  const inScript = tree.paths.flatMap((path) => {
    if (path.isJSXText()) return jsxTextSlot(path);
    if (path.isStringLiteral()) return isReadableString(path) ? [stringSlot(path)] : [];
    if (path.isTemplateElement()) return templateSlot(path);
    return [];
  });
  return [...htmlTextSlots(tree), ...inScript];
}

export function textSite(slot: TextSlot, editInPlace: (chance: Chance) => void): Site {
  return { id: slot.id, description: `text “${shorten(slot.text)}” (${slot.owner})`, spans: slot.spans, editInPlace };
}

export function hasLetters(text: string): boolean {
  return [...text].some((character) => character.toLowerCase() !== character.toUpperCase());
}

function kindOf(tag: string): TextKind {
  if (HEADINGS.includes(tag)) return "heading";
  return CONTROL_TAGS.includes(tag) ? "control" : "prose";
}

/** The text between its surrounding white space, and a way to put another there. */
function trimmed(whole: string): { text: string; around: (text: string) => string } {
  const text = whole.trim();
  const lead = whole.slice(0, whole.length - whole.trimStart().length);
  const tail = whole.slice(whole.trimEnd().length);
  return { text, around: (next) => `${lead}${next}${tail}` };
}

function jsxTextSlot(path: NodePath<t.JSXText>): TextSlot[] {
  const { node, parent } = path;
  const { text, around } = trimmed(node.value);
  // Such a character was an entity in the source and would be syntax when printed as it is.
  const needsEntity = ["<", ">", "{", "}", "&", "\u00a0"].some((character) => text.includes(character));
  if (!hasLetters(text) || needsEntity || !t.isJSXElement(parent)) return [];
  const tag = tagOf(parent.openingElement.name);
  const span = spanOf(node);
  const setInPlace = (next: string) => setStringInPlace(node, around(next));
  return [{ id: `js:${span.start}-${span.end}`, kind: kindOf(tag), text, owner: tag, spans: [span], setInPlace }];
}

function stringSlot(path: NodePath<t.StringLiteral>): TextSlot {
  const { node } = path;
  const { text, around } = trimmed(node.value);
  const { id, spans } = scriptSite(path, "", () => undefined);
  return {
    id,
    kind: "string",
    text,
    owner: "script",
    spans,
    setInPlace: (next) => setStringInPlace(node, around(next)),
  };
}

function templateSlot(path: NodePath<t.TemplateElement>): TextSlot[] {
  const { node } = path;
  const { text, around } = trimmed(node.value.raw);
  const isText = text !== "" && !["<", "\\", "`", "=", ";", "(", "#", "-"].some((sign) => text.includes(sign));
  const attribute = path.findParent((above) => above.isJSXAttribute() || above.isFunction());
  const shown = !attribute?.isJSXAttribute() || attribute.node.name.name === "aria-label";
  if (!isText || !shown) return [];
  const setInPlace = (next: string) => {
    node.value = { raw: around(next), cooked: around(next) };
  };
  const { id, spans } = scriptSite(path, "", () => undefined);
  return [{ id, kind: "template", text, owner: "template", spans, setInPlace }];
}

/** Calls whose string arguments are names for the machine. */
const MACHINE_CALLS = new Set([
  ...[
    "addEventListener",
    "removeEventListener",
    "querySelector",
    "querySelectorAll",
    "getElementById",
    "createElement",
  ],
  ...["createElementNS", "closest", "matches", "getAttribute", "hasAttribute", "removeAttribute", "add", "remove"],
  ...["toggle", "contains", "getContext", "padStart", "padEnd", "join", "split", "toLocaleString", "localeCompare"],
  ...["includes", "startsWith", "endsWith", "getItem", "setItem", "matchMedia", "setProperty", "NumberFormat"],
]);
const SHOWN_ATTRIBUTES = new Set(["aria-label", "title", "placeholder", "alt"]);
const MACHINE_PROPERTIES = new Set([
  ...["id", "key", "type", "className", "icon", "font", "color", "colour", "kind", "tone", "fontFamily", "value"],
]);
const KEY_NAMES = new Set([
  "Enter",
  "Escape",
  "Tab",
  "Backspace",
  "Delete",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Shift",
]);

/** A sentence or a capitalised word that ends up on the screen, as far as its place in the code tells. */
function isReadableString(path: NodePath<t.StringLiteral>): boolean {
  const { value } = path.node;
  const first = value.trim().charAt(0);
  const capital = first !== first.toLowerCase() || (hasLetters(first) && first.toLowerCase() === first.toUpperCase());
  if (!capital || value.includes("<") || value.startsWith("Arrow") || KEY_NAMES.has(value)) return false;
  const { parent } = path;
  if (t.isBinaryExpression(parent)) return parent.operator === "+";
  if (t.isMemberExpression(parent) || t.isImportDeclaration(parent) || t.isSwitchCase(parent)) return false;
  if (t.isTSLiteralType(parent) || t.isDirectiveLiteral(parent)) return false;
  if (t.isJSXAttribute(parent)) return false;
  if (t.isObjectProperty(parent))
    return path.key === "value" && !(t.isIdentifier(parent.key) && MACHINE_PROPERTIES.has(parent.key.name));
  if (t.isAssignmentExpression(parent)) return !assignsMachineProperty(parent);
  return !t.isCallExpression(parent) || !isMachineCall(parent, path.node);
}

function assignsMachineProperty({ left }: t.AssignmentExpression): boolean {
  return t.isMemberExpression(left) && t.isIdentifier(left.property) && MACHINE_PROPERTIES.has(left.property.name);
}

function isMachineCall(call: t.CallExpression, argument: t.StringLiteral): boolean {
  const { callee } = call;
  const name = t.isMemberExpression(callee) && t.isIdentifier(callee.property) ? callee.property.name : null;
  if (name === "setAttribute") {
    const [attribute] = call.arguments;
    return attribute === argument || !(t.isStringLiteral(attribute) && SHOWN_ATTRIBUTES.has(attribute.value));
  }
  return name !== null && MACHINE_CALLS.has(name);
}

function htmlTextSlots(tree: InterfaceTree): TextSlot[] {
  return (tree.html?.elements ?? []).flatMap((element, index) => {
    if (["title", "head", "option"].includes(element.tagName)) return [];
    return element.childNodes.flatMap((node, nth): TextSlot[] => {
      if (!defaultTreeAdapter.isTextNode(node) || !hasLetters(node.value)) return [];
      const { text, around } = trimmed(node.value);
      const setInPlace = (next: string) => {
        node.value = around(next);
      };
      const id = `html:${index}.${nth}`;
      return [{ id, kind: kindOf(element.tagName), text, owner: element.tagName, spans: [], setInPlace }];
    });
  });
}
