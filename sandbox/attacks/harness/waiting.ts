import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;

/** Waits for something that may never come, or fail: then it is left alone. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const abort = new AbortController();
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([settled, sleep(ms, undefined, { signal: abort.signal }).catch(() => undefined)]);
  abort.abort();
}

/** Whether a condition came true within a time. */
export async function until(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) return false;
    await sleep(POLL_MS);
  }
  return true;
}
