import type { Operator } from "../../operator.ts";
import { elementSite, HEADINGS, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

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
      .map((element) => elementSite(element, `tag of ${nameOf(element)}`, () => element.renameInPlace("div"))),
};
