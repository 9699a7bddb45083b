"use client";

import { type Dispatch, useEffect, useRef } from "react";

import type { AssignmentActions, DraftState } from "./actions.ts";
import { deviceStore } from "./device-store.ts";
import { retryDelayMs, type Session, type SessionEvent } from "./session.ts";

const DEBOUNCE_MS = 1_000;

/** Keeps the draft: on this device at once, on the server a second after the last change, again and again until it is there. */
export function useAutosave(input: {
  assignmentId: string;
  draft: DraftState;
  session: Session;
  dispatch: Dispatch<SessionEvent>;
  actions: AssignmentActions;
}): void {
  const { assignmentId, draft, session, dispatch, actions } = input;
  const failures = useRef(0);
  const { change, savedChange, revision, phase, save } = session;

  useEffect(() => {
    if (change === 0) return;
    void deviceStore.saveDraft({ assignmentId, state: draft, baseRevision: revision, changed: change !== savedChange });
  }, [assignmentId, draft, change, savedChange, revision]);

  useEffect(() => {
    const nothingToSave = change === savedChange || save === "saving" || save === "behind" || phase === "submitted";
    if (nothingToSave) return;
    const wait = save === "offline" ? retryDelayMs(failures.current) : DEBOUNCE_MS;
    const timer = setTimeout(() => {
      dispatch({ type: "save-started" });
      actions.saveDraft({ baseRevision: revision, state: draft }).then(
        ({ revision: next }) => {
          failures.current = 0;
          dispatch({ type: "saved", revision: next, change });
        },
        (error: unknown) => {
          failures.current++;
          const failure = actions.failureOf(error);
          if (failure.kind !== "refused") dispatch({ type: "save-failed", reason: "network" });
          else dispatch({ type: "save-failed", reason: "behind" });
        },
      );
    }, wait);
    return () => clearTimeout(timer);
  }, [actions, change, dispatch, draft, phase, revision, save, savedChange]);
}
