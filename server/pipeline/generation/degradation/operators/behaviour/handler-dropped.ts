import { t } from "../../babel.ts";
import { eventHandlers } from "../../event-handlers.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

/** A form keeps `preventDefault`: without it a submission would leave the document. */
export const handlerDropped: Operator = {
  name: "handler-dropped",
  family: "behaviour",
  severity: "heavy",
  does: "A control no longer does anything.",
  sites: (tree) =>
    eventHandlers(tree)
      .filter((handler) => codeOf(handler.value.node) !== codeOf(preventDefault()))
      .map((handler) =>
        scriptSite(handler.tie, handler.description, () => {
          if (handler.event === "submit") handler.value.replaceWith(preventDefault());
          else handler.tie.remove();
        }),
      ),
};

function preventDefault(): t.ArrowFunctionExpression {
  const callee = t.memberExpression(t.identifier("event"), t.identifier("preventDefault"));
  return t.arrowFunctionExpression([t.identifier("event")], t.callExpression(callee, []));
}
