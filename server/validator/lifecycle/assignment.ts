import type { RoundState } from "./round.ts";

/**
 * States of an assignment. It is `open` while leased; then `submitted` in time, `skipped` with a reason, or `expired`.
 * An answer after the lease makes it `late` (the place was still free) or `surplus` (somebody else has it).
 */
export type AssignmentState = "open" | "submitted" | "late" | "surplus" | "skipped" | "expired";

/** Times a labeller may ask for one more lease length: the ten of WCAG 2.2.1, and an end to holding a place. */
export const EXTENSIONS_MAX = 10;

/**
 * Lease when a round does not say otherwise, seconds. About three times what a careful person takes for four
 * interfaces: a shorter one punishes care, a longer one keeps a place from everybody else.
 */
export const LEASE_SECONDS = 900;

/** A refusal as data: both outcomes of these decisions are normal. `code` is stable and dotted. */
export type Refusal = { readonly kind: "refused"; readonly code: string; readonly message: string };

/** What becomes of a submitted label. */
export type SubmissionDecision =
  /** Within the lease. */
  | { readonly kind: "in-time" }
  /** After the lease: stored all the same, as `late` or `surplus`; a control task of it still counts as expired. */
  | { readonly kind: "late" }
  /** A label is there already: its receipt is returned again, whatever the new content is. */
  | { readonly kind: "repeat" }
  | Refusal;

/**
 * Decides what becomes of a label for an assignment.
 *
 * Finished work is never refused for being late. Two refusals remain: a skipped assignment (its place is given away and
 * the labeller chose so), and a round whose labelling is over (scores are computed from what was there, and its truth is
 * public soon: the answer could be copied from it).
 *
 * @param assignment  `expired`: whether the lease has run out by the database's clock, swept or not. `roundState`: `closed`
 *   from the moment at which labelling is over.
 * @returns the decision; refusal codes `assignment.skipped`, `round.closed`.
 */
export function decideSubmission(assignment: {
  readonly state: AssignmentState;
  readonly expired: boolean;
  readonly roundState: RoundState;
}): SubmissionDecision {
  switch (assignment.state) {
    case "submitted":
    case "late":
    case "surplus":
      return { kind: "repeat" };
    case "skipped":
      return refused("assignment.skipped", "This task was skipped: its place has been given away.");
    case "open":
    case "expired":
      if (assignment.roundState === "closed") {
        return refused("round.closed", "The round takes no more answers: they are being scored and published.");
      }
      return { kind: assignment.state === "open" && !assignment.expired ? "in-time" : "late" };
  }
}

/**
 * The state in which a decided submission leaves its assignment.
 *
 * @param decision   result of `decideSubmission`.
 * @param placeFree  whether the assignment still has its place or a free one was found.
 * @returns the new state, or null when nothing changes (repeat, refused).
 */
export function stateAfterSubmission(
  decision: SubmissionDecision,
  placeFree: boolean,
): "submitted" | "late" | "surplus" | null {
  if (decision.kind === "in-time") return "submitted";
  if (decision.kind === "late") return placeFree ? "late" : "surplus";
  return null;
}

/** Whether something may be done, and why not. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: string; readonly message: string };

/**
 * Whether a labeller may have one more lease length, counted from now.
 *
 * At most EXTENSIONS_MAX times, so a place is held for at most 1 + EXTENSIONS_MAX lease lengths: without the limit one
 * identity could keep a task from everybody by asking for ever.
 *
 * @param assignment  `extensions`: how many were granted, ≥ 0. `expired`: the lease has run out; its place may be gone.
 * @returns permission; codes `assignment.ended`, `assignment.expired`, `assignment.extended-enough`.
 */
export function mayExtend(assignment: {
  readonly state: AssignmentState;
  readonly extensions: number;
  readonly expired?: boolean;
}): Permission {
  if (assignment.state !== "open") {
    return { allowed: false, code: "assignment.ended", message: `This assignment is ${assignment.state} already.` };
  }
  if (assignment.expired) {
    return { allowed: false, code: "assignment.expired", message: "The lease has run out; the label is still taken." };
  }
  if (assignment.extensions >= EXTENSIONS_MAX) {
    const message = `A task can be extended ${EXTENSIONS_MAX} times.`;
    return { allowed: false, code: "assignment.extended-enough", message };
  }
  return { allowed: true };
}

/**
 * Whether a labeller may give the task back with a reason.
 *
 * Not after the lease: an expired control task counts 0 and a reasoned skip may be free, so skipping what has run out
 * would be a way to lose nothing.
 *
 * @param assignment  as `mayExtend`.
 * @returns permission; codes `assignment.ended`, `assignment.expired`.
 */
export function maySkip(assignment: { readonly state: AssignmentState; readonly expired: boolean }): Permission {
  if (assignment.state !== "open") {
    return { allowed: false, code: "assignment.ended", message: `This assignment is ${assignment.state} already.` };
  }
  if (assignment.expired) {
    return { allowed: false, code: "assignment.expired", message: "The lease has run out." };
  }
  return { allowed: true };
}

function refused(code: string, message: string): Refusal {
  return { kind: "refused", code, message };
}
