import { DomainError } from "#server/errors.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { blake2b256Hex } from "#server/platform/hashing.ts";
import { enqueue } from "#server/platform/jobs.ts";
import type { DraftState } from "#server/platform/label-shapes.ts";
import { appendOutbox } from "#server/platform/outbox.ts";
import { CRITERIA_VERSION } from "#server/validator/labels/criteria.ts";
import {
  decideSubmission,
  EXTENSIONS_MAX,
  mayExtend,
  maySkip,
  type SubmissionDecision,
  stateAfterSubmission,
} from "#server/validator/lifecycle/assignment.ts";
import { labelDigestInput, receiptContent } from "#server/validator/receipts/receipt.ts";

import {
  closeTask,
  countToday,
  extendLease,
  findReceipt,
  insertLabel,
  listHistory,
  lockOwnAssignment,
  lockRoundState,
  type OwnAssignment,
  skipAssignment,
  type StoredReceipt,
  takeFreeSlot,
  upsertDraft,
} from "./repository.ts";
import type { LabelSubmission, Receipt } from "./schema.ts";
import { type ParsedSubmission, parseSubmission } from "./submission.ts";

type LabellingDeps = Pick<Deps, "db" | "subnet">;

const digestOf = (text: string) => blake2b256Hex(new TextEncoder().encode(text));
type Held = { labellerId: string; assignmentId: string; leaseToken: string };

const receiptOf = (assignmentId: string, stored: StoredReceipt): Receipt => ({
  assignmentId,
  outcome: stored.outcome === "submitted" ? "accepted" : stored.outcome,
  digest: stored.digest,
  submittedAt: stored.submittedAt,
});

async function lockHeld(sql: Sql, deps: LabellingDeps, held: Held): Promise<OwnAssignment> {
  const assignment = await lockOwnAssignment(sql, deps.subnet, held.labellerId, held.assignmentId);
  if (!assignment)
    throw new DomainError("not-found", "assignment.unknown", "This assignment is not yours or does not exist.");
  if (assignment.leaseToken !== held.leaseToken) {
    throw new DomainError("conflict", "assignment.stale-lease", "This lease is not the current one: reload the task.");
  }
  return assignment;
}

/**
 * Stores one label and its receipt, or returns the receipt of the label that is already there: the
 * call may be repeated until it is answered. Finished work is never refused: after the lease it is
 * `late` (it takes a free place) or `surplus` (no place is left, stored all the same).
 */
export async function submitLabel(
  deps: LabellingDeps,
  input: LabelSubmission & { labellerId: string },
): Promise<Receipt> {
  const parsed = parseSubmission(input);
  return deps.db.withTransaction(async (sql) => {
    const assignment = await lockHeld(sql, deps, input);
    const decision = await decide(sql, assignment);
    if (decision.kind === "repeat") {
      const stored = await findReceipt(sql, assignment.id);
      if (!stored) throw new Error("a submitted assignment has a receipt");
      return receiptOf(assignment.id, stored);
    }
    if (decision.kind === "refused") throw new DomainError("conflict", decision.code, decision.message);
    const receipt = await storeLabel(sql, deps, assignment, input, parsed, decision);
    await wakeClosingRound(sql, assignment);
    return receipt;
  });
}

async function decide(sql: Sql, assignment: OwnAssignment): Promise<SubmissionDecision> {
  const { state, expiresAt, now, roundState, roundId } = assignment;
  const expired = expiresAt <= now;
  const decision = decideSubmission({ state, expired, roundState });
  if (decision.kind !== "late") return decision;
  return decideSubmission({ state, expired, roundState: await lockRoundState(sql, roundId) });
}

/** The round may have been waiting for just this lease. */
async function wakeClosingRound(sql: Sql, { roundId, roundState }: OwnAssignment): Promise<void> {
  if (roundState === "closing") await enqueue(sql, "end-labelling", { roundId }, { key: `end-labelling:${roundId}` });
}

