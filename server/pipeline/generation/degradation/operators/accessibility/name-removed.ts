import { t } from "../../babel.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { codeOf } from "../../script-text.ts";
import { elementSite, isHost, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

const NAMES: readonly string[] = ["aria-label", "aria-labelledby", "alt"];

export const nameRemoved: Operator = {
  name: "name-removed",
  family: "accessibility",
  severity: "heavy",
  does: "Something has no name for those who do not see it.",
  unfit: "unseen-by-labellers",
  sites: (tree) => [
    ...uiElements(tree).flatMap((element): Site[] => {
      const name = isHost(element) ? NAMES.find((attribute) => element.has(attribute)) : undefined;
      if (name === undefined) return [];
      return [elementSite(element, `${name} of ${nameOf(element)}`, () => element.dropInPlace(name))];
    }),
    ...namedByScript(tree),
  ],
};

/** `button.setAttribute("aria-label", …)` as a statement. */
function namedByScript(tree: InterfaceTree): Site[] {
  return tree.paths.flatMap((path) => {
    if (!path.isExpressionStatement() || !t.isCallExpression(path.node.expression)) return [];
    const { callee, arguments: given } = path.node.expression;
    const [attribute] = given;
    const sets = t.isMemberExpression(callee) && t.isIdentifier(callee.property, { name: "setAttribute" });
    if (!sets || !t.isStringLiteral(attribute) || !NAMES.includes(attribute.value)) return [];
    return [
      scriptSite(path, `${attribute.value} of ${codeOf(callee.object)}`, () => {
        path.remove();
      }),
    ];
  });
}
