import { chroma, formatColour, parseColour, rotateChannels } from "../../css-colour.ts";
import { cssPieces, mapPieces } from "../../css-value.ts";
import { styleOperator } from "../../style-operator.ts";
import { colourOf, ERROR_HUES, HUES } from "../../tailwind-utility.ts";

const COLOURED: readonly string[] = [
  "background",
  "background-color",
  "color",
  "border-color",
  "fill",
  "border",
  "accent-color",
];

/** A third of the way round the colour circle; the order of `HUES` is that of the circle. */
const CHROMATIC = HUES.slice(5);

/** Below this spread of channels a colour reads as a grey, and turning its hue would not be seen. */
const CHROMA_MIN = 60;

export const coloursClash = styleOperator({
  name: "colours-clash",
  family: "visual",
  severity: "light",
  does: "A colour does not belong to the palette of the rest.",
  decision: {
    ofUtility: (body) => colourOf(body)?.hue ?? body,
    ofDeclaration: (_, value) => cssPieces(value).find(isChromatic) ?? value,
  },
  utility: (body) => {
    const colour = colourOf(body);
    if (!colour || colour.shade === null || colour.neutral || ERROR_HUES.includes(colour.hue)) return null;
    const at = CHROMATIC.findIndex((hue) => hue === colour.hue);
    const hue = CHROMATIC[(at + Math.round(CHROMATIC.length / 3)) % CHROMATIC.length] ?? "lime";
    return `${colour.property}-${hue}-${colour.shade}${colour.alpha}`;
  },
  declaration: (property, value) => {
    if (!COLOURED.includes(property) && !property.startsWith("--")) return null;
    return mapPieces(value, (piece) => {
      const colour = parseColour(piece);
      return colour && isChromatic(piece) ? formatColour(rotateChannels(colour)) : null;
    });
  },
});

function isChromatic(piece: string): boolean {
  const colour = parseColour(piece);
  return colour !== null && chroma(colour) >= CHROMA_MIN;
}
