import { t } from "../../babel.ts";
import { callGraph, runsAfterEventsOnly } from "../../call-graph.ts";
import { declareAtTopInPlace } from "../../module-variables.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { freshName } from "../../script-text.ts";
import { type StateUpdate, stateUpdates, updateStatement } from "../../state-updates.ts";

/** One update in three is dropped by a count that was meant to thin out something else. */
export const updateLost: Operator = {
  name: "update-lost",
  family: "behaviour",
  severity: "light",
  does: "Every third change of something is forgotten.",
  sites: (tree) => {
    const graph = callGraph(tree);
    return stateUpdates(tree)
      .filter((update) => runsAfterEventsOnly(update.call, graph))
      .map((update) => scriptSite(update.call, `change of ${update.state}`, () => guardInPlace(update)));
  },
};

function guardInPlace(update: StateUpdate): void {
  const counter = freshName(update.call.scope, ["changes", "revision", "turns", "passes"]);
  declareAtTopInPlace(update.call, counter, t.numericLiteral(0));
  const counted = t.updateExpression("++", t.identifier(counter), true);
  const due = t.binaryExpression("%", counted, t.numericLiteral(3));
  const statement = updateStatement(update);
  if (statement) statement.replaceWith(t.ifStatement(due, t.expressionStatement(update.call.node)));
  else update.call.replaceWith(t.logicalExpression("&&", due, update.call.node));
}
