import { brotliCompressSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { padDocument } from "./padding.ts";

const BUCKET = 4096;

describe("padDocument", () => {
  test.each([1, 6, 7, 8, 100, BUCKET - 8, BUCKET - 7, BUCKET - 6, BUCKET - 1, BUCKET, BUCKET + 1])(
    "a document of %i bytes fills its bucket exactly and begins with itself",
    (length) => {
      const html = "x".repeat(length);
      const padded = Buffer.from(padDocument(html, BUCKET));
      expect(padded.length).toBe(Math.ceil(length / BUCKET) * BUCKET);
      const rest = padded.toString("utf8").slice(length);
      expect(padded.toString("utf8").startsWith(html)).toBe(true);
      expect(rest).toMatch(/^( *|<!--[0-9a-f]*-->)$/);
    },
  );

  test("counts bytes, not characters", () => {
    expect(padDocument("数据".repeat(500), BUCKET).length).toBe(BUCKET);
  });

  test("is the same for the same document and different for another", () => {
    const tail = (html: string) => Buffer.from(padDocument(html, BUCKET)).subarray(-1000).toString();
    expect(tail("one")).toBe(tail("one"));
    expect(tail("one")).not.toBe(tail("two"));
  });

  test("does not vanish in compression", () => {
    const padded = padDocument("<p>short</p>", 32_768);
    expect(brotliCompressSync(padded).length).toBeGreaterThan(15_000);
  });

  test("0 leaves the document alone", () => {
    expect(Buffer.from(padDocument("as it is", 0)).toString()).toBe("as it is");
  });
});
