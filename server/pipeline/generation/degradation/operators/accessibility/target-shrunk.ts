import { elementStyleSites } from "../../element-style.ts";
import type { Operator } from "../../operator.ts";

/** Half of the 24 px that WCAG 2.2 asks of a target. Scaled, so that no rule for paddings or text can win over it. */
export const targetShrunk: Operator = {
  name: "target-shrunk",
  family: "accessibility",
  severity: "light",
  does: "A control is too small to hit.",
  sites: (tree) =>
    elementStyleSites(tree, ["button", "input", "select"], () => ({
      utilities: ["scale-40", "origin-left"],
      css: "transform: scale(0.4); transform-origin: left",
    })),
};