async function storeLabel(
  sql: Sql,
  deps: LabellingDeps,
  assignment: OwnAssignment,
  input: LabelSubmission & { labellerId: string },
  parsed: ParsedSubmission,
  decision: SubmissionDecision,
): Promise<Receipt> {
  // A lease that ran out but was not swept yet still holds its place.
  const holdsSlot = assignment.state === "open";
  const slotId = holdsSlot ? assignment.slotId : await takeFreeSlot(sql, assignment.taskId);
  const outcome = stateAfterSubmission(decision, slotId !== null);
  if (outcome === null) throw new Error(`a label that is ${decision.kind} is not stored`);
  const labelDigest = digestOf(
    labelDigestInput({
      assignmentId: assignment.id,
      criteriaVersion: CRITERIA_VERSION,
      ranks: parsed.ranks,
      unusable: parsed.unusable,
      ratings: parsed.ratings,
      comment: input.comment,
    }),
  );
  const content = receiptContent({
    ...deps.subnet,
    roundId: assignment.roundId,
    assignmentId: assignment.id,
    taskId: assignment.taskId,
    labellerId: input.labellerId,
    minerId: assignment.minerId,
    labelDigest,
    outcome: outcome === "submitted" ? "accepted" : outcome,
    submittedAtMs: assignment.now.getTime(),
  });
  const digest = digestOf(content);
  const { submitted, overlap } = await insertLabel(sql, {
    subnet: deps.subnet,
    roundId: assignment.roundId,
    assignmentId: assignment.id,
    taskId: assignment.taskId,
    slotId,
    labellerId: input.labellerId,
    minerId: assignment.minerId,
    outcome,
    ranks: parsed.ranks,
    unusable: parsed.unusable,
    ratings: JSON.stringify(parsed.ratings),
    comment: input.comment,
    activeMs: input.evidence?.activeMs ?? 0,
    evidence: JSON.stringify(input.evidence ?? {}),
    submittedAt: assignment.now,
    receipt: { digest, content },
  });
  if (submitted >= overlap) {
    await closeTask(sql, assignment.taskId);
    await appendOutbox(sql, "task.closed", { taskId: assignment.taskId });
  }
  return receiptOf(assignment.id, { digest, submittedAt: assignment.now, outcome });
}

/** Saves a draft. A device that is behind is told so and keeps its own copy. */
export async function saveDraft(
  deps: LabellingDeps,
  input: Held & { baseRevision: number; state: DraftState },
): Promise<{ revision: number; expiresAt: Date }> {
  return deps.db.withTransaction(async (sql) => {
    const assignment = await lockHeld(sql, deps, input);
    if (assignment.state !== "open" && assignment.state !== "expired") {
      throw new DomainError("conflict", "assignment.ended", `This assignment is ${assignment.state} already.`);
    }
    const revision = await upsertDraft(sql, assignment.id, input.baseRevision, JSON.stringify(input.state));
    if (revision === null) {
      throw new DomainError("conflict", "draft.behind", "Another device has saved a newer draft of this task.");
    }
    return { revision, expiresAt: assignment.expiresAt };
  });
}

/** Gives a labeller more time: one more lease length from now. */
export async function extendAssignment(
  deps: LabellingDeps,
  held: Held,
): Promise<{ expiresAt: Date; extensionsLeft: number }> {
  return deps.db.withTransaction(async (sql) => {
    const assignment = await lockHeld(sql, deps, held);
    const decision = mayExtend({
      state: assignment.state,
      extensions: assignment.extensions,
      expired: assignment.expiresAt <= assignment.now,
    });
    if (!decision.allowed) throw new DomainError("conflict", decision.code, decision.message);
    const { expiresAt, extensions } = await extendLease(sql, assignment.id);
    return { expiresAt, extensionsLeft: EXTENSIONS_MAX - extensions };
  });
}

/** Gives a task back with a reason. It never returns to this team. */
export async function skipTask(deps: LabellingDeps, input: Held & { reason: string; note: string }): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const assignment = await lockHeld(sql, deps, input);
    if (assignment.state === "skipped") return;
    const decision = maySkip({ state: assignment.state, expired: assignment.expiresAt <= assignment.now });
    if (!decision.allowed) throw new DomainError("conflict", decision.code, decision.message);
    await skipAssignment(sql, assignment, input.reason, input.note);
    await wakeClosingRound(sql, assignment);
  });
}

export async function readHistory(deps: LabellingDeps, labeller: { accountId: string; locale: string }) {
  const rows = await listHistory(deps.db.sql, deps.subnet, labeller.accountId, 50);
  return rows.map(({ prompts, ...row }) => ({ ...row, prompt: prompts[labeller.locale] ?? prompts.en ?? "" }));
}

export async function readToday(deps: LabellingDeps, labellerId: string): Promise<{ labels: number }> {
  return { labels: await countToday(deps.db.sql, deps.subnet, labellerId) };
}
