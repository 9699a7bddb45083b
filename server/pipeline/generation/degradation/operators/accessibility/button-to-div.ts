import { t } from "../../babel.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf, setStringInPlace } from "../../script-text.ts";
import { elementSite, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

/** Submit buttons are left alone: as a `div` they would lose their work and not only their role. */
export const buttonToDiv: Operator = {
  name: "button-to-div",
  family: "accessibility",
  severity: "heavy",
  does: "Something to click on is no button: neither the keyboard nor a screen reader finds it.",
  unfit: "unseen-by-labellers",
  sites: (tree) => [
    ...uiElements(tree).flatMap((element): Site[] => {
      if (element.tag !== "button" || element.value("type") === "submit") return [];
      const rename = () => {
        element.renameInPlace("div");
        element.dropInPlace("type");
      };
      return [elementSite(element, nameOf(element), rename)];
    }),
    ...createdByScript(tree),
  ],
};

/** `document.createElement("button")`, or a helper of the page's own that is given the tag. */
function createdByScript(tree: InterfaceTree): Site[] {
  if (!tree.html) return [];
  return tree.paths.flatMap((path) => {
    const isTag =
      path.isStringLiteral() && path.node.value === "button" && path.key === 0 && path.listKey === "arguments";
    const call = path.parent;
    if (!isTag || !t.isCallExpression(call) || codeOf(call.callee).includes("querySelector")) return [];
    if (codeOf(call.callee).endsWith("closest") || codeOf(call.callee).endsWith("matches")) return [];
    return [scriptSite(path, `element made by ${codeOf(call)}`, () => setStringInPlace(path.node, "div"))];
  });
}
