import { type NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

/** `total === 0 ? 0 : part / total` → `part / total`. */
export const zeroGuardDropped: Operator = {
  name: "zero-guard-dropped",
  family: "robustness",
  severity: "light",
  does: "A special case is not told from the rest: a share of nothing is NaN, one thing is “1 things”.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      const general = path.isConditionalExpression() ? generalCase(path) : null;
      if (!general || !path.isConditionalExpression()) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.replaceWith(general);
        }),
      ];
    }),
};

/** The branch taken when the number is not the special one. */
function generalCase(path: NodePath<t.ConditionalExpression>): t.Expression | null {
  const { test, consequent, alternate } = path.node;
  if (!t.isBinaryExpression(test) || !t.isNumericLiteral(test.right) || test.right.value > 1) return null;
  if (t.isJSXElement(consequent) || t.isJSXElement(alternate) || t.isNullLiteral(alternate)) return null;
  if (test.operator === "===" || test.operator === "<=") return alternate;
  return test.operator === ">" || test.operator === "!==" ? consequent : null;
}
