import { describe, expect, test } from "vitest";

import { fromDraft, NO_WORK, toDraft, type WorkAction, workReducer } from "./work.ts";

const ids = ["ca", "cb", "cc", "cd"];
const play = (...actions: WorkAction[]) => actions.reduce(workReducer, NO_WORK);

describe("the work on a task", () => {
  const work = play(
    { type: "toggle", position: 2 },
    { type: "toggle", position: 0 },
    { type: "tie" },
    { type: "flag", position: 3 },
    { type: "rate", criterionId: "works", position: 2, rating: 5 },
    { type: "comment", text: "C is quick" },
  );

  test("speaks of completions by id on the wire", () => {
    expect(toDraft(work, ids)).toEqual({
      ranking: [["cc", "ca"], ["cd"]],
      unusable: ["cd"],
      ratings: { works: { cc: 5 } },
      comment: "C is quick",
    });
  });

  test("comes back from a draft as it went", () => {
    expect(fromDraft(toDraft(work, ids), ids)).toEqual(work);
  });

  test("drops what is not of this assignment", () => {
    const foreign = { ranking: [["x"], ["cb"]], unusable: ["x"], ratings: { works: { x: 1 } }, comment: "" };
    expect(fromDraft(foreign, ids)).toEqual({
      board: { groups: [[1]], unusable: [] },
      ratings: { works: {} },
      comment: "",
    });
  });
});
