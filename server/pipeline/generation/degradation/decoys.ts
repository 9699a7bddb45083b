import type { Source } from "#sandbox/contract.ts";

import { arrowBraced, arrowUnbraced, branchBraced, branchUnbraced, fragmentWrapped } from "./decoys/block-forms.ts";
import { type Deficit, padInPlace, tightenInPlace, topUpInPlace } from "./decoys/ballast.ts";
import {
  declarationSplit,
  declarationsJoined,
  declarationsSwapped,
  functionsSwapped,
} from "./decoys/declaration-order.ts";
import {
  assignmentContracted,
  assignmentExpanded,
  choiceFlipped,
  comparisonMirrored,
  productCommuted,
  sumCommuted,
} from "./decoys/equivalent-expressions.ts";
import {
  flagShortened,
  flagSpelled,
  hookAdded,
  propsSwapped,
  textUnwrapped,
  typeImplied,
} from "./decoys/neutral-attributes.ts";
import { classesReordered, declarationsReordered, ruleSplit, styleAdded } from "./decoys/neutral-styles.ts";
import type { Decoy } from "./decoy.ts";
import { type InterfaceTree, parseInterface, printInterface } from "./interface-tree.ts";
import type { Chance } from "../keyed-chance.ts";
import { type Size, sizeOf } from "./size.ts";

/** Every decoy there is. `ballast` comes on top: its size is made to measure. */
export const DECOYS: readonly Decoy[] = [
  ...[comparisonMirrored, choiceFlipped, productCommuted, sumCommuted, assignmentExpanded, assignmentContracted],
  ...[branchBraced, branchUnbraced, arrowBraced, arrowUnbraced, fragmentWrapped],
  ...[declarationSplit, declarationsJoined, declarationsSwapped, functionsSwapped],
  ...[styleAdded, classesReordered, ruleSplit, declarationsReordered],
  ...[hookAdded, propsSwapped, flagSpelled, flagShortened, typeImplied, textUnwrapped],
];

export type DecoyEdit = { readonly name: string; readonly site: string };
export type Disguised = { readonly source: Source; readonly edits: readonly DecoyEdit[] };

/**
 * How far a level may stand from its base, as a share, and the ranges of sizes it is steered to. They are
 * the same at every level and lie above the base, because code can always be lengthened but not shortened; a node
 * costs some six characters, so characters need more room.
 */
export const DRIFT_MAX = 0.015;
const TARGETS = { chars: [0.006, 0.013], nodes: [0.002, 0.009] } as const;

/** Applies `count` decoys; the last is made to measure so that the size meets a target that is drawn blindly. */
export function disguise(source: Source, base: Size, count: number, chance: Chance): Disguised {
  const edits: DecoyEdit[] = [];
  const target: Size = {
    chars: drawTarget(base.chars, TARGETS.chars, chance),
    nodes: drawTarget(base.nodes, TARGETS.nodes, chance),
  };
  let current = source;
  for (let n = 1; n < count; n += 1) {
    const tree = parseInterface(current);
    edits.push(applyRandomInPlace(tree, chance));
    current = printInterface(tree);
  }
  if (count > 0) {
    const tree = parseInterface(current);
    edits.push(balanceInPlace(tree, target, chance));
    current = printInterface(tree);
  }
  return { source: current, edits };
}

function drawTarget(size: number, [min, max]: readonly [number, number], chance: Chance): number {
  return Math.round(size * (1 + min + chance.next() * (max - min)));
}

/** A kind first and a place second, so that frequent kinds of code do not crowd out the others. */
function applyRandomInPlace(tree: InterfaceTree, chance: Chance): DecoyEdit {
  for (const decoy of chance.shuffled(DECOYS)) {
    const sites = decoy.sites(tree);
    if (sites.length === 0) continue;
    const site = chance.pick(sites);
    site.editInPlace(chance);
    return { name: decoy.name, site: site.description };
  }
  return { name: "none", site: "nothing to edit" };
}

/**
 * One edit that brings the size to the target: first shorter forms of the same where there is too much, then
 * words and numbers that nobody reads, then longer forms for the rest.
 */
function balanceInPlace(tree: InterfaceTree, target: Size, chance: Chance): DecoyEdit {
  const missing = () => deficit(tree, target);
  const isEnough = () => missing().chars >= 0 && missing().nodes >= 0;
  const tightened = tightenInPlace(tree, isEnough, chance);
  const padded = padInPlace(tree, missing(), chance);
  const toppedUp = topUpInPlace(tree, missing, chance);
  const done = [tightened, padded, toppedUp].filter((part) => part !== null);
  return done.length > 0 ? { name: "ballast", site: done.join("; ") } : applyRandomInPlace(tree, chance);
}

function deficit(tree: InterfaceTree, target: Size): Deficit {
  const size = sizeOf(tree);
  return { chars: target.chars - size.chars, nodes: target.nodes - size.nodes };
}
