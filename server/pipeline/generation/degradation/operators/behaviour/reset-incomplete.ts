import { type NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, isPure } from "../../script-text.ts";

/** Two or more fixed values set one after another are a reset; one of them is forgotten. */
export const resetIncomplete: Operator = {
  name: "reset-incomplete",
  family: "behaviour",
  severity: "medium",
  does: "Starting over leaves one thing as it was.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isBlockStatement()) return [];
      const resets = path.get("body").filter(setsFixedValue);
      if (resets.length < 2) return [];
      return resets.map((statement) =>
        scriptSite(statement, `reset ${codeOf(statement.node)}`, () => {
          statement.remove();
        }),
      );
    }),
};

function setsFixedValue(statement: NodePath<t.Statement>): statement is NodePath<t.ExpressionStatement> {
  if (!statement.isExpressionStatement()) return false;
  const { expression } = statement.node;
  if (t.isAssignmentExpression(expression, { operator: "=" })) return isFixed(expression.right);
  if (!t.isCallExpression(expression) || !t.isIdentifier(expression.callee)) return false;
  const [value] = expression.arguments;
  const isSetter = expression.callee.name.startsWith("set") && expression.arguments.length === 1;
  return isSetter && t.isExpression(value) && isFixed(value);
}

/** A literal, an empty list, a constant by name, or a copy of one (`START.slice()`). */
function isFixed(value: t.Expression): boolean {
  if (t.isCallExpression(value)) return value.arguments.length === 0 && t.isMemberExpression(value.callee);
  if (t.isIdentifier(value))
    return value.name === value.name.toUpperCase() || value.name.toLowerCase().includes("first");
  if (t.isArrowFunctionExpression(value) || t.isFunctionExpression(value)) return false;
  if (t.isArrayExpression(value)) return value.elements.length === 0;
  return t.isLiteral(value) && isPure(value);
}
