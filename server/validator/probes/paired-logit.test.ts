import { describe, expect, it } from "vitest";

import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import { crossValidatedScores, fitPairedLogit, RIDGE } from "./paired-logit.ts";
import { type Comparison, pairedAuc } from "./probe-auc.ts";

const first = ([value]: readonly number[]) => value ?? 0;

/** Comparisons whose first feature decides with P = 1/(1 + e^(−slope·d)); the second is noise of another scale. */
function simulated(count: number, slope: number, seed: number): Comparison[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, (_, index) => {
    const size = 2 * rng() - 1;
    const asked = rng() < 1 / (1 + Math.exp(-slope * size)) ? size : -size;
    return { cluster: `p${index % 20}`, difference: [asked, 1_000 * (rng() - 0.5)] };
  });
}

describe("the paired logit", () => {
  it("finds the slope that made the data, and none where there is none", () => {
    const [slope, noise] = fitPairedLogit(simulated(20_000, 2, 3));
    expect(slope).toBeCloseTo(2, 0);
    expect(Math.abs((noise ?? 1) * 1_000)).toBeLessThan(0.2);
  });

  it("agrees with the solution of its equation for one feature", () => {
    // Three for, one against, all of size 1: the gradient 3/(1+e^w) − e^w/(1+e^w) − RIDGE·w vanishes at w.
    const data = [1, 1, 1, -1].map((d) => ({ cluster: "p", difference: [d] }));
    const w = fitPairedLogit(data)[0] ?? Number.NaN;
    expect(3 / (1 + Math.exp(w)) - Math.exp(w) / (1 + Math.exp(w)) - RIDGE * w).toBeCloseTo(0, 9);
  });

  it("stays finite when a feature separates everything, and when one never differs", () => {
    const weights = fitPairedLogit(Array.from({ length: 50 }, () => ({ cluster: "p", difference: [1, 0] })));
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(weights[1]).toBe(0);
  });

  it("refuses numbers that are none, and rows of different length", () => {
    const bad = [[Number.NaN], [1, 2]].map((difference) => [
      { cluster: "p", difference: [1] },
      { cluster: "p", difference },
    ]);
    for (const rows of bad)
      expect(() => fitPairedLogit(rows)).toThrow(expect.objectContaining({ code: "probe.bad-features" }));
  });
});

describe("cross-validated scores", () => {
  it("tell what can be learnt from other clusters", () => {
    const data = simulated(4_000, 4, 11);
    const scores = crossValidatedScores(data, 10);
    const scored = data.map(({ cluster }, i) => ({ cluster, difference: [scores[i] ?? 0] }));
    expect(pairedAuc(scored, first)).toBeGreaterThan(0.75);
  });

  it("do not tell what only one's own cluster says", () => {
    // In every cluster another direction is right: within it perfect, between them worthless.
    const rng = seededRng(5);
    const data = Array.from({ length: 40 }, (_, k) => {
      const side = k % 2 === 0 ? 1 : -1;
      return Array.from({ length: 30 }, () => ({ cluster: `p${k}`, difference: [side * (0.5 + rng())] }));
    }).flat();
    const scores = crossValidatedScores(data, 40);
    const scored = data.map(({ cluster }, i) => ({ cluster, difference: [scores[i] ?? 0] }));
    expect(pairedAuc(scored, first)).toBeLessThan(0.6);
  });

  it("are 0 with a single cluster", () => {
    expect(crossValidatedScores([{ cluster: "p", difference: [1] }], 5)).toEqual([0]);
  });
});
