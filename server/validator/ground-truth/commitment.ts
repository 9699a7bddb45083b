import { DomainError } from "#server/errors.ts";
import { canonicalJson } from "#server/validator/receipts/canonical-json.ts";

import { type LevelBand, LEVELS } from "./effect.ts";
import type { VariantShape } from "./keyed-order.ts";

/** Changes whenever the meaning of a truth document does. */
export const CONTROL_TRUTH_VERSION = 1;

/**
 * Least number of realisations per base and level. With m of them, a farm that diffs two identities' documents of one
 * base and level sees m different edits, and must label about bases × levels × m ÷ 4 identities to cover a task.
 */
export const REALISATIONS_MIN = 3;

/** One base carried to one level in one way, with what the sandbox measured of it. */
export type TruthVariant = {
  readonly base: number;
  readonly level: number;
  readonly realisation: number;
  /** Lower-case hex SHA-256 of the variant's source. */
  readonly sourceHash: string;
  /** Measured effect, whole thousandths, 0 … 1000. */
  readonly effectMilli: number;
};

/** All that is known of a control task's order: committed when the task opens, published when its round closes. */
export type ControlTruth = {
  readonly version: typeof CONTROL_TRUTH_VERSION;
  readonly network: string;
  readonly netuid: number;
  readonly roundId: number;
  readonly taskId: string;
  /** blake2b-256 of the round's secret: with it the truth of every miner is fixed. */
  readonly roundSecretHash: string;
  /** Source hash of each base, by base index. */
  readonly bases: readonly string[];
  readonly variants: readonly TruthVariant[];
  /** By level, ascending. */
  readonly bands: readonly LevelBand[];
};

/** One thing that is wrong with a truth document. */
export type TruthFault = { readonly code: string; readonly message: string };

/**
 * Everything that is wrong with a truth document, for those who make one and for those who check a published one.
 *
 * A sound document has: 4 ascending disjoint bands inside 0 … 1000; at least 4 different bases; for every base and level
 * realisations 0 … m − 1, m ≥ 3, no two of one source; every effect inside its level's band; well-formed hashes.
 *
 * @param truth  the document.
 * @returns faults with stable codes (`version`, `bands`, `bases`, `hash`, `realisations`, `same-source`, `effect`,
 *   `foreign-variant`); empty when it is sound. O(variants).
 */
export function truthFaults(truth: ControlTruth): TruthFault[] {
  const version: number = truth.version;
  const faults: TruthFault[] = [];
  const fault = (code: string, message: string) => faults.push({ code, message });

  if (version !== CONTROL_TRUTH_VERSION) fault("version", `version ${version} is unknown`);
  if (!bandsAreSound(truth.bands)) fault("bands", "bands must be 0 … 3, ascending, disjoint, inside 0 … 1000");
  if (truth.bases.length < LEVELS || new Set(truth.bases).size !== truth.bases.length) {
    fault("bases", `at least ${LEVELS} different bases are needed`);
  }
  const hashes = [truth.roundSecretHash, ...truth.bases, ...truth.variants.map((variant) => variant.sourceHash)];
  if (!hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))) fault("hash", "a hash is 64 lower-case hex digits");

  for (const cell of cellsOf(truth)) {
    const numbers = cell.variants.map((variant) => variant.realisation).toSorted((a, b) => a - b);
    const name = `base ${cell.base}, level ${cell.level}`;
    if (numbers.length < REALISATIONS_MIN || numbers.some((number, index) => number !== index)) {
      fault(
        "realisations",
        `${name}: realisations [${numbers.join(", ")}], 0 … m − 1 with m ≥ ${REALISATIONS_MIN} needed`,
      );
    }
    if (new Set(cell.variants.map((variant) => variant.sourceHash)).size !== cell.variants.length) {
      fault("same-source", `${name}: two realisations are the same`);
    }
  }
  for (const variant of truth.variants) {
    const band = truth.bands[variant.level];
    const name = `base ${variant.base}, level ${variant.level}, realisation ${variant.realisation}`;
    if (truth.bases[variant.base] === undefined || band === undefined) {
      fault("foreign-variant", `${name} is not part of the task`);
    } else if (!(variant.effectMilli >= band.fromMilli && variant.effectMilli <= band.toMilli)) {
      fault("effect", `${name}: effect ${variant.effectMilli} is outside ${band.fromMilli} … ${band.toMilli}`);
    }
  }
  return faults;
}

