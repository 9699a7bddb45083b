import type { Signals, Verification } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";
import { measuredEffect } from "#server/validator/ground-truth/effect.ts";

import { compose, type Plan } from "./degradation/compose.ts";
import { parseInterface } from "./degradation/interface-tree.ts";
import { type Level, type MeasuredEffect, proposePlans } from "./degradation/plan.ts";
import { buildSource, type VerifiedBase } from "./import-library.ts";
import type { GenerationDeps } from "./ports.ts";
import { insertVariant, type MeasuredVariant } from "./repository.ts";
import type { Edit } from "./schema.ts";

/** Milli-effects that the search fills, by level: inside where that level's band lies in most tasks (`levelBands`). */
const REGION_MILLI = [
  { from: 0, to: 30 },
  { from: 80, to: 180 },
  { from: 210, to: 330 },
  { from: 380, to: 1_000 },
] as const;

/** Where inside its region each level is aimed, as a share: a little above the middle, since mistakes overlap more often than they add up. */
const AIM_AT = [0, 0.14, 0.32, 0.6] as const;

/** The level whose region a measured effect falls into, or null between regions. */
export function regionOf(effectMilli: number): number | null {
  const level = REGION_MILLI.findIndex((region) => effectMilli >= region.from && effectMilli <= region.to);
  return level === -1 ? null : level;
}

/**
 * Makes and measures variants of one base until every level's region holds `perLevel` of them, or
 * the attempts are spent. Each candidate is composed, built, run in the sandbox, and stored with what
 * was measured; one that does not build or does not stand up is dropped.
 * @returns how many variants each level's region holds.
 */
export async function measureVariants(
  deps: GenerationDeps,
  input: {
    problemId: string;
    base: VerifiedBase;
    known: readonly MeasuredVariant[];
    /** What is known of operators from other interfaces. */
    lessons: readonly MeasuredEffect[];
    perLevel: number;
    maxAttempts: number;
    onMeasured?: (level: number | null) => Promise<void>;
  },
): Promise<number[]> {
  const held = [0, 0, 0, 0];
  const tally = (effectMilli: number) => {
    const level = regionOf(effectMilli);
    if (level !== null) held[level] = (held[level] ?? 0) + 1;
    return level;
  };
  const learnt: MeasuredEffect[] = [...input.lessons];
  for (const variant of input.known) {
    tally(variant.effectMilli);
    learnt.push(...lessonsOf(variant));
  }

  const tree = parseInterface(input.base.source);
  for (let attempt = 0; attempt < input.maxAttempts; attempt++) {
    const wanted = LEVELS.find((level) => (held[level] ?? 0) < input.perLevel);
    if (wanted === undefined) break;
    const plans = proposePlans(tree, wanted, BATCH, deps.random.hex(16), {
      measured: learnt,
      target: AIM_AT[wanted],
    });
    // Several at a time: the sandbox runs them in parallel.
    const measured = await Promise.all(
      plans.map((plan) => measureOne(deps, input.problemId, input.base, plan, wanted)),
    );
    for (const variant of measured) {
      if (variant) learnt.push(...lessonsOf(variant));
      await input.onMeasured?.(variant ? tally(variant.effectMilli) : null);
    }
  }
  return held;
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];
const BATCH = 3;

/**
 * What one measurement teaches of operators: a single mistake is to blame for the whole effect, and
 * where there is no effect none of the mistakes has any.
 */
export function lessonsOf(variant: { edits: readonly Edit[]; effectMilli: number }): MeasuredEffect[] {
  const mistakes = variant.edits.filter((edit) => edit.family !== "decoy");
  if (mistakes.length > 1 && variant.effectMilli > NO_EFFECT_MILLI) return [];
  return mistakes.map((edit) => ({ operator: edit.name, effect: variant.effectMilli / 1000 }));
}

/** Below this nothing was noticed: the same document measured twice differs by as much. */
const NO_EFFECT_MILLI = 10;

async function measureOne(
  deps: GenerationDeps,
  problemId: string,
  base: VerifiedBase,
  plan: Plan,
  aimedLevel: Level,
): Promise<{ edits: readonly Edit[]; effectMilli: number } | null> {
  const made = await makeVariant(deps, base, plan);
  if (!made) return null;
  const { composed, built } = made;
  const reference = base.verification.signals;
  if (!reference) throw new Error("a verified base has signals");
  const verification = await deps.verify({
    documentHash: built.documentHash,
    checks: base.checks,
    compareWith: reference.screenshots,
  });
  const effect = effectOf(reference, verification);
  if (effect === null) return null;
  await insertVariant(deps.db, {
    completion: {
      problemId,
      baseId: base.completionId,
      origin: base.origin,
      title: "",
      sourceHash: built.sourceHash,
      documentHash: built.documentHash,
      checkSteps: {},
    },
    seed: plan.seed,
    aimedLevel,
    edits: [...composed.edits],
    effectMilli: effect.totalMilli,
    parts: effect.parts,
  });
  return { edits: composed.edits, effectMilli: effect.totalMilli };
}

/** Composes and builds a variant; null when the edits conflict, do not balance, or do not build. */
async function makeVariant(deps: GenerationDeps, base: VerifiedBase, plan: Plan) {
  try {
    const composed = compose(base.source, plan);
    // What cannot be balanced would show its level by its size.
    if (!composed.balanced) return null;
    return { composed, built: await buildSource(deps, composed.source) };
  } catch (error) {
    if (error instanceof DomainError && error.kind !== "unavailable") return null;
    throw error;
  }
}

/** The measured effect of a variant against its base; null when it never stood up (a blank page tells too much). */
export function effectOf(
  base: Signals,
  verification: Verification,
): { totalMilli: number; parts: Record<string, number> } | null {
  const { signals } = verification;
  if (verification.verdict !== "pass" || !signals) return null;
  const axeNodes = (s: Signals) => s.axe.reduce((sum, rule) => sum + rule.nodes, 0);
  const overflow = (s: Signals) => Math.max(0, ...Object.values(s.overflowPx));
  const effect = measuredEffect({
    checks: signals.checks.map(({ weight, passed }) => ({ weight, passed })),
    difference: Object.values(signals.difference),
    newErrors: Math.max(0, signals.errors.length - base.errors.length),
    newAxe: Math.max(0, axeNodes(signals) - axeNodes(base)),
    newOverflowPx: Math.max(0, overflow(signals) - overflow(base)),
  });
  return { totalMilli: Math.round(effect.total * 1000), parts: { ...effect.parts } };
}
