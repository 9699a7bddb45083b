import { expect, test } from "vitest";

import type { ObjectStore } from "#sandbox/object-store.ts";

import { acceptedEncoding, compressedDocuments } from "./compressed-documents.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["BR", "br"],
  ["br;q=0, gzip;q=0", "identity"],
  ["br; q=0.1", "br"],
  ["zstd", "identity"],
] as const)("Accept-Encoding %j is answered with %s", (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

test("the least recently read document leaves the memory first", async () => {
  const read: string[] = [];
  const objects: ObjectStore = {
    put: async () => "",
    has: async () => true,
    async get(hash) {
      read.push(hash);
      return new Uint8Array(100);
    },
  };
  const documents = compressedDocuments(objects, 250);
  for (const hash of ["a", "b", "a", "c", "a", "b"]) await documents.get(hash, "identity");
  // "c" pushed "b" out, because "a" had been read since.
  expect(read).toEqual(["a", "b", "c", "b"]);
});

test("a document that the store does not have is asked for again next time", async () => {
  let stored: Uint8Array | null = null;
  const documents = compressedDocuments({ put: async () => "", has: async () => false, get: async () => stored });
  expect(await documents.get("a", "br")).toBeNull();
  stored = new Uint8Array(3);
  expect((await documents.get("a", "identity"))?.length).toBe(3);
});
