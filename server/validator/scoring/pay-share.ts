import { DomainError } from "#server/errors.ts";

/**
 * How many independent labellers a cluster of correlated ones is worth.
 *
 * mEff = k / (1 + (k − 1)·ρ): k when nothing is shared, 1 when every answer is.
 *
 * @param members      k ≥ 1, size of the evidence cluster, a count.
 * @param correlation  ρ in [0, 1], how alike the members' errors are.
 * @returns mEff in [1, k].
 * @throws {DomainError} `pay-share.bad-input`.
 * @source L. Kish, "Survey Sampling" (1965), design effect; here after statistics reference C.9.
 */
export function effectiveMembers(members: number, correlation: number): number {
  if (!(Number.isSafeInteger(members) && members >= 1) || !(correlation >= 0 && correlation <= 1)) {
    throw new DomainError("invalid", "pay-share.bad-input", `${members} members with correlation ${correlation}`);
  }
  return members / (1 + (members - 1) * correlation);
}

/**
 * What a miner's reward counts for when pay is divided.
 *
 * pay ∝ r · mEff / k. A cluster of exact copies (ρ = 1) therefore gets the mean of its members' rewards and never more than
 * its best member alone. With ρ < 1 it gets up to 1/ρ times that: copies must be scored with the ρ that is *found* in
 * them, and only ρ = 1 removes the whole gain.
 *
 * @param reward       r ≥ 0, in answers (see `controlScore`).
 * @param members      k ≥ 1, size of the miner's evidence cluster; 1 for a miner of its own.
 * @param correlation  ρ in [0, 1] of that cluster.
 * @returns points ≥ 0, in answers; shares are points over their sum.
 * @throws {DomainError} `pay-share.bad-input`.
 */
export function payPoints(reward: number, members: number, correlation: number): number {
  if (!(reward >= 0 && reward < Infinity)) {
    throw new DomainError("invalid", "pay-share.bad-input", `reward ${reward} is not a number of answers`);
  }
  return (reward * effectiveMembers(members, correlation)) / members;
}
