import { t } from "../../babel.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";
import { elementSite, isHost, nameOf } from "../../ui-element.ts";
import { uiElements } from "../../ui-elements.ts";

const STATES: readonly string[] = [
  ...["aria-pressed", "aria-checked", "aria-selected", "aria-expanded", "aria-current", "aria-live", "aria-invalid"],
  ...["aria-describedby", "aria-valuenow", "role"],
];

export const stateUnannounced: Operator = {
  name: "state-unannounced",
  family: "accessibility",
  severity: "light",
  does: "What something is, or that it changed, is only to be seen.",
  unfit: "unseen-by-labellers",
  sites: (tree) => [
    ...uiElements(tree).flatMap((element) => {
      const states = isHost(element) ? STATES.filter((attribute) => element.has(attribute)) : [];
      return states.map((state): Site => {
        const site = elementSite(element, `${state} of ${nameOf(element)}`, () => element.dropInPlace(state));
        return { ...site, id: `${site.id}@${state}` };
      });
    }),
    ...announcedByScript(tree),
  ],
};

function announcedByScript(tree: InterfaceTree): Site[] {
  return tree.paths.flatMap((path) => {
    if (!path.isExpressionStatement() || !t.isCallExpression(path.node.expression)) return [];
    const { callee, arguments: given } = path.node.expression;
    const [attribute] = given;
    const sets = t.isMemberExpression(callee) && t.isIdentifier(callee.property, { name: "setAttribute" });
    if (!sets || !t.isStringLiteral(attribute) || !STATES.includes(attribute.value)) return [];
    return [
      scriptSite(path, `${attribute.value} of ${codeOf(callee.object)}`, () => {
        path.remove();
      }),
    ];
  });
}
