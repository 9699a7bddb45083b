import { type NodePath, t } from "../../babel.ts";
import { callGraph, runsAfterEventsOnly } from "../../call-graph.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { freshName } from "../../script-text.ts";
import { type StateUpdate, stateUpdates, updateStatement } from "../../state-updates.ts";

/** One update in three is dropped by a count that was meant to thin out something else. */
export const updateLost: Operator = {
  name: "update-lost",
  family: "behaviour",
  severity: "medium",
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
  declareCounterInPlace(update.call, counter);
  const counted = t.updateExpression("++", t.identifier(counter), true);
  const due = t.binaryExpression("%", counted, t.numericLiteral(3));
  const statement = updateStatement(update);
  if (statement) statement.replaceWith(t.ifStatement(due, t.expressionStatement(update.call.node)));
  else update.call.replaceWith(t.logicalExpression("&&", due, update.call.node));
}

function declareCounterInPlace(path: NodePath, counter: string): void {
  const program = path.scope.getProgramParent().path;
  if (!program.isProgram()) return;
  const declaration = t.variableDeclaration("let", [t.variableDeclarator(t.identifier(counter), t.numericLiteral(0))]);
  const { body } = program.node;
  const afterImports = body.findIndex((statement) => !t.isImportDeclaration(statement));
  body.splice(Math.max(afterImports, 0), 0, declaration);
}
