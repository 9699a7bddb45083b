import { type NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { stateUpdates } from "../../state-updates.ts";

export const toggleStuck: Operator = {
  name: "toggle-stuck",
  family: "behaviour",
  severity: "medium",
  does: "A switch can be turned on and never off again.",
  sites: (tree) =>
    stateUpdates(tree).flatMap((update) => {
      const { value } = update;
      const flip = value && flipOf(value);
      if (!value || !flip) return [];
      return [
        scriptSite(update.call, `switch ${update.state}`, () => {
          value.replaceWith(t.booleanLiteral(true));
        }),
      ];
    }),
};

/** `!open`, or `(open) => !open`. */
function flipOf(value: NodePath<t.Expression>): boolean {
  if (value.isArrowFunctionExpression()) return t.isUnaryExpression(value.node.body, { operator: "!" });
  return value.isUnaryExpression({ operator: "!" }) && t.isExpression(value.node.argument);
}
