import { formatColour, parseColour } from "../../css-colour.ts";
import { styleOperator } from "../../style-operator.ts";
import { colourOf, ERROR_HUES } from "../../tailwind-utility.ts";

/** Low enough to strain, high enough to be found: 38 % of black on white has a contrast of 2.5 : 1. */
const OPACITY_PERCENT = 40;

/** Transparency lowers contrast on any ground, so the ground need not be known. */
export const contrastLowered = styleOperator({
  name: "contrast-lowered",
  family: "visual",
  severity: "light",
  does: "Text is too faint for its background.",
  decision: {
    ofUtility: (body) => {
      const colour = colourOf(body);
      return colour?.neutral && colour.shade !== null ? "grey text" : `${colour?.hue ?? body} text`;
    },
    ofDeclaration: (_, value) => value,
  },
  utility: (body) => {
    const colour = colourOf(body);
    if (!colour || ERROR_HUES.includes(colour.hue)) return null;
    return colour.property === "text" && colour.alpha === "" ? `${body}/${OPACITY_PERCENT}` : null;
  },
  declaration: (property, value) => {
    if (property !== "color") return null;
    const colour = parseColour(value);
    if (colour) return formatColour({ ...colour, alpha: colour.alpha * (OPACITY_PERCENT / 100) });
    return value.startsWith("var(") ? `color-mix(in srgb, ${value} ${OPACITY_PERCENT}%, transparent)` : null;
  },
});
