import { defaultTreeAdapter } from "parse5";

import type { HtmlElement } from "./interface-tree.ts";
import type { UiElement } from "./ui-element.ts";

export function htmlElements(elements: readonly HtmlElement[]): UiElement[] {
  const known = new Map<object, UiElement>();
  const childrenOf = new Map<object, UiElement[]>();
  for (const [index, element] of elements.entries()) {
    const parent = element.parentNode ? (known.get(element.parentNode) ?? null) : null;
    const children: UiElement[] = [];
    childrenOf.set(element, children);
    const made = htmlElement(element, `html:${index}`, parent, children);
    known.set(element, made);
    if (element.parentNode) childrenOf.get(element.parentNode)?.push(made);
  }
  return [...known.values()];
}

function htmlElement(element: HtmlElement, id: string, parent: UiElement | null, children: UiElement[]): UiElement {
  const find = (name: string) => element.attrs.find((attribute) => attribute.name === name) ?? null;
  return {
    id,
    tag: element.tagName,
    parent,
    children,
    spans: [],
    words: () => textOf(element),
    isComputed: () => false,
    has: (name) => find(name) !== null,
    value: (name) => find(name)?.value ?? null,
    setInPlace: (name, value) => {
      const present = find(name);
      if (present) present.value = value;
      else element.attrs.push({ name, value });
    },
    dropInPlace: (name) => {
      element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
    },
    renameInPlace: (tag) => {
      element.tagName = tag;
      element.nodeName = tag;
    },
    removeInPlace: () => defaultTreeAdapter.detachNode(element),
  };
}

function textOf(element: HtmlElement): string {
  const parts = element.childNodes.map((node) => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value.trim();
    return defaultTreeAdapter.isElementNode(node) ? textOf(node) : "";
  });
  return parts.filter((part) => part !== "").join(" ");
}
