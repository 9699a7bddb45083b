import { type NodePath, t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { enclosingFunctions } from "./script-text.ts";

/** Functions by when they run. A function may be in both. */
export type CallGraph = {
  /** Run by an event, a timer or an effect, directly or through calls. */
  readonly afterEvents: ReadonlySet<t.Function>;
  /** Run while the interface is built: module level, components, and what they call. */
  readonly whileBuilding: ReadonlySet<t.Function>;
};

const LATER_CALLS = new Set([
  ...["addEventListener", "setTimeout", "setInterval", "requestAnimationFrame", "useEffect", "useReducer"],
]);

/** The function an expression stands for: itself, or through a name, `useCallback` or `useMemo`-free wrapper. */
export function functionOf(value: NodePath): NodePath<t.Function> | null {
  if (value.isFunction()) return value;
  if (value.isCallExpression() && t.isIdentifier(value.node.callee, { name: "useCallback" })) {
    const [callback] = value.get("arguments");
    return callback ? functionOf(callback) : null;
  }
  if (!value.isIdentifier()) return null;
  const bound = value.scope.getBinding(value.node.name)?.path;
  if (bound?.isFunctionDeclaration()) return bound;
  if (!bound?.isVariableDeclarator()) return null;
  const init = bound.get("init");
  return init.isExpression() && !init.isIdentifier() ? functionOf(init) : null;
}

export function callGraph(tree: InterfaceTree): CallGraph {
  const later = new Set<t.Function>();
  const roots: NodePath<t.Function>[] = [];
  for (const path of tree.paths) {
    for (const value of laterValues(path)) {
      const run = functionOf(value);
      if (run && !later.has(run.node)) {
        later.add(run.node);
        roots.push(run);
      }
    }
  }
  const afterEvents = closure(tree, roots, later);
  const builders = tree.paths.filter(
    (path): path is NodePath<t.Function> => path.isFunction() && isBuilder(path, tree, later),
  );
  const whileBuilding = closure(tree, builders, new Set(builders.map((path) => path.node)), later);
  return { afterEvents, whileBuilding };
}

/** Does the node run only once somebody or something acts on the interface, so that it cannot break loading? */
export function runsAfterEventsOnly(path: NodePath, graph: CallGraph): boolean {
  const around = enclosingFunctions(path).map((each) => each.node);
  const [innermost] = around;
  if (innermost === undefined || graph.whileBuilding.has(innermost)) return false;
  return around.some((each) => graph.afterEvents.has(each));
}

function laterValues(path: NodePath): NodePath[] {
  if (path.isJSXAttribute()) {
    const name = String(path.node.name.name);
    const value = path.get("value");
    if (!name.startsWith("on") || !value.isJSXExpressionContainer()) return [];
    return [value.get("expression")].filter((each): each is NodePath<t.Expression> => each.isExpression());
  }
  if (path.isCallExpression()) {
    return isLaterCall(path.node) ? path.get("arguments").filter((argument) => runsLater(argument)) : [];
  }
  if (path.isAssignmentExpression() && t.isMemberExpression(path.node.left)) {
    const { property } = path.node.left;
    return t.isIdentifier(property) && property.name.startsWith("on") ? [path.get("right")] : [];
  }
  return [];
}

/** Runs at load: called or handed over at module level, or a component (capitalised function that is rendered). */
function isBuilder(path: NodePath<t.Function>, tree: InterfaceTree, later: ReadonlySet<t.Function>): boolean {
  const { node } = path;
  const name = t.isFunctionDeclaration(node) && node.id ? node.id.name : "";
  if (!tree.html && name !== "" && name.charAt(0) !== name.charAt(0).toLowerCase()) return true;
  if (path.parentPath?.isCallExpression()) return enclosingFunctions(path).length === 0 && !later.has(node);
  const binding = name === "" ? undefined : path.scope.getProgramParent().getBinding(name);
  return (binding?.referencePaths ?? []).some((use) => enclosingFunctions(use).length === 0 && isRunByCall(use));
}

/** A callee, or an argument of a call that runs it at once. */
function isRunByCall(use: NodePath): boolean {
  return t.isCallExpression(use.parent) && (use.key === "callee" || !runsLater(use));
}

/** Of `useReducer` only the reducer waits for an event; its initialiser runs at once. */
function runsLater(argument: NodePath): boolean {
  const call = argument.parent;
  if (!t.isCallExpression(call) || !isLaterCall(call)) return false;
  return !t.isIdentifier(call.callee, { name: "useReducer" }) || argument.key === 0;
}

function isLaterCall({ callee }: t.CallExpression): boolean {
  const name = t.isMemberExpression(callee) ? callee.property : callee;
  return t.isIdentifier(name) && LATER_CALLS.has(name.name);
}

/** Adds everything the roots call by name, and the functions written inside them unless those run later. */
function closure(
  tree: InterfaceTree,
  roots: readonly NodePath<t.Function>[],
  start: ReadonlySet<t.Function>,
  except: ReadonlySet<t.Function> = new Set(),
): Set<t.Function> {
  const reached = new Set(start);
  const open = [...roots];
  const reach = (next: NodePath<t.Function> | null) => {
    if (!next || reached.has(next.node)) return;
    reached.add(next.node);
    open.push(next);
  };
  const inner = innerFunctions(tree);
  const calls = callsByFunction(tree);
  for (let at = open.pop(); at; at = open.pop()) {
    for (const callee of calls.get(at.node) ?? []) reach(functionOf(callee));
    for (const each of inner.get(at.node) ?? []) if (!except.has(each.node) && isRunInPlace(each)) reach(each);
  }
  return reached;
}

/** A callback of `map`, `filter`, `useState(() => …)`: it runs while the function around it runs. */
function isRunInPlace(path: NodePath<t.Function>): boolean {
  return path.parentPath?.isCallExpression() === true && path.listKey === "arguments";
}

function innerFunctions(tree: InterfaceTree): Map<t.Function, NodePath<t.Function>[]> {
  const inner = new Map<t.Function, NodePath<t.Function>[]>();
  for (const path of tree.paths) {
    const around = path.isFunction() ? path.getFunctionParent()?.node : undefined;
    if (around && path.isFunction()) inner.set(around, [...(inner.get(around) ?? []), path]);
  }
  return inner;
}

/** Callees, and functions handed over by name (`list.map(cardElement)`). */
function callsByFunction(tree: InterfaceTree): Map<t.Function, NodePath[]> {
  const calls = new Map<t.Function, NodePath[]>();
  for (const path of tree.paths) {
    const around = path.isCallExpression() ? path.getFunctionParent()?.node : undefined;
    if (!around || !path.isCallExpression()) continue;
    const named = [path.get("callee"), ...path.get("arguments")].filter(
      (each) => each.isIdentifier() && isRunByCall(each),
    );
    calls.set(around, [...(calls.get(around) ?? []), ...named]);
  }
  return calls;
}
