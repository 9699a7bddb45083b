import type { Operator, Site } from "../../operator.ts";
import { shorten } from "../../ui-element.ts";
import { type TextSlot, textSlots } from "../../text-slots.ts";

export const labelsSwapped: Operator = {
  name: "labels-swapped",
  family: "content",
  severity: "medium",
  does: "Two texts of the same kind have changed places.",
  sites: (tree) => {
    const slots = textSlots(tree);
    return slots.flatMap((first, index): Site[] => {
      const second = slots.slice(index + 1).find((other) => isAlike(first, other));
      if (!second) return [];
      const description = `${first.owner} “${shorten(first.text)}” and “${shorten(second.text)}”`;
      const editInPlace = () => {
        const { text } = first;
        first.setInPlace(second.text);
        second.setInPlace(text);
      };
      return [{ id: `${first.id}+${second.id}`, description, spans: [...first.spans, ...second.spans], editInPlace }];
    });
  },
};

function isAlike(a: TextSlot, b: TextSlot): boolean {
  return a.kind === b.kind && a.owner === b.owner && a.kind !== "template" && a.kind !== "prose" && a.text !== b.text;
}
