import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";

import { pictureDifference } from "./difference.ts";
import { fingerprintOf, fingerprintOfPng, luminanceDeviation } from "./fingerprint.ts";
import type { Fingerprint } from "./fingerprint.ts";

type Rgb = readonly [number, number, number];
type Box = readonly [left: number, top: number, width: number, height: number, colour: Rgb];

const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [30, 30, 40];

function draw(boxes: readonly Box[], background: Rgb = WHITE, width = 640, height = 400): PNG {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) png.data.set([...background, 255], at * 4);
  for (const [left, top, wide, high, colour] of boxes) {
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 1) {
      for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 1) {
        png.data.set([...colour, 255], (y * width + x) * 4);
      }
    }
  }
  return png;
}

/** Lines of something like text: thin bars with gaps. */
function text(left: number, top: number, lines: number): Box[] {
  return Array.from({ length: lines * 12 }, (_value, index) => {
    const line = Math.floor(index / 12);
    return [left + (index % 12) * 16, top + line * 18, 11, 8, INK] as const;
  });
}

const page = [
  ...text(40, 60, 8),
  [40, 300, 120, 36, [20, 90, 200]] as const,
  [400, 60, 180, 200, [230, 240, 250]] as const,
];

function print(boxes: readonly Box[], background: Rgb = WHITE, height = 400): Fingerprint {
  return fingerprintOf(draw(boxes, background, 640, height));
}

function moved(boxes: readonly Box[], dx: number, dy: number): Box[] {
  return boxes.map(([left, top, width, height, colour]) => [left + dx, top + dy, width, height, colour] as const);
}

describe("difference between two pictures", () => {
  test("is 0 for the same picture, also after it was written and read as PNG", () => {
    expect(pictureDifference(print(page), print(page))).toBe(0);
    expect(pictureDifference(print(page), fingerprintOfPng(PNG.sync.write(draw(page))))).toBe(0);
  });

  test("is 1 for black against white", () => {
    expect(pictureDifference(print([]), print([], [0, 0, 0]))).toBeGreaterThan(0.99);
  });

  test("is near 1 when the content of one is nowhere in the other", () => {
    expect(pictureDifference(print(text(20, 20, 8)), print(text(400, 240, 8)))).toBeGreaterThan(0.75);
  });

  test("does not depend on the order of the two", () => {
    const [a, b] = [print(page), print(moved(page, 30, 12))];
    expect(pictureDifference(a, b)).toBeCloseTo(pictureDifference(b, a), 12);
  });

  test("hardly notices a shift by one pixel", () => {
    expect(pictureDifference(print(page), print(moved(page, 1, 0)))).toBeLessThan(0.12);
  });

  test("grows with what has changed", () => {
    const button = page.map((box, index): Box => (index === page.length - 2 ? [40, 300, 120, 36, [200, 30, 30]] : box));
    const withoutText = page.slice(-2);
    const steps = [page, moved(page, 1, 0), button, withoutText, []].map((boxes) =>
      pictureDifference(print(page), print(boxes)),
    );
    expect(steps[0]).toBe(0);
    expect(steps[2]).toBeGreaterThan(0.02);
    expect(steps[3]).toBeGreaterThan(steps[2] ?? 1);
    expect(steps[4]).toBeGreaterThan(steps[3] ?? 1);
  });

  test("is about content: the same change counts the same on a long empty page", () => {
    const short = pictureDifference(print(page), print(moved(page, 60, 0)));
    const long = pictureDifference(print(page, WHITE, 1200), print(moved(page, 60, 0), WHITE, 1200));
    expect(Math.abs(short - long)).toBeLessThan(0.15);
  });

  test("sees colour where the brightness is the same", () => {
    const red: Rgb = [200, 60, 60];
    const green: Rgb = [16, 128, 60];
    const both = [red, green].map((colour) => print([[100, 100, 300, 200, colour]]));
    expect(pictureDifference(both[0] ?? print([]), both[1] ?? print([]))).toBeGreaterThan(0.4);
  });

  test("takes what is missing of the shorter picture for its background", () => {
    expect(pictureDifference(print(page, WHITE, 400), print(page, WHITE, 600))).toBeLessThan(0.02);
    const longer = print([...page, ...text(40, 420, 8)], WHITE, 600);
    expect(pictureDifference(print(page, WHITE, 400), longer)).toBeGreaterThan(0.15);
  });
});

test("a blank picture has no luminance deviation, one lone button has more than the limit", () => {
  expect(luminanceDeviation(print([]))).toBe(0);
  expect(luminanceDeviation(print([[280, 180, 60, 24, [80, 80, 80]]]))).toBeGreaterThan(1);
});
