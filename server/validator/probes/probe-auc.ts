import { DomainError } from "#server/errors.ts";
import { randomInteger, type Rng } from "#server/validator/chance/rng.ts";

/**
 * Two things between which a shortcut wants to decide, compared: features of the one it asks for minus features of the
 * other, in the same order everywhere. For the order of completions the one asked for is the worse completion, for the kind
 * of a task the control task.
 */
export type Comparison = {
  /** What shares luck: comparisons of one problem draw from the same variants. */
  readonly cluster: string;
  /** One finite number per feature, any unit. */
  readonly difference: readonly number[];
};

/** How often a shortcut is right, 0 … 1 (0.5: never more than by chance), with a 95 % interval. */
export type ProbeResult = { readonly auc: number; readonly ciLow: number; readonly ciHigh: number };

/** Largest AUC of a shortcut that a generator may leave open; unitless. A design rule of the product, not a statistic. */
export const PROBE_AUC_MAX = 0.55;

/** Enough that the bounds of the interval differ by less than 0.005 from one run to the next. */
export const RESAMPLES = 2_000;

/**
 * The area under the curve of one score over paired comparisons: the probability that the one asked for scores higher,
 * equal scores counting half.
 *
 * @param comparisons  at least one.
 * @param score  of a difference; 0 when the two look the same to it. Odd: score(−d) = −score(d).
 * @returns the area in [0, 1]. O(n).
 * @source J. A. Hanley and B. J. McNeil, Radiology 143 (1982): AUC as P(X > Y) + P(X = Y)/2, here within strata.
 */
export function pairedAuc(
  comparisons: readonly Comparison[],
  score: (difference: readonly number[]) => number,
): number {
  return ratioOf(winsByCluster(comparisons, score));
}

/**
 * Where a score's direction comes from. `learned`: the better of the two over all comparisons at hand, because an attacker
 * knows it after the first revealed round. The area is then never below 0.5, and a useless score lies above it by its
 * sampling error, which errs on the careful side. `given`: as the score says, for one that was fitted on other clusters.
 */
export type ProbeDirection = "learned" | "given";

/**
 * How well one score tells two things apart.
 *
 * The interval is a percentile bootstrap over clusters: comparisons that draw from the same variants are not independent, and
 * an interval that took them for it would be too narrow.
 *
 * @param comparisons  at least one.
 * @param score  as `pairedAuc`.
 * @param rng  uniform in [0, 1); `RESAMPLES` × clusters draws.
 * @param direction  where the score's direction comes from.
 * @returns area and interval. O(n + RESAMPLES · clusters).
 * @throws {DomainError} `probe.nothing-to-compare`.
 * @source B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), ch. 13; clusters as units: C. A. Field and
 *   A. H. Welsh, J. R. Stat. Soc. B 69 (2007).
 */
export function probeResult(
  comparisons: readonly Comparison[],
  score: (difference: readonly number[]) => number,
  rng: Rng,
  direction: ProbeDirection = "learned",
): ProbeResult {
  if (comparisons.length === 0) {
    throw new DomainError("invalid", "probe.nothing-to-compare", "a probe needs at least one comparison");
  }
  const clusters = winsByCluster(comparisons, score);
  const plain = ratioOf(clusters);
  const turned = direction === "learned" && plain < 0.5;
  const directed = (auc: number) => (turned ? 1 - auc : auc);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    directed(ratioOf(clusters.map(() => clusters[randomInteger(rng, 0, clusters.length - 1)] ?? NO_WINS))),
  ).toSorted((a, b) => a - b);
  const quantile = (q: number) => resampled[Math.round(q * (RESAMPLES - 1))] ?? plain;
  return { auc: directed(plain), ciLow: quantile(0.025), ciHigh: quantile(0.975) };
}

type Wins = { readonly wins: number; readonly of: number };
const NO_WINS: Wins = { wins: 0, of: 0 };

function winsByCluster(comparisons: readonly Comparison[], score: (difference: readonly number[]) => number): Wins[] {
  const clusters = new Map<string, Wins>();
  for (const { cluster, difference } of comparisons) {
    const won = score(difference);
    const { wins, of } = clusters.get(cluster) ?? NO_WINS;
    clusters.set(cluster, { wins: wins + (won > 0 ? 1 : won < 0 ? 0 : 0.5), of: of + 1 });
  }
  return [...clusters.values()];
}

function ratioOf(clusters: readonly Wins[]): number {
  const of = clusters.reduce((sum, cluster) => sum + cluster.of, 0);
  return of === 0 ? 0.5 : clusters.reduce((sum, cluster) => sum + cluster.wins, 0) / of;
}
