import type { EventHandler } from "../../event-handlers.ts";
import { eventHandlers } from "../../event-handlers.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";

export const handlersSwapped: Operator = {
  name: "handlers-swapped",
  family: "behaviour",
  severity: "heavy",
  does: "Two controls do each other's work.",
  sites: (tree) => {
    const handlers = eventHandlers(tree);
    return handlers.flatMap((first, index): Site[] => {
      const second = handlers.slice(index + 1).find((other) => canSwap(first, other));
      if (!second) return [];
      const swap = () => {
        const { node } = first.value;
        first.value.replaceWith(second.value.node);
        second.value.replaceWith(node);
      };
      return [scriptSite(first.tie, `${first.description} and ${second.description}`, swap, [second.tie])];
    });
  },
};

/** Same event and same scope, so each function still finds its names; neither inside the other. */
function canSwap(a: EventHandler, b: EventHandler): boolean {
  if (
    a.event !== b.event ||
    a.tie.scope !== b.tie.scope ||
    (a.tie.parentPath === b.tie.parentPath && a.tie.isJSXAttribute())
  )
    return false;
  return !b.tie.isDescendant(a.tie) && !a.tie.isDescendant(b.tie);
}
