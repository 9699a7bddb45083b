import { type NodePath, t } from "../../babel.ts";
import { callGraph, functionOf, runsAfterEventsOnly } from "../../call-graph.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf, functionName } from "../../script-text.ts";

const HOOKS: readonly string[] = ["useMemo", "useCallback", "useEffect", "useLayoutEffect"];

export const derivedStale: Operator = {
  name: "derived-stale",
  family: "behaviour",
  severity: "medium",
  does: "Something shown is not brought up to date after a change.",
  sites: (tree) => (tree.html ? droppedRefreshes(tree) : emptiedDependencies(tree)),
};

function emptiedDependencies(tree: InterfaceTree): Site[] {
  return tree.paths.flatMap((path) => {
    if (!path.isCallExpression() || !t.isIdentifier(path.node.callee)) return [];
    const [, dependencies] = path.node.arguments;
    if (!HOOKS.includes(path.node.callee.name) || !t.isArrayExpression(dependencies)) return [];
    const { elements } = dependencies;
    if (elements.length === 0) return [];
    const hook = path.node.callee.name;
    return [
      scriptSite(path, `${hook} on ${codeOf(dependencies)}`, () => {
        dependencies.elements = [];
      }),
    ];
  });
}

/** In a page without React the functions that run at load and again after events are those that draw. */
function droppedRefreshes(tree: InterfaceTree): Site[] {
  const graph = callGraph(tree);
  return tree.paths.flatMap((path) => {
    if (!path.isExpressionStatement() || !runsAfterEventsOnly(path, graph)) return [];
    const call = path.get("expression");
    const drawn = call.isCallExpression() ? functionOf(calleeOf(call)) : null;
    if (!drawn || !graph.whileBuilding.has(drawn.node)) return [];
    const around = path.getFunctionParent();
    const place = (around && functionName(around)) ?? "a handler";
    return [
      scriptSite(path, `refresh ${codeOf(path.node)} in ${place}`, () => {
        path.remove();
      }),
    ];
  });
}

function calleeOf(call: NodePath<t.CallExpression>): NodePath {
  return call.get("callee");
}
