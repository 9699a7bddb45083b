import type { Operator } from "../../operator.ts";
import { elementSite, HEADINGS, nameOf, uiElements } from "../../ui-element.ts";

const STRUCTURE: readonly string[] = [...HEADINGS, "main", "nav", "ul", "ol", "fieldset"];

/** In a page whose sheet dresses the tag, its looks go with it, as they do when people make this mistake. */
export const headingFlattened: Operator = {
  name: "heading-flattened",
  family: "accessibility",
  severity: "medium",
  does: "A heading, list or landmark is a plain box and cannot be jumped to.",
  sites: (tree) =>
    uiElements(tree)
      .filter((element) => STRUCTURE.includes(element.tag))
      .map((element) => elementSite(element, nameOf(element), () => element.renameInPlace("div"))),
};
