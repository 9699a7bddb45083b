import type { Logger } from "./logger.ts";

/** Longest time a process may take to finish what it has begun. */
const DRAIN_MS = 8_000;

/**
 * Ends a process in order: once, on SIGTERM or SIGINT, or when the supervisor that started it is
 * gone (its IPC channel closes even when it was killed).
 */
export function endInOrder(logger: Logger, drain: () => Promise<void>): void {
  let ending = false;
  const end = (why: string) => {
    if (ending) return;
    ending = true;
    logger.debug({ why }, "ending");
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    drain().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, "could not end in order");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(signal));
  if (process.channel) process.on("disconnect", () => end("supervisor gone"));
}

/** Tells the supervisor that this process serves. Does nothing when it was started by hand. */
export function announceReady(): void {
  process.send?.({ kind: "ready" }, () => {
    // A supervisor that has gone meanwhile is noticed by its channel.
  });
}
