import { blake2b256Hex, hmacSha512 } from "#server/platform/hashing.ts";
import {
  commitmentPreimage,
  type ControlTruth,
  verifyControlTruth,
} from "#server/validator/ground-truth/commitment.ts";
import { keyedOrderMessage, keyedVariants, trueRanks } from "#server/validator/ground-truth/keyed-order.ts";
import { z } from "zod";

import type { RevealedCommitment } from "./schema.ts";

const truthSchema = z.object({
  version: z.literal(1),
  network: z.string(),
  netuid: z.number().int(),
  roundId: z.number().int(),
  taskId: z.string(),
  roundSecretHash: z.string(),
  bases: z.array(z.string()),
  variants: z.array(
    z.object({
      base: z.number().int(),
      level: z.number().int(),
      realisation: z.number().int(),
      sourceHash: z.string(),
      effectMilli: z.number().int(),
    }),
  ),
  bands: z.array(z.object({ level: z.number().int(), fromMilli: z.number().int(), toMilli: z.number().int() })),
});

export type RevealVerdict = {
  holds: boolean;
  checks: { says: string; holds: boolean }[];
  /** True rank by position of one miner, when one was asked for. */
  order: readonly number[] | null;
};

/** Checks a revealed commitment from public data alone: anybody can run this, on any machine. */
export function verifyReveal(reveal: RevealedCommitment, minerId: string | null): RevealVerdict {
  if (reveal.truth === null || reveal.salt === null || reveal.roundSecret === null) {
    return {
      holds: false,
      checks: [{ says: "the round has closed and its truth is public", holds: false }],
      order: null,
    };
  }
  const truth: ControlTruth = truthSchema.parse(reveal.truth);
  const secret = Buffer.from(reveal.roundSecret, "hex");
  const checks = [
    {
      says: "blake2b-256 of the truth and its salt is the published commitment",
      holds: blake2b256Hex(commitmentPreimage(truth, reveal.salt)) === reveal.digest,
    },
    {
      says: "the round's secret is the one whose hash was published and committed to",
      holds: blake2b256Hex(secret) === truth.roundSecretHash && truth.roundSecretHash === reveal.roundSecretHash,
    },
    { says: "the truth speaks of this task, round and subnet", holds: speaksOf(truth, reveal) },
    {
      says: "every base has three realisations or more at every level, each in its measured band",
      holds: isWellFormed(truth),
    },
  ];
  return {
    holds: checks.every((check) => check.holds),
    checks,
    order: minerId === null ? null : orderOf(truth, secret, minerId),
  };
}

const speaksOf = (truth: ControlTruth, reveal: RevealedCommitment) =>
  truth.taskId === reveal.taskId &&
  truth.roundId === reveal.roundId &&
  truth.network === reveal.network &&
  truth.netuid === reveal.netuid;

function isWellFormed(truth: ControlTruth): boolean {
  try {
    verifyControlTruth(truth);
    return true;
  } catch {
    return false;
  }
}

function orderOf(truth: ControlTruth, secret: Uint8Array, minerId: string): readonly number[] {
  const { network, netuid, roundId, taskId } = truth;
  const key = hmacSha512(secret, keyedOrderMessage({ network, netuid, roundId, taskId, minerId, purpose: "order" }));
  const levels = truth.bands.length;
  const realisations = truth.bases.map((_, base) =>
    truth.bands.map(({ level }) => truth.variants.filter((v) => v.base === base && v.level === level).length),
  );
  return trueRanks(keyedVariants(key, { bases: truth.bases.length, levels, realisations }));
}
