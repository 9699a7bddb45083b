import { dimensionOf } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";

const UTILITY: Readonly<Record<string, string>> = {
  rounded: "rounded-full",
  "rounded-md": "rounded-full",
  "rounded-lg": "rounded-none",
  "rounded-xl": "rounded-none",
  "rounded-2xl": "rounded-none",
  "rounded-3xl": "rounded-none",
  "rounded-full": "rounded-none",
};

export const cornersMixed = styleOperator({
  name: "corners-mixed",
  family: "visual",
  severity: "light",
  does: "Corners are cut in a different way than everywhere else.",
  decision: { ofUtility: () => "corners", ofDeclaration: () => "corners" },
  utility: (body) => UTILITY[body] ?? null,
  declaration: (property, value) => {
    const radius = property === "border-radius" ? dimensionOf(value) : null;
    if (!radius) return null;
    return radius.unit === "px" && radius.amount <= 8 ? "28px" : "0";
  },
});
