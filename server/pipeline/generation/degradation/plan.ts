import { type Plan, type PlannedOperator } from "./compose.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { type Operator, overlap, type Severity, type Site } from "./operator.ts";
import { OPERATORS } from "./registry.ts";
import { type Chance, keyedChance } from "../keyed-chance.ts";

export type Level = 0 | 1 | 2 | 3;

/** The same at every level: a higher level has more mistakes and fewer decoys, never more edits. */
export const EDITS_PER_COMPLETION = 6;

/** What the sandbox found for one operator, at one site or in general. */
export type MeasuredEffect = {
  readonly operator: string;
  readonly siteId?: string;
  /** 0: nobody can tell it from the base, 1: nothing left of it. */
  readonly effect: number;
};

export type PlanOptions = {
  readonly measured?: readonly MeasuredEffect[];
  /** Effect to aim at; the middle of the level's band when absent. */
  readonly target?: number;
};

type Shape = {
  readonly operators: readonly number[];
  readonly severities: readonly Severity[];
  readonly target: number;
};

/** How many mistakes of which weight, and the effect aimed at before anything is known about the band. */
const SHAPES: Readonly<Record<Level, Shape>> = {
  0: { operators: [0], severities: [], target: 0 },
  1: { operators: [1, 2], severities: ["light", "medium"], target: 0.14 },
  2: { operators: [2, 3], severities: ["light", "medium", "heavy"], target: 0.29 },
  3: { operators: [3, 4, 5], severities: ["medium", "heavy"], target: 0.46 },
};

/** Mean effect by severity on bundled interfaces, and the number of measurements that outweighs it. */
const PRIOR: Readonly<Record<Severity, number>> = { light: 0.03, medium: 0.12, heavy: 0.26 };
const PRIOR_WEIGHT = 2;

/** Draws per proposal; the best is kept. More would make plans alike without coming much nearer to the target. */
const DRAWS = 24;

type Candidate = { readonly operator: Operator; readonly site: Site; readonly expected: number };

/**
 * Distinct compositions that should have a level's effect. They are guesses: the caller runs them in the sandbox,
 * keeps those whose measured effect lies in the band, and may hand the measurements back for the next round.
 * Fewer than `count` are returned when the interface offers no more.
 */
export function proposePlans(
  tree: InterfaceTree,
  level: Level,
  count: number,
  seed: string,
  options: PlanOptions = {},
): Plan[] {
  const chance = keyedChance(`${seed}/level-${level}`);
  const shape = SHAPES[level];
  if (level === 0) return Array.from({ length: count }, () => planOf([], chance));
  const candidates = candidatesOf(tree, shape, options.measured ?? []);
  const target = options.target ?? shape.target;
  const plans = new Map<string, Plan>();
  for (let attempt = 0; attempt < count * 4 && plans.size < count; attempt += 1) {
    const chosen = bestDraw(candidates, shape, target, chance);
    if (chosen.length === 0) break;
    const key = chosen
      .map(({ operator, site }) => `${operator.name}@${site.id}`)
      .toSorted()
      .join(" ");
    if (!plans.has(key)) plans.set(key, planOf(chosen, chance));
  }
  return [...plans.values()];
}

function planOf(chosen: readonly Candidate[], chance: Chance): Plan {
  const operators: PlannedOperator[] = chosen.map(({ operator, site }) => ({ name: operator.name, siteId: site.id }));
  const seed = Math.floor(chance.next() * 2 ** 32).toString(16);
  return { operators, decoys: Math.max(0, EDITS_PER_COMPLETION - operators.length), seed };
}

/** Sites of one operator together weigh as much as those of another, however often each applies. */
function candidatesOf(tree: InterfaceTree, shape: Shape, measured: readonly MeasuredEffect[]): Candidate[][] {
  const groups = OPERATORS.filter((operator) => !operator.unfit).map((operator) => {
    const own = measured.filter((each) => each.operator === operator.name);
    // What was measured decides what an operator is good for; the guess only counts where nothing was.
    if (own.length === 0 && !shape.severities.includes(operator.severity)) return [];
    return operator.sites(tree).map((site) => ({ operator, site, expected: expectedEffect(operator, site, own) }));
  });
  return groups.map((group) => group.filter(({ expected }) => expected > 0.01)).filter((group) => group.length > 0);
}

function expectedEffect(operator: Operator, site: Site, own: readonly MeasuredEffect[]): number {
  const here = own.filter((each) => each.siteId === site.id);
  if (here.length > 0) return here.reduce((sum, each) => sum + each.effect, 0) / here.length;
  const sum = own.reduce((total, each) => total + each.effect, 0);
  return (sum + PRIOR[operator.severity] * PRIOR_WEIGHT) / (own.length + PRIOR_WEIGHT);
}

function bestDraw(candidates: readonly Candidate[][], shape: Shape, target: number, chance: Chance): Candidate[] {
  let best: Candidate[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = drawOne(candidates, chance.pick(shape.operators), chance);
    if (best.length === 0 || distance(drawn, target) < distance(best, target)) best = drawn;
  }
  return best;
}

/** Different operators, and at most two of one family, so that a level is more than one weakness. */
function drawOne(candidates: readonly Candidate[][], size: number, chance: Chance): Candidate[] {
  const chosen: Candidate[] = [];
  for (const group of chance.shuffled(candidates)) {
    if (chosen.length === size) break;
    const candidate = chance.pick(group);
    const sameFamily = chosen.filter(({ operator }) => operator.family === candidate.operator.family).length;
    const meets = chosen.some(({ site }) => overlap(site, candidate.site) || site.id === candidate.site.id);
    if (sameFamily < 2 && !meets) chosen.push(candidate);
  }
  return chosen;
}

/** Effects add up like chances of being noticed: 1 − Π(1 − e). */
function distance(chosen: readonly Candidate[], target: number): number {
  const unnoticed = chosen.reduce((product, { expected }) => product * (1 - expected), 1);
  return Math.abs(1 - unnoticed - target);
}
