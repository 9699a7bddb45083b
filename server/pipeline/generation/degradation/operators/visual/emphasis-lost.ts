import { styleOperator } from "../../style-operator.ts";

const STRONG_UTILITIES: readonly string[] = [
  "font-medium",
  "font-semibold",
  "font-bold",
  "font-extrabold",
  "font-black",
];
const STRONG_WEIGHTS: readonly string[] = ["500", "600", "700", "800", "900", "bold", "bolder"];

export const emphasisLost = styleOperator({
  name: "emphasis-lost",
  family: "visual",
  severity: "light",
  does: "What matters is set no stronger than what does not.",
  decision: { ofUtility: () => "emphasis", ofDeclaration: () => "emphasis" },
  utility: (body) => (STRONG_UTILITIES.includes(body) ? "font-light" : null),
  declaration: (property, value) => (property === "font-weight" && STRONG_WEIGHTS.includes(value) ? "300" : null),
});
