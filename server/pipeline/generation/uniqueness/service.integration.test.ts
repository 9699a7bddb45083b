import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Verification } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";
import { sha256Hex } from "#server/platform/hashing.ts";
import type { Sql } from "#server/platform/db.ts";
import { fingerprintSource } from "#server/validator/uniqueness/fingerprint.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { importProblem } from "../import-library.ts";
import { type LibraryBase, type LibraryProblem, readLibraryProblem } from "../library.ts";
import type { Embedder, GenerationDeps } from "../ports.ts";
import { insertCompletion } from "../repository.ts";
import { rerender } from "../rerender/rerender.ts";
import { checkUnique, indexSubject } from "./service.ts";
import { printWork } from "./work-prints.ts";

const passed: Verification = {
  documentHash: "",
  verdict: "pass",
  reason: null,
  signals: {
    loadMs: 1,
    errors: [],
    textLength: 1,
    nodeCount: 1,
    controlCount: 1,
    overflowPx: {},
    idleCpu: 0,
    axe: [],
    checks: [],
    screenshots: {},
    difference: {},
  },
  browser: "none",
  policyVersion: "none",
  cpuMs: null,
  wallMs: 1,
};

let database: TestDatabase;
let deps: GenerationDeps;
beforeAll(async () => {
  database = await createTestDatabase();
  const base = testDeps(database.db);
  deps = {
    ...base,
    sandbox: {
      ...base.sandbox,
      build: async ({ source }) => ({ ok: true, documentHash: sha256Hex(JSON.stringify(source)), bytes: 1 }),
    },
    verify: async () => passed,
  };
});
afterAll(() => database.close());
beforeEach(() => database.db.sql("truncate problem cascade"));

