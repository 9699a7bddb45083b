import { accessibleName, visibleText } from "./accessible-name.ts";
import { readable } from "./text-match.ts";

/** What an element currently says: the value of a control, the visible text of anything else. */
export function currentText(element: Element): string {
  if (element instanceof HTMLInputElement) {
    return ["checkbox", "radio"].includes(element.type) ? String(element.checked) : element.value;
  }
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? "";
  const text = visibleText(element).trim();
  return text === "" && !(element instanceof HTMLElement) ? accessibleName(element) : text;
}

/** Everything that may rightly be called the value of a control: `expectValue` accepts any of them. */
function valuesOf(element: Element): string[] {
  const aria = ["aria-valuenow", "aria-valuetext"].map((attribute) => element.getAttribute(attribute));
  const values = aria.filter((value) => value !== null);
  if (element instanceof HTMLProgressElement || element instanceof HTMLMeterElement) values.push(String(element.value));
  values.push(currentText(element));
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) values.push(element.value);
  return values;
}

export function hasValue(element: Element, wanted: string): boolean {
  const numeric = wanted.trim() !== "" && Number.isFinite(Number(wanted));
  return valuesOf(element).some(
    (value) =>
      readable(value) === readable(wanted) || (numeric && value.trim() !== "" && Number(value) === Number(wanted)),
  );
}

export function valueForMessage(element: Element): string {
  return valuesOf(element)[0] ?? "";
}

export type ElementState = "checked" | "disabled" | "focused" | "expanded" | "pressed" | "invalid";

function ariaTrue(element: Element, attribute: string): boolean {
  return element.getAttribute(attribute) === "true";
}

function isInvalid(element: Element): boolean {
  const aria = element.getAttribute("aria-invalid");
  if (aria !== null && aria !== "false" && aria !== "") return true;
  return element.matches(":user-invalid");
}

function isExpanded(element: Element): boolean {
  if (ariaTrue(element, "aria-expanded")) return true;
  const details = element.localName === "summary" ? element.parentElement : element;
  return details instanceof HTMLDetailsElement && details.open;
}

function isFocused(element: Element): boolean {
  const root = element.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  if (active === element) return true;
  // A composite widget keeps the real focus and names the option that has it.
  const descendant = active?.getAttribute("aria-activedescendant");
  return descendant !== undefined && descendant !== null && descendant !== "" && element.id === descendant;
}

export function hasState(element: Element, state: ElementState): boolean {
  switch (state) {
    case "checked":
      if (element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type)) return element.checked;
      if (element instanceof HTMLOptionElement) return element.selected;
      return ariaTrue(element, "aria-checked") || ariaTrue(element, "aria-selected");
    case "disabled":
      return element.matches(":disabled") || element.closest("[aria-disabled=true]") !== null;
    case "focused":
      return isFocused(element);
    case "expanded":
      return isExpanded(element);
    case "pressed":
      return ariaTrue(element, "aria-pressed");
    case "invalid":
      return isInvalid(element);
  }
}
