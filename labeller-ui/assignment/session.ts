/**
 * The life of one assignment on one screen, as a pure reducer. Saving and sending are effects that
 * look at this state; they never decide anything.
 */
export type SaveState = "clean" | "dirty" | "saving" | "saved" | "offline" | "behind";
export type Phase = "editing" | "confirming" | "submitting" | "submitted";

export type Session = {
  readonly phase: Phase;
  readonly save: SaveState;
  /** Revision of the draft on the server. */
  readonly revision: number;
  /** Counts local changes; a save that finishes is current only if nothing changed since it began. */
  readonly change: number;
  readonly savedChange: number;
  /** The sending of the label has failed this many times; it is tried until it is answered. */
  readonly sendFailures: number;
  readonly refusal: { code: string; message: string } | null;
};

export type SessionEvent =
  | { type: "changed" }
  | { type: "save-started" }
  | { type: "saved"; revision: number; change: number }
  | { type: "save-failed"; reason: "network" | "behind" | "refused" }
  | { type: "confirm" }
  | { type: "cancel" }
  | { type: "submit" }
  | { type: "send-failed" }
  | { type: "refused"; code: string; message: string }
  | { type: "receipt" };

export function newSession(revision: number): Session {
  return { phase: "editing", save: "clean", revision, change: 0, savedChange: 0, sendFailures: 0, refusal: null };
}

export function sessionReducer(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case "changed":
      return {
        ...session,
        change: session.change + 1,
        save: session.save === "behind" ? "behind" : "dirty",
        refusal: null,
      };
    case "save-started":
      return { ...session, save: "saving" };
    case "saved": {
      const current = event.change === session.change;
      return { ...session, revision: event.revision, savedChange: event.change, save: current ? "saved" : "dirty" };
    }
    case "save-failed":
      return {
        ...session,
        save: event.reason === "behind" ? "behind" : event.reason === "network" ? "offline" : "dirty",
      };
    case "confirm":
      return { ...session, phase: "confirming" };
    case "cancel":
      return session.phase === "confirming" ? { ...session, phase: "editing" } : session;
    case "submit":
      return session.phase === "submitted" ? session : { ...session, phase: "submitting", refusal: null };
    case "send-failed":
      return { ...session, sendFailures: session.sendFailures + 1 };
    case "refused":
      return { ...session, phase: "editing", refusal: { code: event.code, message: event.message } };
    case "receipt":
      return { ...session, phase: "submitted", save: "saved" };
  }
}

/** Waiting before the next attempt to save or send: quick at first, never more than eight seconds. */
export const retryDelayMs = (failures: number): number => Math.min(8_000, 500 * 2 ** Math.min(failures, 6));
