import { DomainError } from "#server/errors.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";

/** Stored with every weight vector. Changes with any number or rule of this file. */
export const WEIGHTS_VERSION = "weights/2";

/**
 * α, share of the newest round in the moving average, unitless. 0.3 halves a miner's weight in two rounds of silence: one
 * bad round is forgiven, and nobody lives long on past work.
 */
export const MOVING_AVERAGE_ALPHA = 0.3;

/** Largest value of a chain weight. */
export const U16_MAX = 65_535;

/** Weights of miners and the share that is burnt; together they are exactly the whole. */
export type WeightVector = { readonly weights: readonly number[]; readonly burn: number };

/**
 * Moving averages of rewards after one more round.
 *
 * aᵢ ← α·rᵢ + (1 − α)·aᵢ. Whoever has no reward this round has r = 0; whoever is new has a = 0 before it, so a fresh
 * identity earns less in its first rounds than an old one with the same work, and registering again never pays.
 *
 * @param previous  averages before the round by miner, ≥ 0, in answers.
 * @param rewards   rewards of the round by miner (`payPoints`), ≥ 0, in answers.
 * @param alpha     α in (0, 1].
 * @returns averages of everybody in either map, in order of their ids. O(n log n).
 * @throws {DomainError} `weights.bad-input` for negative or non-finite numbers.
 */
export function movingAverages(
  previous: ReadonlyMap<string, number>,
  rewards: ReadonlyMap<string, number>,
  alpha: number = MOVING_AVERAGE_ALPHA,
): Map<string, number> {
  if (!(alpha > 0 && alpha <= 1)) throw badInput(`α = ${alpha} is outside (0, 1]`);
  requireAmounts([...previous.values(), ...rewards.values()]);
  const miners = [...new Set([...previous.keys(), ...rewards.keys()])].toSorted();
  return new Map(
    miners.map((miner) => [miner, alpha * (rewards.get(miner) ?? 0) + (1 - alpha) * (previous.get(miner) ?? 0)]),
  );
}

/**
 * The weight vector that follows from moving averages.
 *
 * wᵢ = (1 − burn) · aᵢ / Σ a. When nobody earned anything everything is burnt: sharing it equally, as the SDK does, would
 * pay for being registered.
 *
 * @param averages   aᵢ ≥ 0, one per miner.
 * @param burnShare  least share to burn, in [0, 1].
 * @returns weights in the order of `averages`, ≥ 0, which with `burn` sum to 1 (within 10⁻¹²). O(n).
 * @throws {DomainError} `weights.bad-input` for negative or non-finite numbers.
 */
export function weightVector(averages: readonly number[], burnShare = 0): WeightVector {
  requireAmounts(averages);
  if (!(burnShare >= 0 && burnShare <= 1)) throw badInput(`burn share ${burnShare} is outside [0, 1]`);
  const largest = averages.reduce((max, average) => Math.max(max, average), 0);
  if (largest === 0 || burnShare === 1) return { weights: averages.map(() => 0), burn: 1 };
  // Divided by the largest first: the sum of huge averages would overflow, and of tiny ones lose its digits.
  const scaled = averages.map((average) => average / largest);
  const total = compensatedSum(scaled);
  return { weights: scaled.map((average) => ((1 - burnShare) * average) / total), burn: burnShare };
}

/**
 * Weights as the chain takes them: scaled so that the largest is 65,535.
 *
 * uᵢ = round(wᵢ · 65535 / max w). Order preserving; zeros stay 0; all-zero stays all-zero. A weight below 1/131,070 of the
 * largest becomes 0. The chain applies the same function to what it receives, so it changes nothing there.
 *
 * @param weights  finite numbers ≥ 0, the burnt share among them.
 * @returns integers in [0, 65535] in the same order. O(n).
 * @throws {DomainError} `weights.bad-input` for negative or non-finite numbers.
 * @source subtensor `vec_u16_max_upscale_to_u16`; chain reference B.
 */
export function toU16MaxUpscale(weights: readonly number[]): number[] {
  requireAmounts(weights.map((weight) => weight * U16_MAX));
  const largest = weights.reduce((max, weight) => Math.max(max, weight), 0);
  return largest === 0 ? weights.map(() => 0) : weights.map((weight) => Math.round((weight * U16_MAX) / largest));
}

/** A weight as it is set on chain: whole numbers, relative to the largest. */
export type ChainWeight = { readonly uid: number; readonly weightU16: number };

/**
 * The vector that is set on chain, with the burnt share as weight of the burn uid.
 *
 * What the chain gets it divides by its sum: a share that is not in the vector is not burnt but handed to everybody else.
 * So the burnt share is a weight like any other, given to a uid whose emission nobody keeps (the subnet owner's), and the
 * share of whoever has no uid any more is burnt as well. Shares of one uid are added up: the chain refuses a uid twice.
 *
 * @param shares  share ≥ 0 per miner, uid null for who is not registered.
 * @param burn    the burnt share and the uid that it goes to; with `shares` it sums to 1.
 * @returns entries in ascending order of uid, without uids whose share is 0; u = `toU16MaxUpscale` of the shares. O(n log n).
 * @throws {DomainError} `weights.bad-input` for negative or non-finite numbers.
 * @source subtensor `do_set_weights` (duplicate uids, max-upscale); the epoch normalises each row.
 */
export function chainWeights(
  shares: readonly { readonly uid: number | null; readonly weight: number }[],
  burn: { readonly uid: number; readonly share: number },
): ChainWeight[] {
  const byUid = new Map([[burn.uid, burn.share]]);
  for (const { uid, weight } of shares) byUid.set(uid ?? burn.uid, (byUid.get(uid ?? burn.uid) ?? 0) + weight);
  const entries = [...byUid].filter(([, share]) => share !== 0).toSorted(([a], [b]) => a - b);
  const scaled = toU16MaxUpscale(entries.map(([, share]) => share));
  return entries.map(([uid], index) => ({ uid, weightU16: scaled[index] ?? 0 }));
}

function requireAmounts(amounts: readonly number[]): void {
  const bad = amounts.find((amount) => !(amount >= 0 && amount < Infinity));
  if (bad !== undefined) throw badInput(`${bad} is not a finite amount ≥ 0`);
}

function badInput(message: string): DomainError {
  return new DomainError("invalid", "weights.bad-input", message);
}
