import type { Operator } from "../../operator.ts";
import { textSite, textSlots } from "../../text-slots.ts";

/** Units and the ones they are mistaken for. Longer ones first, so that `km/h` is not read as `km`. */
const MISTAKEN: readonly (readonly [string, string])[] = [
  ["seconds", "minutes"],
  ["second", "minute"],
  ["minutes", "seconds"],
  ["minute", "second"],
  ["hours", "days"],
  ["days", "hours"],
  ["day", "hour"],
  ["moves", "points"],
  ["points", "levels"],
  ["km/h", "mph"],
  ["kcal", "kJ"],
  ["days/s", "days/h"],
  ["million", "thousand"],
  ["kg", "lb"],
  ["km", "mi"],
  ["min", "sec"],
  ["ml", "oz"],
  ["BPM", "Hz"],
  ["bpm", "Hz"],
  ["px", "pt"],
  ["°C", "°F"],
  ["%", "‰"],
  ["€", "£"],
  ["$", "¥"],
  ["£", "$"],
];

export const unitWrong: Operator = {
  name: "unit-wrong",
  family: "content",
  severity: "light",
  does: "A quantity carries the wrong unit.",
  sites: (tree) =>
    textSlots(tree).flatMap((slot) => {
      const words = slot.text.split(" ");
      const found = MISTAKEN.find(([unit]) => words.some((word) => isUnit(word, unit)));
      if (!found) return [];
      const [unit, wrong] = found;
      const next = words.map((word) => (isUnit(word, unit) ? word.replace(unit, wrong) : word)).join(" ");
      return [textSite(slot, () => slot.setInPlace(next))];
    }),
};

/** The word is the unit, with nothing but digits and punctuation around it. */
function isUnit(word: string, unit: string): boolean {
  const at = word.indexOf(unit);
  if (at < 0) return false;
  const rest = word.slice(0, at) + word.slice(at + unit.length);
  return [...rest].every((character) => "0123456789.,:;()".includes(character));
}
