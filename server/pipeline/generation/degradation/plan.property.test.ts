import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compose } from "./compose.ts";
import { DRIFT_MAX } from "./decoys.ts";
import { librarySources } from "./fixtures/library-sources.ts";
import { marketStall, readingList } from "./fixtures/sample-interfaces.ts";
import { parseInterface } from "./interface-tree.ts";
import { EDITS_PER_COMPLETION, type Level, proposePlans } from "./plan.ts";

const SOURCES = [readingList, marketStall, ...librarySources().map(({ source }) => source)];
const anySource = fc.constantFrom(...SOURCES);
const anyLevel = fc.constantFrom<Level>(0, 1, 2, 3);

describe("proposed plans", () => {
  it("compose to code that parses, with the same number of edits at every level", () => {
    fc.assert(
      fc.property(anySource, anyLevel, fc.string(), (source, level, seed) => {
        for (const plan of proposePlans(parseInterface(source), level, 2, seed)) {
          const { source: composed, edits, drift, balanced } = compose(source, plan);
          expect(edits).toHaveLength(EDITS_PER_COMPLETION);
          expect(balanced).toBe(Math.max(Math.abs(drift.chars), Math.abs(drift.nodes)) <= DRIFT_MAX);
          expect(() => parseInterface(composed)).not.toThrow();
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are distinct, reproducible, and differ by seed", () => {
    fc.assert(
      fc.property(anySource, fc.constantFrom<Level>(1, 2, 3), fc.string(), (source, level, seed) => {
        const tree = parseInterface(source);
        const plans = proposePlans(tree, level, 4, seed);
        const keys = plans.map(({ operators }) => JSON.stringify(operators));
        expect(new Set(keys).size).toBe(4);
        expect(proposePlans(tree, level, 4, seed)).toEqual(plans);
        expect(proposePlans(tree, level, 4, `${seed}!`)).not.toEqual(plans);
      }),
      { numRuns: 15 },
    );
  });

  it("at level 0 make no mistake", () => {
    const plans = proposePlans(parseInterface(readingList), 0, 5, "a");
    expect(plans.map((plan) => plan.operators)).toEqual([[], [], [], [], []]);
    expect(new Set(plans.map((plan) => plan.seed)).size).toBe(5);
  });

  it("leave out what was measured to have no effect, and prefer what comes near the target", () => {
    const tree = parseInterface(readingList);
    const first = proposePlans(tree, 1, 20, "a");
    const used = first.flatMap((plan) => plan.operators.map((operator) => operator.name));
    const [useless = ""] = used;
    const measured = Array.from({ length: 60 }, () => ({ operator: useless, effect: 0 }));
    const next = proposePlans(tree, 1, 20, "a", { measured });
    expect(next.flatMap((plan) => plan.operators.map((operator) => operator.name))).not.toContain(useless);

    const strong = [{ operator: "toggle-stuck", siteId: "none", effect: 0.9 }];
    const uses = (target: number) =>
      ["a", "b", "c", "d", "e"]
        .flatMap((seed) => proposePlans(tree, 1, 20, seed, { measured: strong, target }))
        .filter((plan) => plan.operators.some(({ name }) => name === "toggle-stuck")).length;
    expect(uses(0.9)).toBeGreaterThan(40);
    expect(uses(0.05)).toBeLessThan(10);
  });
});
