import { mapPieces, scaleLengths } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";
import { FONT_SIZES, fontSizeStep } from "../../tailwind-utility.ts";

const TEXT_UNITS: readonly string[] = ["px", "rem", "em"];

export const fontShrunk = styleOperator({
  name: "font-shrunk",
  family: "visual",
  severity: "medium",
  does: "Text is set too small.",
  allowsVariant: (variants) => ["sm:", "md:", "lg:"].includes(variants),
  utility: (body) => {
    const step = fontSizeStep(body);
    if (step < 0) return null;
    return step <= 1 ? "text-[9px]" : `text-${FONT_SIZES[Math.max(0, step - 3)] ?? "xs"}`;
  },
  declaration: (property, value) => {
    if (property === "font-size") return scaleLengths(value, 0.62, TEXT_UNITS);
    if (property !== "font") return null;
    // In the shorthand the size is the piece in front of the slash.
    return mapPieces(value, (piece) => {
      const [size = "", ...lineHeight] = piece.split("/");
      const smaller = scaleLengths(size, 0.62, TEXT_UNITS);
      return smaller === null ? null : [smaller, ...lineHeight].join("/");
    });
  },
});
