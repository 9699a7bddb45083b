/** Places of one task that one miner may hold: two answers of one team to one task are not two opinions. */
export const PLACES_PER_MINER = 1;

/** The same for audit tasks, which measure how alike a team's labellers answer. */
export const AUDIT_PLACES_PER_MINER = 2;

/** Who asks for a task. */
export type Candidate = {
  readonly labellerId: string;
  readonly minerId: string;
  /** Evidence cluster of the miner; null when it stands alone. */
  readonly clusterId: string | null;
  /** BCP 47 languages the labeller reads. */
  readonly languages: readonly string[];
  /** Qualification, 0 for a beginner. */
  readonly level: number;
};

/** Who holds or held a place of a task: an expired or skipped one counts, since its holder has seen the task. */
export type Holder = Pick<Candidate, "labellerId" | "minerId" | "clusterId">;

/** A task with a free place. */
export type OfferedTask = {
  /** BCP 47 languages in which its prompt exists. */
  readonly languages: readonly string[];
  readonly minLevel: number;
  readonly audit: boolean;
  /** Miners whose work is among its completions. */
  readonly authorMinerIds: readonly string[];
  readonly holders: readonly Holder[];
};

/** Whether a task may be offered, and if not, the first reason. */
export type Eligibility =
  | { readonly eligible: true }
  | { readonly eligible: false; readonly code: string; readonly message: string };

/**
 * Whether a labeller may be given a task.
 *
 * The claim's SQL predicate says the same in one statement; this is its specification, its oracle in tests, and what
 * explains an empty queue. Never: a task seen before, work of one's own miner, a language one does not read, a task above
 * one's level, more places than the miner may hold, a task that another member of the miner's evidence cluster holds.
 *
 * @param candidate  who asks.
 * @param task       what would be given.
 * @returns the decision; codes `eligibility.language`, `.level`, `.seen`, `.own-work`, `.team`, `.cluster`. O(holders).
 */
export function eligibility(candidate: Candidate, task: OfferedTask): Eligibility {
  const no = (code: string, message: string): Eligibility => ({
    eligible: false,
    code: `eligibility.${code}`,
    message,
  });
  const sameMiner = task.holders.filter((holder) => holder.minerId === candidate.minerId);
  const places = task.audit ? AUDIT_PLACES_PER_MINER : PLACES_PER_MINER;
  const clusterElsewhere = task.holders.some(
    (holder) =>
      holder.minerId !== candidate.minerId && holder.clusterId !== null && holder.clusterId === candidate.clusterId,
  );

  if (!task.languages.some((language) => candidate.languages.includes(language))) {
    return no("language", "The prompt is in a language the labeller does not read.");
  }
  if (candidate.level < task.minLevel) return no("level", `The task needs level ${task.minLevel}.`);
  if (task.holders.some((holder) => holder.labellerId === candidate.labellerId)) {
    return no("seen", "The labeller has had this task.");
  }
  if (task.authorMinerIds.includes(candidate.minerId)) return no("own-work", "The labeller's team made part of it.");
  if (sameMiner.length >= places) return no("team", "The labeller's team has its places of this task.");
  if (clusterElsewhere) return no("cluster", "A team that answers alike has this task.");
  return { eligible: true };
}
