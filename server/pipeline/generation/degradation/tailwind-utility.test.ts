import { describe, expect, it } from "vitest";

import { colourOf, fontSizeStep, isResponsive, isUtility, spacingOf, splitToken } from "./tailwind-utility.ts";

describe("a class name of Tailwind", () => {
  it.each([
    ["p-4", "", "p-4"],
    ["sm:hover:-mt-4", "sm:hover:", "-mt-4"],
    ["data-[state=open]:bg-[url(a:b)]", "data-[state=open]:", "bg-[url(a:b)]"],
    ["[&>a:hover]:flex", "[&>a:hover]:", "flex"],
  ])("%s is taken apart into variants and body", (token, variants, body) => {
    expect(splitToken(token)).toEqual({ variants, body });
  });

  it.each([
    ["text-slate-700/80", { property: "text", hue: "slate", shade: 700, neutral: true, alpha: "/80" }],
    ["bg-white", { property: "bg", hue: "white", shade: null, neutral: true, alpha: "" }],
    ["border-sky-300", { property: "border", hue: "sky", shade: 300, neutral: false, alpha: "" }],
    ["text-sm", null],
    ["border-2", null],
    ["rounded-red-300", null],
    ["bg-[#123456]", null],
  ])("%s is a colour or none", (body, colour) => {
    expect(colourOf(body)).toEqual(colour);
  });

  it.each([
    ["gap-x-4", { property: "gap-x", negative: false, steps: 4 }],
    ["-mt-1.5", { property: "mt", negative: true, steps: 1.5 }],
    ["p-[3px]", null],
    ["m-auto", null],
    ["max-w-4", null],
  ])("%s is a distance or none", (body, spacing) => {
    expect(spacingOf(body)).toEqual(spacing);
  });

  it("knows type sizes and widths of screen", () => {
    expect(["text-xs", "text-2xl", "text-center"].map(fontSizeStep)).toEqual([0, 5, -1]);
    expect(["md:flex", "hover:lg:p-2", "hover:flex", "flex"].map(isResponsive)).toEqual([true, true, false, false]);
  });

  it("is told from words of a language", () => {
    for (const utility of ["p-4", "text-amber-600", "hover:underline", "rounded-lg", "max-w-3xl"]) {
      expect([utility, isUtility(utility)]).toEqual([utility, true]);
    }
    for (const word of ["Add", "flex", "hidden", "amber", "text", "well-known", "p4"]) {
      expect([word, isUtility(word)]).toEqual([word, false]);
    }
  });
});
