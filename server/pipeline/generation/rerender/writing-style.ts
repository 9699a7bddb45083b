import { defaultTreeAdapter } from "parse5";

import { type GeneratorOptions, t } from "../degradation/babel.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import type { Chance } from "../keyed-chance.ts";

type Quote = "single" | "double";

/** How the code is written, drawn once per identity: quotes, numbers, indentation, white space of sheet and markup. */
export function writeInPlace(tree: InterfaceTree, chance: Chance): GeneratorOptions {
  const quotes: Quote = chance.pick(["single", "double"]);
  const bareFractions = chance.below(2) === 0;
  for (const path of tree.paths) {
    if (path.isStringLiteral() && !path.parentPath.isJSXAttribute()) delete path.node.extra;
    if (path.isNumericLiteral()) rewriteNumberInPlace(path.node, bareFractions);
  }
  writeSheetInPlace(tree, chance);
  writeMarkupInPlace(tree, chance);
  return { jsescOption: { minimal: true, quotes } };
}

/** `0.5` ↔ `.5`, `10000` ↔ `1e4`. */
function rewriteNumberInPlace(node: t.NumericLiteral, bareFractions: boolean): void {
  const plain = String(node.value);
  const isSmall = plain.startsWith("0.") && bareFractions;
  node.extra = { rawValue: node.value, raw: isSmall ? plain.slice(1) : plain };
}

function writeSheetInPlace(tree: InterfaceTree, chance: Chance): void {
  const indent = chance.pick(["  ", "    ", "\t", ""]);
  const lineBreak = chance.pick(["\n", " "]);
  const between = chance.pick([": ", ":"]);
  tree.html?.styles.walk((node) => {
    const depth = node.parent?.type === "root" ? 0 : node.parent?.parent?.type === "root" ? 1 : 2;
    if (node.type === "decl") {
      node.raws.before = `${lineBreak}${indent.repeat(lineBreak === "\n" ? depth : 0)}`;
      node.raws.between = between;
      return;
    }
    node.raws.before = `\n${indent.repeat(depth)}`;
    if (node.type !== "comment") node.raws.after = `${lineBreak}${lineBreak === "\n" ? indent.repeat(depth) : ""}`;
    if (node.type === "rule") node.raws.between = chance.pick([" "]);
  });
}

/** Runs of white space between tags collapse to one blank, however long they are written. */
function writeMarkupInPlace(tree: InterfaceTree, chance: Chance): void {
  if (!tree.html || keepsWhiteSpace(tree)) return;
  const gap = chance.pick(["\n", "\n  ", "\n    ", "\n\t"]);
  for (const element of tree.html.elements) {
    for (const node of element.childNodes) {
      if (defaultTreeAdapter.isTextNode(node) && node.value.trim() === "" && node.value.includes("\n"))
        node.value = gap;
    }
  }
}

function keepsWhiteSpace(tree: InterfaceTree): boolean {
  let found = tree.html?.elements.some((element) => ["pre", "textarea"].includes(element.tagName)) ?? false;
  tree.html?.styles.walkDecls("white-space", (declaration) => {
    found ||= declaration.value.startsWith("pre") || declaration.value.startsWith("break");
  });
  return found;
}
