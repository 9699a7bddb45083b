import { describe, expect, test } from "vitest";

import { kendallDistance } from "#server/validator/agreement/kendall.ts";

import {
  distanceDistribution,
  expectedDistance,
  logNormaliser,
  tauForTheta,
  THETA_MAX,
  thetaForDistance,
  thetaForTau,
} from "./mallows.ts";
import { strictOrders } from "./orders.ts";

const THETAS = [0, 1e-9, 0.1, 0.5965, 1.2777, 3, THETA_MAX];
const identity = (n: number) => [...Array(n).keys()];

describe.each(THETAS)("at θ = %d the closed forms equal the sum over all orders:", (theta) => {
  test.each([2, 3, 4, 5])("n = %d", (n) => {
    const distances = strictOrders(n).map((order) => kendallDistance(order, identity(n)));
    const weights = distances.map((d) => Math.exp(-theta * d));
    const z = weights.reduce((sum, w) => sum + w, 0);
    expect(logNormaliser(theta, n)).toBeCloseTo(Math.log(z), 12);
    const mean = distances.reduce((sum, d, i) => sum + (d * (weights[i] ?? 0)) / z, 0);
    expect(expectedDistance(theta, n)).toBeCloseTo(mean, 12);
    const pmf = distanceDistribution(theta, n);
    for (const [d, p] of pmf.entries()) {
      const exact = weights.filter((_w, i) => distances[i] === d).reduce((sum, w) => sum + w / z, 0);
      expect(p).toBeCloseTo(exact, 12);
    }
  });
});

test("a random labeller has mean τ exactly 0", () => {
  expect(tauForTheta(0)).toBe(0);
});

test("θ and τ are inverses", () => {
  for (const tau of [0, 0.001, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.999]) {
    expect(tauForTheta(thetaForTau(tau))).toBeCloseTo(tau, 12);
  }
});

test.each([
  // Computed with an independent Python program: tau, theta, sd of τ.
  [0.4, 0.5964814861268968, 0.4389458770687115],
  [0.6, 1.0008716433026257, 0.37067268156648814],
  [0.7, 1.2776915261557782, 0.32326253607818045],
  [0.8, 1.6652843329187978, 0.2639074754846911],
])("mean τ %d needs θ = %d and has standard deviation %d", (tau, theta, sd) => {
  expect(thetaForTau(tau)).toBeCloseTo(theta, 12);
  const variance = distanceDistribution(theta, 4).reduce((sum, p, d) => sum + p * (1 - d / 3 - tau) ** 2, 0);
  expect(Math.sqrt(variance)).toBeCloseTo(sd, 12);
});

test("a labeller worse than chance has θ = 0, never a negative one", () => {
  expect([3, 3.5, 6].map((distance) => thetaForDistance(distance, 4))).toEqual([0, 0, 0]);
});

test("a labeller without a fault has the largest θ", () => {
  expect(thetaForDistance(0, 4)).toBeCloseTo(THETA_MAX, 9);
});

test("what no labeller can have is refused", () => {
  expect(() => thetaForTau(1.01)).toThrow(expect.objectContaining({ code: "mallows.bad-tau" }));
  expect(() => thetaForTau(-0.01)).toThrow(expect.objectContaining({ code: "mallows.bad-tau" }));
  expect(() => thetaForDistance(Number.NaN, 4)).toThrow(expect.objectContaining({ code: "mallows.bad-distance" }));
  expect(() => expectedDistance(-1, 4)).toThrow(expect.objectContaining({ code: "mallows.bad-theta" }));
});
