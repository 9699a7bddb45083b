import { createHash } from "node:crypto";

import { randomInteger, shuffled } from "#server/validator/chance/rng.ts";

/** Draws that follow from a key: the same key gives the same draws on every machine. */
export type Chance = {
  /** Uniform in [0, 1), 32 bits fine. */
  next(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** An independent stream, so that drawing more in one place does not shift another. */
  fork(label: string): Chance;
};

/**
 * SHA-256 in counter mode. The seeded generator of simulations (`server/validator/simulation/seeded-rng.ts`) would do for
 * choosing sites, but a re-rendering is seen by miners, and from a few draws of a linear generator its other draws can
 * be computed.
 */
export function keyedChance(secret: string | Uint8Array): Chance {
  const key = createHash("sha256").update(secret).digest();
  let block = Buffer.alloc(0);
  let blockNumber = 0;
  let offset = 0;

  function next(): number {
    if (offset + 4 > block.length) {
      block = createHash("sha256").update(key).update(String(blockNumber)).digest();
      blockNumber += 1;
      offset = 0;
    }
    const drawn = block.readUInt32BE(offset) / 2 ** 32;
    offset += 4;
    return drawn;
  }
  const below = (n: number) => randomInteger(next, 0, n - 1);
  function pick<T>(list: readonly T[]): T {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }
  return {
    next,
    below,
    pick,
    shuffled: (list) => shuffled(next, list),
    fork: (label) => keyedChance(`${key.toString("hex")}/${label}`),
  };
}
