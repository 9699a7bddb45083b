import { type NodePath, t } from "./babel.ts";
import { functionOf } from "./call-graph.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { jsxName, tagOf } from "./jsx-ui-element.ts";
import { codeOf } from "./script-text.ts";

/** A place where an event of the interface is tied to code. */
export type EventHandler = {
  /** DOM name: `click`, `input`. React's `onChange` of a text field is `change` here too. */
  readonly event: string;
  /** `onClick of button “Add”`, `click of addButton`. */
  readonly description: string;
  /** What carries the tie: a JSX attribute, or a statement of the script. */
  readonly tie: NodePath<t.JSXAttribute> | NodePath<t.ExpressionStatement>;
  readonly value: NodePath<t.Expression>;
  /** The function that runs, when it can be found in the script. */
  readonly run: NodePath<t.Function> | null;
};

/** Handlers of host elements. A callback prop of a component of one's own is not one: its absence would throw. */
export function eventHandlers(tree: InterfaceTree): EventHandler[] {
  return tree.paths.flatMap((path) => {
    if (path.isJSXAttribute()) return jsxHandler(path);
    return path.isExpressionStatement() ? statementHandler(path) : [];
  });
}

function jsxHandler(tie: NodePath<t.JSXAttribute>): EventHandler[] {
  const name = String(tie.node.name.name);
  const element = tie.parentPath.parent;
  const container = tie.get("value");
  if (!t.isJSXElement(element) || !container.isJSXExpressionContainer() || !isHandlerProp(name)) return [];
  const tag = tagOf(element.openingElement.name);
  const value = container.get("expression");
  if (!value.isExpression() || tag.charAt(0) !== tag.charAt(0).toLowerCase()) return [];
  return [
    {
      event: name.slice("on".length).toLowerCase(),
      description: `${name} of ${jsxName(element)}`,
      tie,
      value,
      run: functionOf(value),
    },
  ];
}

function isHandlerProp(name: string): boolean {
  const initial = name.charAt(2);
  return name.startsWith("on") && initial !== "" && initial === initial.toUpperCase();
}

function statementHandler(tie: NodePath<t.ExpressionStatement>): EventHandler[] {
  const expression = tie.get("expression");
  if (expression.isCallExpression()) {
    const { callee } = expression.node;
    const [event, value] = expression.get("arguments");
    const isTie = t.isMemberExpression(callee) && t.isIdentifier(callee.property, { name: "addEventListener" });
    if (!isTie || !event?.isStringLiteral() || !value?.isExpression()) return [];
    const description = `${event.node.value} of ${codeOf(callee.object)}`;
    return [{ event: event.node.value, description, tie, value, run: functionOf(value) }];
  }
  if (!expression.isAssignmentExpression()) return [];
  const { left } = expression.node;
  if (!t.isMemberExpression(left) || !t.isIdentifier(left.property)) return [];
  const name = left.property.name;
  if (!name.startsWith("on") || name !== name.toLowerCase() || name.length < 5) return [];
  const value = expression.get("right");
  return [
    { event: name.slice(2), description: `${name} of ${codeOf(left.object)}`, tie, value, run: functionOf(value) },
  ];
}

/** The statements a handler runs; null when its body is a single expression or unknown. */
export function bodyOf(run: NodePath<t.Function> | null): t.BlockStatement | null {
  return run && t.isBlockStatement(run.node.body) ? run.node.body : null;
}

/** Gives an arrow function with an expression for a body a block, so that statements can be put before it. */
export function ensureBlockInPlace(run: NodePath<t.Function>): t.BlockStatement {
  const { node } = run;
  if (t.isBlockStatement(node.body)) return node.body;
  const block = t.blockStatement([t.returnStatement(node.body)]);
  node.body = block;
  if (t.isArrowFunctionExpression(node)) node.expression = false;
  return block;
}
