import { completionIds } from "#server/platform/completion-ids.ts";
import { draftStateSchema } from "#server/platform/label-shapes.ts";
import { CRITERIA } from "#server/validator/labels/criteria.ts";
import { EXTENSIONS_MAX } from "#server/validator/lifecycle/assignment.ts";

import type { LeasedTask } from "./repository.ts";
import type { AssignmentView } from "./schema.ts";

/** A leased task as its labeller sees it. Kind, task, miner and truth have no place in it. */
export function assignmentView(
  task: LeasedTask,
  options: { locale: string; sandboxOrigin: string; minDwellMs: number },
): AssignmentView {
  const ids = completionIds(task.assignment_id);
  const language = options.locale in task.prompts ? options.locale : "en";
  return {
    assignmentId: task.assignment_id,
    leaseToken: task.lease_token,
    leasedAt: task.leased_at,
    expiresAt: task.expires_at,
    serverTime: task.now,
    extensionsLeft: Math.max(0, EXTENSIONS_MAX - task.extensions),
    prompt: task.prompts[language] ?? "",
    language,
    criteria: [...CRITERIA],
    minDwellMs: options.minDwellMs,
    completions: task.documents.map((hash, position) => ({
      id: ids[position] ?? "",
      documentUrl: `${options.sandboxOrigin}/d/${hash}`,
    })),
    draft: draftOf(task),
  };
}

function draftOf(task: LeasedTask): AssignmentView["draft"] {
  if (task.draft_revision === null || task.draft_updated_at === null) return null;
  return {
    revision: task.draft_revision,
    state: draftStateSchema.parse(task.draft_state),
    updatedAt: task.draft_updated_at,
  };
}