const library = readLibraryProblem("bill-splitter");
const kanban = readLibraryProblem("kanban-board");
const [first, second] = library.bases;
if (!first || !second) throw new Error("the library has fewer bases than this test needs");
const withBases = (bases: LibraryBase[], file: LibraryProblem["file"] = library.file): LibraryProblem => ({
  file,
  bases,
});
const copyOf = (base: LibraryBase, fill: number): LibraryBase => ({
  ...base,
  slug: `copy-${fill}`,
  title: `Copy ${fill}`,
  source: rerender(base.source, new Uint8Array(32).fill(fill)),
});
const refusalOf = async (attempt: Promise<unknown>): Promise<DomainError> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error("this was to be refused", { cause: error });
  return error;
};
const count = async (table: string) =>
  (await database.db.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

describe("importing", () => {
  test("indexes a problem in every language and each of its bases, and a second time changes nothing", async () => {
    await importProblem(deps, library);
    const rows = () =>
      database.db.sql("select * from fingerprint f left join embedding e on e.fingerprint_id = f.id order by f.id");
    const before = await rows();
    expect(before).toHaveLength(4 + library.bases.length);
    await importProblem(deps, library);
    expect(await rows()).toEqual(before);
  });

  test("takes the library as it is: its works are no copies of each other", async () => {
    await importProblem(deps, library);
    await importProblem(deps, kanban);
    expect(await count("completion")).toBe(library.bases.length + kanban.bases.length);
  });

  test("refuses a base written anew by a machine, names what it copies, and stores nothing of it", async () => {
    await importProblem(deps, withBases([first, second]));
    const refused = await refusalOf(importProblem(deps, withBases([copyOf(second, 4)])));
    expect([refused.kind, refused.code]).toEqual(["conflict", "uniqueness.near-copy"]);
    expect(refused.message).toContain("“Copy 4” (copy-4)");
    expect(refused.message).toContain(`“${second.title}” of “bill-splitter”`);
    expect([await count("completion"), await count("fingerprint where kind = 'completion'")]).toEqual([2, 2]);
  });

  test("refuses the very same base for another problem", async () => {
    await importProblem(deps, withBases([first]));
    const refused = await refusalOf(importProblem(deps, withBases([first], kanban.file)));
    expect(refused.code).toBe("uniqueness.exact-copy");
    expect(refused.message).toContain(`“${first.title}” of “bill-splitter”`);
  });

  test("refuses two bases with one source before anything is stored", async () => {
    const refused = await refusalOf(importProblem(deps, withBases([first, { ...first, slug: "again" }])));
    expect([refused.code, await count("problem")]).toEqual(["uniqueness.exact-copy", 0]);
  });

  test("of two copies that arrive together the second waits for the first, and is refused", async () => {
    await importProblem(deps, withBases([]));
    const [problem] = await database.db.sql<{ id: string }>("select id from problem");
    const store = async (sql: Sql, base: LibraryBase) => {
      const sourceHash = sha256Hex(JSON.stringify(base.source));
      const id = await insertCompletion(sql, {
        problemId: problem?.id ?? "",
        baseId: null,
        origin: "library",
        title: base.title,
        sourceHash,
        documentHash: sourceHash,
        checkSteps: {},
      });
      const print = await printWork(deps, { kind: "completion", files: base.source.files });
      await indexSubject(sql, { kind: "completion", id }, print, base.title);
    };
    let settled = false;
    const outcome = await database.db.withTransaction(async (sql) => {
      await store(sql, first);
      const second_ = refusalOf(database.db.withTransaction((other) => store(other, copyOf(first, 6)))).finally(() => {
        settled = true;
      });
      // Until the second waits for the first or is through: the first must not end earlier than that.
      while (!settled && (await count("pg_locks where locktype = 'advisory' and not granted")) === 0) continue;
      return { second_ };
    });
    expect((await outcome.second_).code).toBe("uniqueness.near-copy");
    expect([await count("completion"), await count("fingerprint where kind = 'completion'")]).toEqual([1, 1]);
  });

  test("of three copies that are imported at once exactly one is stored", async () => {
    const outcomes = await Promise.allSettled([
      importProblem(deps, withBases([copyOf(first, 1)])),
      importProblem(deps, withBases([copyOf(first, 2)], kanban.file)),
      importProblem(deps, withBases([copyOf(first, 3)], { ...kanban.file, slug: "third", prompt: thirdPrompt })),
    ]);
    const refusals = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refusals.map(({ reason }) => reason.code)).toEqual(["uniqueness.near-copy", "uniqueness.near-copy"]);
    expect(await count("completion")).toBe(1);
  });

  test("compares with works that were stored before there was an index, or by other rules", async () => {
    await importProblem(deps, withBases([first, second]));
    await database.db.sql(
      "delete from fingerprint where completion_id = (select id from completion where title = $1)",
      [first.title],
    );
    await database.db.sql("update fingerprint set version = 'older' where problem_id is null");
    const refused = await refusalOf(importProblem(deps, withBases([copyOf(first, 7)], kanban.file)));
    expect(refused.message).toContain(`“${first.title}” of “bill-splitter”`);
    expect((await refusalOf(importProblem(deps, withBases([copyOf(second, 7)], kanban.file)))).message).toContain(
      second.title,
    );
    expect(await count("fingerprint where version = 'older'")).toBe(0);
  });

  test("refuses a problem under another name with its sentences in another order, and names the first", async () => {
    await importProblem(deps, withBases([]));
    const prompt = { ...thirdPrompt, en: library.file.prompt.en.split(". ").toReversed().join(". ") };
    const refused = await refusalOf(importProblem(deps, withBases([], { ...library.file, slug: "other", prompt })));
    expect(refused.code).toBe("uniqueness.near-copy");
    expect(refused.message).toContain("The problem “other”");
    expect(refused.message).toContain("the problem “bill-splitter”");
    expect(await count("problem")).toBe(1);
  });

  test("a problem whose prompt was corrected replaces itself in the index", async () => {
    await importProblem(deps, withBases([]));
    const prompt = { ...library.file.prompt, en: `${library.file.prompt.en} Keep it short.` };
    await importProblem(deps, withBases([], { ...library.file, prompt }));
    expect(await count("fingerprint")).toBe(4);
    const found = await checkUnique(deps, { kind: "problem", prompts: { en: prompt.en } });
    expect(found.nearest?.measure).toBe("exact");
  });
});

