import { dimensionOf } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";

const WIDE: readonly string[] = ["md", "lg", "xl", "2xl", "3xl", "4xl", "5xl", "6xl", "7xl"];

export const containerSqueezed = styleOperator({
  name: "container-squeezed",
  family: "layout",
  severity: "heavy",
  does: "A part is far narrower than the room it has.",
  allowsVariant: (variants) => ["sm:", "md:", "lg:"].includes(variants),
  utility: (body) => {
    if (!body.startsWith("max-w-")) return null;
    const size = body.slice("max-w-".length);
    return WIDE.includes(size) || size.startsWith("[") ? "max-w-52" : null;
  },
  declaration: (property, value) => {
    if (property !== "max-width" && property !== "width") return null;
    const width = dimensionOf(value);
    const isWide = width?.unit === "px" ? width.amount >= 300 : width?.unit === "rem" && width.amount >= 20;
    return isWide || value.startsWith("min(") ? "210px" : null;
  },
});
