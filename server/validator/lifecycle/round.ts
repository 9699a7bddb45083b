/**
 * States of a round: `open` leases tasks; `closing` leases nothing new, waits for the leases in flight and is scored;
 * `closed` has published truth and scores.
 */
export type RoundState = "open" | "closing" | "closed";

/**
 * Longest wait for leases in flight when a round does not say otherwise, seconds. One lease: whoever took a task a
 * moment before the round began to close has the time that was promised.
 */
export const CLOSING_GRACE_SECONDS = 900;

/** What a round does next, with the reason when it stays as it is. */
export type RoundStep =
  | { readonly kind: "moved"; readonly state: RoundState }
  | { readonly kind: "unchanged"; readonly code: string; readonly message: string };

/**
 * Ends a round: no new leases from now on.
 *
 * @param state  the round's state.
 * @returns `moved` to `closing`, or `unchanged` with code `round.not-open`.
 */
export function beginClosing(state: RoundState): RoundStep {
  if (state === "open") return { kind: "moved", state: "closing" };
  return { kind: "unchanged", code: "round.not-open", message: `The round is ${state} already.` };
}

/** Whether the labelling of a round is over, and if not, why. */
export type LabellingEnd =
  | { readonly kind: "over" }
  | { readonly kind: "goes-on"; readonly code: string; readonly message: string };

/**
 * Whether the labelling of a closing round is over: then no answer is taken any more and scoring begins.
 *
 * Over as soon as nobody is at work, and at the latest when the grace is: a labeller who asks for one extension after
 * another cannot keep everybody from being paid. What is scored is what is there at this moment, so that a score can be
 * recomputed from stored rows.
 *
 * @param round  `openLeases`: assignments that are open and not past their lease, ≥ 0. `graceOver`: the wait has
 *   lasted as long as the round's settings allow.
 * @returns `over`, or `goes-on` with code `round.not-closing` or `round.leases-open`.
 */
export function labellingEnd(round: {
  readonly state: RoundState;
  readonly openLeases: number;
  readonly graceOver: boolean;
}): LabellingEnd {
  if (round.state !== "closing") {
    return { kind: "goes-on", code: "round.not-closing", message: `The round is ${round.state}.` };
  }
  if (round.openLeases > 0 && !round.graceOver) {
    return { kind: "goes-on", code: "round.leases-open", message: `${round.openLeases} tasks are being labelled.` };
  }
  return { kind: "over" };
}
