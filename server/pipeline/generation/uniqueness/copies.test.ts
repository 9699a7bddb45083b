import { describe, expect, test } from "vitest";

import type { Source } from "#sandbox/contract.ts";
import {
  compareFingerprints,
  CONTAINMENT_COPY,
  isCopy,
  LOCAL_COSINE_COPY,
} from "#server/validator/uniqueness/decision.ts";
import {
  bandSeed,
  FINGERPRINT_VERSION,
  fingerprintPrompt,
  fingerprintSource,
} from "#server/validator/uniqueness/fingerprint.ts";
import { cosine, localEmbedding } from "#server/validator/uniqueness/local-embedding.ts";
import { signatureBands } from "#server/validator/uniqueness/minhash.ts";
import { proseTokens } from "#server/validator/uniqueness/prose-tokens.ts";

import { listLibraryProblems, readLibraryProblem } from "../library.ts";
import { rerender } from "../rerender/rerender.ts";
import { LANGUAGES } from "../schema.ts";

// The whole library is the yardstick of the limits: docs/decisions/019 has the distributions.
const problems = listLibraryProblems().map((slug) => readLibraryProblem(slug));
const bases = problems.flatMap(({ file, bases: own }) =>
  own.map(({ slug, source }) => ({
    name: `${file.slug}/${slug}`,
    problem: file.slug,
    source,
    print: fingerprintSource(source.files),
  })),
);
const vectorOf = (text: string) => localEmbedding(proseTokens(text)) ?? new Float32Array();
const bandsOf = (signature: Uint32Array) => signatureBands(signature, bandSeed("completion", FINGERPRINT_VERSION));
const containmentOf = (a: Source, b: Source) =>
  compareFingerprints("completion", fingerprintSource(a.files), fingerprintSource(b.files)).similarity;
const pairs = bases.flatMap((a, index) => bases.slice(index + 1).map((b) => ({ a, b })));

describe("works that are no copies are not refused", () => {
  test("two independently written bases, of one problem or of two, keep their distance to the limit of construction", () => {
    const highest = Math.max(
      ...pairs.map(({ a, b }) => compareFingerprints("completion", a.print, b.print).similarity),
    );
    expect(highest).toBeLessThan(CONTAINMENT_COPY.completion - 0.04);
  });

  test("nor do they say the same", () => {
    const vectors = new Map(bases.map(({ name, print }) => [name, vectorOf(print.text)]));
    const cosines = pairs.map(({ a, b }) =>
      cosine(vectors.get(a.name) ?? new Float32Array(), vectors.get(b.name) ?? new Float32Array()),
    );
    expect(Math.max(...cosines)).toBeLessThan(LOCAL_COSINE_COPY.completion - 0.05);
  });

  test.each(LANGUAGES)("two prompts in %s are apart by words and by wording", (language) => {
    const prompts = problems.map(({ file }) => file.prompt[language]);
    for (const [index, a] of prompts.entries()) {
      for (const b of prompts.slice(index + 1)) {
        const { similarity } = compareFingerprints("problem", fingerprintPrompt(a), fingerprintPrompt(b));
        expect(similarity).toBeLessThan(CONTAINMENT_COPY.problem - 0.2);
        expect(cosine(vectorOf(a), vectorOf(b))).toBeLessThan(LOCAL_COSINE_COPY.problem - 0.15);
      }
    }
  });
});

/** Share of copies that may get through, where estimates fall short: a chance of one in a hundred is no business model. */
const MISSED_MAX = 0.01;

