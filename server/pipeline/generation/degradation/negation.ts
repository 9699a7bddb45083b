import { t } from "./babel.ts";

const INVERSE: Readonly<Record<string, t.BinaryExpression["operator"]>> = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
};

/** The opposite of a condition as a person would write it. Orderings are wrapped, since NaN has no opposite. */
export function negated(test: t.Expression): t.Expression {
  if (t.isUnaryExpression(test, { operator: "!" })) return test.argument;
  if (t.isBinaryExpression(test)) {
    const operator = INVERSE[test.operator];
    if (operator) return t.binaryExpression(operator, test.left, test.right);
  }
  return t.unaryExpression("!", test);
}
