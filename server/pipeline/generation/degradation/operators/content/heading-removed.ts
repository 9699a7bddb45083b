import type { Operator } from "../../operator.ts";
import { elementSite, HEADINGS, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

const REMOVABLE: readonly string[] = [...HEADINGS, "legend", "caption", "figcaption", "p"];

export const headingRemoved: Operator = {
  name: "heading-removed",
  family: "content",
  severity: "medium",
  does: "A heading or an explanation is missing.",
  sites: (tree) =>
    uiElements(tree)
      .filter((element) => REMOVABLE.includes(element.tag) && !element.isComputed() && element.words().length >= 3)
      .map((element) => elementSite(element, nameOf(element), () => element.removeInPlace())),
};
