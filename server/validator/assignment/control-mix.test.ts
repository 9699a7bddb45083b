import { describe, expect, test } from "vitest";

import { isControlTurn, MIX_BLOCK_TASKS } from "./control-mix.ts";

/** Bytes of a small multiplicative generator: any fixed stream will do here. */
const keyOf = (seed: number) => (block: number) => {
  let state = (seed * 7919 + block * 104_729 + 1) >>> 0;
  return Uint8Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
};

describe("isControlTurn", () => {
  test.each([
    [0, 0],
    [0.3, 3],
    [0.5, 5],
    [1, 10],
  ])("a share of %d gives exactly %d control tasks in every block", (share, controls) => {
    for (let seed = 0; seed < 50; seed++) {
      const turns = Array.from({ length: MIX_BLOCK_TASKS }, (_, i) => isControlTurn(20 + i, share, keyOf(seed)));
      expect(turns.filter(Boolean)).toHaveLength(controls);
    }
  });

  test("a share between two tenths is met on average", () => {
    const turns = Array.from({ length: 20_000 }, (_, i) => isControlTurn(i, 0.25, keyOf(3)));
    expect(turns.filter(Boolean).length / turns.length).toBeCloseTo(0.25, 2);
  });

  test("no position of a block is more often a control turn than another", () => {
    const counts = Array.from({ length: MIX_BLOCK_TASKS }, () => 0);
    for (let block = 0; block < 4_000; block++) {
      for (let i = 0; i < MIX_BLOCK_TASKS; i++) {
        if (isControlTurn(block * MIX_BLOCK_TASKS + i, 0.3, keyOf(11))) counts[i] = (counts[i] ?? 0) + 1;
      }
    }
    // 4,000 draws at 0.3: five standard deviations are 145.
    for (const count of counts) expect(Math.abs(count - 1_200)).toBeLessThan(145);
  });
});
