import type { Target } from "#sandbox/contract.ts";

import { accessibleName, visibleText } from "./accessible-name.ts";
import { hasRole, roleOf } from "./role.ts";
import { contains, mayContain } from "./text-match.ts";
import { isRendered, isVisible } from "./visibility.ts";

/** Calls `visit` for every element in document order, those in open shadow trees included. */
function walk(root: ParentNode, visit: (element: Element) => void): void {
  for (const element of root.querySelectorAll("*")) {
    visit(element);
    if (element.shadowRoot) walk(element.shadowRoot, visit);
  }
}

export function allElements(): Element[] {
  const found: Element[] = [];
  if (document.body) walk(document.body, (element) => found.push(element));
  return found;
}

/** Elements that may contain a text: whole branches without it are left out, so most texts are never looked at. */
function elementsWithText(text: string): Element[] {
  const found: Element[] = [];
  const descend = (parent: Element | ShadowRoot) => {
    for (const child of parent.children) {
      if (child.shadowRoot) descend(child.shadowRoot);
      const control = child instanceof HTMLInputElement;
      if (!control && !child.shadowRoot && !mayContain(child.textContent ?? "", text)) {
        // Buttons made of `input` have their text in an attribute, and no branch shows it.
        for (const input of child.querySelectorAll("input")) found.push(input);
        continue;
      }
      found.push(child);
      descend(child);
    }
  };
  if (document.body) descend(document.body);
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
  if (target.text !== undefined && !contains(textOf(element), target.text)) return false;
  if (target.name === undefined) return true;
  // Without a role of its own an element has no name to be known by, unless its author gave it one.
  if (roleOf(element) === null && !element.hasAttribute("aria-label") && !element.hasAttribute("title")) return false;
  return contains(accessibleName(element, target.role !== undefined), target.name);
}

/** Without an outer element that only matches because an inner one does. */
function innermost(elements: readonly Element[]): Element[] {
  return elements.filter((outer) => !elements.some((inner) => inner !== outer && outer.contains(inner)));
}

/** All elements that a person would see and that fit the target, in document order. `nth` is not applied. */
export function locateAll(target: Target, options: { transparentToo?: boolean } = {}): Element[] {
  const shown = options.transparentToo ? isRendered : isVisible;
  const candidates = target.text === undefined ? allElements() : elementsWithText(target.text);
  const matching = candidates.filter((element) => fits(element, target) && shown(element));
  return target.text === undefined ? matching : innermost(matching);
}

/** The element a step acts on: a visible one if there is any, else one that hovering may reveal. */
export function locate(target: Target): Element | null {
  const nth = target.nth ?? 0;
  return locateAll(target)[nth] ?? locateAll(target, { transparentToo: true })[nth] ?? null;
}
