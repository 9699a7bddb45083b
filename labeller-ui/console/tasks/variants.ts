import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

export type Variant = TaskDetail["variants"][number];

export const keyOfVariant = ({ base, level, realisation }: Variant): string => `${base}.${level}.${realisation}`;

/** The designs of a task, each once, in their own order. */
export function basesOf(variants: readonly Variant[]): { base: number; title: string }[] {
  const titles = new Map(variants.map(({ base, title }) => [base, title]));
  return [...titles].map(([base, title]) => ({ base, title })).toSorted((a, b) => a.base - b.base);
}

export function levelsOf(variants: readonly Variant[]): number[] {
  return [...new Set(variants.map(({ level }) => level))].toSorted((a, b) => a - b);
}
