import { describe, expect, it } from "vitest";

import { chroma, formatColour, parseColour, rotateChannels } from "./css-colour.ts";
import { cssPieces, dimensionOf, formatDimension, mapPieces, scaleLengths } from "./css-value.ts";

describe("CSS values", () => {
  it.each([
    ["1px solid rgba(0, 0, 0, 0.1)", ["1px", " ", "solid", " ", "rgba(0, 0, 0, 0.1)"]],
    ["a 0.2s, b 1s", ["a", " ", "0.2s", ",", " ", "b", " ", "1s"]],
    ["calc(1px + (2px * 3))", ["calc(1px + (2px * 3))"]],
  ])("%s are cut outside parentheses and can be joined again", (value, pieces) => {
    expect(cssPieces(value)).toEqual(pieces);
    expect(cssPieces(value).join("")).toBe(value);
  });

  it.each([
    ["1.25rem", { amount: 1.25, unit: "rem" }],
    ["-4px", { amount: -4, unit: "px" }],
    ["0", { amount: 0, unit: "" }],
    ["50%", { amount: 50, unit: "%" }],
    ["auto", null],
    ["calc(1px)", null],
    ["#123", null],
  ])("%s is read as a dimension or refused", (text, dimension) => {
    expect(dimensionOf(text)).toEqual(dimension);
    if (dimension) expect(formatDimension(dimension)).toBe(text);
  });

  it("scale in the units asked for, and say when nothing was scaled", () => {
    expect(scaleLengths("10px 5% 0 2rem", 0.5, ["px", "rem"])).toBe("5px 5% 0 1rem");
    expect(scaleLengths("auto 5%", 0.5, ["px"])).toBeNull();
    expect(mapPieces("a b", () => null)).toBeNull();
  });
});

describe("colours", () => {
  it.each([
    ["#abc", "#aabbcc"],
    ["#ABCDEF", "#abcdef"],
    ["#12345680", "#12345680"],
    ["rgb(18, 52, 86)", "#123456"],
    ["rgba(18 52 86 / 50%)", "#12345680"],
  ])("%s is read in every notation and written in one", (text, hex) => {
    const colour = parseColour(text);
    expect(colour && formatColour(colour)).toBe(hex);
  });

  it.each(["red", "#12", "#12345", "#xyzxyz", "var(--a)", "rgb(1, 2)", "hsl(1, 2%, 3%)", "rgb(10% 20% 30%)"])(
    "%s is left alone",
    (text) => {
      expect(parseColour(text)).toBeNull();
    },
  );

  it("stay as light and turn to another hue", () => {
    const colour = { red: 200, green: 10, blue: 60, alpha: 1 };
    expect(rotateChannels(rotateChannels(rotateChannels(colour)))).toEqual(colour);
    expect(chroma(rotateChannels(colour))).toBe(chroma(colour));
  });
});
