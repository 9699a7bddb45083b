import { t } from "../../babel.ts";
import { negated } from "../../negation.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

export const filterInverted: Operator = {
  name: "filter-inverted",
  family: "behaviour",
  severity: "medium",
  does: "A filter keeps what it should drop.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isCallExpression() || !t.isMemberExpression(path.node.callee)) return [];
      const [keep] = path.node.arguments;
      const isFilter = t.isIdentifier(path.node.callee.property, { name: "filter" });
      if (!isFilter || !t.isArrowFunctionExpression(keep) || !t.isExpression(keep.body)) return [];
      // `filter((x) => x !== null)` only drops holes; kept holes would throw.
      if (t.isBinaryExpression(keep.body) && !t.isExpression(keep.body.left)) return [];
      const { body } = keep;
      return [
        scriptSite(path, `filter ${codeOf(keep)}`, () => {
          keep.body = negated(body);
        }),
      ];
    }),
};
