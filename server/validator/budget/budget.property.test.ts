import fc from "fast-check";
import { expect, test } from "vitest";

import { BUDGET_SCOPES, refusingScope } from "./admit-call.ts";
import { callPriceMicro } from "./call-price.ts";

test.each([
  [{ tokensIn: 1_000_000, tokensOut: 0 }, { input: 3, output: 15 }, 3_000_000],
  [{ tokensIn: 20, tokensOut: 0 }, { input: 0.15, output: 0.6 }, 3],
  [{ tokensIn: 1, tokensOut: 1 }, { input: 0.15, output: 0.6 }, 1],
  [{ tokensIn: 10, tokensOut: 10 }, { input: 0, output: 0 }, 0],
])("the price of a call is rounded up to micro-dollars: %o at %o", (usage, price, micro) => {
  expect(callPriceMicro(usage, price)).toBe(micro);
});

test("a call is refused by the narrowest limit that it would exceed, and not for reaching one", () => {
  const limits = { task: 10, run: 20, month: 30 };
  expect(refusingScope(10, { task: 0, run: 10, month: 20 }, limits)).toBeNull();
  expect(refusingScope(11, { task: 0, run: 10, month: 20 }, limits)).toBe("task");
  expect(refusingScope(1, { task: 0, run: 20, month: 30 }, limits)).toBe("run");
  expect(refusingScope(1, { task: 0, run: 0, month: 30 }, limits)).toBe("month");
});

const tokens = fc.nat(200_000);
const price = fc.record({
  input: fc.double({ min: 0, max: 100, noNaN: true }),
  output: fc.double({ min: 0, max: 100, noNaN: true }),
});

test("fewer tokens never cost more, so a reservation made of upper bounds covers the call", () => {
  fc.assert(
    fc.property(tokens, tokens, tokens, tokens, price, (tokensIn, tokensOut, moreIn, moreOut, each) => {
      const bound = callPriceMicro({ tokensIn: tokensIn + moreIn, tokensOut: tokensOut + moreOut }, each);
      expect(callPriceMicro({ tokensIn, tokensOut }, each)).toBeLessThanOrEqual(bound);
    }),
  );
});

test("whatever is asked for in whatever order, what was admitted stays within every limit", () => {
  const call = fc.record({
    task: fc.nat(3),
    reserved: fc.nat(50),
    usedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 60 }), fc.nat(200), fc.nat(200), fc.nat(200), (calls, task, run, month) => {
      const limits = { task, run, month };
      const perTask = [0, 0, 0, 0];
      let total = 0;
      for (const { task: index, reserved, usedShare } of calls) {
        const booked = { task: perTask[index] ?? 0, run: total, month: total };
        if (refusingScope(reserved, booked, limits) !== null) continue;
        const used = Math.floor(reserved * usedShare);
        perTask[index] = booked.task + used;
        total += used;
        expect(Math.max(...perTask)).toBeLessThanOrEqual(task);
        expect(total).toBeLessThanOrEqual(Math.min(run, month));
      }
    }),
  );
  expect(BUDGET_SCOPES).toEqual(["task", "run", "month"]);
});
