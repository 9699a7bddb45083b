import { t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions } from "../../script-text.ts";

/** `Math.max(0, count - 1)` → `count - 1`. */
export const clampRemoved: Operator = {
  name: "clamp-removed",
  family: "robustness",
  severity: "light",
  does: "A value may leave its range.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isCallExpression() || enclosingFunctions(path).length === 0) return [];
      const { callee, arguments: given } = path.node;
      const isClamp = t.isMemberExpression(callee) && t.isIdentifier(callee.object, { name: "Math" });
      if (!isClamp || !t.isIdentifier(callee.property) || !["min", "max"].includes(callee.property.name)) return [];
      const [a, b] = given;
      if (given.length !== 2 || !t.isExpression(a) || !t.isExpression(b)) return [];
      // The simpler argument is the limit; with two alike either might be.
      const kept = isLimit(a) && !isLimit(b) ? b : isLimit(b) && !isLimit(a) ? a : null;
      if (!kept) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.replaceWith(kept);
        }),
      ];
    }),
};

function isLimit(node: t.Expression): boolean {
  return (
    t.isNumericLiteral(node) ||
    t.isUnaryExpression(node) ||
    (t.isIdentifier(node) && node.name === node.name.toUpperCase())
  );
}