const thirdPrompt = {
  en: "Draw a clock whose hands can be pulled, and say the time aloud in words below it.",
  "zh-Hans": "画一个指针可以拖动的时钟，并在下面用文字说出时间，支持键盘操作。",
  ru: "Нарисуйте часы, стрелки которых можно двигать, и напишите время словами под ними.",
  vi: "Vẽ một chiếc đồng hồ có kim kéo được, và đọc thời gian bằng chữ ở bên dưới.",
};

describe("checking", () => {
  test("a work on its own is unique, and has its nearest neighbour named all the same", async () => {
    await importProblem(deps, withBases([first]));
    const found = await checkUnique(deps, { kind: "completion", files: second.source.files });
    expect(found.unique).toBe(true);
    expect(found.nearest?.similarity).toBeGreaterThan(0.1);
  });

  test("new code around the old words is a copy by its wording", async () => {
    await importProblem(deps, withBases([first]));
    const { text } = fingerprintSource(first.source.files);
    const content = text
      .split("\n")
      .map((line) => `<p><b>${line}</b></p>`)
      .join("\n");
    const found = await checkUnique(deps, { kind: "completion", files: [{ path: "index.html", content }] });
    expect(found).toMatchObject({ unique: false, nearest: { measure: "embedding" } });
  });

  test("problems and completions are never compared", async () => {
    await importProblem(deps, withBases([]));
    const files = [{ path: "index.html", content: library.file.prompt.en }];
    expect(await checkUnique(deps, { kind: "completion", files })).toEqual({ unique: true, nearest: null });
  });

  test("what is gone from the database is gone from the index", async () => {
    await importProblem(deps, withBases([first]));
    await database.db.sql("delete from problem");
    expect([await count("fingerprint"), await count("embedding")]).toEqual([0, 0]);
  });
});

describe("an embedder of a model", () => {
  /** Knows meaning by a keyword: a stand-in for a model, which a wording cannot imitate. */
  const knowing: Embedder = {
    space: "test/2",
    cosineCopy: { problem: 0.99, completion: 0.99 },
    embed: async (texts) =>
      texts.map((text) => (/bill|tiền|счёт|账单/iu.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 3))),
  };
  const paraphrase = { en: "Friends ate out together. Tell every guest of the round what is owed for the bill." };

  test("finds what has neither the words nor the construction in common", async () => {
    await importProblem({ ...deps, embedder: knowing }, withBases([]));
    expect((await checkUnique(deps, { kind: "problem", prompts: paraphrase })).unique).toBe(true);
    const found = await checkUnique({ ...deps, embedder: knowing }, { kind: "problem", prompts: paraphrase });
    expect(found).toMatchObject({ unique: false, nearest: { measure: "embedding", similarity: 1, limit: 0.99 } });
  });

  test("that cannot be reached leaves works to be compared without it", async () => {
    const silent: Embedder = {
      ...knowing,
      embed: async () => {
        throw new DomainError("unavailable", "model.unreachable", "no answer");
      },
    };
    await importProblem({ ...deps, embedder: silent }, withBases([first]));
    const refused = await refusalOf(importProblem({ ...deps, embedder: silent }, withBases([copyOf(first, 5)])));
    expect(refused.code).toBe("uniqueness.near-copy");
  });

  test("that comes later reads what is imported again", async () => {
    await importProblem(deps, withBases([]));
    await importProblem({ ...deps, embedder: knowing }, withBases([]));
    expect(await count("embedding where embedder = 'test/2'")).toBe(4);
    await importProblem(deps, withBases([]));
    expect(await count("embedding where embedder = 'test/2'")).toBe(4);
  });
});