/** What somebody does to a base to hand it in as a work of his own. */
const ATTACKS: Record<string, (source: Source, other: Source) => Source> = {
  "new names, class names, order of neutral parts, writing style, colours and spacing": (source) =>
    rerender(source, new Uint8Array(32).fill(9)),
  "all that, and half as much code that does nothing": (source, other) =>
    appended(rerender(source, new Uint8Array(32).fill(9)), contentOf(other).slice(0, contentOf(source).length / 2)),
  "all that, and as much code again that does nothing": (source, other) =>
    appended(rerender(source, new Uint8Array(32).fill(9)), contentOf(other)),
  "other texts": (source) =>
    edited(source, (code) => code.replaceAll(/(>[^<>{}=;]*[a-z][^<>{}=;]*<)/gi, "> other words <")),
  "other colours and sizes": (source) =>
    edited(source, (code) =>
      code
        .replaceAll(/-(slate|emerald|sky|rose|amber|stone|red|zinc)-\d+/g, "-pink-300")
        .replaceAll(/#[0-9a-f]{6}\b/gi, "#123456")
        .replaceAll(/\b\d+(px|rem)\b/g, "7$1"),
    ),
  "functions in reverse order": (source) =>
    edited(source, (code) =>
      code
        .split(/\n(?=(?:export |function |const |type ))/)
        .toReversed()
        .join("\n"),
    ),
  "comments everywhere and another layout": (source) =>
    edited(source, (code) => code.replaceAll(/;\n/g, "; // a remark, that is all\n\n").replaceAll(/^ +/gm, "\t")),
};
const contentOf = (source: Source) => source.files.map(({ content }) => content).join("\n");
const edited = (source: Source, edit: (code: string) => string): Source => ({
  ...source,
  files: source.files.map((file) => ({ ...file, content: edit(file.content) })),
});
const appended = (source: Source, code: string): Source => ({
  ...source,
  files: [...source.files, { path: source.entry === "index.html" ? "more.html" : "more.tsx", content: code }],
});

describe.each(Object.entries(ATTACKS))("a base with %s", (_name, attack) => {
  const copies = bases.map(({ name, source, print }, index) => {
    const other = bases[(index + 7) % bases.length]?.source ?? source;
    return { name, print, copy: fingerprintSource(attack(source, other).files) };
  });

  test("is found to be a copy, of all but a few bases", () => {
    const missed = copies.filter(({ print, copy }) => !isCopy(compareFingerprints("completion", print, copy)));
    expect(missed.length, missed.map(({ name }) => name).join()).toBeLessThanOrEqual(MISSED_MAX * copies.length);
  });

  test("shares a band with it, so that the index finds it at all", () => {
    const apart = copies.filter(({ print, copy }) => {
      const bands = new Set(bandsOf(print.signature));
      return !bandsOf(copy.signature).some((key) => bands.has(key));
    });
    expect(apart.length, apart.map(({ name }) => name).join()).toBeLessThanOrEqual(MISSED_MAX * copies.length);
  });
});

/** Halves differ in what they hold: of some bases the first is a style sheet, of which little counts. */
const HALVES_FOUND_MIN = 0.9;

test("a work made of halves of two others is a copy of one of them, nine times in ten", () => {
  const half = (s: Source) => contentOf(s).slice(0, contentOf(s).length / 2);
  const found = bases.flatMap(({ source }, index) => {
    const other = bases[(index + 11) % bases.length]?.source ?? source;
    if (source.entry !== other.entry) return [];
    const made = edited(source, () => `${half(source)}\n${half(other)}`);
    return [Math.max(containmentOf(made, source), containmentOf(made, other)) >= CONTAINMENT_COPY.completion];
  });
  expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(HALVES_FOUND_MIN);
});

test("new code around the old words is found by its words", () => {
  for (const { print } of bases.slice(0, 10)) {
    const lines = print.text.split("\n");
    const rewritten = fingerprintSource([
      { path: "index.html", content: lines.map((line) => `<p><i>${line.replaceAll(/[<>]/g, " ")}</i></p>`).join("\n") },
    ]);
    expect(isCopy(compareFingerprints("completion", print, rewritten))).toBe(false);
    expect(cosine(vectorOf(print.text), vectorOf(rewritten.text))).toBeGreaterThan(LOCAL_COSINE_COPY.completion);
  }
});
