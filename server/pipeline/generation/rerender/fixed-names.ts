import { t } from "../degradation/babel.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import { isNamePart, nameWords } from "./css-names.ts";
import { MARKUP_START, type MarkupRun, markupRuns } from "./markup-text.ts";
import { isIdAttribute, type StringUse } from "./name-uses.ts";

/** Names that must stay as they are. */
export type FixedNames = { readonly words: ReadonlySet<string>; readonly has: (name: string) => boolean };

/**
 * Collects what a class or id could be reached by other than by name: words of strings whose use is unknown,
 * property names, global variables (an id is one), and fragments that are glued to something computed.
 *
 * @returns null when the sheet selects by parts of names, so that no name can be changed.
 */
export function fixedNames(
  tree: InterfaceTree,
  uses: ReadonlyMap<t.StringLiteral | t.TemplateLiteral, StringUse>,
): FixedNames | null {
  if (selectsByParts(tree)) return null;
  const words = new Set<string>();
  const fragments = new Set<string>();
  const fix = (text: string) => {
    for (const word of nameWords(text)) words.add(word);
  };
  for (const [node, use] of uses) {
    const pieces = t.isStringLiteral(node) ? [node.value] : node.quasis.map((quasi) => quasi.value.raw);
    if (use === "opaque") for (const piece of pieces) fix(piece);
    if (use === "markup") for (const text of otherAttributes(pieces)) fix(text);
    for (const fragment of gluedParts(node, use, pieces)) fragments.add(fragment);
  }
  for (const text of [...attributeTexts(tree), ...scriptNames(tree)]) fix(text);
  const has = (name: string) => words.has(name) || [...fragments].some((fragment) => name.includes(fragment));
  return { words, has };
}

function selectsByParts(tree: InterfaceTree): boolean {
  let found = false;
  tree.html?.styles.walkRules((rule) => {
    const { selector } = rule;
    found ||= ["[class", "[id", "\\"].some((part) => selector.includes(part));
  });
  return found;
}

/** Markup that is neither text nor a class or id: other attributes, and values without quotes. */
function otherAttributes(pieces: readonly string[]): string[] {
  let state = MARKUP_START;
  return pieces.flatMap((piece) => {
    const { runs, end } = markupRuns(piece, state);
    state = end;
    return runs.filter(isOther).map((run) => run.text);
  });
}

function isOther({ text, attribute }: MarkupRun): boolean {
  if (attribute === null)
    return text.includes("=") && !text.endsWith("=") && !text.endsWith('="') && !text.endsWith("='");
  return attribute !== "class" && !isIdAttribute(attribute);
}

/** The last or first word of a piece, when nothing separates it from the expression next to it. */
function gluedParts(node: t.StringLiteral | t.TemplateLiteral, use: StringUse, pieces: readonly string[]): string[] {
  if (t.isStringLiteral(node)) {
    // Both ends, since a single string may be a term of a sum; words of text are fixed as words already.
    return use === "class" || use === "id" || use === "selector" ? outerFragments(node.value) : [];
  }
  return pieces.flatMap((piece, index) => {
    const parts: string[] = [];
    if (index > 0 && isNamePart(piece.charAt(0))) parts.push(nameWords(piece)[0] ?? "");
    if (index < pieces.length - 1 && isNamePart(piece.charAt(piece.length - 1)))
      parts.push(nameWords(piece).at(-1) ?? "");
    return parts.filter((part) => part !== "");
  });
}

/** `is-` and `-open` are made to be glued; a whole name is not. */
function outerFragments(value: string): string[] {
  return nameWords(value).filter((word) => word.startsWith("-") || word.endsWith("-") || word.endsWith("_"));
}

/** Values of attributes that scripts read: `data-target="menu"`, `href="#top"`, inline handlers. */
function attributeTexts(tree: InterfaceTree): string[] {
  return (tree.html?.elements ?? []).flatMap(({ attrs }) =>
    attrs
      .filter(
        ({ name }) =>
          name.startsWith("data-") || name.startsWith("on") || ["href", "name", "value", "style"].includes(name),
      )
      .map(({ value }) => value),
  );
}

/** Property names and global variables: `styles[key]` may use the one, `menu.focus()` the other. */
function scriptNames(tree: InterfaceTree): string[] {
  const program = tree.paths[0]?.scope.getProgramParent();
  const globals = Object.keys(Reflect.get(program ?? {}, "globals") ?? {});
  const keys = tree.paths.flatMap((path) => {
    if (!path.isObjectProperty() || path.parentPath.isObjectPattern()) return [];
    return t.isIdentifier(path.node.key) ? [path.node.key.name] : [];
  });
  return [...globals, ...keys];
}
