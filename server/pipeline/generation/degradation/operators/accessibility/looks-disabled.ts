import { elementStyleSites } from "../../element-style.ts";
import type { Operator } from "../../operator.ts";

export const looksDisabled: Operator = {
  name: "looks-disabled",
  family: "accessibility",
  severity: "light",
  does: "A control that works looks as if it did not.",
  sites: (tree) =>
    elementStyleSites(tree, ["button", "select", "input"], () => ({
      utilities: ["cursor-not-allowed", "opacity-35", "grayscale"],
      css: "cursor: not-allowed; opacity: 0.35; filter: grayscale(1)",
    })),
};
