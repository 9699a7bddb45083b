import { type NodePath, t } from "../../babel.ts";
import { callGraph, runsAfterEventsOnly } from "../../call-graph.ts";
import { jsxName, tagOf } from "../../jsx-ui-element.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

export const validationRemoved: Operator = {
  name: "validation-removed",
  family: "behaviour",
  severity: "medium",
  does: "Something that should be refused is accepted.",
  sites: (tree) => {
    const graph = callGraph(tree);
    return tree.paths.flatMap((path): Site[] => {
      if (path.isJSXAttribute()) return disabledProp(path);
      if (path.isExpressionStatement()) return disabledAssignment(path);
      if (!path.isIfStatement() || !isRefusal(path.node) || !runsAfterEventsOnly(path, graph)) return [];
      return [
        scriptSite(path, `refusal when ${codeOf(path.node.test)}`, () => {
          path.remove();
        }),
      ];
    });
  },
};

/** `if (bad) return;`, also with a message before the return. Checks for something absent would throw when lost. */
function isRefusal({ test, consequent, alternate }: t.IfStatement): boolean {
  const last = t.isBlockStatement(consequent) ? consequent.body.at(-1) : consequent;
  if (alternate || !t.isReturnStatement(last) || (last.argument && !t.isNullLiteral(last.argument))) return false;
  let judgesValue = false;
  t.traverseFast(test, (node) => {
    if (t.isBinaryExpression(node)) judgesValue ||= ["<", "<=", ">", ">="].includes(node.operator);
    if (t.isStringLiteral(node)) judgesValue = true;
    if (t.isIdentifier(node)) judgesValue ||= VALUE_CHECKS.includes(node.name);
  });
  return judgesValue;
}

const VALUE_CHECKS: readonly string[] = ["trim", "isNaN", "isFinite", "isInteger", "includes", "some", "length", "has"];

function disabledProp(path: NodePath<t.JSXAttribute>): Site[] {
  const element = path.parentPath.parent;
  const isComputed = path.node.name.name === "disabled" && t.isJSXExpressionContainer(path.node.value);
  if (!isComputed || !t.isJSXElement(element)) return [];
  const tag = tagOf(element.openingElement.name);
  if (tag.charAt(0) !== tag.charAt(0).toLowerCase()) return [];
  return [
    scriptSite(path, `disabled state of ${jsxName(element)}`, () => {
      path.remove();
    }),
  ];
}

function disabledAssignment(path: NodePath<t.ExpressionStatement>): Site[] {
  const { expression } = path.node;
  if (!t.isAssignmentExpression(expression) || !t.isMemberExpression(expression.left)) return [];
  if (!t.isIdentifier(expression.left.property, { name: "disabled" })) return [];
  return [
    scriptSite(path, `disabled state of ${codeOf(expression.left.object)}`, () => {
      path.remove();
    }),
  ];
}
