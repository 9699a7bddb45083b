import type { ChildNode, Declaration, Rule } from "postcss";

import { type NodePath, t } from "../degradation/babel.ts";
import { classSlots } from "../degradation/class-slots.ts";
import { areIndependent } from "../degradation/decoys/neutral-styles.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import type { Chance } from "../keyed-chance.ts";

/** Changes the order of things whose order means nothing: to the browser, to React, to the script. */
export function shuffleInPlace(tree: InterfaceTree, chance: Chance): void {
  shuffleAttributesInPlace(tree, chance);
  shuffleClassesInPlace(tree, chance);
  shuffleFunctionsInPlace(tree, chance);
  shuffleSpecifiersInPlace(tree, chance);
  shuffleStylesInPlace(tree, chance);
}

function shuffleAttributesInPlace(tree: InterfaceTree, chance: Chance): void {
  for (const element of tree.html?.elements ?? []) {
    // A field sets its limits before its value in one order only in JSX; parsed markup has no order.
    element.attrs = chance.shuffled(element.attrs);
  }
  for (const path of tree.paths) {
    if (!path.isJSXOpeningElement()) continue;
    const { attributes, name } = path.node;
    const isFree = attributes.every((attribute) => t.isJSXAttribute(attribute));
    // React writes the props of a field one after another, and a range clamps its value to limits it has by then.
    if (isFree && !t.isJSXIdentifier(name, { name: "input" })) path.node.attributes = chance.shuffled(attributes);
  }
}

/** Class lists that are an attribute on their own; anything else might be data. */
function shuffleClassesInPlace(tree: InterfaceTree, chance: Chance): void {
  for (const slot of classSlots(tree)) {
    if (!slot.path.isStringLiteral() || !slot.path.parentPath.isJSXAttribute()) continue;
    const order = chance.shuffled(slot.tokens());
    let index = -1;
    slot.mapInPlace(() => {
      index += 1;
      return order[index] ?? null;
    });
  }
  for (const element of tree.html?.elements ?? []) {
    const attribute = element.attrs.find(({ name }) => name === "class");
    if (attribute)
      attribute.value = chance.shuffled(attribute.value.split(" ").filter((name) => name !== "")).join(" ");
  }
}

/** Function declarations are hoisted: within their block they may stand in any order, in the places they have. */
function shuffleFunctionsInPlace(tree: InterfaceTree, chance: Chance): void {
  for (const path of tree.paths) {
    if (!isBlock(path)) continue;
    const { body } = path.node;
    const places = body.flatMap((statement, index) => (t.isFunctionDeclaration(statement) ? [index] : []));
    const functions = chance.shuffled(places.map((place) => body[place]));
    for (const [index, place] of places.entries()) {
      const moved = functions[index];
      if (moved) body[place] = moved;
    }
  }
}

function isBlock(path: NodePath): path is NodePath<t.Program> | NodePath<t.BlockStatement> {
  return path.isProgram() || path.isBlockStatement();
}

function shuffleSpecifiersInPlace(tree: InterfaceTree, chance: Chance): void {
  for (const path of tree.paths) {
    if (!path.isImportDeclaration()) continue;
    const { specifiers } = path.node;
    if (specifiers.every((specifier) => t.isImportSpecifier(specifier)))
      path.node.specifiers = chance.shuffled(specifiers);
  }
}

function shuffleStylesInPlace(tree: InterfaceTree, chance: Chance): void {
  const { styles } = tree.html ?? {};
  if (!styles) return;
  styles.walkRules((rule) => shuffleDeclarationsInPlace(rule, chance));
  for (const rule of [...styles.nodes]) {
    const next = rule.next();
    if (rule.type === "rule" && next?.type === "rule" && areDisjoint(rule, next) && chance.below(2) === 0) {
      next.after(rule.clone());
      rule.remove();
    }
  }
}

/** Walks once through the rule and swaps neighbours that cannot override each other. */
function shuffleDeclarationsInPlace(rule: Rule, chance: Chance): void {
  for (const node of [...rule.nodes]) {
    const next = node.next();
    if (!isDeclaration(node) || !isDeclaration(next) || !areIndependent(node, next) || chance.below(2) === 0) continue;
    next.after(node.clone());
    node.remove();
  }
}

/** Two rules that set nothing in common cannot compete, whatever they select. */
function areDisjoint(a: Rule, b: Rule): boolean {
  const all = [...a.nodes, ...b.nodes];
  if (!all.every(isDeclaration)) return false;
  return a.nodes.every((x) => b.nodes.every((y) => isDeclaration(x) && isDeclaration(y) && areIndependent(x, y)));
}

function isDeclaration(node: ChildNode | undefined): node is Declaration {
  return node?.type === "decl";
}
