import { runInNewContext } from "node:vm";

import type { Source } from "#sandbox/contract.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { disguise } from "../decoys.ts";
import { parseInterface, printInterface } from "../interface-tree.ts";
import { keyedChance } from "../../keyed-chance.ts";
import { sizeOf } from "../size.ts";
import { rerender } from "../../rerender/rerender.ts";

/** A script with every form that decoys and re-rendering rewrite, and results that can be compared. */
const SCRIPT = `
const LIMIT = 7;
const labels = { low: "few", high: "many" };
let total = 0, calls = 0;
function clamp(value, max) { if (value > max) return max; return value < 0 ? 0 : value; }
function describe(list) {
  const sum = list.reduce((a, b) => { return a + b; }, 0);
  const mean = list.length === 0 ? 0 : sum / list.length;
  const text = sum > LIMIT * 2 ? labels.high : labels.low;
  return { sum, mean, text, size: list.length + 1, words: \`\${text}: \${list.length}\` };
}
function count(list) {
  for (const item of list) {
    if (item % 2 === 0) { continue; }
    total += item * 2;
    calls = calls + 1;
  }
  return { total, calls };
}
function sorted(list) { const copy = [...list]; copy.sort((a, b) => a - b); return copy.filter(x => x !== 3); }
result = input.map((list) => ({ ...describe(list), count: count(list), sorted: sorted(list), top: clamp(list.length * 3, LIMIT) }));
`;

const source: Source = {
  entry: "index.html",
  files: [
    {
      path: "index.html",
      content: `<!doctype html><style>p { color: red; top: 0; }</style><p>a</p><script>${SCRIPT}</script>`,
    },
  ],
};

function resultOf(subject: Source, input: readonly number[][]): unknown {
  const code = parseInterface(subject).html?.scriptText?.value ?? "";
  const context = { input, result: null };
  runInNewContext(code, context);
  // Through JSON, since the objects of another context have other prototypes.
  return JSON.parse(JSON.stringify(context.result));
}

const anyInput = fc.array(fc.array(fc.integer({ min: -9, max: 30 }), { maxLength: 8 }), { maxLength: 5 });

describe("edits that nobody can see", () => {
  it("compute the same, however many decoys there are", () => {
    const base = sizeOf(parseInterface(source));
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 12 }), fc.string(), (input, count, seed) => {
        const { source: disguised, edits } = disguise(
          printInterface(parseInterface(source)),
          base,
          count,
          keyedChance(seed),
        );
        expect(edits).toHaveLength(count);
        expect(resultOf(disguised, input)).toEqual(resultOf(source, input));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("compute the same after re-rendering for any identity", () => {
    fc.assert(
      fc.property(anyInput, fc.uint8Array({ minLength: 1, maxLength: 64 }), (input, seedBytes) => {
        expect(resultOf(rerender(source, seedBytes), input)).toEqual(resultOf(source, input));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
