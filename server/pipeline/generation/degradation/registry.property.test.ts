import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { librarySources } from "./fixtures/library-sources.ts";
import { marketStall, readingList } from "./fixtures/sample-interfaces.ts";
import { parseInterface, printInterface } from "./interface-tree.ts";
import { FAMILIES } from "./operator.ts";
import { OPERATORS, operatorNamed } from "./registry.ts";
import { keyedChance } from "../keyed-chance.ts";

const SOURCES = [readingList, marketStall, ...librarySources().map(({ source }) => source)];
const anySource = fc.constantFrom(...SOURCES);
const anyOperator = fc.constantFrom(...OPERATORS);

describe("the operators", () => {
  it("are at least four in every family, each with a name of its own", () => {
    for (const family of FAMILIES) {
      expect(OPERATORS.filter((operator) => operator.family === family).length).toBeGreaterThanOrEqual(4);
    }
    expect(new Set(OPERATORS.map((operator) => operator.name)).size).toBe(OPERATORS.length);
    for (const { name } of OPERATORS) expect(operatorNamed(name).name).toBe(name);
  });

  it("each find something to do in the two samples", () => {
    const trees = [readingList, marketStall].map(parseInterface);
    for (const operator of OPERATORS) {
      expect([operator.name, trees.some((tree) => operator.sites(tree).length > 0)]).toEqual([operator.name, true]);
    }
  });

  it("name the same sites, each once and in words, whenever they look", () => {
    fc.assert(
      fc.property(anySource, anyOperator, (source, operator) => {
        const sites = operator.sites(parseInterface(source));
        const again = operator.sites(parseInterface(source));
        expect(again.map(({ id, description }) => [id, description])).toEqual(
          sites.map(({ id, description }) => [id, description]),
        );
        expect(new Set(sites.map((site) => site.id)).size).toBe(sites.length);
        for (const site of sites) expect(site.description.trim().length).toBeGreaterThan(2);
      }),
      { numRuns: 60 },
    );
  });

  it("change the code, the same way for the same seed, and leave code that parses", () => {
    fc.assert(
      fc.property(anySource, anyOperator, fc.nat(), (source, operator, nth) => {
        const edited = [1, 2].map(() => {
          const tree = parseInterface(source);
          const sites = operator.sites(tree);
          sites[nth % Math.max(1, sites.length)]?.editInPlace(keyedChance(String(nth)));
          return { count: sites.length, printed: printInterface(tree) };
        });
        const [first, second] = edited;
        expect(second).toEqual(first);
        if (!first || first.count === 0) return;
        expect(first.printed).not.toEqual(printInterface(parseInterface(source)));
        expect(() => parseInterface(first.printed)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
