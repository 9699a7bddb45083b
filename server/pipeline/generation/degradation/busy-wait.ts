import { type Scope, t } from "./babel.ts";
import { freshName } from "./script-text.ts";

/**
 * Work of a given length, always finite: `const deadline = performance.now() + ms; while (performance.now() <
 * deadline) {}`. Counting to a number instead would take ten times as long on one machine as on another.
 */
export function busyWait(scope: Scope, ms: number): t.Statement[] {
  const now = () => t.callExpression(t.memberExpression(t.identifier("performance"), t.identifier("now")), []);
  const deadline = freshName(scope, ["settled", "deadline", "ready", "until"]);
  const end = t.binaryExpression("+", now(), t.numericLiteral(ms));
  return [
    t.variableDeclaration("const", [t.variableDeclarator(t.identifier(deadline), end)]),
    t.whileStatement(t.binaryExpression("<", now(), t.identifier(deadline)), t.blockStatement([])),
  ];
}
