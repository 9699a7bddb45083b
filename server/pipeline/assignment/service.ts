import { DomainError } from "#server/errors.ts";
import { isUniqueViolation } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { hmacSha512 } from "#server/platform/hashing.ts";
import { type RoundSettings, roundSettingsSchema } from "#server/platform/round-settings.ts";
import { isControlTurn } from "#server/validator/assignment/control-mix.ts";
import { type NothingReason, nothingReason } from "#server/validator/assignment/nothing-reason.ts";

import {
  type ClaimInput,
  claimSlot,
  expireLeases,
  findLabellerRound,
  findOpenAssignment,
  type LeasedTask,
  readQueueFacts,
} from "./repository.ts";

import { assignmentView } from "./assignment-view.ts";
import type { NextAnswer } from "./schema.ts";

export type Labeller = { accountId: string; minerId: string; level: number; locale: string; paused: boolean };

export type NextTask =
  | { status: "assignment"; task: LeasedTask; settings: RoundSettings }
  | { status: "nothing"; reason: NothingReason; retryAfterSeconds: number };

type AssignmentDeps = Pick<Deps, "db" | "random" | "subnet" | "vault">;

/** Rivals for one task of one team, or two tabs of one labeller: the loser of the unique key looks again. */
const CLAIM_ATTEMPTS = 4;

/**
 * The labeller's open assignment, or a newly leased one, or the reason why there is none. Calling it
 * twice returns the same assignment: a labeller holds one at a time, and keeps it while its round is closing.
 */
export async function leaseNext(deps: AssignmentDeps, labeller: Labeller): Promise<NextTask> {
  const open = await findOpenAssignment(deps.db.sql, deps.subnet, labeller.accountId);
  if (open && open.expires_at > open.now) return leased(open);
  if (open) await expireLeases(deps.db.sql, labeller.accountId);

  const round = await findLabellerRound(deps.db.sql, deps.subnet, labeller);
  if (!round) return { status: "nothing", reason: "no-round", retryAfterSeconds: 300 };
  if (round.miner_state !== "active") return nothingForMiner(round.miner_state);
  const settings = roundSettingsSchema.parse(round.settings);
  if (labeller.paused) return { status: "nothing", reason: "paused", retryAfterSeconds: 900 };
  if (round.taken >= settings.labellerCap) return { status: "nothing", reason: "daily-cap", retryAfterSeconds: 3_600 };

  const task =
    (await claimPreferred(deps, labeller, settings, round.round_id, round.taken)) ??
    // Another tab may have taken the last place while this one was looking.
    (await findOpenAssignment(deps.db.sql, deps.subnet, labeller.accountId));
  return task ? leased(task) : explainNothing(deps, labeller);
}

const leased = (task: LeasedTask): NextTask => ({
  status: "assignment",
  task,
  settings: roundSettingsSchema.parse(task.settings),
});

/** A pause may end any minute; a registration is lost until somebody registers again. */
const nothingForMiner = (state: "paused" | "deregistered"): NextTask =>
  state === "paused"
    ? { status: "nothing", reason: "miner-paused", retryAfterSeconds: 900 }
    : { status: "nothing", reason: "miner-deregistered", retryAfterSeconds: 3_600 };

/** The kind whose turn it is, else the other one: finding nothing would tell a labeller which kind it was. */
async function claimPreferred(
  deps: AssignmentDeps,
  labeller: Labeller,
  settings: RoundSettings,
  roundId: number,
  taken: number,
): Promise<LeasedTask | null> {
  const blockKey = (block: number) =>
    hmacSha512(Buffer.from(deps.vault.derive("control-mix")), `${roundId}:${labeller.accountId}:${block}`);
  const control = isControlTurn(taken, settings.controlShare, blockKey);
  const kinds = control ? (["control", "normal"] as const) : (["normal", "control"] as const);
  for (const kind of kinds) {
    const task = await claimWithRetry(deps, {
      subnet: deps.subnet,
      labellerId: labeller.accountId,
      minerId: labeller.minerId,
      level: labeller.level,
      locale: labeller.locale,
      kind,
      leaseSeconds: settings.leaseSeconds,
      startKey: Buffer.from(deps.random.bytes(4)).readUInt32BE() >>> 1,
    });
    if (task) return task;
  }
  return null;
}

async function claimWithRetry(deps: AssignmentDeps, input: ClaimInput): Promise<LeasedTask | null> {
  for (let attempt = 1; attempt <= CLAIM_ATTEMPTS; attempt++) {
    try {
      return await claimSlot(deps.db.sql, input);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const open = await findOpenAssignment(deps.db.sql, deps.subnet, input.labellerId);
      if (open) return open; // another tab of the same labeller was first
    }
  }
  throw new DomainError("unavailable", "assignment.contended", "Many people are asking at once. Please try again.");
}

async function explainNothing(deps: AssignmentDeps, labeller: Labeller): Promise<NextTask> {
  const facts = await readQueueFacts(deps.db.sql, deps.subnet, labeller.minerId, labeller.level, labeller.locale);
  const { reason, retryAfterSeconds } = nothingReason({
    open: facts.open,
    free: facts.free,
    leased: facts.leased,
    unrendered: facts.unrendered,
    otherLevelOrLanguage: facts.eligible_elsewhere,
  });
  return { status: "nothing", reason, retryAfterSeconds };
}

/** The sweeper's part: leases that nobody asks about run out as well. */
export async function expireOverdueLeases(deps: Pick<Deps, "db">): Promise<number> {
  return expireLeases(deps.db.sql, null);
}

/** `leaseNext` in the words of the wire. */
export async function readNextAnswer(
  deps: AssignmentDeps & Pick<Deps, "sandboxOrigin">,
  labeller: Labeller,
): Promise<NextAnswer> {
  const next = await leaseNext(deps, labeller);
  if (next.status === "nothing") return next;
  const { minDwellMs } = next.settings;
  const view = assignmentView(next.task, { locale: labeller.locale, sandboxOrigin: deps.sandboxOrigin, minDwellMs });
  return { status: "assignment", assignment: view };
}
