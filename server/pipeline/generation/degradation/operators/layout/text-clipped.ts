import type { Operator } from "../../operator.ts";
import { type StyleBox, styleBoxes } from "../../style-boxes.ts";

const TEXT_TAGS: readonly string[] = ["p", "h1", "h2", "h3", "h4", "span", "label", "li", "td", "button", "strong"];
/** A width limit means nothing to these unless they are made blocks. */
const INLINE_TAGS: readonly string[] = ["span", "strong"];

export const textClipped: Operator = {
  name: "text-clipped",
  family: "layout",
  severity: "light",
  does: "Text does not fit its box and is cut off.",
  sites: (tree) =>
    styleBoxes(tree)
      .filter(holdsText)
      .map((box) => ({
        id: box.id,
        description: box.description,
        spans: [],
        places: box.places,
        editInPlace: () =>
          box.addInPlace([...(INLINE_TAGS.includes(box.subject) ? ["inline-block"] : []), "max-w-[7ch]", "truncate"], {
            "max-width": "7ch",
            overflow: "hidden",
            "white-space": "nowrap",
          }),
      })),
};

function holdsText(box: StyleBox): boolean {
  if (box.has("truncate", "text-overflow") || box.has("sr-only", "clip") || box.has("max-w", "max-width")) return false;
  return TEXT_TAGS.includes(box.subject) || (box.childCount === null && box.has("", "font-size"));
}
