import { createHmac } from "node:crypto";

import { describe, expect, test } from "vitest";

import { concordance } from "#server/validator/agreement/kendall.ts";
import { ORDERS_OF_FOUR, orderIndex, weakOrders } from "#server/validator/rankings/orders.ts";

import {
  keyedOrderMessage,
  keyedVariants,
  keyedVariantsSize,
  type PositionedVariant,
  trueRanks,
  variantsFromNumber,
} from "./keyed-order.ts";

const FOUR = { bases: 4, levels: 4, realisations: Array.from({ length: 4 }, () => [3, 3, 3, 3]) };

/** What every number gives, so that "uniform" and "independent" are counted, not estimated. */
const everything = (shape: typeof FOUR) =>
  Array.from({ length: Number(keyedVariantsSize(shape)) }, (_, x) => variantsFromNumber(BigInt(x), shape));

const countBy = (variants: readonly PositionedVariant[][], name: (v: PositionedVariant[]) => string) => {
  const counts = new Map<string, number>();
  for (const v of variants) counts.set(name(v), (counts.get(name(v)) ?? 0) + 1);
  return counts;
};

const byLevel = (v: readonly PositionedVariant[]) => v.toSorted((a, b) => a.level - b.level);

describe("over all keys of a task with four bases and three realisations", () => {
  const all = everything(FOUR);

  test("each of the 46,656 assignments occurs exactly once", () => {
    expect(all).toHaveLength(24 * 24 * 3 ** 4);
    expect(countBy(all, (v) => JSON.stringify(v)).size).toBe(all.length);
  });

  test("true order, bases and realisations are uniform and mutually independent", () => {
    const joint = countBy(all, (v) =>
      [
        trueRanks(v).join(""),
        byLevel(v)
          .map((x) => x.base)
          .join(""),
        byLevel(v)
          .map((x) => x.realisation)
          .join(""),
      ].join(),
    );
    expect(joint.size).toBe(24 * 24 * 81);
    expect(new Set(joint.values())).toEqual(new Set([1]));
  });

  test("what stands at a position says nothing about its level", () => {
    const joint = countBy(all, (v) => `${v[0]?.base}/${v[0]?.level}/${v[0]?.realisation}`);
    expect(new Set(joint.values())).toEqual(new Set([all.length / (4 * 4 * 3)]));
  });

  /** Concordance with an answer, summed over all keys, from how often each true order occurs. */
  const total = (answer: readonly number[], occurrences: ReadonlyMap<string, number>) =>
    [...occurrences].reduce((sum, [truth, n]) => sum + n * concordance(answer, truth.split(",").map(Number)), 0);

  test("repeating any answer by position scores exactly 0 on average", () => {
    const orders = countBy(all, (v) => trueRanks(v).join());
    expect(orders.size).toBe(24);
    for (const answer of weakOrders(4)) expect(total(answer, orders)).toBe(0);
  });

  test("repeating any answer by base scores exactly 0 on average", () => {
    const orders = countBy(all, (v) => trueRanks(v.toSorted((x, y) => x.base - y.base)).join());
    expect(orders.size).toBe(24);
    for (const answer of weakOrders(4)) expect(total(answer, orders)).toBe(0);
  });
});

test("with more bases than levels and unequal numbers of realisations every draw stays uniform", () => {
  const shape = {
    bases: 5,
    levels: 2,
    realisations: [
      [1, 2],
      [3, 4],
      [2, 2],
      [1, 6],
      [4, 3],
    ],
  };
  const all = everything(shape);
  expect(all).toHaveLength(20 * 12 ** 2 * 2);
  const counts = countBy(all, (v) =>
    byLevel(v)
      .map((x) => `${x.base}.${x.realisation}`)
      .join(),
  );
  for (const [name, count] of counts) {
    const cells = name.split(",").map((cell, level) => shape.realisations[Number(cell[0])]?.[level] ?? 0);
    expect(count).toBe(all.length / 20 / cells.reduce((product, n) => product * n, 1));
  }
});

