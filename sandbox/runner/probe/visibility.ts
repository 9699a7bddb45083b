/** What a person can see and reach. */

type Box = { left: number; top: number; right: number; bottom: number };

function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isEmpty(box: Box): boolean {
  return box.right - box.left < 0.5 || box.bottom - box.top < 0.5;
}

/** `hidden` and `clip` cut content off for good; what `auto` and `scroll` cut off can be scrolled to. */
function clips(overflow: string): boolean {
  return overflow === "hidden" || overflow === "clip";
}

function containsAbsolute(style: CSSStyleDeclaration): boolean {
  return style.position !== "static" || style.transform !== "none" || style.filter !== "none";
}

/** The part of the element's box that no ancestor cuts off, in viewport coordinates; null when nothing is left. */
export function reachableBox(element: Element): DOMRect | null {
  const own = element.getBoundingClientRect();
  let box: Box = own;
  if (isEmpty(box) || own.right + scrollX <= 0 || own.bottom + scrollY <= 0) return null;
  let position = getComputedStyle(element).position;
  for (let ancestor = element.parentElement; ancestor && position !== "fixed"; ancestor = ancestor.parentElement) {
    if (ancestor === document.documentElement || ancestor === document.body) break;
    const style = getComputedStyle(ancestor);
    if (position === "absolute" && !containsAbsolute(style)) continue;
    position = style.position;
    if (!clips(style.overflowX) && !clips(style.overflowY)) continue;
    const edge = ancestor.getBoundingClientRect();
    box = intersection(box, {
      left: clips(style.overflowX) ? edge.left : box.left,
      right: clips(style.overflowX) ? edge.right : box.right,
      top: clips(style.overflowY) ? edge.top : box.top,
      bottom: clips(style.overflowY) ? edge.bottom : box.bottom,
    });
    if (isEmpty(box)) return null;
  }
  return new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
}

/** Laid out and not hidden. Transparent elements pass: hovering often reveals them, and real controls lie under drawn ones. */
export function isRendered(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  return reachableBox(element) !== null;
}

/** Rendered and not transparent. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true }) && isRendered(element);
}
