import { elementStyleSites } from "../../element-style.ts";
import type { Operator } from "../../operator.ts";

/** The reverse of a missing name: here screen readers know what those who see do not. */
export const labelInvisible: Operator = {
  name: "label-invisible",
  family: "accessibility",
  severity: "light",
  does: "A field has no label that can be seen.",
  sites: (tree) =>
    elementStyleSites(tree, ["label", "legend"], () => ({
      utilities: ["opacity-0"],
      css: "opacity: 0",
    })),
};
