import { describe, expect, test } from "vitest";

import { type LabelContent, labelDigestInput, type LabelReceipt, receiptContent } from "./receipt.ts";

function makeLabel(overrides: Partial<LabelContent> = {}): LabelContent {
  return {
    assignmentId: "a1",
    criteriaVersion: "c1",
    ranks: [1, 0, 1, 2],
    unusable: [3],
    ratings: { works: [5, 4, null, 1] },
    comment: "B is quicker",
    ...overrides,
  };
}

function makeReceipt(overrides: Partial<LabelReceipt> = {}): LabelReceipt {
  return {
    network: "localnet",
    netuid: 98,
    roundId: 7,
    assignmentId: "a1",
    taskId: "t1",
    labellerId: "l1",
    minerId: "m1",
    labelDigest: "ab",
    outcome: "accepted",
    submittedAtMs: 1_700_000_000_000,
    ...overrides,
  };
}

describe("labelDigestInput", () => {
  test("is canonical JSON of the answer", () => {
    expect(labelDigestInput(makeLabel())).toBe(
      '{"assignmentId":"a1","comment":"B is quicker","criteriaVersion":"c1","ranks":[1,0,1,2],' +
        '"ratings":{"works":[5,4,null,1]},"type":"dojo/label","unusable":[3],"version":1}',
    );
  });

  test("does not depend on the order in which completions were flagged", () => {
    for (const unusable of [
      [2, 0, 10],
      [10, 2, 0],
    ]) {
      expect(labelDigestInput(makeLabel({ unusable }))).toContain('"unusable":[0,2,10]');
    }
  });

  test("differs for every change of the answer", () => {
    const inputs = [
      makeLabel(),
      makeLabel({ assignmentId: "a2" }),
      makeLabel({ criteriaVersion: "c2" }),
      makeLabel({ ranks: [0, 1, 1, 2] }),
      makeLabel({ unusable: [] }),
      makeLabel({ ratings: { looks: [5, 4, null, 1] } }),
      makeLabel({ ratings: { works: [5, 4, 1, null] } }),
      makeLabel({ comment: "" }),
    ].map(labelDigestInput);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});

describe("receiptContent", () => {
  test("is canonical JSON of what is acknowledged", () => {
    expect(receiptContent(makeReceipt())).toBe(
      '{"assignmentId":"a1","labelDigest":"ab","labellerId":"l1","minerId":"m1","netuid":98,"network":"localnet",' +
        '"outcome":"accepted","roundId":7,"submittedAtMs":1700000000000,"taskId":"t1","type":"dojo/label-receipt","version":1}',
    );
  });

  test("leaves out what is not part of a receipt, such as the kind of task", () => {
    const row = { ...makeReceipt(), kind: "control", trueRanks: [0, 1, 2, 3] };
    expect(receiptContent(row)).toBe(receiptContent(makeReceipt()));
  });

  test("refuses fractions of milliseconds", () => {
    expect(() => receiptContent(makeReceipt({ submittedAtMs: 0.5 }))).toThrow(
      expect.objectContaining({ code: "canonical-json.refused" }),
    );
  });
});
