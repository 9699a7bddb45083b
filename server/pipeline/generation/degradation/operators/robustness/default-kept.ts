import { t } from "../../babel.ts";
import { eventHandlers } from "../../event-handlers.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

/** Not for forms: a submission would leave the document. */
export const defaultKept: Operator = {
  name: "default-kept",
  family: "robustness",
  severity: "light",
  does: "The browser does its own thing as well: the page scrolls, or a drop is refused.",
  sites: (tree) => {
    const submits = new Set(
      eventHandlers(tree).flatMap(({ event, run }) => (event === "submit" && run ? [run.node] : [])),
    );
    return tree.paths.flatMap((path) => {
      if (!path.isExpressionStatement() || !t.isCallExpression(path.node.expression)) return [];
      const { callee } = path.node.expression;
      const prevents = t.isMemberExpression(callee) && t.isIdentifier(callee.property);
      if (!prevents || !["preventDefault", "stopPropagation"].includes(codeOf(callee.property))) return [];
      const around = path.getFunctionParent()?.node;
      if (around && submits.has(around)) return [];
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.remove();
        }),
      ];
    });
  },
};
