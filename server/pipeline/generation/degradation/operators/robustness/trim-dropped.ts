import { t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

const TIDYING: readonly string[] = ["trim", "toLowerCase", "toUpperCase"];

export const trimDropped: Operator = {
  name: "trim-dropped",
  family: "robustness",
  severity: "light",
  does: "Input is taken as typed, with its blanks and capitals.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isCallExpression() || path.node.arguments.length > 0) return [];
      const { callee } = path.node;
      if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property)) return [];
      if (!TIDYING.includes(callee.property.name)) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.replaceWith(callee.object);
        }),
      ];
    }),
};
