import type { Operator } from "../../operator.ts";
import { textSite, textSlots } from "../../text-slots.ts";

const FILLER =
  "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore";

export const fillerText: Operator = {
  name: "filler-text",
  family: "content",
  severity: "light",
  does: "Filler was never replaced by the real text.",
  sites: (tree) =>
    textSlots(tree)
      .filter((slot) => slot.kind !== "template" && slot.text.length >= 12)
      .map((slot) => textSite(slot, () => slot.setInPlace(fillerOf(slot.text.length)))),
};

/** About as long as what it replaces, in whole words. */
function fillerOf(length: number): string {
  const words = FILLER.split(" ");
  let text = "";
  for (let index = 0; text.length < length - 4; index += 1) {
    text = `${text} ${words[index % words.length] ?? ""}`.trimStart();
  }
  return text;
}
