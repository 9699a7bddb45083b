import type { Target } from "#sandbox/contract.ts";

import { accessibleName, visibleText } from "./accessible-name.ts";
import { hasRole, roleOf } from "./role.ts";
import { contains, mayContain } from "./text-match.ts";
import { isRendered, isVisible } from "./visibility.ts";

/** Every element in document order, those in open shadow trees included. */
export function allElements(): Element[] {
  const found: Element[] = [];
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll("*")) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  if (document.body) walk(document.body);
  return found;
}

function textOf(element: Element): string {
  const button = element instanceof HTMLInputElement && ["button", "submit", "reset"].includes(element.type);
  return button ? accessibleName(element) : visibleText(element);
}

function fits(element: Element, target: Target): boolean {
  if (target.tag !== undefined && element.localName !== target.tag.toLowerCase()) return false;
  if (target.role !== undefined && !hasRole(element, target.role)) return false;
  if (target.placeholder !== undefined && !contains(element.getAttribute("placeholder") ?? "", target.placeholder)) {
    return false;
  }
  if (target.text !== undefined) {
    if (element.localName !== "input" && !mayContain(element.textContent ?? "", target.text)) return false;
    if (!contains(textOf(element), target.text)) return false;
  }
  if (target.name === undefined) return true;
  // Without a role of its own an element has no name to be known by, unless its author gave it one.
  if (roleOf(element) === null && !element.hasAttribute("aria-label") && !element.hasAttribute("title")) return false;
  return contains(accessibleName(element), target.name);
}

/** Without an outer element that only matches because an inner one does. */
function innermost(elements: readonly Element[]): Element[] {
  return elements.filter((outer) => !elements.some((inner) => inner !== outer && outer.contains(inner)));
}

/** All elements that a person would see and that fit the target, in document order. `nth` is not applied. */
export function locateAll(target: Target, options: { transparentToo?: boolean } = {}): Element[] {
  const shown = options.transparentToo ? isRendered : isVisible;
  const matching = allElements().filter((element) => fits(element, target) && shown(element));
  return target.text === undefined ? matching : innermost(matching);
}

/** The element a step acts on: a visible one if there is any, else one that hovering may reveal. */
export function locate(target: Target): Element | null {
  const nth = target.nth ?? 0;
  return locateAll(target)[nth] ?? locateAll(target, { transparentToo: true })[nth] ?? null;
}
