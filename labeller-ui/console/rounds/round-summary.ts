import type { RoundView } from "#server/rounds/schema.ts";

/** A round in a list: itself and how much was done in it. */
export type RoundSummary = RoundView & { tasks: number; labels: number };
