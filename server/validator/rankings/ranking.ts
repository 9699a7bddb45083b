import { DomainError } from "#server/errors.ts";

/**
 * A ranking of a task's completions: the rank of each completion, by completion index. Ranks are dense
 * (0 … k without gaps), 0 is best, and completions of one rank tie. `[1, 0, 1, 2]` says: completion 1 is best,
 * 0 and 2 share the second place, 3 is last.
 */
export type Ranking = readonly number[];

/**
 * Turns groups of completion ids, best group first, into ranks.
 *
 * @param groups  non-empty groups; together they hold every id of `ids` exactly once.
 * @param ids     the task's n completion ids, distinct, in the order in which ranks are wanted.
 * @returns the ranking by index of `ids`; ranks 0 … (groups − 1).
 * @throws {DomainError} `ranking.empty-group`, `ranking.foreign` (an id that is not the task's),
 *   `ranking.duplicate` (an id named twice, or `ids` itself not distinct), `ranking.missing`. O(n).
 */
export function parseRanking(groups: readonly (readonly string[])[], ids: readonly string[]): Ranking {
  const refuse = (code: string, message: string) => new DomainError("invalid", `ranking.${code}`, message);
  const known = new Set(ids);
  if (known.size !== ids.length) throw refuse("duplicate", "the task names one completion twice");

  const rankOf = new Map<string, number>();
  for (const [rank, group] of groups.entries()) {
    if (group.length === 0) throw refuse("empty-group", `place ${rank + 1} of the ranking is empty`);
    for (const id of group) {
      if (!known.has(id)) throw refuse("foreign", `${JSON.stringify(id)} is not a completion of this task`);
      if (rankOf.has(id)) throw refuse("duplicate", `${JSON.stringify(id)} is ranked twice`);
      rankOf.set(id, rank);
    }
  }
  return ids.map((id) => {
    const rank = rankOf.get(id);
    if (rank === undefined) throw refuse("missing", `${JSON.stringify(id)} is not ranked`);
    return rank;
  });
}

/**
 * Groups of completion ids, best group first: the inverse of `parseRanking`.
 *
 * @param ranking  n dense ranks.
 * @param ids      n ids, in the same order.
 * @returns groups; within a group ids keep the order of `ids`. O(n²).
 * @throws {DomainError} `ranking.malformed` when the ranks are not dense or the lengths differ.
 */
export function rankingGroups(ranking: Ranking, ids: readonly string[]): string[][] {
  if (!isRanking(ranking) || ranking.length !== ids.length) {
    throw new DomainError("invalid", "ranking.malformed", `[${ranking.join(", ")}] does not rank ${ids.length} ids`);
  }
  const places = Math.max(-1, ...ranking) + 1;
  return Array.from({ length: places }, (_, place) => ids.filter((_id, index) => ranking[index] === place));
}

/**
 * Whether numbers are a ranking: integers 0 … k, every one of them used.
 *
 * @param ranks  any numbers.
 * @returns true for dense ranks, ties included; the empty list is a ranking of nothing.
 */
export function isRanking(ranks: readonly number[]): boolean {
  const used = new Set(ranks);
  return ranks.every((rank) => Number.isInteger(rank) && rank >= 0 && rank < used.size);
}

/**
 * The ranking that orders completions as some numbers do.
 *
 * @param values  one finite number per completion, smaller is better, equal numbers tie.
 * @returns dense ranks in the same order as `values`. O(n log n).
 */
export function denseRanks(values: readonly number[]): Ranking {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const rankOf = new Map(distinct.map((value, rank) => [value, rank]));
  return values.map((value) => rankOf.get(value) ?? 0);
}
