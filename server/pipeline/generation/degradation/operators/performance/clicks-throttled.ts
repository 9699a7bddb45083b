import { type NodePath, t } from "../../babel.ts";
import { callGraph } from "../../call-graph.ts";
import { ensureBlockInPlace, eventHandlers } from "../../event-handlers.ts";
import { declareAtTopInPlace } from "../../module-variables.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { freshName } from "../../script-text.ts";

/** Longer than the pause between two clicks of somebody who counts up by clicking. */
const PAUSE_MS = 700;

export const clicksThrottled: Operator = {
  name: "clicks-throttled",
  family: "performance",
  severity: "medium",
  does: "Of quick clicks only the first counts.",
  sites: (tree) => {
    const graph = callGraph(tree);
    return eventHandlers(tree).flatMap((handler): Site[] => {
      const { run } = handler;
      if (handler.event !== "click" || !run || graph.whileBuilding.has(run.node)) return [];
      return [scriptSite(handler.tie, handler.description, () => throttleInPlace(run))];
    });
  },
};

/** `if (performance.now() - latest < 700) return; latest = performance.now();` in front of the handler's own work. */
function throttleInPlace(run: NodePath<t.Function>): void {
  const latest = freshName(run.scope, ["latest", "previous", "pressed"]);
  declareAtTopInPlace(run, latest, t.unaryExpression("-", t.numericLiteral(PAUSE_MS)));
  const now = () => t.callExpression(t.memberExpression(t.identifier("performance"), t.identifier("now")), []);
  const since = t.binaryExpression("-", now(), t.identifier(latest));
  const isSoon = t.binaryExpression("<", since, t.numericLiteral(PAUSE_MS));
  const note = t.expressionStatement(t.assignmentExpression("=", t.identifier(latest), now()));
  ensureBlockInPlace(run).body.unshift(t.ifStatement(isSoon, t.returnStatement()), note);
}
