import { t } from "../../babel.ts";
import { ensureBlockInPlace, eventHandlers } from "../../event-handlers.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";

/** Longer than the second within which an answer still feels connected to the act. */
const DELAY_MS = 1200;

/** Events whose handler may run late: typing and submitting read the event or stop the browser at once. */
const DEFERRABLE: readonly string[] = ["click"];

export const responseDelayed: Operator = {
  name: "response-delayed",
  family: "performance",
  severity: "heavy",
  does: "A control answers so late that people press it again.",
  sites: (tree) =>
    eventHandlers(tree).flatMap((handler): Site[] => {
      if (!DEFERRABLE.includes(handler.event) || !handler.value.isFunction()) return deferByName(handler);
      const run = handler.value;
      return [
        scriptSite(handler.tie, handler.description, () => {
          const block = ensureBlockInPlace(run);
          block.body = [t.expressionStatement(deferred(t.arrowFunctionExpression([], t.blockStatement(block.body))))];
        }),
      ];
    }),
};

/** `onClick={save}` → `onClick={(event) => setTimeout(() => save(event), 1200)}`. */
function deferByName(handler: ReturnType<typeof eventHandlers>[number]): Site[] {
  const { value } = handler;
  if (!DEFERRABLE.includes(handler.event) || !value.isIdentifier()) return [];
  return [
    scriptSite(handler.tie, handler.description, () => {
      const call = t.arrowFunctionExpression(
        [],
        t.callExpression(t.identifier(value.node.name), [t.identifier("event")]),
      );
      value.replaceWith(t.arrowFunctionExpression([t.identifier("event")], deferred(call)));
    }),
  ];
}

function deferred(run: t.Expression): t.CallExpression {
  return t.callExpression(t.identifier("setTimeout"), [run, t.numericLiteral(DELAY_MS)]);
}
