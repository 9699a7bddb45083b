/** Tasks per block. Small enough that a short session meets its share, large enough that a position says little. */
export const MIX_BLOCK_TASKS = 10;

/**
 * Whether a labeller's next task should be a control task.
 *
 * Stratified: of every block of 10 consecutive tasks, ⌊10·share⌋ or one more are control tasks (the
 * fraction is settled by a keyed draw), at positions that a keyed shuffle chooses. A labeller therefore
 * meets the same share in every window, never at a fixed position, and cannot predict which.
 *
 * @param taken  how many tasks of this round the labeller has taken, 0, 1, 2 …
 * @param share  wanted share of control tasks, 0 … 1.
 * @param blockKey  ≥ 40 bytes of keyed randomness for a block number; secret while the round is open.
 * @returns true when the task with index `taken` is a control turn. O(block).
 * @source Stratified random allocation with permuted blocks, as in controlled trials; the permutation is R. Durstenfeld,
 *   "Algorithm 235: Random permutation", CACM 7 (1964), 420.
 */
export function isControlTurn(taken: number, share: number, blockKey: (block: number) => Uint8Array): boolean {
  const key = blockKey(Math.floor(taken / MIX_BLOCK_TASKS));
  const uint32 = (index: number) =>
    ((key[4 * index] ?? 0) * 2 ** 24 +
      (key[4 * index + 1] ?? 0) * 2 ** 16 +
      (key[4 * index + 2] ?? 0) * 2 ** 8 +
      (key[4 * index + 3] ?? 0)) /
    2 ** 32;

  const wanted = MIX_BLOCK_TASKS * share;
  const controls = Math.floor(wanted) + (uint32(0) < wanted - Math.floor(wanted) ? 1 : 0);

  // Fisher–Yates over the positions; the first `controls` of them are control turns.
  const positions = Array.from({ length: MIX_BLOCK_TASKS }, (_, index) => index);
  for (let last = MIX_BLOCK_TASKS - 1; last > 0; last--) {
    const pick = Math.floor(uint32(last) * (last + 1));
    const held = positions[last] ?? 0;
    positions[last] = positions[pick] ?? 0;
    positions[pick] = held;
  }
  return positions.slice(0, controls).includes(taken % MIX_BLOCK_TASKS);
}
