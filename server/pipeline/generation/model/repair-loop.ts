/** What was found about one draft. */
export type Judgement<Accepted> =
  | { readonly ok: true; readonly accepted: Accepted }
  /** `weight`: how bad it is, larger is worse; `faults`: what to tell the author, worst first. */
  | { readonly ok: false; readonly weight: number; readonly faults: readonly string[] };

export type RepairOutcome<Accepted> = {
  readonly accepted: Accepted | null;
  /** Repairs that were asked for. */
  readonly rounds: number;
  /** What is still wrong with the best draft; nothing when it was accepted. */
  readonly faults: readonly string[];
};

/**
 * Judges a draft and has it repaired until it is accepted, `roundsMax` repairs were made, the author gives up, or a
 * repair is no better than what it repaired: a model that does not get further in one round seldom does in the next, and
 * every round costs as much as the first draft.
 */
export async function repairUntilAccepted<Draft, Accepted>(
  first: Draft,
  options: {
    readonly roundsMax: number;
    judge(draft: Draft): Promise<Judgement<Accepted>>;
    /** Null: no new draft could be had. */
    repair(draft: Draft, faults: readonly string[], round: number): Promise<Draft | null>;
  },
): Promise<RepairOutcome<Accepted>> {
  let draft = first;
  let judged = await options.judge(draft);
  let rounds = 0;
  while (!judged.ok && rounds < options.roundsMax) {
    rounds++;
    const next = await options.repair(draft, judged.faults, rounds);
    if (next === null) break;
    const again = await options.judge(next);
    if (!again.ok && again.weight >= judged.weight) break;
    draft = next;
    judged = again;
  }
  return judged.ok
    ? { accepted: judged.accepted, rounds, faults: [] }
    : { accepted: null, rounds, faults: judged.faults };
}
