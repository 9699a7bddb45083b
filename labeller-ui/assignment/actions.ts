import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";
import type { LabelSubmission, Receipt } from "#server/pipeline/labelling/schema.ts";

export type DraftState = NonNullable<AssignmentView["draft"]>["state"];
export type SkipReason = "broken" | "language" | "unclear" | "offensive" | "conflict" | "other";

/** What the screen asks of the world. Every call may be repeated; each rejects with an error that `failureOf` explains. */
export type AssignmentActions = {
  saveDraft(input: { baseRevision: number; state: DraftState }): Promise<{ revision: number }>;
  extend(): Promise<{ expiresAt: Date; extensionsLeft: number }>;
  skip(reason: SkipReason, note: string): Promise<void>;
  submit(submission: LabelSubmission): Promise<Receipt>;
  /** Whether trying again may help, or what the server refused. */
  failureOf(error: unknown): Failure;
};

export type Failure = { kind: "network" } | { kind: "signed-out" } | { kind: "refused"; code: string; message: string };
