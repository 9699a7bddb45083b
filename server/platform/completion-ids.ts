import { sha256Hex } from "./hashing.ts";

/** Completions of a task. */
export const POSITIONS = [0, 1, 2, 3] as const;
const ID_CHARACTERS = 14;

/** The wire's names of the four positions: opaque, and another set for every assignment, so that none can be recognised. */
export function completionIds(assignmentId: string): string[] {
  return POSITIONS.map((position) => `c${sha256Hex(`${assignmentId}:${position}`).slice(0, ID_CHARACTERS)}`);
}
