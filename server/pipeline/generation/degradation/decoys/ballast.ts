import { type NodePath, t } from "../babel.ts";
import type { Decoy } from "../decoy.ts";
import type { InterfaceTree } from "../interface-tree.ts";
import { freshName } from "../script-text.ts";
import type { Chance } from "../../keyed-chance.ts";
import { overlap, type Site } from "../operator.ts";
import { arrowBraced, arrowUnbraced, branchBraced, branchUnbraced } from "./block-forms.ts";
import { declarationsJoined } from "./declaration-order.ts";
import { assignmentContracted, assignmentExpanded } from "./equivalent-expressions.ts";
import { flagShortened, hookAdded, textUnwrapped, typeImplied } from "./neutral-attributes.ts";
import { styleAdded } from "./neutral-styles.ts";

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

/** What the parts cost in print: `  const name = ;`, an entry `, 12`, an object around two properties. */
const CHARS_OF_FRAME = 27;
const CHARS_PER_ENTRY = 3.9;
const CHARS_OF_OBJECT = 40;
/** Declaration, declarator and name; with the value four. An object adds itself and two properties of key and value. */
const NODES_OF_FRAME = 4;
const NODES_OF_OBJECT = 6;

/**
 * Settings that nothing reads, as they remain when a feature was taken out. Numbers fill up nodes, words fill
 * up characters, so both counts can be met at once. Null when the deficit is smaller than the smallest of them.
 */
export function ballastFor(deficit: Deficit, chance: Chance, name: string): t.VariableDeclaration | null {
  const chars = deficit.chars - CHARS_OF_FRAME;
  const nodes = deficit.nodes - NODES_OF_FRAME;
  if (chars < 0 || nodes < 0) return null;
  const value = valueOf(chars, nodes, chance);
  return t.variableDeclaration("const", [t.variableDeclarator(t.identifier(name), value)]);
}

function valueOf(chars: number, nodes: number, chance: Chance): t.Expression {
  const entries = nodes - NODES_OF_OBJECT;
  const wordChars = chars - CHARS_OF_OBJECT - entries * CHARS_PER_ENTRY;
  if (entries >= 1 && wordChars >= 6) {
    return t.objectExpression([
      t.objectProperty(t.identifier(chance.pick(KEYS)), numbersOf(entries, chance)),
      t.objectProperty(t.identifier(chance.pick(TEXT_KEYS)), t.stringLiteral(wordsOf(wordChars, chance))),
    ]);
  }
  if (nodes < 2) return t.stringLiteral(wordsOf(chars, chance));
  return numbersOf(Math.max(1, Math.min(nodes, Math.floor(chars / CHARS_PER_ENTRY))), chance);
}

function numbersOf(count: number, chance: Chance): t.ArrayExpression {
  return t.arrayExpression(Array.from({ length: count }, () => t.numericLiteral(2 + chance.below(90))));
}

function wordsOf(length: number, chance: Chance): string {
  const words = WORDS.split(" ");
  const start = chance.below(words.length);
  let text = "";
  for (let index = start; text.length < length; index += 1)
    text = `${text} ${words[index % words.length] ?? ""}`.trimStart();
  const cut = text.slice(0, Math.max(4, length)).trimEnd();
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** Inside a function, where no bundler takes an unread constant out. */
export function padInPlace(tree: InterfaceTree, deficit: Deficit, chance: Chance): string | null {
  const hosts = tree.paths.filter(isHostFunction);
  if (hosts.length === 0) return null;
  const host = chance.pick(hosts);
  const name = freshName(host.scope, chance.shuffled(NAMES));
  const declaration = ballastFor(deficit, chance, name);
  if (!declaration || !t.isBlockStatement(host.node.body)) return null;
  host.node.body.body.unshift(declaration);
  return `constant ${name}`;
}

function isHostFunction(path: NodePath): path is NodePath<t.FunctionDeclaration> {
  // Not a generator's or a one-line helper: the constant would be half of it.
  return path.isFunctionDeclaration() && path.node.body.body.length >= 2;
}

/** Forms that are shorter or have fewer nodes, and never more of either. */
const SHORTENING: readonly Decoy[] = [
  ...[
    typeImplied,
    flagShortened,
    textUnwrapped,
    arrowUnbraced,
    branchUnbraced,
    declarationsJoined,
    assignmentContracted,
  ],
];

/** What can be lengthened, with about what one edit adds, the largest first. */
const LENGTHENING: readonly { readonly decoy: Decoy; readonly chars: number; readonly nodes: number }[] = [
  { decoy: hookAdded, chars: 18, nodes: 3 },
  { decoy: arrowBraced, chars: 18, nodes: 2 },
  { decoy: assignmentExpanded, chars: 8, nodes: 2 },
  { decoy: branchBraced, chars: 8, nodes: 1 },
  { decoy: styleAdded, chars: 14, nodes: 0 },
];

/** Adds small things one after another as long as one still fits into what is missing. */
export function topUpInPlace(tree: InterfaceTree, missing: () => Deficit, chance: Chance): string | null {
  const taken: Site[] = [];
  for (const { decoy, chars, nodes } of LENGTHENING) {
    for (const site of chance.shuffled(decoy.sites(tree))) {
      const left = missing();
      if (left.chars < chars || left.nodes < nodes) break;
      if (taken.some((other) => overlap(other, site) || other.id === site.id)) continue;
      site.editInPlace(chance);
      taken.push(site);
    }
  }
  return taken.length === 0 ? null : `${taken.length} longer forms, first ${taken[0]?.description ?? ""}`;
}

/** Shortens equivalent forms one after another until enough is saved; null when there is nothing to shorten. */
export function tightenInPlace(tree: InterfaceTree, isEnough: () => boolean, chance: Chance): string | null {
  const taken: Site[] = [];
  for (const site of chance.shuffled(SHORTENING.flatMap((decoy) => decoy.sites(tree)))) {
    if (isEnough()) break;
    if (taken.some((other) => overlap(other, site))) continue;
    site.editInPlace(chance);
    taken.push(site);
  }
  return taken.length === 0 ? null : `${taken.length} shorter forms, first ${taken[0]?.description ?? ""}`;
}