describe("with real keys", () => {
  const secret = Uint8Array.from({ length: 32 }, (_, i) => i);
  const keyOf = (taskId: string, minerId: string) =>
    createHmac("sha512", secret)
      .update(keyedOrderMessage({ network: "localnet", netuid: 98, roundId: 7, taskId, minerId, purpose: "order" }))
      .digest();

  /** Pearson's statistic against the uniform distribution. */
  const chiSquare = (counts: readonly number[]) => {
    const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  };

  test("the truths of two miners are uniform over 24 orders and independent of each other", () => {
    const orders = Array.from({ length: 24 }, () => 0);
    const joint = Array.from({ length: 576 }, () => 0);
    let agreement = 0;
    for (let task = 0; task < 4_000; task++) {
      const [a, b] = ["m1", "m2"].map((miner) => trueRanks(keyedVariants(keyOf(`task-${task}`, miner), FOUR)));
      if (!a || !b) throw new Error("two miners");
      orders[orderIndex(a)] = (orders[orderIndex(a)] ?? 0) + 1;
      const cell = 24 * orderIndex(a) + orderIndex(b);
      joint[cell] = (joint[cell] ?? 0) + 1;
      agreement += concordance(a, b) / 6;
    }
    // 99.9 % quantiles of χ² with 23 and 575 degrees of freedom; keys are fixed, so the outcome is too.
    expect(chiSquare(orders)).toBeLessThan(49.7);
    expect(chiSquare(joint)).toBeLessThan(684);
    expect(Math.abs(agreement / 4_000)).toBeLessThan((3.3 * Math.sqrt(13 / 54)) / Math.sqrt(4_000));
  });

  test("an independent program derives the same truth", () => {
    // Python: hmac.new(bytes(range(32)), message, sha512), int.from_bytes(…, "big"), divmod.
    const key = keyOf("task-1", "miner-é");
    expect(key.toString("hex").slice(0, 16)).toBe("845436a821d2e948");
    expect(keyedVariants(key, FOUR)).toEqual([
      { base: 0, level: 0, realisation: 0 },
      { base: 1, level: 3, realisation: 1 },
      { base: 2, level: 1, realisation: 1 },
      { base: 3, level: 2, realisation: 2 },
    ]);
    const uneven = [
      [3, 4, 3, 6],
      [3, 4, 3, 6],
      [5, 3, 3, 3],
      [5, 3, 3, 3],
      [5, 3, 3, 3],
    ];
    expect(keyedVariants(key, { bases: 5, levels: 4, realisations: uneven })).toEqual([
      { base: 2, level: 3, realisation: 2 },
      { base: 4, level: 1, realisation: 1 },
      { base: 0, level: 2, realisation: 0 },
      { base: 1, level: 0, realisation: 0 },
    ]);
  });
});

describe("keyedOrderMessage", () => {
  const subject = { network: "localnet", netuid: 98, roundId: 7, taskId: "t", minerId: "m", purpose: "order" };

  test("is canonical JSON with type and version", () => {
    expect(keyedOrderMessage(subject)).toBe(
      '{"minerId":"m","netuid":98,"network":"localnet","purpose":"order","roundId":7,"taskId":"t","type":"dojo/keyed-order","version":1}',
    );
  });

  test("differs for every field, and for text that could be shifted from one field to the next", () => {
    const others = [
      { ...subject, network: "testnet" },
      { ...subject, netuid: 9 },
      { ...subject, roundId: 8 },
      { ...subject, taskId: "u" },
      { ...subject, minerId: "n" },
      { ...subject, purpose: "render-0" },
      { ...subject, taskId: 't","x":"', minerId: "m" },
      { ...subject, taskId: "tm", minerId: "" },
    ];
    expect(new Set([subject, ...others].map(keyedOrderMessage)).size).toBe(others.length + 1);
  });
});

test.each([
  ["fewer bases than levels", { bases: 3, levels: 4, realisations: Array.from({ length: 3 }, () => [3, 3, 3, 3]) }],
  [
    "a level without realisations",
    {
      ...FOUR,
      realisations: [
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [3, 0, 3, 3],
        [3, 3, 3, 3],
      ],
    },
  ],
  [
    "a row that is too short",
    {
      ...FOUR,
      realisations: [
        [3, 3, 3, 3],
        [3, 3, 3],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
      ],
    },
  ],
  ["a missing base", { ...FOUR, realisations: [[3, 3, 3, 3]] }],
])("a shape with %s is refused", (_name, shape) => {
  expect(() => keyedVariants(new Uint8Array(64), shape)).toThrow(
    expect.objectContaining({ code: "keyed-order.bad-shape" }),
  );
});

test("true ranks are the levels by position", () => {
  const all = ORDERS_OF_FOUR.map((order) => order.map((level) => ({ base: 3 - level, level, realisation: 0 })));
  expect(all.map(trueRanks)).toEqual(ORDERS_OF_FOUR);
});
