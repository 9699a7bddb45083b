/** What a closed loop of clients achieved. */
export type LoadResult = { cycles: number; seconds: number; perSecond: number; p50Ms: number; p99Ms: number };

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/**
 * Runs `cycle` in a closed loop for every client until the time is up. A cycle that returns false has
 * nothing left to do. Latencies are of whole cycles.
 */
export async function closedLoop<Client>(
  clients: readonly Client[],
  seconds: number,
  cycle: (client: Client) => Promise<boolean>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < deadline) {
        const before = performance.now();
        if (!(await cycle(client))) return;
        latencies.push(performance.now() - before);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1_000;
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    cycles: latencies.length,
    seconds: elapsed,
    perSecond: latencies.length / elapsed,
    p50Ms: at(sorted, 0.5),
    p99Ms: at(sorted, 0.99),
  };
}
