import { type NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions } from "../../script-text.ts";

/** `Number(text) || 0` → `Number(text)`: what was missing or no number is now shown as such. */
export const fallbackDropped: Operator = {
  name: "fallback-dropped",
  family: "robustness",
  severity: "light",
  does: "A missing value is shown as NaN, undefined or nothing.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isLogicalExpression() || !isFallback(path) || enclosingFunctions(path).length === 0) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.replaceWith(path.node.left);
        }),
      ];
    }),
};

function isFallback(path: NodePath<t.LogicalExpression>): boolean {
  const { operator, right } = path.node;
  const isValue = t.isLiteral(right) || t.isIdentifier(right) || t.isNewExpression(right);
  if ((operator !== "||" && operator !== "??") || !isValue) return false;
  // In a condition `||` is a choice, and a property read from what is missing would throw.
  return !path.parentPath.isMemberExpression() && path.key !== "test" && !path.parentPath.isLogicalExpression();
}
