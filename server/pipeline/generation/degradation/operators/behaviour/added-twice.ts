import { type NodePath, t } from "../../babel.ts";
import { callGraph, runsAfterEventsOnly } from "../../call-graph.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

export const addedTwice: Operator = {
  name: "added-twice",
  family: "behaviour",
  severity: "medium",
  does: "Adding something adds it twice.",
  sites: (tree) => {
    const graph = callGraph(tree);
    const isLater = (path: NodePath) => runsAfterEventsOnly(path, graph);
    return tree.paths.flatMap((path): Site[] => {
      if (path.isArrayExpression() && isLater(path)) return growingList(path);
      return path.isCallExpression() && isLater(path) ? pushCall(path) : [];
    });
  },
};

/** `[...list, item]` → `[...list, item, item]`. */
function growingList(path: NodePath<t.ArrayExpression>): Site[] {
  const { elements } = path.node;
  const items = elements.filter((element) => element !== null && !t.isSpreadElement(element));
  const [item] = items;
  if (items.length !== 1 || elements.length < 2 || !item) return [];
  return [
    scriptSite(path, `list ${codeOf(path.node)}`, () => {
      elements.splice(elements.indexOf(item), 0, t.cloneNode(item));
    }),
  ];
}

function pushCall(path: NodePath<t.CallExpression>): Site[] {
  const { callee, arguments: items } = path.node;
  const [item] = items;
  const pushes =
    t.isMemberExpression(callee) &&
    t.isIdentifier(callee.property) &&
    ["push", "unshift"].includes(callee.property.name);
  if (!pushes || items.length !== 1 || !item || t.isSpreadElement(item)) return [];
  return [
    scriptSite(path, `list ${codeOf(path.node)}`, () => {
      items.push(t.cloneNode(item));
    }),
  ];
}
