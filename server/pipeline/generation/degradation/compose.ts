import { DomainError } from "#server/errors.ts";
import type { Source } from "#sandbox/contract.ts";

import { type DecoyEdit, DRIFT_MAX, disguise } from "./decoys.ts";
import { type InterfaceTree, parseInterface, printInterface } from "./interface-tree.ts";
import { type Family, overlap, type Site } from "./operator.ts";
import { operatorNamed } from "./registry.ts";
import { type Chance, keyedChance } from "../keyed-chance.ts";
import { type Size, sizeOf } from "./size.ts";

export type PlannedOperator = { readonly name: string; readonly siteId: string };

/** Which mistakes to make where, and how many edits that change nothing to hide them among. */
export type Plan = {
  readonly operators: readonly PlannedOperator[];
  readonly decoys: number;
  readonly seed: string;
};

export type Edit = { readonly name: string; readonly family: Family | "decoy"; readonly site: string };

export type Composition = {
  readonly source: Source;
  readonly edits: readonly Edit[];
  /** Size of the result against that of the base in the same print, as a share: 0.01 is one percent more. */
  readonly drift: { readonly chars: number; readonly nodes: number };
  /** A composition that is not balanced tells its level by its size; it must not be used in a control task. */
  readonly balanced: boolean;
};

/**
 * Carries out a plan. Deterministic: same base and plan, same bytes.
 *
 * @throws {DomainError} `degradation.no-operator`, `degradation.no-site` when the plan does not fit the base;
 *   `degradation.conflict` when two edits meet, or one undoes another.
 */
export function compose(base: Source, plan: Plan): Composition {
  // With the base in the seed, plans made from one seed for many bases still draw apart.
  const chance = keyedChance(`${plan.seed}/${contentOf(base)}`);
  const tree = parseInterface(base);
  const baseSize = sizeOf(tree);
  const degraded = degradeInPlace(tree, plan, chance.fork("operators"));
  const disguised = disguise(degraded.source, baseSize, plan.decoys, chance.fork("decoys"));
  const size = sizeOf(parseInterface(disguised.source));
  const drift = driftOf(size, baseSize);
  return {
    source: disguised.source,
    edits: [...degraded.edits, ...disguised.edits.map(asDecoy)],
    drift,
    balanced: Math.abs(drift.chars) <= DRIFT_MAX && Math.abs(drift.nodes) <= DRIFT_MAX,
  };
}

function degradeInPlace(tree: InterfaceTree, plan: Plan, chance: Chance): { source: Source; edits: Edit[] } {
  // All sites are looked up before any edit: an edit moves and removes what later ones are named by.
  const chosen = plan.operators.map(({ name, siteId }) => {
    const operator = operatorNamed(name);
    const site = operator.sites(tree).find((each) => each.id === siteId);
    if (!site) throw new DomainError("invalid", "degradation.no-site", `${name} has no site ${siteId} in this base`);
    return { operator, site };
  });
  refuseOverlap(chosen.map(({ site }) => site));
  let before = printInterface(tree);
  const edits: Edit[] = [];
  for (const { operator, site } of chosen) {
    site.editInPlace(chance);
    const after = printInterface(tree);
    if (contentOf(after) === contentOf(before)) {
      throw new DomainError(
        "conflict",
        "degradation.conflict",
        `${operator.name} at ${site.description} changed nothing`,
      );
    }
    edits.push({ name: operator.name, family: operator.family, site: site.description });
    before = after;
  }
  return { source: before, edits };
}

function refuseOverlap(sites: readonly Site[]): void {
  for (const [index, site] of sites.entries()) {
    const other = sites.slice(index + 1).find((each) => overlap(site, each));
    if (other) {
      throw new DomainError("conflict", "degradation.conflict", `${site.description} meets ${other.description}`);
    }
  }
}

function contentOf(source: Source): string {
  return source.files[0]?.content ?? "";
}

function driftOf(size: Size, base: Size): { chars: number; nodes: number } {
  return { chars: size.chars / base.chars - 1, nodes: size.nodes / base.nodes - 1 };
}

function asDecoy({ name, site }: DecoyEdit): Edit {
  return { name, family: "decoy", site };
}
