import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { createDiskObjectStore, hashOf, storeError } from "./object-store.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "objects-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const HELLO = new TextEncoder().encode("hello");
/** `printf hello | sha256sum` */
const HELLO_HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

test("stores bytes under the SHA-256 of their content and gives them back", async () => {
  const store = createDiskObjectStore(dir);
  expect(await store.put(HELLO)).toBe(HELLO_HASH);
  expect(await store.has(HELLO_HASH)).toBe(true);
  expect(Buffer.from((await store.get(HELLO_HASH)) ?? [])).toEqual(Buffer.from(HELLO));
  expect(await readFile(join(dir, "2c", HELLO_HASH.slice(2)), "utf8")).toBe("hello");
});

test("says null and false for what it does not have", async () => {
  const store = createDiskObjectStore(dir);
  expect(await store.get(HELLO_HASH)).toBeNull();
  expect(await store.has(HELLO_HASH)).toBe(false);
});

test("many writers of the same bytes leave one whole object and nothing else", async () => {
  const store = createDiskObjectStore(dir);
  const big = new Uint8Array(300_000).fill(7);
  await Promise.all(Array.from({ length: 20 }, () => store.put(big)));
  const hash = hashOf(big);
  expect(await readdir(join(dir, hash.slice(0, 2)))).toEqual([hash.slice(2)]);
  expect((await store.get(hash))?.length).toBe(300_000);
});

test("storing what is there writes nothing", async () => {
  const store = createDiskObjectStore(dir);
  await store.put(HELLO);
  const path = join(dir, "2c", HELLO_HASH.slice(2));
  // A different content under the name would be replaced if the second put wrote.
  await writeFile(path, "HELLO");
  await store.put(HELLO);
  expect(await readFile(path, "utf8")).toBe("HELLO");
});

test("a damaged object is an error, never served", async () => {
  const store = createDiskObjectStore(dir);
  await store.put(HELLO);
  await writeFile(join(dir, "2c", HELLO_HASH.slice(2)), "hellO");
  await expect(store.get(HELLO_HASH)).rejects.toMatchObject({ name: "ObjectStoreError", fault: "damaged" });
});

test("nothing but a hash becomes a path", async () => {
  const store = createDiskObjectStore(dir);
  for (const name of ["../../etc/passwd", "", HELLO_HASH.toUpperCase(), `${HELLO_HASH}/..`]) {
    await expect(store.get(name)).rejects.toThrow();
    await expect(store.has(name)).rejects.toThrow();
  }
});

test.each(["ENOSPC", "EDQUOT"])("%s is said in one sentence that names the directory", (code) => {
  const explained = storeError(dir, Object.assign(new Error("write"), { code }));
  expect(explained.fault).toBe("full");
  expect(explained.message).toBe(`The object store at ${dir} is full: free space on its disk.`);
});

test("a directory that cannot be used is an error that names it", async () => {
  const file = join(dir, "a-file");
  await writeFile(file, "");
  await expect(createDiskObjectStore(file).put(HELLO)).rejects.toMatchObject({ fault: "unusable" });
});
