import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson, type CanonicalValue } from "./canonical-json.ts";

describe("canonicalJson", () => {
  test.each<[CanonicalValue, string]>([
    [{ b: 1, a: [-2, "x", null] }, '{"a":[-2,"x",null],"b":1}'],
    [{ a: { Z: 1, z: 2, "10": 3, "9": 4 } }, '{"a":{"10":3,"9":4,"Z":1,"z":2}}'],
    ['é\u2028😀"\\\n\u001f/', '"é\u2028😀\\"\\\\\\n\\u001f/"'],
    [-0, "0"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [{}, "{}"],
    [[], "[]"],
  ])("of %j is %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  const key = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 6 });
  const values = fc.letrec<{ value: CanonicalValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.maxSafeInteger(),
      fc.string({ unit: "binary" }),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;

  test("is JSON of an equal value", () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value);
        const again: unknown = JSON.parse(text);
        expect(JSON.stringify(again).length).toBe(text.length);
        // −0 has one spelling, 0.
        expect(again).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("does not depend on the order in which keys were set", () => {
    const entries = fc.uniqueArray(fc.tuple(key, fc.maxSafeInteger()), { selector: ([name]) => name, maxLength: 6 });
    fc.assert(
      fc.property(entries, (list) => {
        expect(canonicalJson(Object.fromEntries(list))).toBe(canonicalJson(Object.fromEntries(list.toReversed())));
      }),
    );
  });

  // Every value here reaches us in practice: from a database driver, from JSON, from a forgotten optional field.
  const cycle: Record<string, CanonicalValue> = {};
  cycle.self = cycle;
  test.each<[string, unknown]>([
    ["a fraction", { a: [1, 0.5] }],
    ["NaN", Number.NaN],
    ["an integer that has lost digits", 2 ** 53],
    ["undefined", { a: undefined }],
    ["a hole in a list", Object.assign([], { length: 2 })],
    ["a boolean", true],
    ["a date", { at: new Date(0) }],
    ["a bigint", 1n],
    ["a map", new Map([["a", 1]])],
    ["bytes", new Uint8Array(2)],
    ["a lone surrogate", "\ud83d"],
    ["a key that is not ASCII", { é: 1 }],
    ["an empty key", { "": 1 }],
    ["a cycle", cycle],
  ])("refuses %s", (_name, value) => {
    const parsed: { value: CanonicalValue } = { value: 0 };
    Object.assign(parsed, { value });
    expect(() => canonicalJson(parsed.value)).toThrow(expect.objectContaining({ code: "canonical-json.refused" }));
  });

  test("names the place of what it refuses", () => {
    expect(() => canonicalJson({ a: [{ b: 0.5 }] })).toThrow("$.a[0].b: only safe integers have one spelling");
  });
});
