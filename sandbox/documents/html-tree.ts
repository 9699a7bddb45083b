import { defaultTreeAdapter, html } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type Node = DefaultTreeAdapterTypes.Node;

/** Every element below a node in document order, the content of `<template>` included. */
export function* elementsBelow(node: Node): Generator<Element> {
  const children = "childNodes" in node ? node.childNodes : [];
  for (const child of children) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    yield child;
    yield* elementsBelow(child);
  }
  if ("content" in node) yield* elementsBelow(node.content);
}

/** The value of an attribute; null when the element does not have it. `xlink:href` is found as `href`. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const existing = element.attrs.find((attr) => attr.name === name);
  if (existing) existing.value = value;
  else element.attrs.push({ name, value });
}

export function textOf(element: Element): string {
  return element.childNodes.map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : "")).join("");
}

export function setText(element: Element, text: string): void {
  for (const child of element.childNodes.slice()) defaultTreeAdapter.detachNode(child);
  defaultTreeAdapter.insertText(element, text);
}

export function makeElement(tagName: string, attributes: Readonly<Record<string, string>>, text = ""): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  if (text !== "") defaultTreeAdapter.insertText(element, text);
  return element;
}

/** Line of the author's file on which an element stands; on which its text begins, where it has text. */
export function lineOf(element: Element): number {
  return element.sourceCodeLocation?.startLine ?? 1;
}

export function textLineOf(element: Element): number {
  return element.childNodes[0]?.sourceCodeLocation?.startLine ?? lineOf(element);
}

/** SVG and MathML elements share names with HTML: `<title>` and `<script>` mean other things there. */
export function isHtml(element: Element): boolean {
  return element.namespaceURI === html.NS.HTML;
}
