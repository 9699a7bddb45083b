import { type Rng, shuffled, weightedIndex } from "#server/validator/chance/rng.ts";
import { thetaForTau } from "#server/validator/rankings/mallows.ts";
import { denseRanks, type Ranking } from "#server/validator/rankings/ranking.ts";

/** How a simulated labeller answers. */
export type LabellerStrategy =
  /** Looks, and is right as often as mean τ says. */
  | { readonly kind: "honest"; readonly tau: number }
  /** Looks briefly: guesses a share of the tasks, and cannot tell a share of neighbouring completions apart. */
  | { readonly kind: "noisy"; readonly tau: number; readonly guessShare: number; readonly tieShare: number }
  /** Clicks at random. */
  | { readonly kind: "random" }
  /** Always the same positions. */
  | { readonly kind: "constant"; readonly ranking: Ranking }
  /** Repeats what another identity answered to the same task, by position. */
  | { readonly kind: "replay" }
  /** Takes tasks and lets them expire. */
  | { readonly kind: "absent" };

/** What a simulated labeller has in front of it. */
export type SimulatedView = {
  /** The order a perfect labeller would see, by position. */
  readonly trueRanks: Ranking;
  /** Another identity's answer to the same task, by position; null when there is none yet. */
  readonly copied: Ranking | null;
};

/**
 * The answer of a simulated labeller to one task.
 *
 * Honest and noisy answers are Mallows orders around the true one. A replayer that finds nothing to repeat answers at random,
 * which is what it costs least to do.
 *
 * @param strategy  τ in [0, 1], shares in [0, 1].
 * @param view      what is shown; ranks by position.
 * @param rng       uniform in [0, 1).
 * @returns ranks by position, or null for no answer.
 * @throws {DomainError} `mallows.bad-tau`.
 */
export function simulatedAnswer(strategy: LabellerStrategy, view: SimulatedView, rng: Rng): Ranking | null {
  switch (strategy.kind) {
    case "honest":
      return mallowsSample(view.trueRanks, thetaForTau(strategy.tau, view.trueRanks.length), rng);
    case "noisy": {
      if (rng() < strategy.guessShare) return randomOrder(view.trueRanks.length, rng);
      const order = mallowsSample(view.trueRanks, thetaForTau(strategy.tau, view.trueRanks.length), rng);
      return withTies(order, strategy.tieShare, rng);
    }
    case "random":
      return randomOrder(view.trueRanks.length, rng);
    case "constant":
      return strategy.ranking;
    case "replay":
      return view.copied ?? randomOrder(view.trueRanks.length, rng);
    case "absent":
      return null;
  }
}

/**
 * A random order around a true one: an exact draw from the Mallows model.
 *
 * Repeated insertion: completions are taken best first, and the j-th is put k places above the end of the list with
 * probability ∝ e^(−θk), k = 0 … j − 1. Each such place is one pair in the wrong order.
 *
 * @param trueRanks  each of 0…n−1 exactly once, by position.
 * @param theta      dispersion θ ≥ 0; 0 gives a uniformly random order.
 * @param rng        uniform in [0, 1); n draws.
 * @returns ranks by position, without ties. O(n²).
 * @source J.-P. Doignon, A. Pekeč, M. Regenwetter, "The repeated insertion model for rankings", Psychometrika 69 (2004).
 */
export function mallowsSample(trueRanks: Ranking, theta: number, rng: Rng): Ranking {
  const bestFirst = [...trueRanks.keys()].toSorted((a, b) => (trueRanks[a] ?? 0) - (trueRanks[b] ?? 0));
  const q = Math.exp(-theta);
  const list: number[] = [];
  for (const position of bestFirst) {
    const weights = Array.from({ length: list.length + 1 }, (_, places) => q ** places);
    list.splice(list.length - weightedIndex(rng, weights), 0, position);
  }
  return trueRanks.map((_rank, position) => list.indexOf(position));
}

/**
 * A uniformly random order.
 *
 * @param n    number of completions.
 * @param rng  uniform in [0, 1).
 * @returns ranks by position, without ties.
 */
export function randomOrder(n: number, rng: Rng): Ranking {
  return shuffled(rng, [...Array(n).keys()]);
}

/** Ties each two neighbours of an order with a given chance. */
function withTies(order: Ranking, tieShare: number, rng: Rng): Ranking {
  let place = 0;
  const placeOf = order.map((_rank, index) => {
    if (index > 0 && rng() >= tieShare) place += 1;
    return place;
  });
  return denseRanks(order.map((rank) => placeOf[rank] ?? 0));
}
