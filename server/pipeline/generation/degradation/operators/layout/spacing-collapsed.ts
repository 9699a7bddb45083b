import { scaleLengths } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";
import { spacingOf } from "../../tailwind-utility.ts";

const SPACING: readonly string[] = ["padding", "gap", "row-gap", "column-gap", "margin"];

export const spacingCollapsed = styleOperator({
  name: "spacing-collapsed",
  family: "layout",
  severity: "medium",
  does: "Things stick together that need room between them.",
  allowsVariant: (variants) => ["sm:", "md:", "lg:"].includes(variants),
  utility: (body) => {
    const spacing = spacingOf(body);
    return spacing && !spacing.negative && spacing.steps >= 2 ? `${spacing.property}-px` : null;
  },
  declaration: (property, value) => {
    const isSpacing = SPACING.some((name) => property === name || property.startsWith(`${name}-`));
    return isSpacing ? scaleLengths(value, 0.1, ["px", "rem", "em"]) : null;
  },
});
