import type { Ranking } from "#server/validator/rankings/ranking.ts";

import { canonicalJson } from "./canonical-json.ts";

/** Changes whenever the canonical content of a receipt or a label does. */
export const RECEIPT_VERSION = 1;

/** What a labeller said about one task, by position of the completions on the screen. */
export type LabelContent = {
  readonly assignmentId: string;
  /** Version of the questions that the ratings answer. */
  readonly criteriaVersion: string;
  /** Rank by position: 0 best, equal values tie. */
  readonly ranks: Ranking;
  /** Positions flagged unusable, a set. */
  readonly unusable: readonly number[];
  /** Whole-number rating by position, null where none was given, by criterion id. */
  readonly ratings: { readonly [criterionId: string]: readonly (number | null)[] };
  readonly comment: string;
};

/** How a label was taken: in time, or after its lease with the place still free (late) or given away (surplus). */
export type ReceiptOutcome = "accepted" | "late" | "surplus";

/** What a receipt acknowledges. It holds nothing that would tell a control task from a normal one. */
export type LabelReceipt = {
  readonly network: string;
  readonly netuid: number;
  readonly roundId: number;
  readonly assignmentId: string;
  readonly taskId: string;
  readonly labellerId: string;
  readonly minerId: string;
  /** blake2b-256, hex, of `labelDigestInput`. */
  readonly labelDigest: string;
  readonly outcome: ReceiptOutcome;
  /** Whole milliseconds since 1970, by the database's clock. */
  readonly submittedAtMs: number;
};

/**
 * The text whose digest names a label: the same answer to the same assignment always has the same digest.
 *
 * Canonical JSON of the content with `type` and `version`; `unusable` is sorted, since it is a set. Content and receipt are
 * digested apart, so that a receipt can be published without what was said, and a labeller can prove what was.
 *
 * @param label  ranks and ratings whole numbers, comment any well-formed text.
 * @returns canonical JSON; its UTF-8 is hashed (blake2b-256) outside.
 * @throws {DomainError} `canonical-json.refused` for fractions or malformed text.
 */
export function labelDigestInput(label: LabelContent): string {
  return canonicalJson({
    type: "dojo/label",
    version: RECEIPT_VERSION,
    assignmentId: label.assignmentId,
    criteriaVersion: label.criteriaVersion,
    ranks: label.ranks,
    unusable: label.unusable.toSorted((a, b) => a - b),
    ratings: label.ratings,
    comment: label.comment,
  });
}

/**
 * The content of a receipt, which is hashed, stored and handed to the labeller.
 *
 * Field by field, so that a row with more columns cannot leak them into a document that may be published.
 *
 * @param receipt  ids as stored; numbers whole.
 * @returns canonical JSON; its UTF-8 is hashed (blake2b-256) outside.
 * @throws {DomainError} `canonical-json.refused` for fractions or malformed text.
 */
export function receiptContent(receipt: LabelReceipt): string {
  return canonicalJson({
    type: "dojo/label-receipt",
    version: RECEIPT_VERSION,
    network: receipt.network,
    netuid: receipt.netuid,
    roundId: receipt.roundId,
    assignmentId: receipt.assignmentId,
    taskId: receipt.taskId,
    labellerId: receipt.labellerId,
    minerId: receipt.minerId,
    labelDigest: receipt.labelDigest,
    outcome: receipt.outcome,
    submittedAtMs: receipt.submittedAtMs,
  });
}
