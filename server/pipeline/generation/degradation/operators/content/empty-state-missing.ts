import { type NodePath, t } from "../../babel.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

export const emptyStateMissing: Operator = {
  name: "empty-state-missing",
  family: "content",
  severity: "light",
  does: "Nothing is said where there is nothing to show.",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (path.isConditionalExpression()) return choiceSite(path);
      if (path.isLogicalExpression({ operator: "&&" })) return shownWhenEmpty(path);
      return path.isIfStatement() ? branchSite(path) : [];
    }),
};

/** `list.length === 0 ? message : …`: the message becomes nothing. */
function choiceSite(path: NodePath<t.ConditionalExpression>): Site[] {
  const emptiness = emptinessOf(path.node.test);
  if (emptiness === null) return [];
  const message = emptiness ? path.get("consequent") : path.get("alternate");
  if (!isMessage(message.node)) return [];
  const nothing = t.isStringLiteral(message.node) ? t.stringLiteral("") : t.nullLiteral();
  return [
    scriptSite(message, `message when ${codeOf(path.node.test)}`, () => {
      message.replaceWith(nothing);
    }),
  ];
}

function shownWhenEmpty(path: NodePath<t.LogicalExpression>): Site[] {
  const message = path.get("right");
  if (emptinessOf(path.node.left) !== true || !isMessage(message.node)) return [];
  return [
    scriptSite(message, `message when ${codeOf(path.node.left)}`, () => {
      message.replaceWith(t.nullLiteral());
    }),
  ];
}

function branchSite(path: NodePath<t.IfStatement>): Site[] {
  const isEmpty = emptinessOf(path.node.test);
  const branch = isEmpty === false ? path.node.alternate : path.node.consequent;
  if (isEmpty === null || !t.isBlockStatement(branch) || branch.body.length === 0) return [];
  const returns = branch.body.some((statement) => t.isReturnStatement(statement));
  if (returns) return [];
  return [
    scriptSite(path, `branch when ${codeOf(path.node.test)}`, () => {
      branch.body = [];
    }),
  ];
}

/** Does the test say that a list is empty (true), that it is not (false), or something else (null)? */
function emptinessOf(test: t.Expression): boolean | null {
  if (!t.isBinaryExpression(test)) return isLength(test) ? false : null;
  if (!isLength(test.left) || !t.isNumericLiteral(test.right, { value: 0 })) return null;
  if (test.operator === "===") return true;
  return test.operator === ">" || test.operator === "!==" ? false : null;
}

function isLength(node: t.Node): boolean {
  return t.isMemberExpression(node) && t.isIdentifier(node.property, { name: "length" });
}

function isMessage(node: t.Expression): boolean {
  if (t.isStringLiteral(node)) return node.value !== "";
  return t.isJSXElement(node);
}
