import type { JobRunView } from "#server/operations/schema.ts";

/**
 * A list of jobs with one change applied: a known job is replaced in its place, a new one comes first.
 * News that is older than what is known is dropped, since the list and the stream race each other.
 */
export function withJobRun(runs: readonly JobRunView[], news: JobRunView): JobRunView[] {
  const known = runs.find(({ id }) => id === news.id);
  if (!known) return [news, ...runs];
  if (known.updatedAt > news.updatedAt) return [...runs];
  return runs.map((run) => (run.id === news.id ? news : run));
}

export const isRunning = (run: JobRunView): boolean => run.state === "queued" || run.state === "running";

/** Seconds from start to end, or to the last sign of life. */
export const secondsOf = (run: JobRunView): number =>
  ((run.endedAt ?? run.updatedAt).getTime() - run.createdAt.getTime()) / 1000;
