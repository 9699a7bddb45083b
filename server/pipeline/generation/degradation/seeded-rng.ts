import { createHash } from "node:crypto";

/** Reproducible chance: the same seed gives the same draws on every machine. */
export type Rng = {
  /** Uniform in [0, 1), 32 bits fine. */
  next(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** An independent stream, so that drawing more in one place does not shift another. */
  fork(label: string): Rng;
};

/**
 * SHA-256 in counter mode. A fast generator would do for choosing sites, but a re-rendering is seen by
 * miners, and from a few draws of a linear generator its other draws can be computed.
 */
export function seededRng(seed: string | Uint8Array): Rng {
  const key = createHash("sha256").update(seed).digest();
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
  function below(n: number): number {
    return Math.floor(next() * n);
  }
  function pick<T>(list: readonly T[]): T {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }
  function shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map((item) => ({ item, order: next() }));
    return keyed.toSorted((a, b) => a.order - b.order).map((entry) => entry.item);
  }
  const fork = (label: string) => seededRng(`${key.toString("hex")}/${label}`);
  return { next, below, pick, shuffled, fork };
}
