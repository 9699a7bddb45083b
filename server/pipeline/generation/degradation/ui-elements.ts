import { htmlElements } from "./html-ui-element.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { jsxElements } from "./jsx-ui-element.ts";
import type { UiElement } from "./ui-element.ts";

/** Every element in document order. */
export function uiElements(tree: InterfaceTree): UiElement[] {
  return tree.html ? htmlElements(tree.html.elements) : jsxElements(tree.paths);
}
