import { type NodePath, t } from "../../babel.ts";
import { callGraph } from "../../call-graph.ts";
import { busyWait } from "../../busy-wait.ts";
import { ensureBlockInPlace } from "../../event-handlers.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { functionName } from "../../script-text.ts";

/** At most some ten redraws a second: visible in every animation, still answering to the watchdog. */
const BUSY_MS = 90;

export const renderSlow: Operator = {
  name: "render-slow",
  family: "performance",
  severity: "light",
  does: "Drawing the interface takes so long that movement stutters.",
  sites: (tree) => {
    const graph = callGraph(tree);
    return tree.paths.flatMap((path): Site[] => {
      if (!path.isFunctionDeclaration()) return [];
      const draws = tree.html ? graph.whileBuilding.has(path.node) && graph.afterEvents.has(path.node) : isRoot(path);
      if (!draws || path.node.params.length > 0) return [];
      const description = `drawing in ${functionName(path) ?? "the component"}`;
      const editInPlace = () => {
        ensureBlockInPlace(path).body.unshift(...busyWait(path.scope, BUSY_MS));
      };
      // It only adds a beginning, so edits anywhere in the function go together with it.
      return [{ id: scriptSite(path, "", editInPlace).id, description, spans: [], editInPlace }];
    });
  },
};

/** The exported component is drawn once per change; an inner one would be drawn once per row. */
function isRoot(path: NodePath<t.FunctionDeclaration>): boolean {
  return path.parentPath.isExportDefaultDeclaration();
}
