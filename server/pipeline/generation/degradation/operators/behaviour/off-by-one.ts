import { type NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions, functionName, setNumberInPlace } from "../../script-text.ts";

const OPERATORS: readonly string[] = ["+", "-", "<", "<=", ">", ">=", "===", "!=="];

export const offByOne: Operator = {
  name: "off-by-one",
  family: "behaviour",
  severity: "medium",
  does: "A number in a calculation or a comparison is one too large or too small.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isNumericLiteral() || !isCount(path)) return [];
      return [
        scriptSite(path, `${path.node.value} in ${codeOf(path.parent)}`, (chance) => {
          const { value } = path.node;
          setNumberInPlace(path.node, value === 0 || chance.below(2) === 0 ? value + 1 : value - 1);
        }),
      ];
    }),
};

function isCount(path: NodePath<t.NumericLiteral>): boolean {
  const { parentPath, node } = path;
  if (!Number.isInteger(node.value) || node.value > 100 || enclosingFunctions(path).length === 0) return false;
  if (parentPath.isCallExpression()) return path.listKey === "arguments" && isSliceCall(parentPath.node);
  if (!parentPath.isBinaryExpression() || !OPERATORS.includes(parentPath.node.operator)) return false;
  const isEquality = parentPath.node.operator.endsWith("==");
  // Missing the one value that ends a loop or a recursion would never end it.
  return !isEquality || !(isLoopTest(parentPath) || isInRecursion(parentPath));
}

function isSliceCall({ callee }: t.CallExpression): boolean {
  return (
    t.isMemberExpression(callee) && t.isIdentifier(callee.property) && ["slice", "at"].includes(callee.property.name)
  );
}

export function isLoopTest(path: NodePath): boolean {
  const loop = path.findParent((above) => above.isStatement());
  return loop?.isWhile() === true || loop?.isForStatement() === true;
}

function isInRecursion(path: NodePath): boolean {
  return enclosingFunctions(path).some((around) => {
    const name = functionName(around);
    const uses = name ? (around.scope.getBinding(name)?.referencePaths ?? []) : [];
    return uses.some((use) => use.isDescendant(around));
  });
}
