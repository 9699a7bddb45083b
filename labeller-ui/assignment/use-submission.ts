"use client";

import { type Dispatch, useCallback, useEffect, useRef } from "react";

import type { LabelSubmission, Receipt } from "#server/pipeline/labelling/schema.ts";

import type { AssignmentActions } from "./actions.ts";
import { deviceStore } from "./device-store.ts";
import { retryDelayMs, type SessionEvent } from "./session.ts";

/**
 * Sends a label until the server has answered. It is written to this device first, so that closing
 * the tab in the middle loses nothing; the server recognises a repetition and answers with the same receipt.
 */
export function useSubmission(input: {
  dispatch: Dispatch<SessionEvent>;
  actions: AssignmentActions;
  onReceipt: (receipt: Receipt) => void;
}): (submission: LabelSubmission) => void {
  const { dispatch, actions, onReceipt } = input;
  const stopped = useRef(false);
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  return useCallback(
    (submission: LabelSubmission) => {
      dispatch({ type: "submit" });
      const send = async (failures: number): Promise<void> => {
        try {
          const receipt = await actions.submit(submission);
          await deviceStore.unqueue(submission.assignmentId);
          await deviceStore.forgetDraft(submission.assignmentId);
          dispatch({ type: "receipt" });
          if (!stopped.current) onReceipt(receipt);
        } catch (error) {
          const failure = actions.failureOf(error);
          if (failure.kind === "refused") {
            await deviceStore.unqueue(submission.assignmentId);
            dispatch({ type: "refused", code: failure.code, message: failure.message });
            return;
          }
          dispatch({ type: "send-failed" });
          setTimeout(() => !stopped.current && void send(failures + 1), retryDelayMs(failures));
        }
      };
      void deviceStore.queue(submission).then(() => send(0));
    },
    [actions, dispatch, onReceipt],
  );
}

/** Sends what an earlier page left in the outbox. Answers and refusals end an entry; a missing network keeps it. */
export async function replayOutbox(actions: Pick<AssignmentActions, "submit" | "failureOf">): Promise<number> {
  const queued = await deviceStore.queued();
  let sent = 0;
  for (const submission of queued) {
    try {
      await actions.submit(submission);
      sent++;
    } catch (error) {
      if (actions.failureOf(error).kind !== "refused") continue;
    }
    await deviceStore.unqueue(submission.assignmentId);
    await deviceStore.forgetDraft(submission.assignmentId);
  }
  return sent;
}
