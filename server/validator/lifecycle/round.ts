/** States of a round: `open` leases tasks, `closing` waits for leases in flight, `closed` publishes truth and scores. */
export type RoundState = "open" | "closing" | "closed";

/** What a round does next, with the reason when it stays as it is. */
export type RoundStep =
  | { readonly kind: "moved"; readonly state: RoundState }
  | { readonly kind: "unchanged"; readonly code: string; readonly message: string };

/**
 * Ends a round: no new leases from now on.
 *
 * @param state  the round's state.
 * @returns `moved` to `closing`, or `unchanged` with code `round.already-closing`. Asking twice does no harm.
 */
export function beginClosing(state: RoundState): RoundStep {
  if (state === "open") return { kind: "moved", state: "closing" };
  return { kind: "unchanged", code: "round.already-closing", message: `The round is ${state} already.` };
}

/**
 * Closes a round once nobody is at work in it.
 *
 * Truth and salts are published at this moment, so no lease may be open: its label could be copied from the truth.
 * Closing never takes longer than the longest lease, because `closing` leases nothing new.
 *
 * @param round  `openLeases`: assignments that are open and not past their lease, ≥ 0.
 * @returns `moved` to `closed`, or `unchanged` with code `round.not-closing`, `round.leases-open`, `round.closed`.
 */
export function finishClosing(round: { readonly state: RoundState; readonly openLeases: number }): RoundStep {
  if (round.state === "closed") {
    return { kind: "unchanged", code: "round.closed", message: "The round is closed already." };
  }
  if (round.state === "open") {
    return { kind: "unchanged", code: "round.not-closing", message: "The round has to begin closing first." };
  }
  if (round.openLeases > 0) {
    return { kind: "unchanged", code: "round.leases-open", message: `${round.openLeases} tasks are being labelled.` };
  }
  return { kind: "moved", state: "closed" };
}

/**
 * Whether a round gives out tasks.
 *
 * @param state  the round's state.
 * @returns true while it is open.
 */
export function leasesTasks(state: RoundState): boolean {
  return state === "open";
}
