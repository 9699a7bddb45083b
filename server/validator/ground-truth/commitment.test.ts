import { describe, expect, test } from "vitest";

import {
  canonicalTruth,
  commitmentPreimage,
  type ControlTruth,
  truthFaults,
  type TruthVariant,
  variantShape,
  verifyControlTruth,
} from "./commitment.ts";

const hash = (n: number) => n.toString(16).padStart(64, "0");
const SALT = "00ff".repeat(16);

const BANDS = [
  { level: 0, fromMilli: 0, toMilli: 30 },
  { level: 1, fromMilli: 100, toMilli: 200 },
  { level: 2, fromMilli: 300, toMilli: 400 },
  { level: 3, fromMilli: 500, toMilli: 1000 },
];

/** A sound truth of four bases with three realisations per level. */
function makeTruth(overrides: Partial<ControlTruth> = {}): ControlTruth {
  const variants = Array.from({ length: 48 }, (_, i): TruthVariant => {
    const level = Math.floor(i / 3) % 4;
    const effectMilli = [10, 150, 350, 700][level] ?? 0;
    return { base: Math.floor(i / 12), level, realisation: i % 3, sourceHash: hash(1000 + i), effectMilli };
  });
  return {
    version: 1,
    network: "localnet",
    netuid: 98,
    roundId: 7,
    taskId: "task-1",
    roundSecretHash: hash(1),
    bases: [hash(10), hash(11), hash(12), hash(13)],
    variants,
    bands: BANDS,
    ...overrides,
  };
}

const withVariant = (index: number, change: Partial<TruthVariant>) => {
  const truth = makeTruth();
  return makeTruth({ variants: truth.variants.map((v, i) => (i === index ? { ...v, ...change } : v)) });
};

describe("truthFaults", () => {
  test("finds none in a sound truth", () => {
    expect(truthFaults(makeTruth())).toEqual([]);
    expect(() => verifyControlTruth(makeTruth())).not.toThrow();
  });

  test.each<[string, string, ControlTruth]>([
    ["an effect below its band", "effect", withVariant(4, { effectMilli: 99 })],
    ["an effect above its band", "effect", withVariant(0, { effectMilli: 31 })],
    ["an effect that is not a number", "effect", withVariant(0, { effectMilli: Number.NaN })],
    ["only two realisations of a level", "realisations", makeTruth({ variants: makeTruth().variants.toSpliced(2, 1) })],
    ["a gap in the realisations", "realisations", withVariant(2, { realisation: 3 })],
    ["a repeated realisation", "realisations", withVariant(2, { realisation: 1 })],
    ["two realisations of one source", "same-source", withVariant(1, { sourceHash: hash(1000) })],
    ["a variant of a base that is not there", "foreign-variant", withVariant(0, { base: 4 })],
    ["a variant of a level that is not there", "foreign-variant", withVariant(0, { level: 4 })],
    ["a hash in capitals", "hash", makeTruth({ roundSecretHash: hash(1).replace("1", "A") })],
    ["a base that is not a hash", "hash", makeTruth({ bases: ["b0", hash(11), hash(12), hash(13)] })],
    ["one base twice", "bases", makeTruth({ bases: [hash(10), hash(10), hash(12), hash(13)] })],
    ["three bases", "bases", makeTruth({ bases: [hash(10), hash(11), hash(12)] })],
    ["three bands", "bands", makeTruth({ bands: BANDS.slice(0, 3) })],
    ["bands out of order", "bands", makeTruth({ bands: BANDS.toReversed() })],
    [
      "bands that touch",
      "bands",
      makeTruth({ bands: BANDS.map((b) => (b.level === 1 ? { ...b, fromMilli: 30 } : b)) }),
    ],
    [
      "a band that ends before it begins",
      "bands",
      makeTruth({ bands: BANDS.map((b) => (b.level === 2 ? { ...b, toMilli: 299 } : b)) }),
    ],
    [
      "a band beyond the scale",
      "bands",
      makeTruth({ bands: BANDS.map((b) => (b.level === 3 ? { ...b, toMilli: 1001 } : b)) }),
    ],
    [
      "a band with a fraction",
      "bands",
      makeTruth({ bands: BANDS.map((b) => (b.level === 1 ? { ...b, fromMilli: 99.5 } : b)) }),
    ],
  ])("finds %s", (_name, code, truth) => {
    expect(truthFaults(truth).map((fault) => fault.code)).toContain(code);
    expect(() => verifyControlTruth(truth)).toThrow(expect.objectContaining({ code: "control-truth.unsound" }));
  });
});

describe("commitmentPreimage", () => {
  test("is the UTF-8 of the canonical truth followed by the salt", () => {
    const bytes = commitmentPreimage(makeTruth({ taskId: "tâche" }), SALT);
    const text = new TextDecoder().decode(bytes.slice(0, -32));
    expect(text).toBe(canonicalTruth(makeTruth({ taskId: "tâche" })));
    expect(bytes.slice(-32)).toEqual(Uint8Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 0 : 255)));
    expect(JSON.parse(text)).toEqual({ type: "dojo/control-truth", ...makeTruth({ taskId: "tâche" }) });
  });

  test("does not depend on the order of rows or fields", () => {
    const truth = makeTruth();
    const shuffled = makeTruth({
      variants: truth.variants.toReversed().map(({ base, ...rest }) => ({ ...rest, base })),
    });
    expect(commitmentPreimage(shuffled, SALT)).toEqual(commitmentPreimage(truth, SALT));
  });

  test("differs for every change of the truth and of the salt", () => {
    const changed = [
      makeTruth(),
      makeTruth({ network: "testnet" }),
      makeTruth({ netuid: 99 }),
      makeTruth({ roundId: 8 }),
      makeTruth({ taskId: "task-2" }),
      makeTruth({ roundSecretHash: hash(2) }),
      makeTruth({ bases: [hash(11), hash(10), hash(12), hash(13)] }),
      withVariant(5, { effectMilli: 151 }),
      withVariant(5, { sourceHash: hash(9) }),
      makeTruth({ bands: BANDS.map((b) => (b.level === 1 ? { ...b, toMilli: 201 } : b)) }),
    ].map((truth) => commitmentPreimage(truth, SALT).join());
    expect(new Set([...changed, commitmentPreimage(makeTruth(), "01".repeat(32)).join()]).size).toBe(
      changed.length + 1,
    );
  });

  test.each(["", "00".repeat(31), "00".repeat(33), "0g".repeat(32), "AA".repeat(32)])("refuses the salt %j", (salt) => {
    expect(() => commitmentPreimage(makeTruth(), salt)).toThrow(
      expect.objectContaining({ code: "commitment.bad-salt" }),
    );
  });

  test("refuses a fraction", () => {
    expect(() => commitmentPreimage(withVariant(0, { effectMilli: 0.5 }), SALT)).toThrow(
      expect.objectContaining({ code: "canonical-json.refused" }),
    );
  });
});

test("variantShape counts the realisations of every base and level", () => {
  const truth = makeTruth();
  const more = { ...truth.variants[0], base: 2, level: 1, realisation: 3, sourceHash: hash(5), effectMilli: 120 };
  expect(variantShape(makeTruth({ variants: [...truth.variants, more] }))).toEqual({
    bases: 4,
    levels: 4,
    realisations: [
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [3, 4, 3, 3],
      [3, 3, 3, 3],
    ],
  });
});
