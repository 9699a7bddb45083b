import { DomainError } from "#server/errors.ts";

import type { Ranking } from "./ranking.ts";

/** Completions of a task, everywhere in Dojo: more strain a labeller's memory, fewer carry too little information. */
export const COMPLETIONS_PER_TASK = 4;

/**
 * Every strict order of n completions, as rank vectors in lexicographic order.
 *
 * The place of an order in this list is its *order index*, by which posteriors are stored: for n = 4, index 0 is
 * [0, 1, 2, 3] (completion 0 best), index 1 is [0, 1, 3, 2], index 23 is [3, 2, 1, 0].
 *
 * @param n  0 ≤ n ≤ 8, number of completions.
 * @returns n! rankings without ties. O(n! · n).
 * @throws {DomainError} `orders.too-many` for n > 8 (40,320 orders) or n that is not a natural number.
 */
export function strictOrders(n: number): Ranking[] {
  if (!Number.isInteger(n) || n < 0 || n > 8) {
    throw new DomainError("invalid", "orders.too-many", `the orders of ${n} completions are not enumerated`);
  }
  const arrange = (ranks: readonly number[]): number[][] =>
    ranks.length === 0
      ? [[]]
      : ranks.flatMap((first) => arrange(ranks.filter((rank) => rank !== first)).map((rest) => [first, ...rest]));
  return arrange([...Array(n).keys()]);
}

/** The 24 strict orders of four completions, in order-index order. */
export const ORDERS_OF_FOUR: readonly Ranking[] = strictOrders(COMPLETIONS_PER_TASK);

/**
 * Order index of a strict order: its place in `strictOrders(n)`.
 *
 * Lehmer code: Σᵢ (number of later ranks below rankᵢ) · (n − 1 − i)!.
 *
 * @param ranks  each of 0…n−1 exactly once.
 * @returns an integer in [0, n!). O(n²).
 * @throws {DomainError} `orders.not-strict` when ranks are tied or not 0…n−1.
 * @source D. H. Lehmer, "Teaching combinatorial tricks to a computer", Proc. Symp. Appl. Math. 10 (1960).
 */
export function orderIndex(ranks: Ranking): number {
  if (ranks.toSorted((a, b) => a - b).some((rank, index) => rank !== index)) {
    throw new DomainError("invalid", "orders.not-strict", `[${ranks.join(", ")}] is not a strict order`);
  }
  return ranks.reduce((index, rank, place) => {
    const laterBelow = ranks.slice(place + 1).filter((later) => later < rank).length;
    return index * (ranks.length - place) + laterBelow;
  }, 0);
}

/**
 * Every ranking of n completions with ties allowed (weak orders), in lexicographic order of ranks.
 *
 * @param n  0 ≤ n ≤ 6.
 * @returns the ordered Bell number of rankings: 1, 1, 3, 13, 75, 541, 4683. O(nⁿ).
 * @throws {DomainError} `orders.too-many` for other n.
 */
export function weakOrders(n: number): Ranking[] {
  if (!Number.isInteger(n) || n < 0 || n > 6) {
    throw new DomainError("invalid", "orders.too-many", `the weak orders of ${n} completions are not enumerated`);
  }
  const places = [...Array(n).keys()];
  const tuples = places.reduce<number[][]>(
    (partial) => partial.flatMap((ranks) => places.map((rank) => [...ranks, rank])),
    [[]],
  );
  return tuples.filter((ranks) => Math.max(-1, ...ranks) + 1 === new Set(ranks).size);
}
