import { type NodePath, t } from "../../babel.ts";
import { eventHandlers } from "../../event-handlers.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { setStringInPlace } from "../../script-text.ts";

/** DOM event → the one it is easily confused with, as a DOM name and as a React prop. */
const CONFUSED: Readonly<Record<string, { dom: string; prop: string }>> = {
  click: { dom: "dblclick", prop: "onDoubleClick" },
  input: { dom: "change", prop: "onBlur" },
  keydown: { dom: "keypress", prop: "onKeyPress" },
  pointermove: { dom: "pointerenter", prop: "onPointerEnter" },
};

export const eventMismatched: Operator = {
  name: "event-mismatched",
  family: "behaviour",
  severity: "heavy",
  does: "A control waits for the wrong event.",
  sites: (tree) =>
    eventHandlers(tree).flatMap((handler): Site[] => {
      const other = CONFUSED[handler.event];
      if (!other) return [];
      return [scriptSite(handler.tie, handler.description, () => renameInPlace(handler.tie, other))];
    }),
};

function renameInPlace(
  tie: NodePath<t.JSXAttribute> | NodePath<t.ExpressionStatement>,
  other: { dom: string; prop: string },
): void {
  if (tie.isJSXAttribute()) {
    tie.node.name = t.jsxIdentifier(other.prop);
    return;
  }
  const expression = tie.isExpressionStatement() ? tie.node.expression : null;
  if (t.isCallExpression(expression)) {
    const [event] = expression.arguments;
    if (t.isStringLiteral(event)) setStringInPlace(event, other.dom);
  } else if (t.isAssignmentExpression(expression) && t.isMemberExpression(expression.left)) {
    expression.left.property = t.identifier(`on${other.dom}`);
  }
}
