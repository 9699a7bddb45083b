import { roleOf } from "./role.ts";

/**
 * Accessible names after "Accessible Name and Description Computation 1.2", without text of CSS pseudo-elements.
 * Written here because CDP's accessibility tree costs a full tree per query and a round trip per poll.
 */

/** Roles named by what they contain. */
const NAMED_BY_CONTENT = new Set([
  ...["button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link", "menuitem", "menuitemcheckbox"],
  ...["menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip", "treeitem"],
]);

/** Not named by their content in the standard; but a check that asks for one of these by name means its text. */
const CALLED_BY_CONTENT = new Set(["alert", "listitem", "paragraph", "status"]);

/** With none of these inside, `innerText` already is the name from content, and far cheaper. */
const SPECIAL_CONTENT = "[aria-hidden],[aria-label],[aria-labelledby],img,svg,input,select,textarea";

function joined(parts: readonly string[]): string {
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

export function visibleText(element: Element): string {
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? "");
}

function controlText(element: Element): string | null {
  if (element instanceof HTMLInputElement) {
    return ["checkbox", "radio", "hidden"].includes(element.type) ? "" : element.value;
  }
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? "";
  return null;
}

function isHidden(element: Element): boolean {
  return element.getAttribute("aria-hidden") === "true" || !element.checkVisibility({ visibilityProperty: true });
}

/** Text that an element lends to the name of an ancestor. */
function contentText(element: Element, depth: number): string {
  if (depth > 12) return "";
  if (element instanceof HTMLElement && !element.querySelector(SPECIAL_CONTENT)) return element.innerText;
  let text = "";
  for (const node of element.childNodes) {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element) || isHidden(node)) continue;
    const inline = getComputedStyle(node).display.startsWith("inline");
    const own = ownLabel(node, depth + 1) ?? controlText(node) ?? contentText(node, depth + 1);
    text += inline ? own : ` ${own} `;
  }
  return text;
}

/** `aria-labelledby`, `aria-label`, `alt` and the title of a drawing. */
function ownLabel(element: Element, depth: number): string | null {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const root = element.getRootNode();
  if (depth === 0 && (root instanceof Document || root instanceof ShadowRoot)) {
    const labels = ids.map((id) => root.getElementById(id)).filter((label) => label !== null);
    const text = joined(labels.map((label) => ownLabel(label, 1) ?? controlText(label) ?? contentText(label, 1)));
    if (text) return text;
  }
  const label = element.getAttribute("aria-label")?.trim();
  if (label) return label;
  if (element.localName === "img" || element.localName === "area") return element.getAttribute("alt");
  if (element.localName === "svg") return element.querySelector(":scope > title")?.textContent?.trim() ?? "";
  return null;
}

function nativeLabel(element: Element): string | null {
  if (element instanceof HTMLInputElement) {
    if (element.type === "submit") return element.value || "Submit";
    if (element.type === "reset") return element.value || "Reset";
    if (element.type === "button") return element.value;
    if (element.type === "image") return element.alt || element.title || "Submit";
  }
  if ("labels" in element && element.labels instanceof NodeList) {
    const labels = [...element.labels].filter((label) => label instanceof HTMLLabelElement);
    const text = joined(labels.map((label) => ownLabel(label, 1) ?? labelText(label, element)));
    if (text) return text;
  }
  const naming: Readonly<Record<string, string>> = {
    fieldset: ":scope > legend",
    table: ":scope > caption",
    figure: ":scope > figcaption",
    details: ":scope > summary",
  };
  const selector = naming[element.localName];
  const namer = selector === undefined ? null : element.querySelector(selector);
  if (namer) return contentText(namer, 1);
  return element instanceof HTMLOptGroupElement ? element.label : null;
}

/** A label's text without the value of the control it wraps. */
function labelText(label: Element, control: Element): string {
  if (!label.contains(control)) return contentText(label, 1);
  let text = "";
  for (const node of label.childNodes) {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element) || node === control || isHidden(node)) continue;
    text += ` ${node.contains(control) ? labelText(node, control) : (ownLabel(node, 1) ?? controlText(node) ?? contentText(node, 1))} `;
  }
  return text;
}

/**
 * The name under which a person or an assistive technology knows the element; empty when it has none.
 *
 * @param asked true when an element of this very role is looked for. Otherwise a notice that happens to
 *   contain the name of a field would be taken for the field.
 */
export function accessibleName(element: Element, asked = false): string {
  const own = ownLabel(element, 0) ?? nativeLabel(element);
  if (own) return joined([own]);
  const role = roleOf(element) ?? "";
  const byContent = NAMED_BY_CONTENT.has(role) || (asked && CALLED_BY_CONTENT.has(role));
  const content = byContent ? joined([contentText(element, 0)]) : "";
  if (content) return content;
  return joined([element.getAttribute("title") || element.getAttribute("placeholder") || ""]);
}
