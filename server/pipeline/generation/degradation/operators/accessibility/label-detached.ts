import type { Operator, Site } from "../../operator.ts";
import { elementSite, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

export const labelDetached: Operator = {
  name: "label-detached",
  family: "accessibility",
  severity: "heavy",
  does: "A label stands beside a field without belonging to it.",
  unfit: "unseen-by-labellers",
  sites: (tree) =>
    uiElements(tree).flatMap((element): Site[] => {
      if (element.tag !== "label") return [];
      const detach = () => {
        if (element.has("for")) element.dropInPlace("for");
        else element.renameInPlace("span");
      };
      return [elementSite(element, nameOf(element), detach)];
    }),
};
