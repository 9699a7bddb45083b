import { DomainError } from "#server/errors.ts";
import { kendallDistance } from "#server/validator/agreement/kendall.ts";
import { COMPLETIONS_PER_TASK, ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";
import { isRanking, type Ranking } from "#server/validator/rankings/ranking.ts";

/**
 * Kendall distances of a ranking to the 24 orders, by order index.
 *
 * A tied pair counts ½, which is the mean distance over the orders that the ranking's ties allow.
 *
 * @param ranking  dense ranks of four completions, ties allowed.
 * @returns 24 multiples of ½ in [0, 6], pairs.
 * @throws {DomainError} `ranking.malformed` when it is not a ranking of four.
 */
export function distancesToOrders(ranking: Ranking): readonly number[] {
  if (ranking.length !== COMPLETIONS_PER_TASK || !isRanking(ranking)) {
    throw new DomainError("invalid", "ranking.malformed", `[${ranking.join(", ")}] does not rank four completions`);
  }
  return ORDERS_OF_FOUR.map((order) => kendallDistance(ranking, order));
}
