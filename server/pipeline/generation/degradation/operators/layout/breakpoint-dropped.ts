import { classSlots, slotsByToken } from "../../class-slots.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import type { Operator, Site } from "../../operator.ts";
import { isResponsive, splitToken } from "../../tailwind-utility.ts";

export const breakpointDropped: Operator = {
  name: "breakpoint-dropped",
  family: "layout",
  severity: "heavy",
  does: "The layout does not adapt to the width of the screen.",
  sites: (tree) => (tree.html ? mediaSites(tree) : variantSites(tree)),
};

/** All utilities under one breakpoint go together, as when somebody designs for one width. */
function variantSites(tree: InterfaceTree): Site[] {
  const slots = classSlots(tree);
  const tokens = [...slotsByToken(slots).keys()].filter(isResponsive);
  const breakpoints = [...new Set(tokens.map((token) => splitToken(token).variants))];
  return breakpoints.map((variants) => ({
    id: `class:${variants}`,
    description: `every class under “${variants}”`,
    spans: [],
    editInPlace: () => {
      for (const slot of slots) slot.mapInPlace((token) => (splitToken(token).variants === variants ? null : token));
    },
  }));
}

/** The condition is mistyped rather than the rules removed, so that the number of rules says nothing. */
function mediaSites(tree: InterfaceTree): Site[] {
  const sites: Site[] = [];
  tree.html?.styles.walkAtRules("media", (rule) => {
    const { params } = rule;
    if (!params.includes("width")) return;
    sites.push({
      id: `media:${sites.length}`,
      description: `rules for ${params}`,
      spans: [],
      editInPlace: () => {
        rule.params = params.includes("max-") ? "(max-width: 240px)" : "(min-width: 2400px)";
      },
    });
  });
  return sites;
}
