import type { Operator } from "../../operator.ts";
import { styleBoxes } from "../../style-boxes.ts";
import { isContainer } from "./wide-minimum.ts";

export const heightFixed: Operator = {
  name: "height-fixed",
  family: "layout",
  severity: "heavy",
  does: "A part has a fixed height, and what does not fit cannot be seen or reached.",
  sites: (tree) =>
    styleBoxes(tree)
      .filter((box) => isContainer(box) && !box.has("h", "height") && !box.has("overflow", "overflow"))
      .map((box) => ({
        id: box.id,
        description: box.description,
        spans: [],
        places: box.places,
        editInPlace: (chance) => {
          const steps = 14 + chance.below(10);
          box.addInPlace([`h-${steps}`, "overflow-hidden"], { height: `${steps * 4}px`, overflow: "hidden" });
        },
      })),
};
