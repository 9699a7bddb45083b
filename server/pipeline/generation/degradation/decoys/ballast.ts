import { type NodePath, t } from "../babel.ts";
import type { InterfaceTree } from "../interface-tree.ts";
import { freshName } from "../script-text.ts";
import type { Rng } from "../seeded-rng.ts";
import type { Site } from "../operator.ts";
import { branchUnbraced, arrowUnbraced } from "./block-forms.ts";
import { declarationsJoined } from "./declaration-order.ts";
import { assignmentRewritten } from "./equivalent-expressions.ts";
import { flagRewritten, textUnwrapped, typeImplied } from "./neutral-attributes.ts";

/** How much is still missing (positive) or too much (negative). */
export type Deficit = { readonly chars: number; readonly nodes: number };

const NAMES: readonly string[] = [
  "viewDefaults",
  "layoutDefaults",
  "presets",
  "displayOptions",
  "panelSettings",
  "baseOptions",
];
const KEYS: readonly string[] = ["steps", "widths", "columns", "offsets", "sizes", "marks"];
const TEXT_KEYS: readonly string[] = ["label", "summary", "hint", "caption", "note", "title"];
const WORDS =
  "compact rows with the latest entries first sorted by name and grouped by day while older ones stay folded until needed";

/** Characters that one array entry (`, 12`) and one text property (indent, key, quotes, comma) cost in print. */
const CHARS_PER_ENTRY = 4;
const CHARS_OF_TEXT_PROPERTY = 18;
const CHARS_OF_FRAME = 40;
/** Declaration, declarator, name and object; a property is three nodes with its key and value. */
const NODES_OF_FRAME = 4;
const NODES_PER_PROPERTY = 3;

/**
 * Settings that nothing reads, as they remain when a feature was taken out. Numbers fill up nodes, words fill
 * up characters, so both counts can be met at once. Null when the deficit is smaller than the smallest of them.
 */
export function ballastFor(deficit: Deficit, rng: Rng, name: string): t.VariableDeclaration | null {
  if (deficit.chars < CHARS_OF_FRAME || deficit.nodes < NODES_OF_FRAME) return null;
  const properties: t.ObjectProperty[] = [];
  let chars = deficit.chars - CHARS_OF_FRAME;
  let nodes = deficit.nodes - NODES_OF_FRAME;
  if (nodes >= NODES_PER_PROPERTY + 2) {
    const affordable = Math.max(1, Math.floor((chars - CHARS_OF_TEXT_PROPERTY) / CHARS_PER_ENTRY));
    const entries = Math.min(nodes - NODES_PER_PROPERTY, affordable);
    const numbers = Array.from({ length: entries }, () => t.numericLiteral(2 + rng.below(90)));
    properties.push(t.objectProperty(t.identifier(rng.pick(KEYS)), t.arrayExpression(numbers)));
    nodes -= NODES_PER_PROPERTY + entries;
    chars -= 16 + entries * CHARS_PER_ENTRY;
  }
  if (chars >= CHARS_OF_TEXT_PROPERTY) {
    properties.push(t.objectProperty(t.identifier(rng.pick(TEXT_KEYS)), t.stringLiteral(wordsOf(chars - 14, rng))));
  }
  const value = t.objectExpression(properties);
  return t.variableDeclaration("const", [t.variableDeclarator(t.identifier(name), value)]);
}

function wordsOf(length: number, rng: Rng): string {
  const words = WORDS.split(" ");
  const start = rng.below(words.length);
  let text = "";
  for (let index = start; text.length < length; index += 1)
    text = `${text} ${words[index % words.length] ?? ""}`.trimStart();
  const cut = text.slice(0, Math.max(4, length)).trimEnd();
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** Inside a function, where no bundler takes an unread constant out. */
export function padInPlace(tree: InterfaceTree, deficit: Deficit, rng: Rng): string | null {
  const hosts = tree.paths.filter(isHostFunction);
  if (hosts.length === 0) return null;
  const host = rng.pick(hosts);
  const name = freshName(host.scope, rng.shuffled(NAMES));
  const declaration = ballastFor(deficit, rng, name);
  if (!declaration || !t.isBlockStatement(host.node.body)) return null;
  host.node.body.body.unshift(declaration);
  return `constant ${name}`;
}

function isHostFunction(path: NodePath): path is NodePath<t.FunctionDeclaration> {
  // Not a generator's or a one-line helper: the constant would be half of it.
  return path.isFunctionDeclaration() && path.node.body.body.length >= 2;
}

const SHRINKING = [
  typeImplied,
  arrowUnbraced,
  branchUnbraced,
  assignmentRewritten,
  declarationsJoined,
  flagRewritten,
  textUnwrapped,
];

/** Shortens equivalent forms, one after another, until enough is saved or nothing is left to shorten. */
export function tightenInPlace(
  tree: InterfaceTree,
  isEnough: () => boolean,
  size: () => number,
  rng: Rng,
): string | null {
  const sites: Site[] = rng.shuffled(SHRINKING.flatMap((decoy) => decoy.sites(tree)));
  const taken: Site[] = [];
  for (const site of sites) {
    if (isEnough()) break;
    if (taken.some((other) => other.spans.some((a) => site.spans.some((b) => a.start < b.end && b.start < a.end))))
      continue;
    const before = size();
    site.editInPlace(rng);
    if (size() < before) taken.push(site);
  }
  return taken.length === 0 ? null : `${taken.length} shorter forms, first ${taken[0]?.description ?? ""}`;
}
