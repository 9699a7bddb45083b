import { callGraph } from "../../call-graph.ts";
import { ensureBlockInPlace, eventHandlers } from "../../event-handlers.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { busyWait } from "../../busy-wait.ts";

/** Felt as sluggish, far below the seconds after which a watchdog takes an interface for dead. */
const BUSY_MS = 150;

/** Events that come one at a time. Moves come by the hundred and would add up to a freeze. */
const SINGLE_EVENTS: readonly string[] = ["click", "change", "keydown", "submit", "input", "pointerdown", "pointerup"];

export const handlerSlow: Operator = {
  name: "handler-slow",
  family: "performance",
  severity: "light",
  does: "Every use of a control stalls the interface for a moment.",
  unfit: "unseen-by-sandbox",
  sites: (tree) => {
    const graph = callGraph(tree);
    return eventHandlers(tree).flatMap((handler): Site[] => {
      const { run } = handler;
      if (!run || !SINGLE_EVENTS.includes(handler.event) || graph.whileBuilding.has(run.node)) return [];
      return [
        scriptSite(handler.tie, handler.description, () => {
          ensureBlockInPlace(run).body.unshift(...busyWait(run.scope, BUSY_MS));
        }),
      ];
    });
  },
};
