import { t } from "./babel.ts";
import { classSlots } from "./class-slots.ts";
import type { InterfaceTree } from "./interface-tree.ts";
import { type Site, type Span, spanOf } from "./operator.ts";
import type { Chance } from "../keyed-chance.ts";
import { nameOf, type UiElement } from "./ui-element.ts";
import { uiElements } from "./ui-elements.ts";

/** What is added to an element: utilities in TSX, an inline style in a page. */
export type ElementStyle = { readonly utilities: readonly string[]; readonly css: string };

/** One site per element of these tags whose look can be changed by itself. */
export function elementStyleSites(
  tree: InterfaceTree,
  tags: readonly string[],
  style: (element: UiElement, chance: Chance) => ElementStyle,
): Site[] {
  return uiElements(tree).flatMap((element): Site[] => {
    if (!tags.includes(element.tag)) return [];
    const target = tree.html ? inlineTarget(element) : classTarget(tree, element);
    if (!target) return [];
    const description = `look of ${nameOf(element)}`;
    const editInPlace = (chance: Chance) => target.addInPlace(style(element, chance));
    return [{ id: `look:${element.id}`, description, spans: [], places: target.places, editInPlace }];
  });
}

type Target = { readonly places: readonly Span[]; readonly addInPlace: (style: ElementStyle) => void };

function inlineTarget(element: UiElement): Target | null {
  const written = element.value("style");
  const addInPlace = ({ css }: ElementStyle) => element.setInPlace("style", written ? `${written}; ${css}` : css);
  return { places: [], addInPlace };
}

/** The fixed class attribute of the element itself; one that is computed may not be the last word. */
function classTarget(tree: InterfaceTree, element: UiElement): Target | null {
  const slot = classSlots(tree).find(({ path }) => {
    const opening = path.parentPath?.parent;
    return path.parentPath?.isJSXAttribute() && t.isJSXOpeningElement(opening) && element.id === `jsx:${opening.start}`;
  });
  if (!slot) return null;
  return { places: [spanOf(slot.path.node)], addInPlace: ({ utilities }) => slot.addInPlace(utilities) };
}
