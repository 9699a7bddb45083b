import { TRPCClientError } from "@trpc/client";

import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";
import type { AssignmentActions, Failure } from "#ui/assignment/actions.ts";

import type { createApiClient } from "../../trpc.tsx";

type Api = ReturnType<typeof createApiClient>;

/** What a failed call means: nobody answered, nobody is signed in, or the server said no. */
export function failureOf(error: unknown): Failure {
  const data: unknown = error instanceof TRPCClientError ? error.data : null;
  if (!(error instanceof TRPCClientError) || typeof data !== "object" || data === null) return { kind: "network" };
  const status = "httpStatus" in data && typeof data.httpStatus === "number" ? data.httpStatus : 500;
  if (status === 401) return { kind: "signed-out" };
  // The server is there but not well: the same as no network, try again.
  if (status >= 500) return { kind: "network" };
  return { kind: "refused", code: codeOf(data), message: error.message };
}

function codeOf(data: object): string {
  const refusal = "refusal" in data ? data.refusal : null;
  return typeof refusal === "object" && refusal !== null && "code" in refusal ? String(refusal.code) : "unknown";
}

/** The screen's actions for one assignment, over the API. */
export function actionsFor(api: Api, assignment: AssignmentView): AssignmentActions {
  const held = { assignmentId: assignment.assignmentId, leaseToken: assignment.leaseToken };
  return {
    saveDraft: (input) => api.labelling.saveDraft.mutate({ ...held, ...input }),
    extend: () => api.labelling.extend.mutate(held),
    skip: (reason, note) => api.labelling.skip.mutate({ ...held, reason, note }),
    submit: (submission) => api.labelling.submit.mutate(submission),
    failureOf,
  };
}
