import { styleOperator } from "../../style-operator.ts";

const UTILITIES: Readonly<Record<string, string>> = {
  "items-center": "items-start",
  "items-baseline": "items-end",
  "items-end": "items-start",
  "justify-between": "justify-start",
  "justify-center": "justify-end",
  "text-center": "text-right",
  "text-right": "text-left",
  "mx-auto": "mx-0",
};
const VALUES: Readonly<Record<string, string>> = {
  center: "flex-start",
  baseline: "flex-end",
  end: "start",
  "space-between": "flex-start",
};

export const alignmentBroken = styleOperator({
  name: "alignment-broken",
  family: "layout",
  severity: "light",
  does: "Things that belong on one line or in the middle are not.",
  decision: { ofUtility: (body) => body.split("-")[0] ?? body, ofDeclaration: (property) => property },
  utility: (body) => UTILITIES[body] ?? null,
  declaration: (property, value) => {
    if (property === "text-align") return value === "center" ? "right" : null;
    if (property === "margin") return value.endsWith(" auto") ? value.slice(0, -"auto".length).concat("0") : null;
    const aligns = ["align-items", "justify-content", "place-items", "justify-items"].includes(property);
    return aligns ? (VALUES[value] ?? null) : null;
  },
});
