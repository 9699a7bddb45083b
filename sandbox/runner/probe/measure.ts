import { allElements } from "./locate.ts";
import { isRendered } from "./visibility.ts";

const CONTROLS = [
  "a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable=true],[contenteditable='']",
  "[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=slider],[role=tab],[role=textbox]",
  "[role=combobox],[role=menuitem],[role=option],[role=spinbutton],[tabindex]:not([tabindex='-1'])",
].join(",");

export type Measurement = {
  textLength: number;
  nodeCount: number;
  controlCount: number;
  frameCount: number;
  overflowPx: number;
};

/** What the viewport takes from `html`, and from `body` when `html` says nothing (CSS Overflow 3, section 3.3). */
function viewportOverflowX(): string {
  const root = getComputedStyle(document.documentElement).overflowX;
  return root === "visible" && document.body ? getComputedStyle(document.body).overflowX : root;
}

/** CSS px by which the document can be scrolled sideways. What the page itself cuts off cannot be scrolled to. */
export function overflowPx(): number {
  const hidden = viewportOverflowX();
  if (hidden === "hidden" || hidden === "clip") return 0;
  const root = document.documentElement;
  return Math.max(0, Math.ceil(root.scrollWidth - root.clientWidth));
}

export function measure(): Measurement {
  const elements = allElements();
  return {
    textLength: document.body?.innerText.trim().length ?? 0,
    nodeCount: document.getElementsByTagName("*").length,
    controlCount: elements.filter((element) => element.matches(CONTROLS) && isRendered(element)).length,
    frameCount: elements.filter((element) => element.localName === "iframe").length,
    overflowPx: overflowPx(),
  };
}
