/** Interfaces are called by letters, in the order in which they are shown. */
export const letterOf = (position: number): string => String.fromCharCode(65 + position);

/**
 * Positions grouped by rank, best first; those that share a rank share a group.
 * Ranks 2, 0, 1, 0 of positions A, B, C, D give B = D, then C, then A.
 */
export function groupsOf(ranks: readonly number[]): number[][] {
  const distinct = [...new Set(ranks)].toSorted((a, b) => a - b);
  return distinct.map((rank) => ranks.flatMap((candidate, position) => (candidate === rank ? [position] : [])));
}

/** An order as one writes it: `B = D > C > A`. */
export function orderText(ranks: readonly number[]): string {
  return groupsOf(ranks)
    .map((group) => group.map(letterOf).join(" = "))
    .join(" > ");
}

export type PairVerdict = "concordant" | "discordant" | "tied";
export type Pair = { readonly better: number; readonly worse: number; readonly verdict: PairVerdict };

/**
 * Every unordered pair of positions as the truth orders it, and whether the label agrees. τ-a is
 * (concordant − discordant) / pairs: a tied pair counts 0. Pairs that the truth itself ties are left out.
 */
export function pairsOf(trueRanks: readonly number[], ranks: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [a, trueA] of trueRanks.entries()) {
    for (const [b, trueB] of trueRanks.entries()) {
      if (trueA >= trueB) continue;
      const [rankA, rankB] = [ranks[a] ?? 0, ranks[b] ?? 0];
      const verdict = rankA === rankB ? "tied" : rankA < rankB ? "concordant" : "discordant";
      pairs.push({ better: a, worse: b, verdict });
    }
  }
  return pairs.toSorted(
    (x, y) =>
      (trueRanks[x.better] ?? 0) - (trueRanks[y.better] ?? 0) || (trueRanks[x.worse] ?? 0) - (trueRanks[y.worse] ?? 0),
  );
}
