import type { Operator } from "../../operator.ts";
import { textSite, textSlots } from "../../text-slots.ts";

export const textCut: Operator = {
  name: "text-cut",
  family: "content",
  severity: "light",
  does: "A text stops in the middle of a word.",
  sites: (tree) =>
    textSlots(tree)
      .filter((slot) => slot.kind !== "template" && slot.text.length >= 8)
      .map((slot) =>
        textSite(slot, (chance) => {
          const letters = [...slot.text];
          const keep = Math.round(letters.length * (0.35 + chance.next() * 0.25));
          slot.setInPlace(letters.slice(0, Math.max(3, keep)).join(""));
        }),
      ),
};
