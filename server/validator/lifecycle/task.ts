/**
 * States of a task: `draft` while its completions are made and verified, `ready` when all are, `open` while it is
 * labelled, `closed` when it has its labels or its round ended, `quarantined` when something is wrong with it.
 */
export type TaskState = "draft" | "ready" | "open" | "closed" | "quarantined";

/** What can happen to a task. `release`: an operator found nothing wrong; it is verified again. */
export type TaskEvent = "verify" | "publish" | "close" | "quarantine" | "release";

/** What a task does, or why the event does not apply. */
export type TaskStep =
  | { readonly kind: "moved"; readonly state: TaskState }
  | { readonly kind: "refused"; readonly code: string; readonly message: string };

// A closed task can still be quarantined: that keeps it out of exports.
const TRANSITIONS: { readonly [state in TaskState]: { readonly [event in TaskEvent]?: TaskState } } = {
  draft: { verify: "ready", quarantine: "quarantined" },
  ready: { publish: "open", quarantine: "quarantined" },
  open: { close: "closed", quarantine: "quarantined" },
  closed: { quarantine: "quarantined" },
  quarantined: { release: "draft" },
};

/**
 * The state a task moves to when something happens to it.
 *
 * draft –verify→ ready –publish→ open –close→ closed; every state –quarantine→ quarantined –release→ draft.
 *
 * @param state  the task's state.
 * @param event  what happens.
 * @returns the new state, or a refusal with code `task.bad-transition`.
 */
export function taskStep(state: TaskState, event: TaskEvent): TaskStep {
  const next = TRANSITIONS[state][event];
  if (next === undefined) {
    return { kind: "refused", code: "task.bad-transition", message: `A task that is ${state} cannot ${event}.` };
  }
  return { kind: "moved", state: next };
}

/**
 * Whether a ready task may be published.
 *
 * @param task  `documents`: documents that passed verification; `documentsNeeded`: how many are shown. `commitmentDigest`:
 *   digest of the truth of a control task, null when there is none yet.
 * @returns the step to `open`, or a refusal with code `task.bad-transition`, `task.unverified` or `task.uncommitted`: a
 *   truth that is not committed before the first label could be chosen after it.
 */
export function publishTask(task: {
  readonly state: TaskState;
  readonly kind: "control" | "normal";
  readonly documents: number;
  readonly documentsNeeded: number;
  readonly commitmentDigest: string | null;
}): TaskStep {
  if (task.documents < task.documentsNeeded) {
    const message = `${task.documents} of ${task.documentsNeeded} documents passed verification.`;
    return { kind: "refused", code: "task.unverified", message };
  }
  if (task.kind === "control" && task.commitmentDigest === null) {
    return { kind: "refused", code: "task.uncommitted", message: "The truth of a control task is committed first." };
  }
  return taskStep(task.state, "publish");
}
