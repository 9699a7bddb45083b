import { type NodePath, t } from "../../babel.ts";
import { callGraph, runsAfterEventsOnly } from "../../call-graph.ts";
import { negated } from "../../negation.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, enclosingFunctions } from "../../script-text.ts";

export const conditionNegated: Operator = {
  name: "condition-negated",
  family: "behaviour",
  severity: "medium",
  does: "A condition is the wrong way round.",
  sites: (tree) => {
    const graph = callGraph(tree);
    return tree.paths.flatMap((path) => {
      const test = testOf(path);
      if (!test || !isChoice(path.node) || enclosingFunctions(path).length === 0) return [];
      // While the interface is built, a reversed early return could leave nothing to look at.
      const harmless = path.isConditionalExpression() || runsAfterEventsOnly(path, graph);
      if (!harmless || protectsAccess(path.node)) return [];
      return [
        scriptSite(test, `condition ${codeOf(test.node)}`, () => {
          test.replaceWith(negated(test.node));
        }),
      ];
    });
  },
};

function testOf(path: NodePath): NodePath<t.Expression> | null {
  if (path.isIfStatement()) return path.get("test");
  return path.isConditionalExpression() ? path.get("test") : null;
}

function isChoice(node: t.Node): node is t.IfStatement | t.ConditionalExpression {
  return t.isIfStatement(node) || t.isConditionalExpression(node);
}

/** Does the condition protect from reading a property of something absent? Reversed, it would throw. */
function protectsAccess(choice: t.IfStatement | t.ConditionalExpression): boolean {
  const tested = new Set<string>();
  let comparesWithNothing = false;
  t.traverseFast(choice.test, (node) => {
    if (t.isIdentifier(node)) tested.add(node.name);
    if (t.isNullLiteral(node) || t.isIdentifier(node, { name: "undefined" })) comparesWithNothing = true;
  });
  if (comparesWithNothing) return true;
  if (!t.isIdentifier(choice.test) && !t.isUnaryExpression(choice.test)) return false;
  let reads = false;
  t.traverseFast(choice, (node) => {
    if (t.isMemberExpression(node) && t.isIdentifier(node.object) && tested.has(node.object.name)) reads = true;
  });
  return reads;
}
