import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createDiskObjectStore } from "#sandbox/object-store.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import { buildDocument } from "./build-document.ts";
import { startCompileProcess } from "./compile-process.ts";
import { createCompiler } from "./compiler.ts";
import { sampleSource, sourceOf } from "./sample-sources.ts";

let dir: string;
let objects: ObjectStore;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "build-"));
  objects = createDiskObjectStore(join(dir, "objects"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const QUICK = sourceOf({ "index.html": "<p>hello" });

/**
 * A compiler whose first process never answers, on however fast a machine: it is stopped before its first source
 * reaches it.
 */
function compilerThatHangsOnce() {
  let started = 0;
  return createCompiler({
    cacheDir: join(dir, "cache"),
    processes: 1,
    wallMs: 2_000,
    async startProcess(cacheDir) {
      const compile = await startCompileProcess(cacheDir);
      started += 1;
      if (started === 1) process.kill(compile.pid ?? Number.NaN, "SIGSTOP");
      return compile;
    },
  });
}

test("a document is stored under its hash, padded, and the same from another compiler", async () => {
  const one = createCompiler({ cacheDir: join(dir, "cache"), processes: 1 });
  const two = createCompiler({ cacheDir: join(dir, "other-cache"), processes: 1 });
  const first = await buildDocument({ source: sampleSource("kanban") }, { objects, compiler: one });
  const second = await buildDocument({ source: sampleSource("kanban") }, { objects, compiler: two });
  one.close();
  two.close();
  expect(second).toEqual(first);
  if (!first.ok) throw new Error(JSON.stringify(first));
  expect(first.bytes % 32_768).toBe(0);
  expect((await objects.get(first.documentHash))?.length).toBe(first.bytes);
});

test("a source that keeps the bundler busy is ended and told so, and the next one is built", async () => {
  const compiler = compilerThatHangsOnce();
  const [slow, quick] = await Promise.all([
    buildDocument({ source: sampleSource("kanban") }, { objects, compiler }),
    buildDocument({ source: QUICK }, { objects, compiler }),
  ]);
  compiler.close();
  expect(slow).toMatchObject({ ok: false, findings: [{ code: "time.compile" }] });
  expect(quick).toMatchObject({ ok: true });
});

test("a process that dies under a source says so instead of waiting", async () => {
  const compile = await startCompileProcess(join(dir, "cache"));
  process.kill(compile.pid ?? Number.NaN, "SIGSTOP");
  const outcome = compile.run({ source: QUICK, language: "en", padToBytes: 0 });
  compile.kill();
  expect(await outcome).toEqual({ how: "died" });
  expect(compile.alive()).toBe(false);
});

test("a process that was killed between two sources costs neither of them", async () => {
  const compiler = compilerThatHangsOnce();
  await buildDocument({ source: sampleSource("kanban") }, { objects, compiler });
  expect(await buildDocument({ source: QUICK }, { objects, compiler })).toMatchObject({ ok: true });
  compiler.close();
  await expect(buildDocument({ source: QUICK }, { objects, compiler })).rejects.toThrow("closed");
});

test("a source above the limit is refused before anything compiles it", async () => {
  const compiler = {
    compile: () => Promise.reject(new Error("compiled")),
    warmUp: async () => undefined,
    close: () => undefined,
  };
  const files = ["a", "b"].map((name) => ({ path: `${name}.ts`, content: "é".repeat(70_000) }));
  const source = { entry: "index.tsx" as const, files: [{ path: "index.tsx", content: "" }, ...files] };
  expect(await buildDocument({ source }, { objects, compiler })).toMatchObject({
    ok: false,
    findings: [{ code: "size.source" }],
  });
});
