import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, it } from "vitest";

import { readCorpus } from "./harness/corpus.ts";
import type { BrowserName, Surface } from "./harness/corpus.ts";
import { controlSurface } from "./harness/oracles.ts";
import type { AttackResult } from "./harness/oracles.ts";
import { OWN_CORPUS, runCorpus } from "./harness/run-corpus.ts";
import type { CorpusOptions } from "./harness/run-corpus.ts";

/**
 * The corpus on each surface, one test per attack. A surface is run as a whole and its tests wait for
 * their results, because pages that stand beside each other share a browser.
 */
const RESULT_MS = 600_000;

const attacks = readCorpus(OWN_CORPUS);
const BENIGN = join(dirname(fileURLToPath(import.meta.url)), "benign");

type Awaited = {
  readonly result: Promise<AttackResult>;
  settle(result: AttackResult): void;
  fail(error: unknown): void;
};

function awaited(): Awaited {
  let settle: Awaited["settle"] = () => undefined;
  let fail: Awaited["fail"] = () => undefined;
  const result = new Promise<AttackResult>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // A run that fails as a whole fails every test of its own, when it gets to it.
  result.catch(() => undefined);
  return { result, settle, fail };
}

/** Starts a run when its `describe` begins, and gives the result of each attack as soon as there is one. */
function startedHere(options: CorpusOptions & { ids: readonly string[] }): (id: string) => Promise<AttackResult> {
  const results = new Map(options.ids.map((id) => [id, awaited()]));
  beforeAll(() => {
    runCorpus({ ...options, onResult: (result) => results.get(result.id)?.settle(result) }).catch((error: unknown) => {
      for (const { fail } of results.values()) fail(error);
    });
  });
  return async (id) => {
    const found = results.get(id);
    if (!found) throw new Error(`${id} is not part of this run`);
    return found.result;
  };
}

const on = (surface: Surface) => attacks.filter(({ surfaces }) => surfaces?.includes(surface) ?? true);
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

const PLACES: readonly { surface: Surface; browser: BrowserName }[] = [
  { surface: "frame", browser: "chromium" },
  { surface: "frame", browser: "firefox" },
  { surface: "verify", browser: "chromium" },
];

for (const { surface, browser } of PLACES) {
  describe(`${surface} surface, ${browser}`, () => {
    const resultOf = startedHere({ surfaces: [surface], browser, ids: idsOf(on(surface)) });
    for (const attack of on(surface)) {
      it(
        `${attack.id} is contained: it must not be that ${attack.mustNot}`,
        async () => {
          const { contained, evidence, gaps, unobserved } = await resultOf(attack.id);
          expect(contained, evidence).toBe(true);
          // A gap that has closed is no longer excused: then the corpus has to say so.
          const excused = Object.keys(attack.requiredIn).filter((name) => !attack.requiredIn[name]?.includes(browser));
          if (excused.some((name) => !unobserved.includes(name)))
            expect(gaps, `excused: ${excused.join()}`).not.toEqual([]);
        },
        RESULT_MS,
      );
    }
  });
}

describe("without protection", () => {
  const seeable = attacks.filter(({ noControl }) => noControl === undefined);
  const resultOf = startedHere({ surfaces: ["frame", "verify"], naive: true, ids: idsOf(seeable) });
  for (const attack of seeable) {
    it(
      `${attack.id} is seen to succeed on the ${controlSurface(attack)} surface`,
      async () => {
        const { seen, evidence } = await resultOf(attack.id);
        const asked = seen.filter((name) => attack.oracles.includes(name));
        expect(asked, evidence).not.toEqual([]);
      },
      RESULT_MS,
    );
  }
});

describe("an ordinary interface", () => {
  for (const { surface, browser } of PLACES) {
    it(
      `is not taken for an attack on the ${surface} surface, ${browser}`,
      async () => {
        const { results } = await runCorpus({ corpusDir: BENIGN, surfaces: [surface], browser });
        for (const { contained, evidence } of results) expect(contained, evidence).toBe(true);
        expect(results).toHaveLength(1);
      },
      RESULT_MS,
    );
  }
});
