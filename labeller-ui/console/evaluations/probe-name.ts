import type { Probe } from "#server/pipeline/generation/evals/schema.ts";

/** Largest AUC of a shortcut that passes, as the server has it; the report itself says which probe passed. */
export const AUC_MAX = 0.55;
/** What somebody reaches who knows nothing. */
export const AUC_CHANCE = 0.5;

/** What a shortcut is after and what it looks at, as keys of the message catalogue. */
export type ProbeName = { readonly target: string; readonly feature: string };

/** A phrase of a report as a message key: `order, design known` → `order-design-known`. */
export function keyOfPhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Reads `order: script length`; null for a name that is built otherwise. */
export function probeNameOf(name: string): ProbeName | null {
  const [target, feature, ...rest] = name.split(": ");
  if (!target || !feature || rest.length > 0) return null;
  return { target: keyOfPhrase(target), feature: keyOfPhrase(feature) };
}

export type ProbeGroup = { readonly target: string; readonly probes: readonly Probe[] };

/** Probes by what they are after, both in the order of the report. What cannot be read stands last, under no target. */
export function groupsOf(probes: readonly Probe[]): ProbeGroup[] {
  const targetOf = ({ name }: Probe) => probeNameOf(name)?.target ?? "";
  const targets = [...new Set(probes.map(targetOf))].toSorted((a, b) => Number(a === "") - Number(b === ""));
  return targets.map((target) => ({ target, probes: probes.filter((probe) => targetOf(probe) === target) }));
}

/** The shortcut that is right most often. */
export const bestOf = (probes: readonly Probe[]): Probe | undefined => probes.toSorted((a, b) => b.auc - a.auc)[0];
