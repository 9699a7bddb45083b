import type { Operator } from "../../operator.ts";
import { textSite, textSlots } from "../../text-slots.ts";

const GENERIC: readonly string[] = ["Button", "Submit", "Click here", "Label", "Option", "Item"];

export const labelGeneric: Operator = {
  name: "label-generic",
  family: "content",
  severity: "medium",
  does: "A control or heading does not say what it is for.",
  sites: (tree) =>
    textSlots(tree)
      .filter((slot) => slot.kind === "control" || slot.kind === "heading")
      .map((slot) =>
        textSite(slot, (chance) => {
          slot.setInPlace(slot.kind === "heading" ? "Untitled" : chance.pick(GENERIC));
        }),
      ),
};
