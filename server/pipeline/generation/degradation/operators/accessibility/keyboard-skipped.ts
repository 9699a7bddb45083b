import type { Operator } from "../../operator.ts";
import { elementSite, FORM_FIELDS, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

export const keyboardSkipped: Operator = {
  name: "keyboard-skipped",
  family: "accessibility",
  severity: "light",
  does: "The Tab key passes over a control.",
  unfit: "unseen-by-labellers",
  sites: (tree) =>
    uiElements(tree)
      .filter((element) => ["button", "a", ...FORM_FIELDS].includes(element.tag) && element.value("tabindex") !== "-1")
      .map((element) => elementSite(element, nameOf(element), () => element.setInPlace("tabindex", "-1"))),
};
