import { expect, test } from "vitest";

import {
  CONTAINMENT_COPY,
  type Comparison,
  compareFingerprints,
  isCopy,
  LOCAL_COSINE_COPY,
  SHINGLES_MIN,
  strongest,
} from "./decision.ts";
import { fingerprintPrompt, fingerprintSource } from "./fingerprint.ts";
import { minhashSignature } from "./minhash.ts";
import { shingleSet } from "./shingles.ts";

const of = (measure: Comparison["measure"], similarity: number, limit: number): Comparison => ({
  measure,
  similarity,
  limit,
});

test("the limit itself is a copy, just below it is none", () => {
  for (const limit of [...Object.values(CONTAINMENT_COPY), ...Object.values(LOCAL_COSINE_COPY)]) {
    expect(isCopy(of("fingerprint", limit, limit))).toBe(true);
    expect(isCopy(of("fingerprint", limit - 1e-9, limit))).toBe(false);
  }
});

test("the strongest comparison is the one furthest over its own limit, and equal content before all", () => {
  const fingerprint = of("fingerprint", 0.6, 0.4);
  const embedding = of("embedding", 0.95, 0.93);
  const exact = of("exact", 1, 1);
  expect(strongest([embedding, fingerprint])).toBe(fingerprint);
  expect(strongest([fingerprint, exact, of("exact", 1, 1)])).toBe(exact);
  expect(strongest([of("embedding", 0.8, 0.8), of("fingerprint", 0.4, 0.4)])?.measure).toBe("fingerprint");
  expect(strongest([])).toBeNull();
});

test("below the least number of shingles construction proves nothing", () => {
  const set = Array.from({ length: SHINGLES_MIN }, (_, n) => n);
  const enough = { shingles: SHINGLES_MIN, signature: minhashSignature(set) };
  const few = { shingles: SHINGLES_MIN - 1, signature: minhashSignature(set.slice(1)) };
  expect(compareFingerprints("completion", enough, enough).similarity).toBe(1);
  expect(compareFingerprints("completion", few, few).similarity).toBe(0);
  expect(compareFingerprints("completion", enough, few).similarity).toBe(0);
});

test("the order of files makes no other work", () => {
  const a = {
    path: "index.tsx",
    content: "import { b } from './b'; export default function A() { return <p>{b()}</p> }",
  };
  const b = { path: "b.ts", content: "export const b = () => [1, 2, 3].map((x) => x * 2).join('')" };
  expect(fingerprintSource([a, b])).toMatchObject({ ...fingerprintSource([b, a]), text: expect.any(String) });
});

test("nothing is alike that has no tokens", () => {
  const nothing = fingerprintSource([{ path: "index.tsx", content: " // nothing " }]);
  expect(nothing.shingles).toBe(0);
  expect(compareFingerprints("completion", nothing, nothing).similarity).toBe(0);
});

test("a prompt with a sentence added and every tenth word replaced is a copy", () => {
  const words = Array.from(
    { length: 120 },
    (_, n) => `word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}x`,
  );
  const changed = words.map((word, n) => (n % 10 === 9 ? "other" : word)).join(" ");
  const comparison = compareFingerprints(
    "problem",
    fingerprintPrompt(words.join(" ")),
    fingerprintPrompt(`${changed} and it should also look good on every phone and tablet`),
  );
  expect(isCopy(comparison)).toBe(true);
});

test("a shingle is an order of tokens, and no shingle spans two parts", () => {
  expect(shingleSet([["a", "b"]], 2)).not.toEqual(shingleSet([["b", "a"]], 2));
  expect(shingleSet([["a", "b", "c"]], 2).size).toBe(2);
  expect(shingleSet([["a", "b"], ["c"]], 2).size).toBe(2);
  expect(shingleSet([["a", "b", "a", "b", "a", "b"]], 2).size).toBe(2);
  expect(shingleSet([[]], 2).size).toBe(0);
});
