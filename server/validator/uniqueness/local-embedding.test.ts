import fc from "fast-check";
import { expect, test } from "vitest";

import { seededRng } from "#server/validator/simulation/seeded-rng.ts";

import { hyperplaneSigns, VECTOR_BANDS, VECTOR_SIGNS, vectorBands } from "./hyperplanes.ts";
import { cosine, LOCAL_DIMENSIONS, localEmbedding, normalised } from "./local-embedding.ts";
import { proseTokens } from "./prose-tokens.ts";

const embed = (text: string) => localEmbedding(proseTokens(text)) ?? new Float32Array(LOCAL_DIMENSIONS);
const PROMPT =
  "Build a tool that splits a restaurant bill between friends. It shows what each person pays, with tip, and lets people be added.";

test("an embedding has length 1, and none at all without words", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 }), (words) => {
      const vector = localEmbedding(words);
      if (vector) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }),
  );
  expect(localEmbedding([])).toBeNull();
});

test("sentences in another order and inflected words stay near, another subject does not", () => {
  const shuffled =
    "It shows what each person pays, with tip, and lets people be added. Build a tool that splits restaurant bills between friends.";
  const other =
    "Draw the planets on their orbits around the sun, with a slider for speed and a button that pauses the motion.";
  expect(cosine(embed(PROMPT), embed(shuffled))).toBeGreaterThan(0.85);
  expect(cosine(embed(PROMPT), embed(other))).toBeLessThan(0.35);
});

test("saying one word a hundred times does not hide the rest", () => {
  expect(cosine(embed(PROMPT), embed(`${PROMPT} ${"bill ".repeat(100)}`))).toBeGreaterThan(0.5);
});

test("a vector without direction has none when normalised, and two spaces have nothing in common", () => {
  expect(normalised(new Float32Array(3))).toBeNull();
  expect(normalised(Float32Array.of(Number.NaN, 1))).toBeNull();
  expect(normalised(Float32Array.of(Infinity, 1))).toBeNull();
  expect(cosine(Float32Array.of(1), Float32Array.of(1, 0))).toBe(0);
});

test("two vectors differ in as many signs as their angle says", () => {
  const rng = seededRng(11);
  const random = () => normalised(Float32Array.from({ length: 256 }, () => rng() + rng() + rng() - 1.5));
  for (const [angle, weight] of [0.3, 0.8, 1.2, Math.PI / 2].map((a) => [a, Math.sin(a)] as const)) {
    const a = random() ?? new Float32Array();
    const across = random() ?? new Float32Array();
    const along = cosine(a, across);
    const orthogonal = normalised(across.map((x, i) => x - along * (a[i] ?? 0))) ?? across;
    const b = a.map((x, i) => Math.cos(angle) * x + weight * (orthogonal[i] ?? 0));
    const [signsA, signsB] = [hyperplaneSigns(a), hyperplaneSigns(b)];
    const differing = [...signsA].filter((sign, index) => sign !== signsB[index]).length / VECTOR_SIGNS;
    // Four standard errors of a share of 576.
    expect(Math.abs(differing - angle / Math.PI)).toBeLessThan(4 * Math.sqrt(0.25 / VECTOR_SIGNS));
  }
});

test("length does not count, and the opposite direction shares no sign and no band", () => {
  const rng = seededRng(3);
  const v = Float32Array.from({ length: 300 }, () => rng() - 0.5);
  const signs = hyperplaneSigns(v);
  expect(hyperplaneSigns(v.map((x) => 8 * x))).toBe(signs);
  const opposite = hyperplaneSigns(v.map((x) => -x));
  expect([...signs].every((sign, index) => sign !== opposite[index])).toBe(true);
  expect(vectorBands(signs, 1).filter((key) => vectorBands(opposite, 1).includes(key))).toEqual([]);
  expect(vectorBands(signs, 1)).toHaveLength(VECTOR_BANDS);
});