/**
 * Refuses a truth document that is not sound, before anything is committed to it.
 *
 * @param truth  the document.
 * @throws {DomainError} `control-truth.unsound`, naming every fault that `truthFaults` finds. O(variants).
 */
export function verifyControlTruth(truth: ControlTruth): void {
  const faults = truthFaults(truth);
  if (faults.length > 0) {
    const list = faults.map(({ code, message }) => `${code}: ${message}`).join("; ");
    throw new DomainError("invalid", "control-truth.unsound", list);
  }
}

/**
 * What a truth document offers to `keyedVariants`.
 *
 * @param truth  a sound document.
 * @returns bases, levels and the number of realisations of each. O(bases · levels · variants).
 */
export function variantShape(truth: Pick<ControlTruth, "bases" | "variants">): VariantShape {
  const realisations = truth.bases.map(() => Array.from({ length: LEVELS }, () => 0));
  for (const cell of cellsOf(truth)) realisations[cell.base]?.splice(cell.level, 1, cell.variants.length);
  return { bases: truth.bases.length, levels: LEVELS, realisations };
}

function cellsOf(truth: Pick<ControlTruth, "bases" | "variants">) {
  return truth.bases.flatMap((_hash, base) =>
    [...Array(LEVELS).keys()].map((level) => ({
      base,
      level,
      variants: truth.variants.filter((variant) => variant.base === base && variant.level === level),
    })),
  );
}

function bandsAreSound(bands: readonly LevelBand[]): boolean {
  return (
    bands.length === LEVELS &&
    bands.every(({ level, fromMilli, toMilli }, index) => {
      const previousTo = index === 0 ? -1 : (bands[index - 1]?.toMilli ?? Infinity);
      const whole = Number.isInteger(fromMilli) && Number.isInteger(toMilli);
      return level === index && whole && fromMilli > previousTo && fromMilli <= toMilli && toMilli <= 1000;
    })
  );
}

/** Bytes of salt. As many as the hash has: the truths of a task are few enough to be guessed one by one. */
export const SALT_BYTES = 32;

/**
 * The bytes that are hashed to commit to a control task's truth.
 *
 * UTF-8 of canonical JSON ‖ salt. The salt has a fixed length and comes last, so the bytes split in one way only. The
 * commitment is blake2b-256 of them, computed outside; it is published when the task opens, truth and salt when the
 * round closes, and anybody can repeat this function and compare.
 *
 * @param truth    the document; a field it should not have is not committed to.
 * @param saltHex  64 lower-case hex digits (32 random bytes), secret until the round closes.
 * @returns the preimage.
 * @throws {DomainError} `commitment.bad-salt`; `canonical-json.refused` when a number is not whole.
 */
export function commitmentPreimage(truth: ControlTruth, saltHex: string): Uint8Array {
  if (saltHex.length !== 2 * SALT_BYTES || !/^[0-9a-f]*$/.test(saltHex)) {
    throw new DomainError("invalid", "commitment.bad-salt", `a salt is ${2 * SALT_BYTES} lower-case hex digits`);
  }
  const salt = Array.from({ length: SALT_BYTES }, (_, index) =>
    Number.parseInt(saltHex.slice(2 * index, 2 * index + 2), 16),
  );
  return Uint8Array.from([...new TextEncoder().encode(canonicalTruth(truth)), ...salt]);
}

/**
 * Canonical text of a truth document: what is published and what is hashed.
 *
 * Variants are sorted by base, level and realisation, so that the order of database rows does not matter.
 *
 * @param truth  the document.
 * @returns canonical JSON of its fields. O(variants · log variants).
 * @throws {DomainError} `canonical-json.refused` when a number is not whole or a text malformed.
 */
export function canonicalTruth(truth: ControlTruth): string {
  const variants = truth.variants.toSorted(
    (a, b) => a.base - b.base || a.level - b.level || a.realisation - b.realisation,
  );
  return canonicalJson({
    type: "dojo/control-truth",
    version: truth.version,
    network: truth.network,
    netuid: truth.netuid,
    roundId: truth.roundId,
    taskId: truth.taskId,
    roundSecretHash: truth.roundSecretHash,
    bases: truth.bases,
    variants: variants.map(({ base, level, realisation, sourceHash, effectMilli }) => ({
      base,
      level,
      realisation,
      sourceHash,
      effectMilli,
    })),
    bands: truth.bands.map(({ level, fromMilli, toMilli }) => ({ level, fromMilli, toMilli })),
  });
}
