/** The time, injected so that services can be tested at any moment. Leases use the database's clock instead. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds that only ever grow: for measuring durations, never for dates. */
export const monotonicMs = (): number => performance.now();
