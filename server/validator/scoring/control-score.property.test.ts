import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { kendallTauA } from "#server/validator/agreement/kendall.ts";
import { ORDERS_OF_FOUR, weakOrders } from "#server/validator/rankings/orders.ts";

import { BASELINE_TAU, type ControlResult, controlScore } from "./control-score.ts";
import { payPoints } from "./pay-share.ts";

/** Every τ that an answer to four completions can have. */
const TAUS = [...new Set(weakOrders(4).map((ranking) => kendallTauA(ranking, [0, 1, 2, 3])))];

const anyResult: fc.Arbitrary<ControlResult> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TAUS).map((tau) => ({ kind: "answer" as const, tau })) },
  { weight: 1, arbitrary: fc.constant({ kind: "expired" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "skip" as const }) },
);
/** Leans towards good answers, so that many histories earn. */
const goodResult: fc.Arbitrary<ControlResult> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(1, 1, 1, 2 / 3, 2 / 3, 1 / 3).map((tau) => ({ kind: "answer" as const, tau })),
  },
  { weight: 1, arbitrary: anyResult },
);
// `size: "max"`: by default nearly all arrays are shorter than the eleven answers that it takes to earn anything.
const history = (result = anyResult, minLength = 0, maxLength = 80) =>
  fc.array(result, { minLength, maxLength, size: "max" });
const earningHistory = history(goodResult, 20).filter((results) => reward(results) > 0);
const baselines = fc.double({ min: 0, max: 0.9, noNaN: true });

const rules = { baseline: BASELINE_TAU, controlShare: 1 / 3 };

/** With two normal tasks for each control task, as the server mixes them for everybody alike. */
function reward(results: readonly ControlResult[], answers = 3 * results.length): number {
  return controlScore(results, answers, rules).reward;
}

test("constant and positional answers earn exactly 0 on average: each of the 75 rankings, over the 24 truths", () => {
  for (const answer of weakOrders(4)) {
    const points = ORDERS_OF_FOUR.map((truth) => Math.round(6 * kendallTauA(answer, truth)));
    expect(points.reduce((sum, p) => sum + p, 0)).toBe(0);
  }
});

test("random answers earn exactly 0 on average whatever the truth", () => {
  for (const truth of ORDERS_OF_FOUR) {
    const points = ORDERS_OF_FOUR.map((answer) => Math.round(6 * kendallTauA(answer, truth)));
    expect(points.reduce((sum, p) => sum + p, 0)).toBe(0);
  }
});

describe("splitting", () => {
  test("two identities that both earn never earn more than one with their work together", () => {
    fc.assert(
      fc.property(earningHistory, earningHistory, (a, b) => {
        expect(reward([...a, ...b])).toBeGreaterThanOrEqual((reward(a) + reward(b)) * (1 - 1e-12));
      }),
      { numRuns: 500 },
    );
  });

  test("does not get round the cap: identities with few control answers and many others earn no more than one", () => {
    const farm = fc.tuple(earningHistory, earningHistory, fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 }));
    fc.assert(
      fc.property(farm, ([a, b, manyA, manyB]) => {
        const [answersA, answersB] = [a.length + manyA, b.length + manyB];
        const split = reward(a, answersA) + reward(b, answersB);
        expect(reward([...a, ...b], answersA + answersB)).toBeGreaterThanOrEqual(split * (1 - 1e-12));
      }),
      { numRuns: 500 },
    );
  });

  test("one history dealt out to k identities never earns more than whole, if it earns in every hand", () => {
    const dealt = fc.tuple(history(goodResult, 60, 240), fc.integer({ min: 2, max: 6 }));
    fc.assert(
      fc.property(dealt, ([results, k]) => {
        const hands = Array.from({ length: k }, (_, hand) => results.filter((_result, i) => i % k === hand));
        fc.pre(hands.every((hand) => reward(hand) > 0));
        const split = hands.reduce((sum, hand) => sum + reward(hand), 0);
        expect(reward(results)).toBeGreaterThanOrEqual(split * (1 - 1e-12));
      }),
      { numRuns: 200 },
    );
  });
});

describe("missing", () => {
  test("one more expired assignment never raises a reward", () => {
    fc.assert(
      fc.property(fc.oneof(history(), history(goodResult)), baselines, (results, b) => {
        const answered = 3 * results.length;
        const missing: ControlResult[] = [...results, { kind: "expired" }];
        expect(controlScore(missing, answered, { ...rules, baseline: b }).reward).toBeLessThanOrEqual(
          controlScore(results, answered, { ...rules, baseline: b }).reward,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("one more skipped assignment never raises a reward", () => {
    fc.assert(
      fc.property(fc.oneof(history(), history(goodResult)), baselines, (results, b) => {
        const answered = 3 * results.length;
        const skipping: ControlResult[] = [...results, { kind: "skip" }];
        expect(controlScore(skipping, answered, { ...rules, baseline: b }).reward).toBeLessThanOrEqual(
          controlScore(results, answered, { ...rules, baseline: b }).reward,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("leaving out an answer that is at least as good as a guess never pays", () => {
    fc.assert(
      fc.property(history(goodResult), fc.constantFrom(...TAUS.filter((tau) => tau >= 0)), (results, tau) => {
        const answered = 3 * (results.length + 1);
        const given: ControlResult[] = [...results, { kind: "answer", tau }];
        const left: ControlResult[] = [...results, { kind: "expired" }];
        expect(controlScore(left, answered - 1, rules).reward).toBeLessThanOrEqual(
          controlScore(given, answered, rules).reward,
        );
      }),
    );
  });
});

test("a score depends neither on the order of rows nor on who else is scored", () => {
  const twice = fc.tuple(history(goodResult), history(), fc.func(fc.integer()));
  fc.assert(
    fc.property(twice, ([results, others, key]) => {
      const alone = controlScore(results, 3 * results.length, rules);
      controlScore(others, 3 * others.length, rules);
      const shuffled = results
        .map((r, i) => ({ r, k: key(i) }))
        .toSorted((a, b) => a.k - b.k)
        .map(({ r }) => r);
      // The same bits, since a stored score must be found again when it is recomputed.
      expect(controlScore(shuffled, 3 * results.length, rules)).toEqual(alone);
    }),
  );
});

test("k identities with the same answers are paid together what one of them is paid", () => {
  fc.assert(
    fc.property(history(goodResult), fc.integer({ min: 1, max: 240 }), (results, k) => {
      const one = payPoints(reward(results), 1, 0);
      expect(k * payPoints(reward(results), k, 1)).toBeCloseTo(one, 9);
    }),
  );
});

test("a cluster of copies never gets more than its best member alone, whoever joins", () => {
  const rewards = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(rewards, (members) => {
      const group = members.reduce((sum, r) => sum + payPoints(r, members.length, 1), 0);
      expect(group).toBeLessThanOrEqual(Math.max(...members) * (1 + 1e-12));
    }),
  );
});
