import type { LabellerStrategy } from "#server/validator/simulation/labellers.ts";

/** A simulated labeller: one team, one miner, one strategy. */
export type Actor = { name: string; strategy: LabellerStrategy; label: string };

/** Shares of strategies in the cast, most useful first; everybody appears at least once from six labellers on. */
const CAST: readonly { share: number; label: string; strategy: LabellerStrategy }[] = [
  { share: 0.3, label: "honest (τ 0.9)", strategy: { kind: "honest", tau: 0.9 } },
  { share: 0.2, label: "honest (τ 0.85)", strategy: { kind: "honest", tau: 0.85 } },
  { share: 0.1, label: "noisy (τ 0.6)", strategy: { kind: "noisy", tau: 0.6, guessShare: 0.05, tieShare: 0.1 } },
  { share: 0.1, label: "random", strategy: { kind: "random" } },
  { share: 0.1, label: "constant", strategy: { kind: "constant", ranking: [0, 1, 2, 3] } },
  { share: 0.1, label: "replay", strategy: { kind: "replay" } },
  { share: 0.1, label: "absent", strategy: { kind: "absent" } },
];

/** Shares of `labellers`, with one of each strategy before any has a second. */
export function castOf(labellers: number): Actor[] {
  const counts = CAST.map(({ share }) => Math.max(1, Math.floor(share * labellers)));
  const total = () => counts.reduce((sum, count) => sum + count, 0);
  const add = (index: number, by: number) => {
    counts[index] = (counts[index] ?? 0) + by;
  };
  for (let index = 0; total() < labellers; index = (index + 1) % CAST.length) add(index, 1);
  while (total() > Math.max(labellers, CAST.length)) add(counts.indexOf(Math.max(...counts)), -1);
  const cast = CAST.flatMap(({ strategy, label }, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, number) => ({
      strategy,
      label,
      name: `${strategy.kind}-${index + 1}${number + 1}`,
    })),
  );
  return cast.slice(0, labellers);
}

/** Replayers need somebody to copy, so they come last; the order is otherwise that of the cast. */
export const inActingOrder = (cast: readonly Actor[]): Actor[] =>
  cast.toSorted((a, b) => Number(a.strategy.kind === "replay") - Number(b.strategy.kind === "replay"));
