import { COMPLETIONS_PER_TASK, ORDERS_OF_FOUR } from "#server/validator/rankings/orders.ts";
import type { Ranking } from "#server/validator/rankings/ranking.ts";

import { pairProbability } from "./order-marginals.ts";

/**
 * Relative difference up to which two posterior probabilities count as equal. Symmetric votes give equal probabilities, but
 * sums in another order differ in the last bits; without the tolerance those bits would choose the consensus.
 */
export const TIE_TOLERANCE = 1e-9;

/** What is known of a task's order. */
export type OrderConsensus = {
  /** P(order m is true), by order index (`ORDERS_OF_FOUR`), summing to 1. */
  readonly posterior: readonly number[];
  /** Most probable order; of equally probable ones the one with the smallest order index. */
  readonly consensus: Ranking;
  /** Probability of the consensus; with `equallyProbable` > 1 it was a choice among that many. */
  readonly probability: number;
  readonly equallyProbable: number;
  /** pairProbability[i][j] = P(completion i is better than j): the confidence of a DPO pair; 0 on the diagonal. */
  readonly pairProbability: readonly (readonly number[])[];
};

/**
 * Consensus and pair probabilities that follow from a posterior over the 24 orders.
 *
 * consensus = argmax_m post(m); P(i before j) = Σ_{m: i before j} post(m).
 *
 * @param posterior  24 probabilities by order index, summing to 1.
 * @returns the consensus; P(i before j) + P(j before i) = 1.
 */
export function consensusOf(posterior: readonly number[]): OrderConsensus {
  const probability = Math.max(...posterior);
  const best = [...posterior.keys()].filter((order) => (posterior[order] ?? 0) >= probability * (1 - TIE_TOLERANCE));
  const completions = [...Array(COMPLETIONS_PER_TASK).keys()];
  return {
    posterior,
    consensus: ORDERS_OF_FOUR[best[0] ?? 0] ?? completions,
    probability,
    equallyProbable: best.length,
    pairProbability: completions.map((i) => completions.map((j) => pairProbability(posterior, i, j))),
  };
}
