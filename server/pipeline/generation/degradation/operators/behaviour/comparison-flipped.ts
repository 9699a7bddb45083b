import type { t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions } from "../../script-text.ts";
import { isLoopTest } from "./off-by-one.ts";

type Comparison = "<" | "<=" | ">" | ">=";
const OTHER: Readonly<Record<Comparison, Comparison>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

export const comparisonFlipped: Operator = {
  name: "comparison-flipped",
  family: "behaviour",
  severity: "medium",
  does: "A limit includes the value it should exclude, or the other way round.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isBinaryExpression() || isLoopTest(path) || enclosingFunctions(path).length === 0) return [];
      const { node } = path;
      const { operator } = node;
      if (!isComparison(operator)) return [];
      return [
        scriptSite(path, `limit ${codeOf(node)}`, () => {
          node.operator = OTHER[operator];
        }),
      ];
    }),
};

function isComparison(operator: t.BinaryExpression["operator"]): operator is Comparison {
  return operator in OTHER;
}
