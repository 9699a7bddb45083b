import { type NodePath, t } from "../../babel.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions } from "../../script-text.ts";

export const orderReversed: Operator = {
  name: "order-reversed",
  family: "behaviour",
  severity: "light",
  does: "A list grows at the wrong end or is sorted the wrong way round.",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (path.isArrayExpression()) return appendSite(path);
      return path.isCallExpression() ? callSite(path) : [];
    }),
};

/** `[...list, item]` ↔ `[item, ...list]`. */
function appendSite(path: NodePath<t.ArrayExpression>): Site[] {
  const { elements } = path.node;
  const [first, second] = elements;
  const grows = elements.length === 2 && t.isSpreadElement(first) !== t.isSpreadElement(second);
  if (!grows || enclosingFunctions(path).length === 0) return [];
  return [
    scriptSite(path, `list ${codeOf(path.node)}`, () => {
      elements.reverse();
    }),
  ];
}

function callSite(path: NodePath<t.CallExpression>): Site[] {
  const { callee } = path.node;
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property)) return [];
  const method = callee.property;
  const [argument] = path.node.arguments;
  if (["sort", "toSorted"].includes(method.name) && t.isFunction(argument) && argument.params.length === 2) {
    return [
      scriptSite(path, `order ${codeOf(argument)}`, () => {
        argument.params.reverse();
      }),
    ];
  }
  const other = { push: "unshift", unshift: "push" }[method.name];
  if (other === undefined || !path.parentPath.isExpressionStatement() || enclosingFunctions(path).length === 0)
    return [];
  return [
    scriptSite(path, `list ${codeOf(path.node)}`, () => {
      method.name = other;
    }),
  ];
}
