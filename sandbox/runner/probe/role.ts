/** Implied ARIA roles (HTML-AAM), as far as generated interfaces use them. */

const ROLE_BY_TAG: Readonly<Record<string, string>> = {
  article: "article",
  aside: "complementary",
  blockquote: "blockquote",
  button: "button",
  caption: "caption",
  code: "code",
  datalist: "listbox",
  dd: "definition",
  details: "group",
  dfn: "term",
  dialog: "dialog",
  dt: "term",
  fieldset: "group",
  figure: "figure",
  form: "form",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  hr: "separator",
  li: "listitem",
  main: "main",
  menu: "list",
  meter: "meter",
  nav: "navigation",
  ol: "list",
  optgroup: "group",
  option: "option",
  output: "status",
  p: "paragraph",
  progress: "progressbar",
  search: "search",
  // No ARIA role of its own, but it is pressed like a button and announced as one.
  summary: "button",
  table: "table",
  tbody: "rowgroup",
  textarea: "textbox",
  tfoot: "rowgroup",
  thead: "rowgroup",
  time: "time",
  tr: "row",
  ul: "list",
};

const ROLE_BY_INPUT_TYPE: Readonly<Record<string, string>> = {
  button: "button",
  checkbox: "checkbox",
  image: "button",
  number: "spinbutton",
  radio: "radio",
  range: "slider",
  reset: "button",
  search: "searchbox",
  submit: "button",
};

/** A kind of element is also found by the role it specialises: a switch is a checkbox to whoever writes a check. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  alertdialog: ["dialog"],
  gridcell: ["cell"],
  image: ["img"],
  img: ["image"],
  menuitemcheckbox: ["menuitem", "checkbox"],
  menuitemradio: ["menuitem", "radio"],
  searchbox: ["textbox"],
  switch: ["checkbox"],
};

const SECTIONING = "article,aside,main,nav,section,[role=article],[role=complementary],[role=main],[role=region]";

function isLabelled(element: Element): boolean {
  return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby") || element.hasAttribute("title");
}

function inputRole(input: HTMLInputElement): string | null {
  if (input.type === "hidden") return null;
  return ROLE_BY_INPUT_TYPE[input.type] ?? "textbox";
}

function cellRole(cell: Element): string {
  if (cell.localName === "td") return cell.closest("[role=grid],[role=treegrid]") ? "gridcell" : "cell";
  const scope = cell.getAttribute("scope");
  if (scope === "row" || scope === "rowgroup") return "rowheader";
  return "columnheader";
}

function contextualRole(element: Element): string | null {
  switch (element.localName) {
    case "a":
    case "area":
      return element.hasAttribute("href") ? "link" : null;
    case "header":
      return element.parentElement?.closest(SECTIONING) ? null : "banner";
    case "footer":
      return element.parentElement?.closest(SECTIONING) ? null : "contentinfo";
    case "img":
      return element.getAttribute("alt") === "" && !isLabelled(element) ? null : "img";
    case "section":
      return isLabelled(element) ? "region" : null;
    case "svg":
      return isLabelled(element) || element.querySelector(":scope > title") ? "img" : null;
    case "td":
    case "th":
      return cellRole(element);
    default:
      return null;
  }
}

/** The role an assistive technology would announce, or null for an element without one. */
export function roleOf(element: Element): string | null {
  const explicit = element.getAttribute("role")?.trim().split(/\s+/)[0]?.toLowerCase();
  if (explicit && explicit !== "none" && explicit !== "presentation") return explicit;
  if (explicit) return null;
  if (element instanceof HTMLInputElement) return inputRole(element);
  if (element instanceof HTMLSelectElement) return element.multiple || element.size > 1 ? "listbox" : "combobox";
  // Whatever the tag: what can be written into is a text field to whoever uses it.
  if (element instanceof HTMLElement && element.contentEditable === "true") return "textbox";
  return ROLE_BY_TAG[element.localName] ?? contextualRole(element);
}

/** Whether a check that asks for `wanted` means this element. */
export function hasRole(element: Element, wanted: string): boolean {
  const role = roleOf(element);
  if (role === null) return false;
  if (role === wanted || ALSO[role]?.includes(wanted)) return true;
  // A text field with suggestions is a combobox to ARIA and a text field to everybody else.
  return element instanceof HTMLInputElement && role === "combobox" && wanted === "textbox";
}
