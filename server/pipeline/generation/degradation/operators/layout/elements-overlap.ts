import type { Operator } from "../../operator.ts";
import { type StyleBox, styleBoxes } from "../../style-boxes.ts";

export const elementsOverlap: Operator = {
  name: "elements-overlap",
  family: "layout",
  severity: "heavy",
  does: "One part lies over another.",
  sites: (tree) =>
    styleBoxes(tree)
      .filter(canMove)
      .map((box) => ({
        id: box.id,
        description: box.description,
        spans: [],
        places: box.places,
        editInPlace: (chance) => {
          const steps = 5 + chance.below(3);
          box.addInPlace([`-mb-${steps}`], { "margin-bottom": `-${steps * 4}px` });
        },
      })),
};

const BLOCKS: readonly string[] = ["div", "section", "header", "form", "p", "ul", "h1", "h2"];

/** A negative margin on the outermost element would only move the page; an existing one would win or lose by chance. */
function canMove(box: StyleBox): boolean {
  if (box.has("mb", "margin-bottom") || box.has("absolute", "position") || box.has("sr-only", "clip")) return false;
  if (box.childCount !== null) return box.depth > 0 && BLOCKS.includes(box.subject);
  return box.subject.startsWith(".") || BLOCKS.includes(box.subject);
}
