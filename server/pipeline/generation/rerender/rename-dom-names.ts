import { t } from "../degradation/babel.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import { setStringInPlace } from "../degradation/script-text.ts";
import type { Chance } from "../keyed-chance.ts";
import { mapSelector, mapWords, type NameKind, namesInSelector, nameWords } from "./css-names.ts";
import { MARKUP_START, markupRuns } from "./markup-text.ts";
import { fixedNames } from "./fixed-names.ts";
import { isIdAttribute, type StringUse, stringUses } from "./name-uses.ts";
import { nameGiver } from "./plausible-names.ts";

type Renaming = { readonly class: ReadonlyMap<string, string>; readonly id: ReadonlyMap<string, string> };

/**
 * Gives classes and ids of a completion's own new names, in the markup, the style sheet and the script alike. A
 * name stays when a string whose use is unknown could be it, or could become it together with something computed.
 */
export function renameDomNamesInPlace(tree: InterfaceTree, chance: Chance): void {
  const uses = stringUses(tree);
  const fixed = fixedNames(tree, uses);
  if (fixed === null) return;
  const own = ownNames(tree);
  const give = nameGiver(chance, new Set([...own.class, ...own.id, ...fixed.words]));
  const renamed = (names: ReadonlySet<string>) =>
    new Map([...names].filter((name) => !fixed.has(name)).map((name) => [name, give("css")] as const));
  const renaming = { class: renamed(own.class), id: renamed(own.id) };
  renameSelectorsInPlace(tree, renaming);
  renameMarkupInPlace(tree, renaming);
  for (const [node, use] of uses) renameStringInPlace(node, use, renaming);
}

/** Classes and ids by declaration: in a selector or an attribute. TSX has ids only, its classes are utilities. */
function ownNames(tree: InterfaceTree): { class: Set<string>; id: Set<string> } {
  const names = { class: new Set<string>(), id: new Set<string>() };
  tree.html?.styles.walkRules((rule) => {
    for (const { kind, name } of namesInSelector(rule.selector)) names[kind].add(name);
  });
  for (const { attrs } of tree.html?.elements ?? []) {
    for (const { name, value } of attrs) {
      if (name === "class") for (const word of nameWords(value)) names.class.add(word);
      if (name === "id") names.id.add(value);
    }
  }
  for (const path of tree.paths) {
    const isId = path.isJSXAttribute() && path.node.name.name === "id";
    if (isId && t.isStringLiteral(path.node.value)) names.id.add(path.node.value.value);
  }
  return names;
}

function renameSelectorsInPlace(tree: InterfaceTree, renaming: Renaming): void {
  tree.html?.styles.walkRules((rule) => {
    rule.selector = mapSelector(rule.selector, (kind, name) => lookUp(renaming, kind, name));
  });
}

function renameMarkupInPlace(tree: InterfaceTree, renaming: Renaming): void {
  for (const { attrs } of tree.html?.elements ?? []) {
    for (const attribute of attrs) {
      if (attribute.name === "class") attribute.value = renameWords(attribute.value, "class", renaming);
      else if (isIdAttribute(attribute.name)) attribute.value = renameWords(attribute.value, "id", renaming);
    }
  }
}

function renameStringInPlace(node: t.StringLiteral | t.TemplateLiteral, use: StringUse, renaming: Renaming): void {
  if (use === "opaque") return;
  if (t.isStringLiteral(node)) {
    const [value = node.value] = renamePieces([node.value], use, renaming);
    // Names have no sign that is written differently in a JSX attribute.
    if (value !== node.value) setStringInPlace(node, value);
    return;
  }
  const raws = renamePieces(
    node.quasis.map((quasi) => quasi.value.raw),
    use,
    renaming,
  );
  for (const [index, quasi] of node.quasis.entries()) {
    const raw = raws[index] ?? quasi.value.raw;
    if (raw !== quasi.value.raw) quasi.value = { raw };
  }
}

function renamePieces(pieces: readonly string[], use: StringUse, renaming: Renaming): string[] {
  if (use === "class" || use === "id") return pieces.map((piece) => renameWords(piece, use, renaming));
  if (use === "selector")
    return pieces.map((piece) => mapSelector(piece, (kind, name) => lookUp(renaming, kind, name)));
  let state = MARKUP_START;
  return pieces.map((piece) => {
    const { runs, end } = markupRuns(piece, state);
    state = end;
    const renamed = runs.map(({ text, attribute }) => {
      if (attribute === "class") return renameWords(text, "class", renaming);
      return attribute !== null && isIdAttribute(attribute) ? renameWords(text, "id", renaming) : text;
    });
    return renamed.join("");
  });
}

function renameWords(text: string, kind: NameKind, renaming: Renaming): string {
  return mapWords(text, (word) => lookUp(renaming, kind, word));
}

function lookUp(renaming: Renaming, kind: NameKind, name: string): string {
  return renaming[kind].get(name) ?? name;
}
