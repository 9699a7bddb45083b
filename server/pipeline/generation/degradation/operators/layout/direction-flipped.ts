import { styleOperator } from "../../style-operator.ts";

export const directionFlipped = styleOperator({
  name: "direction-flipped",
  family: "layout",
  severity: "medium",
  does: "A row became a column, or a column a row.",
  allowsVariant: (variants) => ["sm:", "md:", "lg:"].includes(variants),
  utility: (body) => {
    if (body === "flex-col") return "flex-row";
    if (body === "flex-row") return "flex-col";
    return body.startsWith("grid-cols-") && body !== "grid-cols-1" ? "grid-cols-1" : null;
  },
  declaration: (property, value) => {
    if (property === "flex-direction") return value === "column" ? "row" : "column";
    if (property === "grid-template-columns") return value === "1fr" || value === "none" ? null : "1fr";
    return null;
  },
});
