import { PNG } from "pngjs";
import { expect, it } from "vitest";

import type { Signals } from "#sandbox/contract.ts";

import { featuresOf } from "./document-features.ts";

const SIGNALS: Signals = {
  loadMs: 1,
  errors: ["one"],
  textLength: 40,
  nodeCount: 12,
  controlCount: 3,
  overflowPx: {},
  idleCpu: null,
  axe: [],
  checks: [],
  screenshots: {},
  difference: {},
};

function picture(greys: readonly number[]): Uint8Array {
  const png = new PNG({ width: greys.length, height: 1 });
  for (const [at, grey] of greys.entries()) png.data.set([grey, grey, grey, 255], 4 * at);
  return PNG.sync.write(png);
}

const bytes = (html: string) => new TextEncoder().encode(html);
const HTML = `<!doctype html><html><head><style>p{color:red}b{top:0}</style></head><body><p>Hi</p><script>const total = 12 + "a";</script></body></html>`;

it("counts what stands in the document, and what the sandbox found of it", () => {
  expect(featuresOf(bytes(HTML), SIGNALS, picture([0, 255]))).toMatchObject({
    "file size": HTML.length,
    "style length": 20,
    "rule count": 2,
    "distinct words": 2,
    "text literals": 1,
    "number literals": 1,
    "markup elements": 6,
    "node count": 12,
    "error count": 1,
    "screenshot entropy": 1,
  });
});

it("is not impressed by padding, which anybody can strip", () => {
  const plain = featuresOf(bytes(HTML), SIGNALS, picture([0]));
  const padded = featuresOf(bytes(`${HTML}<!--${"0f".repeat(500)}-->`), SIGNALS, picture([0]));
  expect(padded).toEqual({ ...plain, "file size": padded["file size"] });
});

it("finds no information in a picture of one colour", () => {
  expect(featuresOf(bytes(HTML), SIGNALS, picture([7, 7, 7, 7]))["screenshot entropy"]).toBeCloseTo(0, 12);
});
