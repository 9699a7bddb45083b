import { type NodePath, t } from "./babel.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { codeOf, enclosingFunctions } from "./script-text.ts";

/** A statement or expression by which the interface changes what it remembers. */
export type StateUpdate = {
  /** What is changed, as named in the code: `tasks`, `state.day`. */
  readonly state: string;
  /** `setTasks(…)`, `tasks = …`, `tasks.push(…)`. */
  readonly call: NodePath<t.CallExpression> | NodePath<t.AssignmentExpression> | NodePath<t.UpdateExpression>;
  /** The new value, or the function that makes it from the old one. */
  readonly value: NodePath<t.Expression> | null;
};

/** Updates that stand inside a function; what the module does once while loading is no update. */
export function stateUpdates(tree: InterfaceTree): StateUpdate[] {
  return tree.paths.flatMap((path) => {
    if (enclosingFunctions(path).length === 0) return [];
    if (path.isCallExpression()) return setterCall(path);
    return tree.html && (path.isAssignmentExpression() || path.isUpdateExpression()) ? assignment(path) : [];
  });
}

/** The statement that consists of the update and nothing else, if there is one. */
export function updateStatement(update: StateUpdate): NodePath<t.ExpressionStatement> | null {
  const { parentPath } = update.call;
  return parentPath?.isExpressionStatement() ? parentPath : null;
}

function setterCall(call: NodePath<t.CallExpression>): StateUpdate[] {
  const { callee } = call.node;
  if (!t.isIdentifier(callee)) return [];
  const state = stateOfSetter(call, callee.name);
  const [argument] = call.get("arguments");
  if (state === null) return [];
  return [{ state, call, value: argument?.isExpression() ? argument : null }];
}

/** `const [tasks, setTasks] = useState(…)`, or of `useReducer`: the name of the state that a setter writes. */
export function stateOfSetter(path: NodePath, setter: string): string | null {
  const declarator = path.scope.getBinding(setter)?.path;
  if (!declarator?.isVariableDeclarator()) return null;
  const { id, init } = declarator.node;
  if (!t.isArrayPattern(id) || !t.isCallExpression(init)) return null;
  if (!t.isIdentifier(init.callee) || !["useState", "useReducer"].includes(init.callee.name)) return null;
  const [state, writer] = id.elements;
  if (!t.isIdentifier(writer, { name: setter })) return null;
  return t.isIdentifier(state) ? state.name : setter;
}

/** Assignments to variables and records of the module; writing to the page itself is drawing, not state. */
function assignment(call: NodePath<t.AssignmentExpression> | NodePath<t.UpdateExpression>): StateUpdate[] {
  const target = call.isAssignmentExpression() ? call.node.left : call.isUpdateExpression() ? call.node.argument : null;
  const root = t.isMemberExpression(target) ? rootOf(target) : target;
  if (!t.isIdentifier(root) || !target) return [];
  const binding = call.scope.getBinding(root.name);
  if (!binding || binding.scope !== call.scope.getProgramParent()) return [];
  if (t.isMemberExpression(target) && !isRecord(binding.path)) return [];
  return [{ state: codeOf(target), call, value: call.isAssignmentExpression() ? call.get("right") : null }];
}

function rootOf(member: t.MemberExpression): t.Expression | t.Super {
  return t.isMemberExpression(member.object) ? rootOf(member.object) : member.object;
}

/** Initialised by an object or array literal, so it is data and not an element of the page. */
function isRecord(path: NodePath): boolean {
  if (!path.isVariableDeclarator()) return false;
  return t.isObjectExpression(path.node.init) || t.isArrayExpression(path.node.init);
}
