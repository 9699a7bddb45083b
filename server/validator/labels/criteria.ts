/** A question asked about every completion of a task. */
export type Criterion = {
  readonly id: string;
  /** A number from `min` to `max`, larger is better. */
  readonly kind: "score";
  readonly min: number;
  readonly max: number;
};

/** Names a set of criteria. A new set gets a new version; a label keeps the one it answered. */
export const CRITERIA_VERSION = "2026-11-1";

/**
 * The criteria in use: does it work, does it look good, does it do what was asked. Three, because
 * every further one costs four ratings per task. Titles and end labels are in the message catalogues
 * under `criteria.<id>`.
 */
export const CRITERIA: readonly Criterion[] = [
  { id: "works", kind: "score", min: 1, max: 5 },
  { id: "looks", kind: "score", min: 1, max: 5 },
  { id: "fits", kind: "score", min: 1, max: 5 },
];
