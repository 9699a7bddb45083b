import { DomainError } from "#server/errors.ts";
import { mixedRadixDigits, mixedRadixSize, uniformBelow } from "#server/validator/chance/uniform-below.ts";
import type { Ranking } from "#server/validator/rankings/ranking.ts";
import { canonicalJson } from "#server/validator/receipts/canonical-json.ts";

/** Changes whenever the message below, or what is drawn from its HMAC, does. */
export const KEYED_ORDER_VERSION = 1;

/** Whose truth of which task is keyed. */
export type KeyedOrderSubject = {
  readonly network: string;
  readonly netuid: number;
  readonly roundId: number;
  readonly taskId: string;
  readonly minerId: string;
  /** What the key is for, e.g. `order`. Each purpose has its own key: one draw says nothing about another. */
  readonly purpose: string;
};

/** One completion as one miner sees it: a base carried to a level by one of the level's realisations. */
export type PositionedVariant = { readonly base: number; readonly level: number; readonly realisation: number };

/** What a control task offers to choose from. */
export type VariantShape = {
  /** Number of bases, at least `levels`: no design is shown twice side by side, which would invite a diff. */
  readonly bases: number;
  /** Number of levels = number of positions = completions shown. */
  readonly levels: number;
  /** realisations[base][level]: how many realisations exist, at least 1. */
  readonly realisations: readonly (readonly number[])[];
};

/**
 * The message whose HMAC, under the round's secret, is the key of one draw for one miner and task.
 *
 * Canonical JSON, e.g. `{"minerId":"m","netuid":98,"network":"localnet","purpose":"order","roundId":1,"taskId":"t",
 * "type":"dojo/keyed-order","version":1}` (without the line break). JSON and not joined strings: no two subjects share a
 * message, whatever characters their ids hold. The key is HMAC-SHA-512(round secret, UTF-8 of the message), 64 bytes;
 * once the secret is published anybody can recompute every miner's truth.
 *
 * @param subject  ids as stored; `netuid` and `roundId` whole numbers.
 * @returns the text to be authenticated.
 * @throws {DomainError} `canonical-json.refused` for malformed text or numbers.
 */
export function keyedOrderMessage(subject: KeyedOrderSubject): string {
  const { network, netuid, roundId, taskId, minerId, purpose } = subject;
  const version = KEYED_ORDER_VERSION;
  return canonicalJson({ type: "dojo/keyed-order", version, network, netuid, roundId, taskId, minerId, purpose });
}

/**
 * The four completions one miner sees, by position: the keyed ground truth.
 *
 * A uniform integer is drawn from the key (`uniformBelow`) and read as mixed-radix digits, least significant first:
 *   1. per level 0…L−1: which of the bases not yet used (ascending) carries the level;
 *   2. per level: a number in [0, R), R the least common multiple of all realisation counts; modulo the count of the
 *      drawn (base, level), which divides R, it is the realisation;
 *   3. per level: which of the free positions (ascending) shows it.
 * The map from integers to digits is one-to-one, so base, realisation and position are each uniform and independent of
 * one another, *exactly*. Miners with different keys have independent truths: repeating another miner's answer, by
 * position or by base, has expected τ = 0.
 *
 * @param key    ≥ 32 bytes; HMAC-SHA-512(round secret, `keyedOrderMessage`) in use (64 bytes).
 * @param shape  what there is to choose from.
 * @returns one variant per position 0 … levels − 1; each level once, no base twice.
 * @throws {DomainError} `keyed-order.bad-shape`; `key.too-short`, `key.bad-bound`; `key.rejected` with probability below
 *   2⁻¹²⁸, the same for everybody: the task is then not offered to this miner.
 */
export function keyedVariants(key: Uint8Array, shape: VariantShape): PositionedVariant[] {
  return variantsFromNumber(uniformBelow(key, keyedVariantsSize(shape)), shape);
}

/**
 * How many different numbers `variantsFromNumber` tells apart: L! · bases!/(bases − L)! · Rᴸ.
 *
 * @param shape  as `keyedVariants`.
 * @returns the exclusive upper bound of the number; 46,656 for four bases, four levels, three realisations.
 * @throws {DomainError} `keyed-order.bad-shape`.
 */
export function keyedVariantsSize(shape: VariantShape): bigint {
  return mixedRadixSize(radicesOf(shape));
}

/**
 * The decoding step of `keyedVariants`, for those who check that it is one-to-one.
 *
 * @param x      integer in [0, `keyedVariantsSize(shape)`).
 * @param shape  as `keyedVariants`.
 * @returns one variant per position.
 * @throws {DomainError} `keyed-order.bad-shape`.
 */
export function variantsFromNumber(x: bigint, shape: VariantShape): PositionedVariant[] {
  const { bases, levels } = shape;
  const digits = mixedRadixDigits(x, radicesOf(shape));
  const baseOfLevel = pickWithout(bases, digits.slice(0, levels));
  const realisationDigits = digits.slice(levels, 2 * levels);
  const positionOfLevel = pickWithout(levels, digits.slice(2 * levels));

  const placed = baseOfLevel.map((base, level) => ({
    position: positionOfLevel[level] ?? 0,
    variant: { base, level, realisation: (realisationDigits[level] ?? 0) % countOf(shape, base, level) },
  }));
  return placed.toSorted((a, b) => a.position - b.position).map((entry) => entry.variant);
}

/**
 * The true ranking of what a miner sees: the level at each position.
 *
 * @param variants  result of `keyedVariants`, by position.
 * @returns rank by position, 0 (undegraded) is best.
 */
export function trueRanks(variants: readonly PositionedVariant[]): Ranking {
  return variants.map((variant) => variant.level);
}

function radicesOf(shape: VariantShape): number[] {
  const { bases, levels, realisations } = shape;
  const counts = realisations.flat();
  const wellFormed =
    isCount(levels) &&
    isCount(bases) &&
    bases >= levels &&
    realisations.length === bases &&
    realisations.every((row) => row.length === levels) &&
    counts.every(isCount);
  if (!wellFormed) throw badShape(`${bases} bases × ${levels} levels with realisations [${counts.join(", ")}]`);

  const common = counts.reduce(leastCommonMultiple, 1);
  const perLevel = [...Array(levels).keys()];
  return [
    ...perLevel.map((taken) => bases - taken),
    ...perLevel.map(() => common),
    ...perLevel.map((taken) => levels - taken),
  ];
}

/** The k-th digit picks from what the digits before it left of 0…n−1, ascending. */
function pickWithout(n: number, digits: readonly number[]): number[] {
  const left = [...Array(n).keys()];
  return digits.flatMap((digit) => left.splice(digit, 1));
}

function countOf(shape: VariantShape, base: number, level: number): number {
  const count = shape.realisations[base]?.[level];
  if (count === undefined) throw badShape(`nothing is known of base ${base} at level ${level}`);
  return count;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 65_536;
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

function badShape(message: string): DomainError {
  return new DomainError("invalid", "keyed-order.bad-shape", message);
}
