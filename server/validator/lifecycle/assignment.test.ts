import { describe, expect, test } from "vitest";

import {
  type AssignmentState,
  decideSubmission,
  EXTENSIONS_MAX,
  mayExtend,
  maySkip,
  stateAfterSubmission,
} from "./assignment.ts";
import type { RoundState } from "./round.ts";

const STATES: AssignmentState[] = ["open", "submitted", "late", "surplus", "skipped", "expired"];
const ROUNDS: RoundState[] = ["open", "closing", "closed"];

describe("decideSubmission", () => {
  test.each<[AssignmentState, boolean, RoundState, string]>([
    ["open", false, "open", "in-time"],
    ["open", false, "closing", "in-time"],
    ["open", true, "open", "late"],
    ["open", true, "closing", "late"],
    ["expired", true, "open", "late"],
    ["expired", true, "closing", "late"],
    ["submitted", false, "open", "repeat"],
    ["submitted", true, "closed", "repeat"],
    ["late", true, "closed", "repeat"],
    ["surplus", true, "closed", "repeat"],
    ["open", false, "closed", "round.closed"],
    ["open", true, "closed", "round.closed"],
    ["expired", true, "closed", "round.closed"],
    ["skipped", false, "open", "assignment.skipped"],
    ["skipped", true, "closed", "assignment.skipped"],
  ])("%s, lease over: %s, round %s → %s", (state, expired, roundState, outcome) => {
    const decision = decideSubmission({ state, expired, roundState });
    expect(decision.kind === "refused" ? decision.code : decision.kind).toBe(outcome);
  });

  test("never refuses finished work before the round closes, unless it was skipped", () => {
    for (const state of STATES.filter((s) => s !== "skipped")) {
      for (const expired of [false, true]) {
        for (const roundState of ROUNDS.filter((r) => r !== "closed")) {
          expect(decideSubmission({ state, expired, roundState }).kind).not.toBe("refused");
        }
      }
    }
  });

  test("a label that was taken is never taken again, whatever its place", () => {
    for (const placeFree of [false, true]) {
      for (const state of ["open", "expired"] as const) {
        const first = decideSubmission({ state, expired: state === "expired", roundState: "open" });
        const taken = stateAfterSubmission(first, placeFree);
        if (taken === null) throw new Error("a first label is taken");
        const second = decideSubmission({ state: taken, expired: true, roundState: "open" });
        expect(second).toEqual({ kind: "repeat" });
        expect(stateAfterSubmission(second, placeFree)).toBeNull();
      }
    }
  });
});

test("a late label takes a free place, or is surplus", () => {
  expect(stateAfterSubmission({ kind: "late" }, true)).toBe("late");
  expect(stateAfterSubmission({ kind: "late" }, false)).toBe("surplus");
  expect(stateAfterSubmission({ kind: "in-time" }, true)).toBe("submitted");
  expect(stateAfterSubmission({ kind: "refused", code: "round.closed", message: "" }, true)).toBeNull();
});

describe("mayExtend", () => {
  test("grants exactly the ten extensions of an open lease that WCAG 2.2.1 asks for", () => {
    let granted = 0;
    while (mayExtend({ state: "open", extensions: granted }).allowed) granted += 1;
    expect(granted).toBe(EXTENSIONS_MAX);
    expect(granted).toBe(10);
    expect(mayExtend({ state: "open", extensions: granted })).toMatchObject({ code: "assignment.extended-enough" });
  });

  test("refuses what has ended or run out", () => {
    for (const state of STATES.filter((s) => s !== "open")) {
      expect(mayExtend({ state, extensions: 0 })).toMatchObject({ allowed: false, code: "assignment.ended" });
    }
    expect(mayExtend({ state: "open", extensions: 0, expired: true })).toMatchObject({ code: "assignment.expired" });
  });
});

test("an assignment can be skipped while it is leased, not after", () => {
  expect(maySkip({ state: "open", expired: false })).toEqual({ allowed: true });
  expect(maySkip({ state: "open", expired: true })).toMatchObject({ allowed: false, code: "assignment.expired" });
  for (const state of STATES.filter((s) => s !== "open")) {
    expect(maySkip({ state, expired: false })).toMatchObject({ allowed: false, code: "assignment.ended" });
  }
});
