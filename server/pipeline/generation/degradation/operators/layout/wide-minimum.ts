import type { Operator } from "../../operator.ts";
import { type StyleBox, styleBoxes } from "../../style-boxes.ts";

/** Wider than a phone, narrower than a laptop: seen at 375 px and, inside a column, at 1280 px too. */
const MINIMUM_PX = 720;

export const wideMinimum: Operator = {
  name: "wide-minimum",
  family: "layout",
  severity: "medium",
  does: "A part keeps a fixed width and runs out of a narrow screen.",
  sites: (tree) =>
    styleBoxes(tree)
      .filter(isContainer)
      .map((box) => ({
        id: box.id,
        description: box.description,
        spans: [],
        places: box.places,
        editInPlace: () => box.addInPlace([`min-w-[${MINIMUM_PX}px]`], { "min-width": `${MINIMUM_PX}px` }),
      })),
};

/** A part that holds others: by its children in TSX, by being a grid, a flex box or a padded class in a sheet. */
export function isContainer(box: StyleBox): boolean {
  if (box.has("min-w", "min-width")) return false;
  if (box.childCount !== null)
    return box.childCount >= 2 && ["div", "section", "ul", "form", "header"].includes(box.subject);
  return box.subject.startsWith(".") && (box.has("", "display") || box.has("", "padding"));
}
