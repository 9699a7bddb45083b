import { dimensionOf, formatDimension, mapPieces } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";

const TRANSITIONS: readonly string[] = [
  "transition",
  "transition-colors",
  "transition-opacity",
  "transition-transform",
  "transition-all",
];
const TIMES: readonly string[] = ["transition", "transition-duration", "animation", "animation-duration"];

export const transitionSluggish = styleOperator({
  name: "transition-sluggish",
  family: "performance",
  severity: "light",
  does: "Changes fade in so slowly that one waits for them.",
  unfit: "unseen-by-sandbox",
  utility: (body) => {
    if (body.startsWith("duration-")) return "duration-[1800ms]";
    return TRANSITIONS.includes(body) ? `${body} duration-[1800ms]` : null;
  },
  declaration: (property, value) => {
    if (!TIMES.includes(property)) return null;
    return mapPieces(value, (piece) => {
      const time = dimensionOf(piece);
      if (!time || !["s", "ms"].includes(time.unit) || time.amount === 0) return null;
      return formatDimension({ amount: time.amount * 8, unit: time.unit });
    });
  },
});
