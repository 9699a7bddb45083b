import { mapPieces } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";
import { colourOf } from "../../tailwind-utility.ts";

const SURFACES: readonly string[] = ["background", "background-color"];

/** Fixed to the light shades and white, so that text on a strong colour does not become invisible. */
export const surfaceFlattened = styleOperator({
  name: "surface-flattened",
  family: "visual",
  severity: "light",
  does: "Panels and cards do not stand out from the page.",
  utility: (body) => {
    if (["shadow-sm", "shadow", "shadow-md", "shadow-lg", "shadow-xl", "shadow-2xl"].includes(body))
      return "shadow-none";
    const colour = colourOf(body);
    const isSurface = colour?.property === "bg" && colour.neutral && colour.hue !== "black";
    return isSurface && (colour.shade ?? 50) !== 500 ? "bg-transparent" : null;
  },
  declaration: (property, value) => {
    if (property === "box-shadow" && value !== "none") return "none";
    if (property === "border")
      return mapPieces(value, (piece) => (piece === "solid" || piece === "dashed" ? "hidden" : null));
    return SURFACES.includes(property) && value.startsWith("var(--") && value.includes("panel") ? "transparent" : null;
  },
});
