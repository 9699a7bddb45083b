import { type NodePath, t } from "../../babel.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

const STOPPERS: readonly string[] = ["clearInterval", "clearTimeout", "cancelAnimationFrame"];

/** Timers that were started once more run beside each other, so things speed up or come back. */
export const cleanupDropped: Operator = {
  name: "cleanup-dropped",
  family: "robustness",
  severity: "light",
  does: "Something goes on running after it was stopped.",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (path.isReturnStatement()) return effectCleanup(path);
      if (!path.isExpressionStatement() || !isStop(path.node.expression)) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.remove();
        }),
      ];
    }),
};

function effectCleanup(path: NodePath<t.ReturnStatement>): Site[] {
  const effect = path.getFunctionParent();
  const call = effect?.parent;
  const isEffect =
    t.isCallExpression(call) &&
    t.isIdentifier(call.callee) &&
    ["useEffect", "useLayoutEffect"].includes(call.callee.name);
  if (!isEffect || !t.isFunction(path.node.argument)) return [];
  return [
    scriptSite(path, `cleanup ${codeOf(path.node.argument)}`, () => {
      path.remove();
    }),
  ];
}

function isStop(expression: t.Expression): boolean {
  return (
    t.isCallExpression(expression) && t.isIdentifier(expression.callee) && STOPPERS.includes(expression.callee.name)
  );
}
