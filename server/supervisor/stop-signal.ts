/** Aborted by Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started us with a channel. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort());
  if (process.channel) process.once("disconnect", () => stop.abort());
  return stop.signal;
}

/** Resolves once the signal has come. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
