import { describe, expect, it } from "vitest";

import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import { type Comparison, pairedAuc, PROBE_AUC_MAX, probeResult, RESAMPLES } from "./probe-auc.ts";

const first = ([value]: readonly number[]) => value ?? 0;
const of = (cluster: string, ...values: number[]): Comparison[] =>
  values.map((value) => ({ cluster, difference: [value] }));

describe("the area under the curve of paired comparisons", () => {
  it("is the share in which the one asked for scores higher, ties counting half", () => {
    expect(pairedAuc(of("p", 1, 2, -1, 0), first)).toBe(0.625);
    expect(pairedAuc(of("p", 3, 1), first)).toBe(1);
    expect(pairedAuc(of("p", 0, 0), first)).toBe(0.5);
  });

  it("counts comparisons, not clusters", () => {
    expect(pairedAuc([...of("large", 1, 1, 1), ...of("small", -1)], first)).toBe(0.75);
  });
});

describe("a probe", () => {
  it("takes a score that is always wrong for what it is worth to whoever turns it round", () => {
    expect(probeResult(of("p", -1, -1, -1, 1), first, seededRng(1)).auc).toBe(0.75);
    expect(probeResult(of("p", -1, -1, -1, 1), first, seededRng(1), "given").auc).toBe(0.25);
  });

  it("has the interval of its clusters, not of its comparisons", () => {
    const clusters = Array.from({ length: 12 }, (_, k) =>
      of(`p${k}`, ...Array.from({ length: 50 }, () => (k < 9 ? 1 : -1))),
    );
    const { auc, ciLow, ciHigh } = probeResult(clusters.flat(), first, seededRng(7));
    expect(auc).toBe(0.75);
    // Binomial with 12 trials: standard deviation 0.125. Of 600 trials it would be 0.018.
    expect(ciLow).toBeCloseTo(0.5, 1);
    expect(ciHigh).toBeCloseTo(1, 1);
    expect(ciHigh - ciLow).toBeGreaterThan(0.4);
  });

  it("needs something to compare", () => {
    expect(() => probeResult([], first, seededRng(1))).toThrow(
      expect.objectContaining({ code: "probe.nothing-to-compare" }),
    );
  });

  it("may be right in at most 55 of 100 cases, and is resampled often enough to say so", () => {
    expect({ PROBE_AUC_MAX, RESAMPLES }).toEqual({ PROBE_AUC_MAX: 0.55, RESAMPLES: 2_000 });
  });
});
